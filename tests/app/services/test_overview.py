"""Who is on the caseload, and what needs the specialist on a day."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from app.domain.person import StatusKind, VoluntaryStatus
from app.domain.session import NextContact
from app.services import (
    overview,
    papers,
    people,
    sessions,
)
from tests import support
from tests.support import NOW, TODAY, session_draft, sign_session


def test_a_session_counts_as_seen_only_when_the_person_was_there(store, jordan):
    support.make_plan(store, jordan)
    sign_session(store, session_draft(jordan, person_present=False))
    (one,) = overview.list_people(store, today=TODAY)
    assert (one.last_seen, one.done) == (None, 0)
    sign_session(store, session_draft(jordan))
    (one,) = overview.list_people(store, today=TODAY)
    assert (one.last_seen, one.done, one.planned) == (TODAY, 1, 4)


@pytest.mark.parametrize(
    ("today", "needs"),
    [
        (date(2026, 9, 20), "on_track"),
        (date(2026, 9, 28), "on_track"),
        (date(2026, 9, 29), "not_seen"),
        (date(2027, 3, 14), "review"),
    ],
)
def test_the_list_says_what_is_most_pressing(store, jordan, today, needs):
    support.make_plan(store, jordan)
    (one,) = overview.list_people(store, today=today)
    assert one.needs == needs


def test_a_person_without_a_plan_needs_one(store, jordan):
    assert overview.list_people(store, today=TODAY)[0].needs == "plan"
    paused = VoluntaryStatus(kind=StatusKind.PAUSED, on=TODAY)
    people.add_status(store, jordan, paused, now=NOW)
    assert overview.list_people(store, today=TODAY)[0].needs == "paused"


def test_today_shows_contacts_until_they_are_recorded_or_closed(store, jordan):
    support.make_plan(store, jordan)
    at = NextContact(on=TODAY, at=time(9, 30), place="Library")
    before = session_draft(jordan, held_on=date(2026, 11, 20), next_contact=at)
    sign_session(store, before)
    (planned,) = overview.read_today(store, now=NOW).planned
    assert (planned.person_name, planned.at) == ("Jordan Mayfield", time(9, 30))
    tomorrow = overview.read_today(store, now=NOW + timedelta(days=1))
    assert [one.id for one in tomorrow.not_written] == [planned.id]
    draft_id = sessions.start_draft(store, session_draft(jordan), now=NOW)
    assert overview.read_today(store, now=NOW).planned == ()
    sessions.discard_draft(store, draft_id, now=NOW)
    assert len(overview.read_today(store, now=NOW).planned) == 1
    assert overview.read_contact(store, planned.id) == planned
    overview.close_contact(store, planned.id, now=NOW)
    assert overview.read_today(store, now=NOW).planned == ()
    with pytest.raises(LookupError):
        overview.read_contact(store, planned.id)


def test_a_contact_that_was_recorded_is_not_the_next_one_in_the_list(store, jordan):
    support.make_plan(store, jordan)
    for day, next_day in ((20, TODAY), (23, date(2026, 11, 30))):
        at = NextContact(on=next_day, place="Library")
        held = date(2026, 11, day)
        sign_session(store, session_draft(jordan, held_on=held, next_contact=at))
    (before,) = overview.list_people(store, today=TODAY)
    sign_session(store, session_draft(jordan))
    (after,) = overview.list_people(store, today=TODAY)
    assert (before.next_on, after.next_on) == (TODAY, date(2026, 11, 30))


def test_last_seen_is_the_last_time_the_person_was_there(store, jordan):
    support.make_plan(store, jordan)
    for day, present in ((18, True), (20, True), (23, False)):
        held = date(2026, 11, day)
        sign_session(store, session_draft(jordan, held_on=held, person_present=present))
    support.add_jordan(store, name="Ana Rowe")
    ana, seen = sorted(overview.list_people(store, today=TODAY), key=lambda p: p.name)
    assert (seen.last_seen, seen.done) == (date(2026, 11, 20), 2)
    assert (ana.last_seen, ana.done) == (None, 0)


def test_today_counts_what_waits_and_names_open_questions(store, jordan):
    today = overview.read_today(store, now=NOW)
    assert (today.people, today.drafts, today.to_print) == (1, 0, 0)
    assert set(today.open_questions) == {"electronic", "sheet", "acknowledgement"}
    support.make_plan(store, jordan)
    soon = overview.read_today(store, now=NOW.replace(year=2027, month=3, day=10))
    ((review),) = soon.reviews
    assert (review.on, review.overdue) == (date(2027, 3, 14), False)
    late = overview.read_today(store, now=NOW.replace(year=2027, month=3, day=15))
    assert late.reviews[0].overdue


def test_the_rail_counts_what_waits_on_today_and_on_papers(store, jordan):
    settled = ("edition", "electronic", "sheet", "acknowledgement", "pin")
    open_before = overview.read_today(store, now=NOW).to_settle
    assert set(open_before) <= {"set-up", *settled}
    before = overview.count_waiting(store, now=NOW)
    assert (before.today, before.papers) == (len(open_before), 0)

    support.make_plan(store, jordan)
    at = NextContact(on=TODAY, at=time(9, 30), place="Library")
    held = date(2026, 11, 20)
    signed = sign_session(store, session_draft(jordan, held_on=held, next_contact=at))
    sessions.start_draft(store, session_draft(jordan, held_on=held), now=NOW)
    two_pages = overview.count_waiting(store, now=NOW + timedelta(days=1))
    # A draft, a planned contact not written, and the pages to print as one.
    assert two_pages.today == len(open_before) + 3
    assert two_pages.papers == 2

    papers.mark_printed(store, signed.printout_id, now=NOW)
    inked = overview.count_waiting(store, now=NOW + timedelta(days=1))
    assert (inked.today, inked.papers) == (len(open_before) + 4, 2)
    today = overview.read_today(store, now=NOW)
    assert (today.to_print, today.awaiting_ink, today.oldest_ink) == (1, 1, TODAY)


def test_who_left_is_listed_apart(store, jordan):
    person = people.read_person(store, jordan)
    people.change_person(store, replace(person, ended_on=TODAY), now=NOW)
    assert overview.list_people(store, today=TODAY) == ()
    (left,) = overview.list_ended(store, today=TODAY)
    assert (left.name, left.needs) == ("Jordan Mayfield", "ended")
