"""Sessions: drafts, what may be picked, and what signed notes are listed by."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.designation import HeldDesignation
from app.domain.session import SessionDraft
from app.services import (
    overview,
    search,
    sessions,
    signing,
    specialist,
)
from tests import support
from tests.support import FIRST, NOW, RULES, TODAY, session_draft, sign_session


def test_a_draft_is_kept_as_typed_and_offered_again(store, jordan):
    empty = SessionDraft(person_id=jordan)
    draft_id = sessions.start_draft(store, empty, now=NOW)
    typed = replace(empty, unread=(("started_at", "10:0"),), in_field="started_at")
    sessions.save_draft(store, draft_id, typed, now=NOW + timedelta(minutes=1))
    (saved,) = sessions.list_drafts(store, jordan)
    assert saved.draft == typed
    assert saved.saved_at == NOW + timedelta(minutes=1)
    assert overview.list_people(store, today=TODAY)[0].needs == "draft"


def test_a_discarded_draft_can_be_brought_back(store, jordan):
    draft_id = sessions.start_draft(store, session_draft(jordan), now=NOW)
    sessions.discard_draft(store, draft_id, now=NOW)
    assert sessions.list_drafts(store) == ()
    with pytest.raises(LookupError):
        sessions.read_draft(store, draft_id)
    sessions.restore_draft(store, draft_id, now=NOW)
    assert sessions.read_draft(store, draft_id).draft == session_draft(jordan)


def test_what_may_be_picked_follows_designations_on_the_day(store, jordan):
    today = sessions.session_choices(store, RULES, jordan, TODAY)
    assert len(today.allowed.activities) == 8
    before = sessions.session_choices(store, RULES, jordan, date(2026, 2, 1))
    assert before.allowed.activities == ()
    assert before.allowed.notices
    lapsed = HeldDesignation(
        code="CPSSP-MH", awarded_on=date(2026, 2, 2), ended_on=date(2026, 11, 23)
    )
    specialist.save_designations(store, [lapsed], now=NOW)
    after = sessions.session_choices(store, RULES, jordan, TODAY)
    assert after.allowed.activities == ()
    last_day = sessions.session_choices(store, RULES, jordan, date(2026, 11, 23))
    assert len(last_day.allowed.activities) == 8


def test_a_session_of_before_the_lapse_stays_signable(store, jordan):
    support.make_plan(store, jordan)
    lapsed = HeldDesignation(
        code="CPSSP-MH", awarded_on=date(2026, 2, 2), ended_on=date(2026, 11, 23)
    )
    specialist.save_designations(store, [lapsed], now=NOW)
    yesterday = session_draft(jordan, held_on=date(2026, 11, 23))
    assert sessions.draft_problems(store, RULES, yesterday, now=NOW) == ()
    today = sessions.draft_problems(store, RULES, session_draft(jordan), now=NOW)
    assert [p.field for p in today] == ["activity:24-2-42.2(A)(1)(a)"]


def test_last_time_and_the_most_used_come_from_signed_notes(store, jordan):
    support.make_plan(store, jordan)
    assert sessions.last_time(store, jordan) is None
    often = replace(FIRST, citation="24-2-42.2(A)(1)(c)")
    for day, picks in ((20, (often,)), (23, (FIRST, often))):
        draft = session_draft(jordan, held_on=date(2026, 11, day), activities=picks)
        sign_session(store, draft)
    last = sessions.last_time(store, jordan)
    assert last is not None
    assert (last.held_on, last.goal_number) == (date(2026, 11, 23), 1)
    choices = sessions.session_choices(store, RULES, jordan, TODAY)
    assert choices.often == ("24-2-42.2(A)(1)(c)", "24-2-42.2(A)(1)(a)")
    ordered = sessions.put_often_first(choices.allowed.activities, choices.often)
    assert [a.citation[-3:] for a in ordered] == [
        f"({letter})" for letter in "cabdefgh"
    ]


def test_signed_sessions_are_listed_newest_first_page_by_page(store, jordan):
    support.make_plan(store, jordan)
    for day in (20, 18, 23):
        sign_session(store, session_draft(jordan, held_on=date(2026, 11, day)))
    days = [one.held_on.day for one in sessions.list_sessions(store, jordan)]
    assert days == [23, 20, 18]
    (first,) = sessions.list_sessions(store, jordan, limit=1)
    rest = sessions.list_sessions(store, jordan, before=first.id)
    assert [one.held_on.day for one in rest] == [20, 18]
    assert sessions.count_sessions(store, jordan) == 3
    with pytest.raises(LookupError):
        sessions.read_note(store, 99)


def test_signed_notes_are_found_by_their_words_and_drafts_are_not(store, jordan):
    support.make_plan(store, jordan)
    sign_session(store, session_draft(jordan))
    sessions.start_draft(store, session_draft(jordan), now=NOW)
    (found,) = search.search_notes(store, "library thr")
    assert found.person_name == "Jordan Mayfield"
    assert search.search_notes(store, "nothing like it") == ()


def test_the_id_of_a_signed_draft_is_never_used_again(store, jordan):
    support.make_plan(store, jordan)
    first = sessions.start_draft(store, session_draft(jordan), now=NOW)
    ready = signing.prepare_signature(store, RULES, first, support.PIN, now=NOW)
    signing.finish_signature(store, ready, now=NOW)
    second = sessions.start_draft(store, session_draft(jordan), now=NOW)
    assert second > first
    with pytest.raises(LookupError):
        sessions.read_draft(store, first)
