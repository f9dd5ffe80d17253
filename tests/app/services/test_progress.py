"""How far a person has come: counted from signed sessions only."""

from dataclasses import replace
from datetime import date

import pytest

from app.services import progress, sessions
from app.services.progress import GoalProgress
from tests import support
from tests.support import FIRST, NOW, session_draft, sign_session

SECOND = replace(FIRST, citation="24-2-42.2(A)(1)(c)", goal_number=2)


@pytest.fixture
def met(store, jordan):
    """Return a person met on three days, the second goal worked on once."""
    support.make_plan(store, jordan)
    for day, picks in (
        (date(2026, 10, 30), (FIRST,)),
        (date(2026, 11, 20), (FIRST, SECOND)),
        (date(2026, 11, 23), (FIRST, replace(SECOND, goal_number=1))),
    ):
        sign_session(store, session_draft(jordan, held_on=day, activities=picks))
    sessions.start_draft(store, session_draft(jordan), now=NOW)
    return jordan


def test_a_session_counts_once_for_a_goal_however_many_activities(store, met):
    found = progress.goal_progress(store, met, since=date(2026, 11, 1))

    assert found == {
        1: GoalProgress(sessions=2, last_on=date(2026, 11, 23)),
        2: GoalProgress(sessions=1, last_on=date(2026, 11, 20)),
    }


def test_the_last_day_is_told_even_if_it_was_before_the_count_begins(store, met):
    found = progress.goal_progress(store, met, since=date(2026, 11, 24))

    assert found[1] == GoalProgress(sessions=0, last_on=date(2026, 11, 23))


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2026, 10, 29), 0),
        (date(2026, 10, 31), 1),
        (date(2026, 11, 20), 1),
        (date(2026, 11, 24), 2),
        (date(2026, 12, 1), 0),
    ],
)
def test_a_months_sessions_are_counted_up_to_the_day(store, met, day, count):
    assert progress.sessions_in_month(store, met, day) == count


def test_a_session_the_person_missed_is_not_counted_in_the_month(store, met):
    sign_session(store, session_draft(met, person_present=False))

    assert progress.sessions_in_month(store, met, date(2026, 11, 24)) == 2
