"""Specialist, people, plans, drafts and lists, on one real encrypted caseload."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from app.domain.designation import HeldDesignation
from app.domain.person import Person, ServiceObjective, StatusKind, VoluntaryStatus
from app.domain.plan import PlanDraft
from app.domain.problems import RuleViolation
from app.domain.session import GoalAnswer, NextContact, SessionDraft
from app.domain.specialist import Agency, Specialist
from app.services import (
    answers,
    caseload,
    overview,
    people,
    plans,
    search,
    sessions,
    specialist,
)
from tests import support
from tests.support import FIRST, NOW, RULES, TODAY, session_draft, sign_session


@pytest.fixture
def jordan(store):
    return support.add_jordan(store)


def test_who_the_specialist_is_reads_back(store):
    assert specialist.read_specialist(store).name == "Sam Rivers"
    (held,) = specialist.read_designations(store)
    assert held.agreed
    assert specialist.read_agency(store).name == "Pine Hollow Community Services"


def test_before_set_up_every_field_is_empty(tmp_path):
    empty = support.make_store(tmp_path / "empty")
    try:
        assert specialist.read_specialist(empty) == Specialist()
        assert specialist.read_designations(empty) == ()
        assert specialist.read_agency(empty) == Agency()
        edition, answer = specialist.edition_in_use(empty, TODAY)
        assert (edition, answer) == (date(2024, 9, 24), None)
        assert specialist.electronic_accepted(empty) is None
        assert caseload.set_up_done(empty) == frozenset()
    finally:
        empty.close()


def test_the_edition_in_use_is_the_one_that_had_started_by_that_day(store):
    newer = answers.Answer(value="", said_by="Dana", starts_on=date(2026, 11, 1))
    specialist.save_edition(store, date(2024, 12, 10), newer, now=NOW)
    before, _who = specialist.edition_in_use(store, date(2026, 10, 31))
    since, who = specialist.edition_in_use(store, date(2026, 11, 1))
    assert (before, since) == (date(2024, 9, 24), date(2024, 12, 10))
    assert who is not None
    assert who.said_by == "Dana"


def test_set_up_remembers_each_step_once(store):
    caseload.set_up_step_done(store, "who", now=NOW)
    caseload.set_up_step_done(store, "agency", now=NOW)
    caseload.set_up_step_done(store, "who", now=NOW)
    assert caseload.set_up_done(store) == {"who", "agency"}


def test_a_person_reads_back_with_choice_and_objective(store, jordan):
    person = people.read_person(store, jordan)
    assert (person.name, person.record_number) == ("Jordan Mayfield", "PH-00417")
    (status,) = people.list_statuses(store, jordan)
    assert status.kind is StatusKind.ACCEPTED
    (objective,) = people.list_objectives(store, jordan)
    assert objective.plan_date == date(2026, 9, 3)


def test_a_person_without_a_name_is_refused_whole(store):
    future = VoluntaryStatus(kind=StatusKind.OFFERED, on=TODAY + timedelta(days=1))
    with pytest.raises(RuleViolation) as refused:
        people.add_person(store, Person(), status=future, now=NOW)
    assert [p.field for p in refused.value.problems] == ["name", "on"]
    assert overview.list_people(store, today=TODAY) == ()


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (Person(name="jordan  MAYFIELD"), 1),
        (Person(name="Jordan Mayfielder"), 0),
        (Person(name="Jordan"), 0),
        (Person(name="100% Jordan_"), 0),
    ],
)
def test_a_double_is_pointed_out_and_not_blocked(store, jordan, other, count):
    assert len(people.possible_duplicates(store, other)) == count
    people.add_person(store, other, now=NOW)
    assert len(overview.list_people(store, today=TODAY)) == 2


def test_a_person_is_no_double_of_themselves(store, jordan):
    person = people.read_person(store, jordan)
    assert people.possible_duplicates(store, person) == ()


def test_changes_to_a_person_are_kept_and_checked(store, jordan):
    person = people.read_person(store, jordan)
    people.change_person(store, replace(person, preferred_name="Jo"), now=NOW)
    assert people.read_person(store, jordan).called == "Jo"
    with pytest.raises(RuleViolation):
        people.change_person(store, replace(person, name=""), now=NOW)
    with pytest.raises(LookupError):
        people.read_person(store, 99)


def test_a_choice_changes_with_its_day(store, jordan):
    stopped = VoluntaryStatus(kind=StatusKind.STOPPED, on=TODAY)
    people.add_status(store, jordan, stopped, now=NOW)
    assert people.list_statuses(store, jordan)[0] == stopped
    (one,) = overview.list_people(store, today=TODAY)
    assert (one.status, one.needs) == (StatusKind.STOPPED, "stopped")
    later = replace(stopped, on=TODAY + timedelta(days=1))
    with pytest.raises(RuleViolation):
        people.add_status(store, jordan, later, now=NOW)


def test_an_ended_objective_is_not_offered_any_more(store, jordan):
    words = ServiceObjective(words="Keep two appointments", plan_date=TODAY)
    added = people.add_objective(store, jordan, words, now=NOW)
    assert len(people.list_objectives(store, jordan)) == 2
    people.end_objective(store, added, now=NOW)
    (left,) = people.list_objectives(store, jordan)
    assert left.words == "Live independently in the community"


def test_a_plan_draft_is_kept_however_little_is_filled_in(store, jordan):
    assert plans.read_plan_draft(store, jordan) is None
    plans.save_plan_draft(store, jordan, PlanDraft(), now=NOW)
    plans.save_plan_draft(store, jordan, PlanDraft(own_words="Calm"), now=NOW)
    saved = plans.read_plan_draft(store, jordan)
    assert saved is not None
    assert saved.draft == PlanDraft(own_words="Calm")


def test_a_version_is_frozen_queued_for_ink_and_takes_the_drafts_place(store, jordan):
    plans.save_plan_draft(store, jordan, support.plan_draft(), now=NOW)
    made = support.make_plan(store, jordan)
    assert made.version == 1
    assert plans.read_plan_draft(store, jordan) is None
    current = plans.current_plan(store, jordan)
    assert current is not None
    assert current.content.goals[0].opened_on == date(2026, 9, 14)
    assert current.inked_on is None
    second = support.make_plan(store, jordan)
    assert second.content.replaces_on == date(2026, 9, 14)
    assert [v.version for v in plans.list_versions(store, jordan)] == [2, 1]


def test_an_unfinished_plan_makes_no_version(store, jordan):
    paragraph = support.VOLUNTARY
    assert paragraph is not None
    with pytest.raises(RuleViolation):
        plans.make_version(store, jordan, PlanDraft(), paragraph, now=NOW)
    assert plans.current_plan(store, jordan) is None


def test_the_goal_gate_offers_what_was_open_on_the_day(store, jordan):
    assert plans.goal_choice(store, jordan, TODAY).making_plan
    support.make_plan(store, jordan)
    before = plans.goal_choice(store, jordan, date(2026, 9, 13))
    assert (before.goals, before.making_plan) == ((), True)
    since = plans.goal_choice(store, jordan, date(2026, 9, 14))
    assert [goal.number for goal in since.goals] == [1, 2]
    assert not since.making_plan
    second = replace(FIRST, goal_number=2)
    sign_session(store, session_draft(jordan, activities=(second,)))
    again = plans.goal_choice(store, jordan, None)
    assert [goal.number for goal in again.goals] == [2, 1]


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


def test_making_the_plan_is_no_answer_once_one_is_in_force(store, jordan):
    support.make_plan(store, jordan)
    making = replace(FIRST, answer=GoalAnswer.MAKING_PLAN, goal_number=None)
    draft = session_draft(jordan, activities=(making,))
    (problem,) = sessions.draft_problems(store, RULES, draft, now=NOW)
    assert problem.field == "goal:24-2-42.2(A)(1)(a)"


def test_a_weak_passphrase_makes_no_caseload(tmp_path):
    with pytest.raises(RuleViolation):
        caseload.create(tmp_path / "weak", "password", now=NOW)
    assert not caseload.caseload_exists(tmp_path / "weak")


def test_the_recovery_code_opens_and_sets_a_new_passphrase(tmp_path):
    folder = tmp_path / "coded"
    made, code = caseload.create(
        folder, support.PASSPHRASE, now=NOW, cost=caseload.FLOOR
    )
    made.close()
    with pytest.raises(RuleViolation):
        caseload.open_with_code(folder, code, "short", now=NOW)
    caseload.open_with_code(folder, code, "nine loud geese fly by", now=NOW).close()
    caseload.open_caseload(folder, "nine loud geese fly by", now=NOW).close()
