"""People on the caseload: added, changed, found twice, and their choice."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.person import Person, ServiceObjective, StatusKind, VoluntaryStatus
from app.domain.problems import RuleViolation
from app.services import (
    overview,
    people,
)
from tests.support import NOW, TODAY


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
    people.resume_objective(store, added, now=NOW)
    assert len(people.list_objectives(store, jordan)) == 2
