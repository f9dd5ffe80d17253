"""A session: its length, and everything the sign gate asks."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.activity import Activity, Delivery
from app.domain.plan import Goal
from app.domain.session import (
    GoalAnswer,
    GoalChoice,
    PickedActivity,
    SessionDraft,
    check_session,
    crosses_midnight,
    ended_moment,
    minutes_between,
)

NOW = datetime(2026, 11, 24, 11, 2)
TODAY = NOW.date()
EDITION = date(2024, 9, 24)
CITATION = "24-2-42.2(A)(1)(a)"
OTHER = "24-2-42.2(A)(2)(a)"
ACTIVITY = Activity(
    edition=EDITION,
    citation=CITATION,
    text="Relate their own recovery stories to inspire hope",
    designations=("CPSSP-MH",),
    deliveries=frozenset({Delivery.FACE_TO_FACE}),
    list_citation="24-2-42.2(A)(1)",
    list_name="Adult",
)
PICKED = PickedActivity(
    citation=CITATION, edition=EDITION, answer=GoalAnswer.GOAL, goal_number=1
)
WHOLE = SessionDraft(
    person_id=1,
    held_on=TODAY,
    started_at=time(10, 5),
    ended_at=time(10, 50),
    place_kind="library",
    activities=(PICKED,),
    what_we_did="We met.",
    how_it_went="“Good.”",
    next_step="Meet again.",
)
CHOICE = GoalChoice(goals=(Goal(number=1, name="Calm"),))
MAKING = GoalChoice(making_plan=True)


def picked(**changes: object) -> SessionDraft:
    return replace(WHOLE, activities=(replace(PICKED, **changes),))


@pytest.mark.parametrize(
    ("start", "end", "minutes", "over"),
    [
        (time(10, 5), time(10, 50), 45, False),
        (time(23, 30), time(0, 15), 45, True),
        (time(0, 0), time(23, 59), 1439, False),
        (time(9, 0), time(9, 0), 0, False),
    ],
)
def test_length_is_computed_and_may_cross_midnight(start, end, minutes, over):
    assert minutes_between(start, end) == minutes
    assert crosses_midnight(start, end) is over


@given(st.times(), st.times())
def test_length_is_never_negative_nor_a_whole_day(start, end):
    assert 0 <= minutes_between(start, end) < 24 * 60


def test_a_session_over_midnight_ends_on_the_next_day():
    late = replace(WHOLE, started_at=time(23, 30), ended_at=time(0, 15))
    assert ended_moment(late) == datetime(2026, 11, 25, 0, 15)
    assert ended_moment(replace(late, ended_at=None)) is None


@pytest.mark.parametrize(
    ("draft", "choice", "fields"),
    [
        (WHOLE, CHOICE, []),
        (replace(WHOLE, held_on=None), CHOICE, ["held_on"]),
        (replace(WHOLE, started_at=None), CHOICE, ["started_at"]),
        (replace(WHOLE, ended_at=None), CHOICE, ["ended_at"]),
        (replace(WHOLE, held_on=TODAY + timedelta(days=1)), CHOICE, ["held_on"]),
        (replace(WHOLE, ended_at=time(10, 5)), CHOICE, ["ended_at"]),
        (replace(WHOLE, ended_at=time(11, 30)), CHOICE, ["ended_at"]),
        (
            replace(WHOLE, held_on=None, unread=(("held_on", "yester"),)),
            CHOICE,
            ["held_on"],
        ),
        (
            replace(WHOLE, started_at=None, unread=(("started_at", "1x"),)),
            CHOICE,
            ["started_at"],
        ),
        (
            replace(WHOLE, ended_at=None, unread=(("ended_at", "1x"),)),
            CHOICE,
            ["ended_at"],
        ),
        (replace(WHOLE, unread=(("next_on", "soon"),)), CHOICE, ["next_on"]),
        (replace(WHOLE, place_kind=""), CHOICE, ["place"]),
        (replace(WHOLE, place_kind="other"), CHOICE, ["place"]),
        (replace(WHOLE, place_kind="other", place=" \n"), CHOICE, ["place"]),
        (replace(WHOLE, place_kind="other", place="Park"), CHOICE, []),
        (replace(WHOLE, activities=()), CHOICE, ["activities"]),
        (
            picked(citation="24-2-42.2(A)(2)(a)"),
            CHOICE,
            ["activity:24-2-42.2(A)(2)(a)"],
        ),
        (picked(edition=date(2024, 12, 10)), CHOICE, [f"activity:{CITATION}"]),
        (replace(WHOLE, delivery=Delivery.REMOTE), CHOICE, ["delivery"]),
        (picked(answer=None), CHOICE, [f"goal:{CITATION}"]),
        (picked(goal_number=2), CHOICE, [f"goal:{CITATION}"]),
        (picked(answer=GoalAnswer.MAKING_PLAN), CHOICE, [f"goal:{CITATION}"]),
        (picked(answer=GoalAnswer.MAKING_PLAN), MAKING, []),
        (picked(answer=GoalAnswer.NO_GOAL_FITS), CHOICE, [f"goal:{CITATION}"]),
        (picked(answer=GoalAnswer.NO_GOAL_FITS, reason="New."), CHOICE, []),
        (replace(WHOLE, what_we_did=" "), CHOICE, ["what_we_did"]),
        (replace(WHOLE, how_it_went=""), CHOICE, ["how_it_went"]),
        (replace(WHOLE, next_step=""), CHOICE, ["next_step"]),
        (
            SessionDraft(person_id=1),
            CHOICE,
            [
                *("held_on", "started_at", "ended_at", "place", "activities"),
                *("what_we_did", "how_it_went", "next_step"),
            ],
        ),
    ],
)
def test_the_sign_gate_tells_everything_missing_at_once(draft, choice, fields):
    problems = check_session(draft, [ACTIVITY], choice, now=NOW)
    assert [problem.field for problem in problems] == fields


def test_remote_is_fine_where_the_edition_of_every_activity_allows_it():
    both = replace(ACTIVITY, deliveries=frozenset(Delivery))
    remote = replace(WHOLE, delivery=Delivery.REMOTE)
    assert check_session(remote, [both], CHOICE, now=NOW) == ()
