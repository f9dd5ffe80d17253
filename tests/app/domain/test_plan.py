"""The Recovery Support Plan: goals open on a day, and what keeps it from being made."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.frequency import Every, Frequency
from app.domain.plan import Goal, Objective, PlanDraft, check_plan, months_after

TODAY = date(2026, 11, 24)
STEP = Objective(words="Write three steps", target_on=date(2026, 12, 8))
GOAL = Goal(number=1, name="Calmer mornings", works_when="I sleep.", objectives=(STEP,))
WHOLE = PlanDraft(
    own_words="I want calm.",
    goals=(GOAL,),
    frequency=Frequency(set_on=TODAY),
    made_on=TODAY,
    review_on=date(2027, 5, 24),
)


def with_goal(**changes: object) -> PlanDraft:
    return replace(WHOLE, goals=(replace(GOAL, **changes),))


@pytest.mark.parametrize(
    ("opened", "closed", "day", "is_open"),
    [
        (None, None, TODAY, False),
        (TODAY, None, TODAY - timedelta(days=1), False),
        (TODAY, None, TODAY, True),
        (TODAY, TODAY, TODAY, True),
        (TODAY, TODAY, TODAY + timedelta(days=1), False),
    ],
)
def test_a_goal_is_open_from_its_first_day_to_its_last(opened, closed, day, is_open):
    assert Goal(number=1, opened_on=opened, closed_on=closed).open_on(day) is is_open


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 3, 15), -8, date(2025, 7, 15)),
    ],
)
def test_months_are_counted_to_the_same_day_or_the_months_end(day, months, then):
    assert months_after(day, months) == then


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (WHOLE, []),
        (replace(WHOLE, own_words=" "), ["own_words"]),
        (replace(WHOLE, made_on=None), ["made_on"]),
        (replace(WHOLE, made_on=TODAY + timedelta(days=1)), ["made_on"]),
        (replace(WHOLE, review_on=None), ["review_on"]),
        (replace(WHOLE, review_on=TODAY), ["review_on"]),
        (replace(WHOLE, made_on=None, review_on=TODAY), ["made_on"]),
        (replace(WHOLE, frequency=Frequency(times=0, set_on=TODAY)), ["frequency"]),
        (
            replace(
                WHOLE,
                frequency=Frequency(times=0, every=Every.AS_NEEDED, set_on=TODAY),
            ),
            [],
        ),
        (replace(WHOLE, frequency=Frequency()), ["set_on"]),
        (
            replace(WHOLE, frequency=Frequency(set_on=TODAY + timedelta(days=1))),
            ["set_on"],
        ),
        (replace(WHOLE, goals=()), ["goals"]),
        (with_goal(name=""), ["goal:1:name"]),
        (with_goal(works_when=""), ["goal:1:works_when"]),
        (with_goal(objectives=(Objective(),)), ["goal:1:objectives"]),
        (with_goal(objectives=(Objective(words="Walk"),)), ["goal:1:objectives"]),
        (
            replace(WHOLE, made_on=None, unread=(("made_on", "last wee"),)),
            ["made_on"],
        ),
        (
            replace(WHOLE, frequency=Frequency(times=0), unread=(("frequency", ""),)),
            ["set_on", "frequency"],
        ),
        (
            PlanDraft(),
            ["own_words", "goals", "set_on", "made_on", "review_on"],
        ),
    ],
)
def test_all_that_keeps_a_plan_from_being_made_is_told_at_once(draft, fields):
    assert [p.field for p in check_plan(draft, today=TODAY)] == fields
