"""Days, times and moments as pages write them.

Names of days and months are ours: ``strftime`` follows the computer's language, and
the same content must give the same page everywhere.
"""

from datetime import date, datetime, time, timedelta

from app.domain.wording import _


def plain_date(day: date) -> str:
    """Return ``November 24, 2026``."""
    return f"{_months()[day.month - 1]} {day.day}, {day.year}"


def long_date(day: date) -> str:
    """Return ``Tuesday, November 24, 2026``."""
    return f"{_weekdays()[day.weekday()]}, {plain_date(day)}"


def short_date(day: date) -> str:
    """Return ``Nov 24, 2026``; May, June and July stay whole."""
    month = _months()[day.month - 1]
    short = month if len(month) <= 4 else month[:3]
    return f"{short} {day.day}, {day.year}"


def clock(at: time) -> str:
    """Return ``10:05 AM``."""
    half = _("AM") if at.hour < 12 else _("PM")
    return f"{at.hour % 12 or 12}:{at.minute:02d} {half}"


def clock_with_zone(moment: datetime) -> str:
    """Return ``11:02 AM (UTC-6)``.

    The zone is its distance from UTC, not its name: a name is lost when the content
    is kept as text, and the page must not depend on where it was read from.
    """
    offset = moment.utcoffset()
    if offset is None:
        return clock(moment.time())
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    zone = f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else "")
    return f"{clock(moment.time())} ({zone})"


def _months() -> tuple[str, ...]:
    return (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )


def _weekdays() -> tuple[str, ...]:
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )
