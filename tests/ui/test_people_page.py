"""The people page finds, filters, opens and records; it draws without row widgets."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.person import Person, StatusKind, VoluntaryStatus
from app.services import people
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
from ui.context import Changed, PageName, Place
from ui.models.people_filter import Shown
from ui.pages.people_page import PeoplePage

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]

HERE = Place(page=PageName.PEOPLE)


@pytest.fixture
def page(context, show):
    support.add_jordan(context.store, name="Ruth Penwell", record_number="0009")
    page = show(PeoplePage(context))
    page.open(HERE)
    return page


def names(page):
    rows = range(page.table.model().rowCount())
    return [page.table.model().index(row, 0).data() for row in rows]


def press(page, name):
    page.findChild(QPushButton, name).click()


def test_typing_a_name_leaves_only_those_it_fits(page, qtbot):
    qtbot.keyClicks(page.search, "ruth")
    assert names(page) == ["Ruth Penwell"]


def test_esc_clears_the_search_first(page, qtbot, travels):
    qtbot.keyClicks(page.search, "ruth")
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert len(names(page)) == 2


def test_down_and_enter_open_the_person(page, qtbot, travels):
    qtbot.keyClicks(page.search, "j")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert travels.last == Place(page=PageName.PERSON, person_id=JORDAN)


def test_enter_in_the_search_opens_the_only_one_found(page, qtbot, travels):
    qtbot.keyClicks(page.search, "jordan")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert travels.last == Place(page=PageName.PERSON, person_id=JORDAN)


def test_a_double_click_opens_the_person(page, qtbot, travels):
    row = page.table.model().row_of(JORDAN)
    spot = page.table.visualRect(page.table.model().index(row, 0)).center()
    ground = page.table.viewport()
    qtbot.mouseClick(ground, Qt.MouseButton.LeftButton, pos=spot)
    qtbot.mouseDClick(ground, Qt.MouseButton.LeftButton, pos=spot)
    assert travels.last == Place(page=PageName.PERSON, person_id=JORDAN)


def test_ctrl_n_records_with_the_chosen_person(page, qtbot, travels):
    page.table.pick(JORDAN)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert travels.last == Place(page=PageName.RECORD, person_id=JORDAN)


def test_nobody_found_keeps_the_word_for_adding(page, qtbot, announced):
    qtbot.keyClicks(page.search, "Theo Bright")
    assert "No one by that name. Add a person?" in announced
    press(page, "add_person")
    assert page._adding.fields.name.text() == "Theo Bright"
    assert page.search.text() == "Theo Bright"


def test_chips_count_and_filter(page, context):
    left = replace(people.read_person(context.store, JORDAN), ended_on=support.TODAY)
    people.change_person(context.store, left, now=support.NOW)
    context.notifier.changed.emit(Changed.PEOPLE)
    words = [chip.choice.words for chip in page.chips.chips()]
    assert words == [
        "All 1",
        "Needs you 1",
        "Not seen lately 0",
        "Paused 0",
        "Ended 1",
    ]
    page.open(replace(HERE, field=Shown.ENDED))
    assert names(page) == ["Jordan Mayfield"]


def test_hidden_names_are_initials_everywhere_in_the_list(page, context):
    context.privacy.set_hidden(True)
    assert sorted(names(page)) == ["J. M.", "R. P."]
    assert not any("Jordan" in said for said in heard_rows(page))


def heard_rows(page):
    role = Qt.ItemDataRole.AccessibleTextRole
    model = page.table.model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_each_row_is_heard_as_a_sentence(page):
    face = QAccessible.queryAccessibleInterface(page.table)
    cells = [face.child(place) for place in range(face.childCount())]
    heard = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
    begins = "Jordan Mayfield, record PH-00417, last seen 7 days ago"
    assert any(said.startswith(begins) for said in heard)


@pytest.mark.parametrize(
    ("width", "hidden"), [(1120, set()), (980, {3}), (800, {1, 3}), (560, {1, 2, 3})]
)
def test_columns_fold_away_and_the_name_stays(page, qtbot, width, hidden):
    page.resize(width + 60, 700)
    qtbot.waitUntil(lambda: abs(page.width() - width - 60) < 1)
    page.table.resize(width, 400)
    folded = {column for column in range(5) if page.table.isColumnHidden(column)}
    assert folded == hidden


def test_500_people_need_no_widget_each(page, context, qtbot):
    before = len(page.findChildren(QWidget))
    for number in range(500):
        person = Person(name=f"Person {number}", record_number=f"{number:04}")
        people.add_person(context.store, person, now=support.NOW)
    context.notifier.changed.emit(Changed.PEOPLE)
    assert page.table.model().rowCount() == 502
    qtbot.waitUntil(lambda: len(page.findChildren(QWidget)) == before)


def test_nothing_is_read_while_somebody_types(page, context, qtbot, monkeypatch):
    monkeypatch.setattr("ui.pages.people_page.list_people", None)
    qtbot.keyClicks(page.search, "ruth")
    assert names(page) == ["Ruth Penwell"]


def test_a_page_out_of_sight_reads_only_when_it_is_shown_again(page, context):
    page.hide()
    support.add_jordan(context.store, name="Ana Rowe")
    context.notifier.changed.emit(Changed.PEOPLE)
    assert "Ana Rowe" not in names(page)
    page.show()
    assert "Ana Rowe" in names(page)


def test_sorting_by_last_seen_puts_the_longest_unseen_first(page):
    page._on_order_picked(page._order.LAST_SEEN)
    assert names(page)[0] == "Ruth Penwell"


def test_a_break_is_counted_as_paused(page, context):
    step = VoluntaryStatus(kind=StatusKind.PAUSED, on=support.TODAY - timedelta(days=1))
    people.add_status(context.store, JORDAN, step, now=support.NOW)
    context.notifier.changed.emit(Changed.PEOPLE)
    assert "Paused 1" in [chip.choice.words for chip in page.chips.chips()]
