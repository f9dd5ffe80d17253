"""The Recovery Support Plan, made with the person: 24-2-42.2(A), ed. 2024-12-10."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.frequency import Every, Frequency
from app.domain.problems import Problem
from app.domain.wording import _

REVIEW_MONTHS = 6
"""Reviewed "every six (6) months or as medically indicated": 23-223-6.6(A)(8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A step towards a goal: what, by when, who helps."""

    words: str = ""
    target_on: date | None = None
    who_helps: str = ""
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the person wants, in a short name and in their own words.

    Attributes:
        number: Stays with the goal through all versions of a person's plan.
        works_when: How the person will know that it works; makes it measurable.
        service_objective: The Individual Service Plan objective it supports, in that
            plan's words; empty while the plan is not yet received.
    """

    number: int
    name: str = ""
    own_words: str = ""
    works_when: str = ""
    service_objective: str = ""
    service_plan_date: date | None = None
    objectives: tuple[Objective, ...] = ()
    opened_on: date | None = None
    closed_on: date | None = None

    def open_on(self, day: date) -> bool:
        """Say whether the goal was open on that day, both ends included."""
        if self.opened_on is None or day < self.opened_on:
            return False
        return self.closed_on is None or day <= self.closed_on


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """A plan as filled in. Every field may still be empty.

    Attributes:
        own_words: What the person said they want, as they said it.
        strengths: What I am good at, one to a line; ``helps`` and ``prefers`` alike.
        unread: Fields not answered yet, or whose typed text could not be read, as
            (field, text): the frequency's choices have no empty value of their own.
    """

    own_words: str = ""
    strengths: str = ""
    helps: str = ""
    prefers: str = ""
    goals: tuple[Goal, ...] = ()
    frequency: Frequency = Frequency()
    made_on: date | None = None
    review_on: date | None = None
    unread: tuple[tuple[str, ...], ...] = ()


def months_after(day: date, months: int) -> date:
    """Return the same day some months on, clamped to the month's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def check_plan(draft: PlanDraft, *, today: date) -> tuple[Problem, ...]:
    """Return what keeps a version from being made; empty when fit."""
    return tuple(_problems(draft, today))


def _problems(draft: PlanDraft, today: date) -> Iterator[Problem]:
    unread = {field for field, *_rest in draft.unread}
    if not draft.own_words.strip():
        yield Problem("own_words", _("Write what the person wants, in their words."))
    if not draft.goals:
        yield Problem("goals", _("Add at least one goal."))
    for goal in draft.goals:
        yield from _goal_problems(goal)
    for problem in _frequency_problems(draft.frequency, today):
        if problem.field not in unread:
            yield problem
    for problem in _day_problems(draft, today):
        if problem.field not in unread:
            yield problem
    for field, *typed in draft.unread:
        if any(typed):
            yield Problem(field, _("This cannot be read. Check it, or clear it."))
        else:
            yield Problem(field, _("Pick one."), "24-2-42.1(F)")


def _day_problems(draft: PlanDraft, today: date) -> Iterator[Problem]:
    if draft.made_on is None:
        yield Problem("made_on", _("Say on which day you made the plan together."))
    elif draft.made_on > today:
        yield Problem("made_on", _("This day has not come yet. Check the date."))
    if draft.review_on is None:
        yield Problem("review_on", _("Say by when you will look at it again."))
    elif draft.made_on is not None and draft.review_on <= draft.made_on:
        yield Problem("review_on", _("The review comes after the day of the plan."))


def _frequency_problems(frequency: Frequency, today: date) -> Iterator[Problem]:
    if frequency.every is not Every.AS_NEEDED and frequency.times < 1:
        yield Problem("frequency", _("Say how often you will meet."), "24-2-42.1(F)")
    if frequency.set_on is None:
        yield Problem("set_on", _("Say when it was agreed."), "24-2-42.1(F)")
    elif frequency.set_on > today:
        yield Problem("set_on", _("This day has not come yet. Check the date."))


def _goal_problems(goal: Goal) -> Iterator[Problem]:
    where = f"goal:{goal.number}"
    if not goal.name.strip():
        yield Problem(f"{where}:name", _("Give this goal a short name."))
    if not goal.works_when.strip():
        yield Problem(
            f"{where}:works_when", _("Say how the person will know that it works.")
        )
    steps = [step for step in goal.objectives if step.words.strip()]
    if not steps:
        yield Problem(f"{where}:objectives", _("Add at least one step to this goal."))
    if any(step.target_on is None for step in steps):
        yield Problem(f"{where}:objectives", _("Give each step a day to aim for."))
