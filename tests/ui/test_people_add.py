"""Adding a person shows all that is wrong at once and loses nothing on the way."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.person import StatusKind
from app.services import people
from app.services.overview import list_people
from tests import support
from tests.ui.session_world import (
    JORDAN,
    clock,
    context,
    derived_once,
    made_folder,
    show,
    store,
    travels,
)
from ui.dialogs.add_person import AddPersonDialog
from ui.dialogs.edit_person import EditPersonDialog
from ui.dialogs.status_history import StatusDialog
from ui.widgets.page import Page

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]


@pytest.fixture
def owner(context, show):
    return show(Page("People"))


@pytest.fixture
def form(context, owner):
    dialog = AddPersonDialog(context, owner)
    dialog.begin()
    return dialog


def press(dialog, name):
    dialog.findChild(QPushButton, name).click()


def caseload(context):
    return [p.name for p in list_people(context.store, today=support.TODAY)]


def test_a_name_is_enough(form, context, qtbot):
    qtbot.keyClicks(form.fields.name.edit, "Theo Bright")
    with qtbot.waitSignal(form.added) as told:
        press(form, "add")
    theo = people.read_person(context.store, told.args[0])
    assert theo.name == "Theo Bright"
    assert people.list_statuses(context.store, theo.id) == ()
    assert people.list_objectives(context.store, theo.id) == ()


def test_everything_typed_is_kept(form, context, qtbot):
    typed = {
        "name": "Theo Bright",
        "preferred_name": "Ted",
        "record_number": "0025",
        "birth_date": "2/3/1990",
        "representative": "Dana Bright",
        "representative_role": "mother",
        "preference": "Mornings",
    }
    for name, words in typed.items():
        qtbot.keyClicks(form.fields.fields[name].edit, words)
    form.status.kind.chips()[2].click()
    qtbot.keyClicks(form.status.on.edit, "11/2/2026")
    qtbot.keyClicks(form.status.by_whom.edit, "Dr. Lee, physician")
    objective = form.objectives._fields[0]
    qtbot.keyClicks(objective.words.edit, "Live on my own")
    qtbot.keyClicks(objective.plan_date.edit, "9/3/2026")
    with qtbot.waitSignal(form.added) as told:
        press(form, "add")
    theo = people.read_person(context.store, told.args[0])
    assert (theo.called, theo.record_number) == ("Ted", "0025")
    assert theo.birth_date == date(1990, 2, 3)
    assert (theo.representative, theo.representative_role) == ("Dana Bright", "mother")
    (step,) = people.list_statuses(context.store, theo.id)
    assert (step.kind, step.on) == (StatusKind.INDICATED, date(2026, 11, 2))
    assert step.by_whom == "Dr. Lee, physician"
    (kept,) = people.list_objectives(context.store, theo.id)
    assert (kept.words, kept.plan_date) == ("Live on my own", date(2026, 9, 3))


def test_all_problems_show_at_once_and_nothing_is_written(form, context, qtbot):
    qtbot.keyClicks(form.fields.birth_date.edit, "some day")
    qtbot.keyClicks(form.fields.representative_role.edit, "mother")
    qtbot.keyClicks(form.status.by_whom.edit, "Jordan")
    qtbot.keyClicks(form.objectives._fields[0].words.edit, "Live on my own")
    press(form, "add")
    assert form.fields.name.error() == "Type the person's name."
    assert form.fields.birth_date.error()
    assert form.fields.representative.error()
    assert form.status.on.error()
    assert form.objectives._fields[0].plan_date.error()
    assert form.fields.name.edit.hasFocus()
    assert caseload(context) == ["Jordan Mayfield"]


def test_esc_closes_and_keeps_what_was_typed(form, qtbot):
    qtbot.keyClicks(form.fields.name.edit, "Theo")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    form.begin("Somebody else")
    assert form.fields.name.text() == "Theo"


def test_only_clear_empties_the_form(form, qtbot):
    qtbot.keyClicks(form.fields.name.edit, "Theo")
    press(form, "clear")
    assert form.fields.name.text() == ""


def test_a_name_already_here_is_shown_and_can_be_opened(form, context, qtbot):
    qtbot.keyClicks(form.fields.name.edit, "jordan  MAYFIELD")
    press(form, "add")
    assert form.notice.isVisible()
    assert caseload(context) == ["Jordan Mayfield"]
    with qtbot.waitSignal(form.open_wanted) as told:
        press(form, "open_that_person")
    assert told.args == [JORDAN]


def test_a_name_already_here_never_blocks(form, context, qtbot):
    qtbot.keyClicks(form.fields.name.edit, "Jordan Mayfield")
    press(form, "add")
    press(form, "add_anyway")
    assert caseload(context) == ["Jordan Mayfield", "Jordan Mayfield"]


def test_another_birth_date_tells_two_people_apart(form, context, qtbot):
    jordan = people.read_person(context.store, JORDAN)
    older = type(jordan)(id=JORDAN, name=jordan.name, birth_date=date(1970, 1, 1))
    people.change_person(context.store, older, now=support.NOW)
    qtbot.keyClicks(form.fields.name.edit, "Jordan Mayfield")
    qtbot.keyClicks(form.fields.birth_date.edit, "2/3/1990")
    with qtbot.waitSignal(form.added):
        press(form, "add")


def test_the_warning_shows_initials_while_names_are_hidden(form, context, qtbot):
    context.privacy.set_hidden(True)
    qtbot.keyClicks(form.fields.name.edit, "Jordan Mayfield")
    press(form, "add")
    words = form.notice._line.text()
    assert "J. M." in words
    assert "Jordan" not in words


def test_the_window_title_never_holds_a_name(form, qtbot):
    qtbot.keyClicks(form.fields.name.edit, "Jordan Mayfield")
    assert form.windowTitle() == "Peer Daybook"


def test_editing_keeps_the_changes_and_a_day_of_leaving(context, owner, qtbot):
    dialog = EditPersonDialog(context, owner)
    dialog.begin(people.read_person(context.store, JORDAN))
    dialog.fields.preferred_name.edit.clear()
    qtbot.keyClicks(dialog.fields.preferred_name.edit, "Jo")
    qtbot.keyClicks(dialog.ended_on.edit, "11/23/2026")
    press(dialog, "keep")
    jordan = people.read_person(context.store, JORDAN)
    assert (jordan.called, jordan.ended_on) == ("Jo", date(2026, 11, 23))


def test_a_day_to_come_is_no_day_of_leaving(context, owner, qtbot):
    dialog = EditPersonDialog(context, owner)
    dialog.begin(people.read_person(context.store, JORDAN))
    qtbot.keyClicks(dialog.ended_on.edit, "12/24/2026")
    press(dialog, "keep")
    assert dialog.ended_on.error() == "This day has not come yet. Check the date."
    assert people.read_person(context.store, JORDAN).ended_on is None


def test_a_step_of_their_choice_is_added_to_the_history(context, owner, qtbot):
    dialog = StatusDialog(context, owner)
    dialog.begin(JORDAN)
    dialog.fields.kind.chips()[5].click()
    press(dialog, "keep")
    assert dialog.fields.on.error()
    qtbot.keyClicks(dialog.fields.on.edit, "today")
    press(dialog, "keep")
    kinds = [step.kind for step in people.list_statuses(context.store, JORDAN)]
    assert kinds == [StatusKind.PAUSED, StatusKind.ACCEPTED]
