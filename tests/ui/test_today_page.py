"""Today shows what needs the specialist, and each row leads to what it names."""

from datetime import time, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.domain.session import NextContact
from app.domain.specialist import Agency
from app.services import overview, papers, specialist
from app.services.answers import ELECTRONIC, SHEET_HOLDER, Answer, give_answer
from app.services.caseload import set_up_step_done
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
from ui.pages.today_page import TodayPage

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]

HERE = Place(page=PageName.TODAY)
STEPS = ("sheet", "you", "certificate", "designations", "agency", "pin", "backup")


@pytest.fixture
def page(context, show):
    page = show(TodayPage(context))
    page.open(HERE)
    return page


@pytest.fixture
def settled(context):
    """Everything answered: only the two pages of the plan and the note wait."""
    for step in STEPS:
        set_up_step_done(context.store, step, now=support.NOW)
    for name in (ELECTRONIC, SHEET_HOLDER):
        give_answer(context.store, name, Answer(value="yes"), now=support.NOW)


def rows(page):
    return {row.objectName(): row for row in page.needs._rows.rows()}


def soon(page):
    return {row.objectName(): row for row in page.soon._rows.rows()}


def press(page, name):
    page.findChild(QPushButton, name).click()


def words_on(page):
    return "\n".join(one.text() for one in page.findChildren(QLabel))


def agree(context, on, at=None):
    """Agree on a next contact, in a signed note of yesterday."""
    contact = NextContact(on=on, at=at, place="Library")
    draft = support.session_draft(
        JORDAN, held_on=support.TODAY - timedelta(days=3), next_contact=contact
    )
    support.sign_session(context.store, draft)
    context.notifier.changed.emit(Changed.SESSIONS)


def test_the_greeting_follows_the_clock_and_leaves_the_name_out_when_hidden(
    page, context, clock
):
    assert page.title.text() == "Good morning, Sam"
    assert page.title.accessibleName() == "Today"
    clock.move(hours=3)
    context.privacy.set_hidden(True)
    assert page.title.text() == "Good afternoon"


def test_a_draft_says_what_is_left_and_goes_on(page, context, travels):
    draft_id = world.keep(context, next_step="")
    context.notifier.changed.emit(Changed.DRAFTS)
    row = rows(page)[f"draft:{draft_id}"]
    assert row.row().title == "Finish your draft for Jordan Mayfield"
    assert row.row().second == "Today, 10:05 AM. 1 thing left. Write the next step."
    row.click()
    assert travels.last == Place(
        page=PageName.RECORD, person_id=JORDAN, draft_id=draft_id
    )


def test_a_whole_draft_leads_to_signing(page, context, travels):
    draft_id = world.keep(context)
    context.notifier.changed.emit(Changed.DRAFTS)
    row = rows(page)[f"draft:{draft_id}"]
    assert row.row().title == "Sign the note for Jordan Mayfield"
    row.click()
    assert travels.last.page == PageName.SIGN


def test_only_a_late_draft_is_warm_and_it_comes_first(page, context):
    late = world.keep(context, late_marked=True, next_step="")
    world.keep(context, next_step="")
    context.notifier.changed.emit(Changed.DRAFTS)
    first, second = list(rows(page).values())[:2]
    assert (first.objectName(), first.row().tone) == (f"draft:{late}", "warn")
    assert second.row().tone == "soft"


def test_at_most_five_rows_then_all_of_them(page, context):
    for _each in range(6):
        world.keep(context, next_step="")
    context.notifier.changed.emit(Changed.DRAFTS)
    assert len(rows(page)) == 5
    assert page.needs._more.text() == "Show all 9"
    press(page, "show_all")
    assert len(rows(page)) == 9


def test_the_rail_counts_the_rows(page, context, settled):
    world.keep(context)
    context.notifier.changed.emit(Changed.DRAFTS)
    waiting = overview.count_waiting(context.store, now=support.NOW)
    assert waiting.today == len(rows(page))


def test_a_contact_nobody_wrote_about_asks_what_became_of_it(page, context, travels):
    agree(context, support.TODAY - timedelta(days=1), time(9, 30))
    row = rows(page)["contact:1"]
    assert row.row().second == "Planned yesterday, 9:30 AM. Nothing is written yet."
    row.click()
    press(page._missed, "record_contact")
    assert travels.last == Place(page=PageName.RECORD, person_id=JORDAN, contact_id=1)


def test_a_contact_that_did_not_come_about_leaves_the_list(page, context):
    agree(context, support.TODAY - timedelta(days=1))
    rows(page)["contact:1"].click()
    press(page._missed, "close_contact")
    assert "contact:1" not in rows(page)


def test_papers_to_print_and_to_ink_are_two_rows(page, context, travels):
    assert "print" in rows(page)
    (first, *_rest) = papers.print_queue(context.store)
    papers.mark_printed(context.store, first.id, now=support.NOW)
    context.notifier.changed.emit(Changed.PAPERS)
    ink = rows(page)["ink"]
    assert ink.row().title == "1 paper waits for ink"
    assert ink.row().second == "The oldest was printed Tuesday, November 24."
    ink.click()
    assert travels.last == Place(page=PageName.PAPERS)


