"""A person's page shows the plan, what waits and every paper, and leads there."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.person import StatusKind, VoluntaryStatus
from app.domain.session import NextContact
from app.services import papers, people, plans, sessions
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
from ui.pages.person.goal_row import GoalRow
from ui.pages.person.page import PersonPage

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]

HERE = Place(page=PageName.PERSON, person_id=JORDAN)


@pytest.fixture
def page(context, show):
    page = show(PersonPage(context))
    page.open(HERE)
    return page


def press(page, name):
    page.findChild(QPushButton, name).click()


def words_on(page):
    shown = (one for one in page.findChildren(QLabel) if one.isVisible())
    return "\n".join(one.text() for one in shown)


def goal_rows(page):
    return [row for row in page.findChildren(GoalRow) if row.isVisible()]


def test_the_header_says_who_and_how_they_chose(page):
    assert page.title.text() == "Jordan Mayfield"
    assert page._status.text() == "Chose this support on March 9"
    assert "Record PH-00417" in page.second.text()


def test_a_legal_representative_is_named(page, context):
    jordan = people.read_person(context.store, JORDAN)
    with_mother = replace(
        jordan, representative="Dana Mayfield", representative_role="mother"
    )
    people.change_person(context.store, with_mother, now=support.NOW)
    context.notifier.changed.emit(Changed.PEOPLE)
    assert "Legal representative: Dana Mayfield (mother)" in page.second.text()


def test_each_goal_says_steps_last_day_and_sessions(page):
    first, second = goal_rows(page)
    assert first.accessibleName() == (
        "Goal 1: Calmer mornings. “I want to start the day without panic.”. "
        "0 of 1 done. Last worked on: Not yet. 0 sessions"
    )
    assert "Last worked on: 7 days ago. 1 session" in second.accessibleName()


def test_hidden_names_hide_goals_and_notes_too(page, context):
    context.privacy.set_hidden(True)
    page.tabs.setCurrentIndex(0)
    seen = words_on(page) + "".join(row.accessibleName() for row in goal_rows(page))
    for secret in ("Jordan", "Mayfield", "Calmer mornings", "hard mornings"):
        assert secret not in seen
    assert page.sessions_tab.model.row_at(0).second == ""


def test_a_draft_stands_on_top_and_goes_on(page, context, travels):
    draft_id = world.keep(context, what_we_did="")
    context.notifier.changed.emit(Changed.DRAFTS)
    press(page, f"draft:{draft_id}")
    assert travels.last == Place(
        page=PageName.RECORD, person_id=JORDAN, draft_id=draft_id
    )


def test_without_a_plan_the_first_card_leads_to_writing_it(page, context, travels):
    ana = support.add_jordan(context.store, name="Ana Rowe")
    page.open(replace(HERE, person_id=ana))
    assert "Write the plan with Ana" in words_on(page)
    press(page, "write_plan")
    assert travels.last == Place(page=PageName.PLAN, person_id=ana)


def test_open_plan_leads_to_the_page_as_made(page, context, travels):
    plan = plans.current_plan(context.store, JORDAN)
    press(page, "open_plan")
    assert travels.last == Place(
        page=PageName.READ, person_id=JORDAN, printout_id=plan.printout_id
    )


def test_a_plan_waits_for_ink_until_its_paper_is_filed(page, context):
    assert "waits for ink" in words_on(page)
    plan = plans.current_plan(context.store, JORDAN)
    papers.mark_printed(context.store, plan.printout_id, now=support.NOW)
    papers.file_printout(
        context.store,
        plan.printout_id,
        on=support.TODAY,
        where="chart room",
        now=support.NOW,
    )
    context.notifier.changed.emit(Changed.PAPERS)
    assert "waits for ink" not in words_on(page)
    rows = [page.papers_tab.model.row_at(row).second for row in range(2)]
    assert "Signed in ink and filed on Nov 24, 2026, chart room" in rows


def test_enter_on_a_session_opens_its_printed_page(page, context, qtbot, travels):
    page.tabs.setCurrentIndex(1)
    (newest,) = sessions.list_sessions(context.store, JORDAN)
    printout = papers.printout_for(context.store, "note", newest.id)
    qtbot.keyClick(page.sessions_tab.view, Qt.Key.Key_Return)
    assert travels.last == Place(
        page=PageName.READ, person_id=JORDAN, printout_id=printout.id
    )


def test_sessions_come_page_by_page_newest_first(page, context, monkeypatch):
    monkeypatch.setattr("ui.pages.person.list_tabs._AT_ONCE", 2)
    for ago in (1, 2, 3, 4):
        day = support.TODAY - timedelta(days=ago)
        draft = support.session_draft(JORDAN, held_on=day)
        support.sign_session(context.store, draft)
    page.open(HERE)
    model = page.sessions_tab.model
    while model.canFetchMore():
        model.fetchMore()
    titles = [model.row_at(row).title for row in range(model.rowCount())]
    assert titles[0].startswith("Mon, Nov 23, 2026")
    assert titles[-1].startswith("Tue, Nov 17, 2026")
    assert len(set(titles)) == 5


def test_papers_are_all_there_newest_first_and_open(page, context, travels):
    assert page.tabs.tabText(2) == "Papers  2"
    newest = page.papers_tab.model.row_at(0)
    page.papers_tab.view.opened.emit(newest.id)
    assert travels.last == Place(
        page=PageName.READ, person_id=JORDAN, printout_id=newest.id
    )


def test_the_month_says_done_planned_and_who_set_it(page):
    seen = words_on(page)
    assert "1 of 4 done" in seen
    assert "Once a week, asked for by the person, on September 14." in seen


def test_a_due_review_turns_warm_and_starts(page, context, clock, travels):
    clock.now = support.NOW.replace(year=2027, month=3, day=15)
    page.open(HERE)
    assert "Review due" in words_on(page)
    press(page, "start_review")
    assert travels.last == Place(page=PageName.PLAN, person_id=JORDAN)


def test_the_next_contact_starts_on_its_day(page, context, travels):
    tomorrow = NextContact(on=support.TODAY, at=None, place="Library")
    yesterday = support.session_draft(
        JORDAN, held_on=support.TODAY - timedelta(days=1), next_contact=tomorrow
    )
    support.sign_session(context.store, yesterday)
    context.notifier.changed.emit(Changed.SESSIONS)
    assert "Tuesday, November 24" in words_on(page)
    press(page, "start")
    assert travels.last.page == PageName.RECORD
    assert travels.last.contact_id == 1


def test_an_objective_ends_and_can_be_taken_back(page, context, qtbot):
    (objective,) = people.list_objectives(context.store, JORDAN)
    press(page, f"end_objective:{objective.id}")
    assert people.list_objectives(context.store, JORDAN) == ()
    qtbot.waitUntil(lambda: "Not yet received." in words_on(page))
    page._undo.undone.emit()
    assert people.list_objectives(context.store, JORDAN) == (objective,)


def test_objectives_are_added_with_the_date_of_their_plan(page, context, qtbot):
    press(page, "add_objective")
    fields = page._objecting.objectives._fields[0]
    press(page._objecting, "keep")
    assert fields.words.error()
    assert fields.plan_date.error()
    qtbot.keyClicks(fields.words.edit, "Find work I like")
    qtbot.keyClicks(fields.plan_date.edit, "9/3/2026")
    press(page._objecting, "keep")
    kept = people.list_objectives(context.store, JORDAN)[-1]
    assert (kept.words, kept.plan_date) == ("Find work I like", date(2026, 9, 3))


def test_pressing_a_goal_shows_all_of_its_words(page):
    page.findChild(QPushButton, "goal:1").click()
    assert page._reading.isVisible()
    assert "I use my steps on three of four hard mornings." in _heard(page._reading)


def _heard(dialog):
    return "\n".join(
        one.accessibleName() or one.text() for one in dialog.findChildren(QLabel)
    )


def test_their_choice_opens_the_dated_history(page, context):
    step = VoluntaryStatus(kind=StatusKind.PAUSED, on=support.TODAY, by_whom="Jordan")
    people.add_status(context.store, JORDAN, step, now=support.NOW)
    press(page, "status")
    said = _heard(page._choosing)
    assert "Taking a break on Tue, Nov 24, 2026, Jordan" in said
    assert "Chose this support on Mon, Mar 9, 2026" in said


def test_a_person_who_left_is_marked_and_kept(page, context):
    gone = replace(people.read_person(context.store, JORDAN), ended_on=support.TODAY)
    people.change_person(context.store, gone, now=support.NOW)
    context.notifier.changed.emit(Changed.PEOPLE)
    assert "No longer on your caseload since November 24." in words_on(page)
    assert page.tabs.tabText(1) == "Sessions  1"


def test_ctrl_tab_and_the_place_remember_the_tab(page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert page.place() == replace(HERE, field="sessions")
    page.tabs.setCurrentIndex(0)
    page.open(replace(HERE, field="sessions"))
    assert page.tabs.currentIndex() == 1


def test_ctrl_n_records_with_this_person(page, qtbot, travels):
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert travels.last == Place(page=PageName.RECORD, person_id=JORDAN)
