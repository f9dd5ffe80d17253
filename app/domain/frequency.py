"""The planned frequency of support: 24-2-42.1(F)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.wording import _, plural


class Every(StrEnum):
    """What the number of sessions is counted by."""

    WEEK = "week"
    TWO_WEEKS = "two weeks"
    MONTH = "month"
    AS_NEEDED = "as needed"


class SetBy(StrEnum):
    """Who set it, in the words of 24-2-42.1(F)."""

    PHYSICIAN = "physician and CPSSP"
    PROFESSIONAL = "mental health professional and CPSSP"
    PERSON = "requested by the person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frequency:
    """How often, who set it and when."""

    times: int = 1
    every: Every = Every.WEEK
    set_by: SetBy = SetBy.PERSON
    set_with: str = ""
    set_on: date | None = None


def planned_in_month(frequency: Frequency, day: date) -> int | None:
    """Return the sessions planned for ``day``'s month, None for "as needed".

    Weeks are counted as the month's days over seven, rounded down: four in every
    month but for 'two a week', where the odd days count too.
    """
    days = monthrange(day.year, day.month)[1]
    match frequency.every:
        case Every.WEEK:
            return frequency.times * days // 7
        case Every.TWO_WEEKS:
            return frequency.times * days // 14
        case Every.MONTH:
            return frequency.times
    return None


def interval_days(frequency: Frequency) -> int | None:
    """Return the days between two planned sessions, None for "as needed"."""
    span = {Every.WEEK: 7, Every.TWO_WEEKS: 14, Every.MONTH: 31}
    if frequency.every not in span:
        return None
    return max(1, span[frequency.every] // max(1, frequency.times))


def frequency_words(frequency: Frequency) -> str:
    """Return it as people say it: "Once a week", "2 times a month"."""
    if frequency.every is Every.AS_NEEDED:
        return _("As needed")
    times = plural("Once", "{n} times", frequency.times).format(n=frequency.times)
    span = {
        Every.WEEK: _("{times} a week"),
        Every.TWO_WEEKS: _("{times} every two weeks"),
        Every.MONTH: _("{times} a month"),
    }
    return span[frequency.every].format(times=times)


def set_by_words(set_by: SetBy) -> str:
    """Return who set it, in words for screen and paper."""
    return {
        SetBy.PHYSICIAN: _("set by a physician and the CPSSP"),
        SetBy.PROFESSIONAL: _("set by a mental health professional and the CPSSP"),
        SetBy.PERSON: _("asked for by the person"),
    }[set_by]
