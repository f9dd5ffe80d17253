"""The plan's editor fills in nothing by itself, loses nothing, changes no version."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.frequency import Every, SetBy
from app.services import papers, people, plans
from app.services.faults import StoreError
from tests import support
from tests.ui import session_world as world
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
from ui.pages.plan.page import PlanPage

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
def ana(context):
    return support.add_jordan(context.store, name="Ana Rowe", record_number="0030")


@pytest.fixture
def page(context, show):
    return show(PlanPage(context))


@pytest.fixture
def new(page, ana):
    page.open(Place(page=PageName.PLAN, person_id=ana))
    return page


@pytest.fixture
def review(page):
    page.open(Place(page=PageName.PLAN, person_id=JORDAN))
    return page


def press(page, name):
    page.findChild(QPushButton, name).click()


def type_in(page, qtbot, name, words):
    field = page.form.findChild(object, name)
    qtbot.keyClicks(field.edit, words)


def fill_whole(page, qtbot):
    form = page.form
    qtbot.keyClicks(form.own_words.edit, "I want calm mornings.")
    qtbot.keyClicks(form.about.strengths.edit, "I keep my word.")
    press(page, "goals")
    card = form._goals[-1]
    qtbot.keyClicks(card.name.edit, "Calmer mornings")
    qtbot.keyClicks(card.works_when.edit, "Three of four are calm.")
    step = card._rows[0]
    qtbot.keyClicks(step.words.edit, "Write three steps")
    qtbot.keyClicks(step.by.edit, "12/8/2026")
    form.frequency.every.chips()[0].click()
    qtbot.keyClicks(form.frequency.times.edit, "1")
    form.frequency.set_by._pick(form.frequency.set_by._choices[0])
    qtbot.keyClicks(form.frequency.set_on.edit, "11/24/2026")
    qtbot.keyClicks(form.days.made_on.edit, "11/24/2026")
    press(page, "in_six_months")


def test_a_new_plan_has_nothing_filled_in(new, context, ana):
    form = new.form
    assert form.draft().own_words == ""
    assert form.draft().goals == ()
    assert (form.draft().made_on, form.draft().review_on) == (None, None)
    assert form.frequency.every.value() is None
    assert form.frequency.set_by.value() is None
    assert form.frequency.times.text() == ""
    assert plans.read_plan_draft(context.store, ana) is None


def test_opening_and_leaving_writes_no_draft(new, context, ana):
    assert new.leave()
    assert plans.read_plan_draft(context.store, ana) is None


def test_every_key_is_kept_without_asking(new, context, ana, qtbot):
    qtbot.keyClicks(new.form.own_words.edit, "I want")
    qtbot.waitUntil(
        lambda: plans.read_plan_draft(context.store, ana) is not None, timeout=1_500
    )
    assert plans.read_plan_draft(context.store, ana).draft.own_words == "I want"
    assert new._state.text().startswith("Draft saved")


def test_typing_on_starts_no_new_wait(new, context, ana, qtbot):
    edit = new.form.own_words.edit
    for _each in range(8):
        qtbot.keyClicks(edit, "ab")
        qtbot.wait(200)
    assert plans.read_plan_draft(context.store, ana) is not None


def test_leaving_the_page_keeps_what_is_typed_at_once(new, context, ana, qtbot):
    qtbot.keyClicks(new.form.own_words.edit, "I want")
    assert new.leave()
    assert plans.read_plan_draft(context.store, ana).draft.own_words == "I want"


def test_leaving_a_field_keeps_what_is_typed_at_once(new, context, ana, qtbot):
    qtbot.keyClicks(new.form.own_words.edit, "I want")
    new.form.about.helps.control().setFocus()
    assert plans.read_plan_draft(context.store, ana).draft.own_words == "I want"


def test_all_of_it_is_there_again(new, ana, qtbot):
    fill_whole(new, qtbot)
    before = new.form.draft()
    new.leave()
    new.open(Place(page=PageName.PLAN, person_id=JORDAN))
    new.open(Place(page=PageName.PLAN, person_id=ana))
    assert new.form.draft() == before


def test_words_that_cannot_be_read_as_a_day_are_kept(new, ana, qtbot):
    qtbot.keyClicks(new.form.days.made_on.edit, "last tuesdayish")
    press(new, "goals")
    step = new.form._goals[0]._rows[0]
    qtbot.keyClicks(step.words.edit, "Call")
    qtbot.keyClicks(step.by.edit, "soonish")
    new.leave()
    new.open(Place(page=PageName.PLAN, person_id=ana))
    assert new.form.days.made_on.text() == "last tuesdayish"
    assert new.form._goals[0]._rows[0].by.text() == "soonish"


def test_what_is_not_picked_stays_not_picked(new, ana, qtbot):
    new.form.frequency.every.chips()[2].click()
    new.leave()
    new.open(Place(page=PageName.PLAN, person_id=ana))
    assert new.form.frequency.every.value() is Every.MONTH
    assert new.form.frequency.set_by.value() is None


def test_a_full_disk_is_said_and_tried_again(new, context, ana, qtbot, monkeypatch):
    def full(*_args, **_kwargs):
        raise StoreError("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("ui.pages.plan.keeping.save_plan_draft", full)
        qtbot.keyClicks(new.form.own_words.edit, "I want")
        assert not new.leave()
        assert new._state.text() == "Not saved"
    assert new.leave()
    assert plans.read_plan_draft(context.store, ana).draft.own_words == "I want"


def test_the_bar_leads_to_the_first_thing_left(new, qtbot):
    assert new._foot.message() == "8 things left"
    new._foot.message_pressed.emit()
    assert world.focused_name() == "own_words"
    assert new.form.own_words.error()
    qtbot.keyClicks(new.form.own_words.edit, "I want calm mornings.")
    press(new, "make_version")
    assert world.focused_name() == "goals"


def test_six_months_are_counted_only_when_asked(new, qtbot):
    press(new, "in_six_months")
    assert new.form.days.made_on.error()
    assert new.form.days.review_on.value() is None
    qtbot.keyClicks(new.form.days.made_on.edit, "8/31/2026")
    assert new.form.days.review_on.value() is None
    press(new, "in_six_months")
    assert new.form.days.review_on.value() == date(2027, 2, 28)


def test_a_whole_plan_becomes_version_1_and_leads_to_its_page(
    new, context, ana, qtbot, travels
):
    fill_whole(new, qtbot)
    assert new._foot.message() == "All parts are filled in."
    with qtbot.waitSignal(context.notifier.changed, timeout=20_000) as told:
        press(new, "make_version")
    assert told.args[0] & Changed.PLANS
    made = plans.current_plan(context.store, ana)
    assert made.version == 1
    assert made.content.own_words == "I want calm mornings."
    assert made.content.frequency.set_by is SetBy.PERSON
    assert plans.read_plan_draft(context.store, ana) is None
    printout = papers.printout_for(context.store, "plan", made.id)
    assert travels.last == Place(
        page=PageName.READ, person_id=ana, printout_id=printout.id
    )
    assert travels.places[-2] == Place(page=PageName.PERSON, person_id=ana)


def test_leaving_while_it_is_made_makes_nothing(new, context, ana, qtbot, travels):
    fill_whole(new, qtbot)
    press(new, "make_version")
    new.hide()
    qtbot.wait(1_500)
    assert plans.current_plan(context.store, ana) is None
    assert plans.read_plan_draft(context.store, ana) is not None


def test_an_entry_made_meanwhile_does_not_lose_the_version(
    new, context, ana, qtbot, monkeypatch
):
    fill_whole(new, qtbot)
    prepare, times = plans.prepare_version, []

    def meddle(store, *args, **kwargs):
        prepared = prepare(store, *args, **kwargs)
        if not times:
            people.change_person(
                store, people.read_person(store, JORDAN), now=support.NOW
            )
        times.append(1)
        return prepared

    monkeypatch.setattr(plans, "prepare_version", meddle)
    with qtbot.waitSignal(context.notifier.changed, timeout=20_000):
        press(new, "make_version")
    assert len(times) == 2
    assert plans.current_plan(context.store, ana).version == 1


def test_a_review_starts_from_the_goals_but_asks_words_and_days_anew(review):
    draft = review.form.draft()
    assert [goal.number for goal in draft.goals] == [1, 2]
    assert draft.goals[0].name == "Calmer mornings"
    assert draft.strengths == "I keep my word.\nI cook for my family."
    assert draft.own_words == ""
    assert (draft.made_on, draft.review_on) == (None, None)
    assert "I want mornings that do not scare me." in review.form._before.text()


def test_a_new_version_closes_goals_and_leaves_the_old_one_alone(
    review, context, qtbot, travels
):
    before = plans.current_plan(context.store, JORDAN)
    form = review.form
    form._goals[0].close_goal.click()
    qtbot.keyClicks(form._goals[1]._rows[0].done.edit, "11/20/2026")
    qtbot.keyClicks(form.own_words.edit, "Now I want company.")
    qtbot.keyClicks(form.days.made_on.edit, "11/24/2026")
    press(review, "in_six_months")
    press(review, "goals")
    assert form._goals[-1].number == 3
    form._goals[-1].removed.emit()
    with qtbot.waitSignal(context.notifier.changed, timeout=20_000):
        press(review, "make_version")
    newest, oldest = plans.list_versions(context.store, JORDAN)
    assert oldest == before
    assert newest.content.goals[0].closed_on == date(2026, 11, 24)
    assert newest.content.goals[1].objectives[0].done_on == date(2026, 11, 20)
    review.open(Place(page=PageName.PLAN, person_id=JORDAN))
    assert [card.number for card in form._goals] == [2]
    press(review, "goals")
    assert form._goals[-1].number == 3


def test_a_goal_in_force_is_closed_never_removed(review):
    card = review.form._goals[0]
    assert card._remove.isHidden()
    assert not card.close_goal.isHidden()
    press(review, "goals")
    assert not review.form._goals[-1]._remove.isHidden()


def test_a_goal_names_the_service_plan_objective_it_supports(new, qtbot):
    press(new, "goals")
    card = new.form._goals[0]
    assert card.goal(None).service_objective == ""
    card.supports._pick(card.supports._choices[0])
    goal = card.goal(None)
    assert goal.service_objective == "Live independently in the community"
    assert goal.service_plan_date == date(2026, 9, 3)


def test_a_removed_step_leaves_the_others_as_typed(review, qtbot):
    card = review.form._goals[0]
    press(review, "goal:1:add_step")
    qtbot.keyClicks(card._rows[1].words.edit, "Tell my sister")
    qtbot.keyClicks(card._rows[1].by.edit, "soonish")
    card._rows[0].removed.emit()
    assert [row.words.text() for row in card._rows] == ["Tell my sister"]
    assert card._rows[0].by.text() == "soonish"


def test_the_preview_shows_the_page_only_when_it_is_whole(new, qtbot):
    press(new, "preview")
    assert new.preview.isHidden()
    fill_whole(new, qtbot)
    press(new, "preview")
    assert new.preview.isVisible()
    assert not new.form.isVisible()
    qtbot.waitUntil(lambda: new.preview._page is not None, timeout=20_000)
    qtbot.keyClick(new, Qt.Key.Key_Escape)
    assert new.form.isVisible()


def test_the_caret_comes_back_to_its_field(new, ana, qtbot):
    new.form.about.prefers.control().setFocus()
    place = new.place()
    assert place == Place(page=PageName.PLAN, person_id=ana, field="prefers")
    new.form.own_words.control().setFocus()
    new.open(place)
    assert world.focused_name() == "prefers"


def test_hidden_names_are_hidden_in_the_title(new, context):
    context.privacy.set_hidden(True)
    assert new.title.text() == "Recovery Support Plan with A."
    assert replace(new.place(), field="").page == PageName.PLAN


def test_the_number_of_a_closed_goal_is_never_given_again(review, context):
    closed = support.TODAY
    first, second = support.plan_draft().goals
    draft = replace(
        support.plan_draft(),
        goals=(first, replace(second, closed_on=closed)),
        made_on=closed,
    )
    plans.make_version(context.store, JORDAN, draft, support.VOLUNTARY, now=support.NOW)
    review.open(Place(page=PageName.PLAN, person_id=JORDAN))
    press(review, "goals")
    assert [card.number for card in review.form._goals] == [1, 3]