def test_open_set_up_is_one_row_until_it_is_done(page, context, travels):
    assert "set-up" in rows(page)
    assert "electronic" not in rows(page)
    rows(page)["set-up"].click()
    assert travels.last == Place(page=PageName.SET_UP)


def test_questions_left_open_after_set_up_lead_to_their_answers(page, context, travels):
    for step in STEPS:
        set_up_step_done(context.store, step, now=support.NOW)
    context.notifier.changed.emit(Changed.SETTINGS)
    assert {"electronic", "sheet", "acknowledgement"} <= set(rows(page))
    rows(page)["electronic"].click()
    assert travels.last == Place(page=PageName.SETTINGS, field="electronic")
    rows(page)["acknowledgement"].click()
    assert travels.last == Place(page=PageName.ACKNOWLEDGEMENT)


def test_a_calm_day_says_so(page, monkeypatch, context):
    monkeypatch.setattr("ui.pages.today_page.list_needs", lambda *_facts: ())
    page.open(HERE)
    (row,) = page.needs._rows.rows()
    assert row.row().title == "Nothing waits for you."
    assert "need" not in page.second.text()
    assert "Nothing planned today." in words_on(page)


def test_the_next_contact_says_when_and_starts(page, context, clock, travels):
    agree(context, support.TODAY, time(11, 30))
    assert page.planned._next.text() == "Next in 28 minutes"
    clock.move(minutes=1)
    page._on_minute_over()
    assert page.planned._next.text() == "Next in 27 minutes"
    press(page, "start:1")
    assert travels.last == Place(page=PageName.RECORD, person_id=JORDAN, contact_id=1)


def test_a_contact_already_past_is_not_the_next(page, context):
    agree(context, support.TODAY, time(9, 0))
    assert page.planned._next.isHidden()


def test_the_minute_is_never_announced(page, context, clock, announced):
    agree(context, support.TODAY, time(11, 30))
    announced.clear()
    clock.move(minutes=1)
    page._on_minute_over()
    assert announced == []


def test_midnight_brings_the_new_day(page, context, clock):
    agree(context, support.TODAY + timedelta(days=1), time(9, 0))
    assert "Nothing planned today." in words_on(page)
    clock.move(hours=14)
    page._on_minute_over()
    assert page.findChild(QPushButton, "start:1") is not None
    assert page.second.text().startswith("Wednesday, November 25")


def test_reviews_within_two_weeks_and_people_not_seen_come_soon(
    page, context, clock, travels
):
    clock.now = support.NOW.replace(year=2027, month=3, day=10)
    page.open(HERE)
    assert soon(page)[f"review:{JORDAN}"].row().tone == "neutral"
    soon(page)["not_seen"].click()
    assert travels.last == Place(page=PageName.PERSON, person_id=JORDAN)
    clock.now = support.NOW.replace(year=2027, month=3, day=15)
    page.open(HERE)
    assert soon(page)[f"review:{JORDAN}"].row().tone == "warn"


def test_emergency_numbers_are_the_nations_and_the_agencys(page, context):
    agency = Agency(name="Pine Hollow", crisis_number="555-0111")
    specialist.save_agency(context.store, agency, now=support.NOW)
    press(page, "emergency")
    said = "\n".join(
        label.accessibleName() or label.text()
        for label in page._emergency.findChildren(QLabel)
    )
    assert "988" in said
    assert "Crisis line: 555-0111." in said
    assert "To report an incident: not filled in yet" in said


def test_hidden_names_leave_no_name_on_today(page, context, qtbot):
    yesterday = support.TODAY - timedelta(days=1)
    world.keep(context, next_step="", held_on=yesterday)
    agree(context, support.TODAY, time(11, 30))
    context.privacy.set_hidden(True)
    qtbot.waitUntil(lambda: "J. M." in heard(page))
    for secret in ("Jordan", "Mayfield", "Bring the group list"):
        assert secret not in heard(page)


def heard(page):
    """Return all that can be seen or heard on the page."""
    shown = [one for one in page.findChildren(QWidget) if one.isVisible()]
    labels = [one.text() for one in shown if isinstance(one, QLabel)]
    return "\n".join([*labels, *(one.accessibleName() for one in shown)])


def test_out_of_sight_it_reads_nothing(page, context, monkeypatch):
    page.hide()
    monkeypatch.setattr(overview, "read_today", None)
    world.keep(context)
    context.notifier.changed.emit(Changed.DRAFTS)
    monkeypatch.undo()
    page.show()
    assert any(name.startswith("draft:") for name in rows(page))


def test_record_starts_without_a_person(page, travels):
    press(page, "record")
    assert travels.last == Place(page=PageName.RECORD)
    assert page.place() == HERE
