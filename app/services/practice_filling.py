"""What a practice caseload is filled from, how big it gets, and the days it spans."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from app.domain.page_content import PlanContent
from app.store.database import Store

HALF_YEAR = 182
"""The days of sessions before the day it is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How big to make it.

    Attributes:
        people: Twelve have names and words of their own; more are put together.
        sessions: None for as many as the plans ask for in half a year.
        own_pages: Whether each note has its own PDF; without, all share one, which
            makes a large caseload for measuring in minutes instead of hours.
    """

    people: int = 12
    sessions: int | None = None
    own_pages: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What a practice caseload is filled from.

    Attributes:
        data: ``resources/practice/caseload.toml``, as read.
        specialist: The one chosen of its specialists.
        progress: Told how many sessions are signed, and of how many.
    """

    store: Store
    data: dict[str, Any]
    specialist: dict[str, Any]
    size: Size
    now: datetime
    pin: str
    progress: Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePerson:
    """A made-up person with the plan their sessions follow."""

    id: int
    called: str
    plan: PlanContent
    sessions: tuple[date, ...]


def moment(filling: Filling, days_ago: int, at: time = time(8, 0)) -> datetime:
    """Return a moment so many days before the caseload is made."""
    day = filling.now.date() - timedelta(days=days_ago)
    return datetime.combine(day, at, filling.now.tzinfo)


def weekday(day: date) -> date:
    """Return the day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))
