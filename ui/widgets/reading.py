"""Read times and dates the way people type them, and show them one way.

Plain Python: no Qt. What cannot be read is ``None``; the field then keeps the words.
"""

import re
from datetime import date, datetime, time, timedelta

from app.domain.wording import _

_TIME = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))?\s*([ap])?\.?m?\.?")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s*(\d{1,2})(?:\D+(\d{4}|\d{2}))?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*([a-z]{3,9})\.?(?:\s*,?\s*(\d{4}|\d{2}))?")
_WEEKDAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+(?=\S)")

_MONTHS = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_FIRST_WORKING_HOUR = 7
_NOON, _HOURS, _MONTH_COUNT = 12, 24, 12


def read_time(words: str, now: datetime) -> time | None:
    """Return the time meant by ``10:05a``, ``1005``, ``5p``, ``17:30``, ``now``.

    Without ``a`` or ``p``, 1 to 6 means the afternoon and 7 to 12 the working day; a
    leading zero or an hour above 12 is read as a 24-hour time.
    """
    said = words.strip().lower()
    if said in ("now", _("now")):
        return now.time().replace(second=0, microsecond=0, tzinfo=None)
    if said in ("noon", _("noon")):
        return time(_NOON)
    found = _TIME.fullmatch(said)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    elif 1 <= hour < _FIRST_WORKING_HOUR and not found[1].startswith("0"):
        hour += _NOON
    return time(hour, minute) if hour < _HOURS and minute <= 59 else None


def time_words(value: time) -> str:
    """Return ``10:05 AM``."""
    half = _("AM") if value.hour < _NOON else _("PM")
    return f"{(value.hour + 11) % 12 + 1}:{value.minute:02} {half}"


def read_date(words: str, today: date, *, ahead: bool = False) -> date | None:
    """Return the day meant by ``2/2/26``, ``today``, ``Feb 2 2026``, ``mon``.

    Days without a year, and weekdays, are the last such day up to today; with
    ``ahead`` the next one from today on. Numbers are month, day, year.
    """
    said = words.strip().lower()
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}
    near |= {_("today"): 0, _("yesterday"): -1, _("tomorrow"): 1}
    if said in near:
        return today + timedelta(days=near[said])
    if len(said) > 2 and said[:3] in _WEEKDAYS and said.isalpha():
        return _weekday(said, today, ahead=ahead)
    said = _WEEKDAY.sub("", said, count=1)
    if found := _ISO.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _RUN.fullmatch(said) or _NUMBERS.fullmatch(said):
        month, day = int(found[1]), int(found[2])
    elif found := _MONTH_FIRST.fullmatch(said):
        month, day = _month(found[1]), int(found[2])
    elif found := _DAY_FIRST.fullmatch(said):
        month, day = _month(found[2]), int(found[1])
    else:
        return None
    return _closest(month, day, found[3], (today, ahead))


def date_words(value: date, *, weekday: bool = True, year: bool = True) -> str:
    """Return ``Tue, Nov 24, 2026``, or without its weekday or its year."""
    shown = _("{month} {day}").format(month=_month_name(value.month), day=value.day)
    if year:
        shown = _("{day}, {year}").format(day=shown, year=value.year)
    if weekday:
        names = (
            _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"),
        )  # fmt: skip
        shown = _("{weekday}, {day}").format(weekday=names[value.weekday()], day=shown)
    return shown


def _month_name(month: int) -> str:
    names = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
        _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    return names[month - 1]


def _month(word: str) -> int:
    """Return the month a word begins, in English or the reader's language; else 0."""
    for number in range(1, _MONTH_COUNT + 1):
        own = _month_name(number).lower()
        if word.startswith((_MONTHS[number - 1], own)):
            return number
    return 0


def _weekday(word: str, today: date, *, ahead: bool) -> date:
    back = (today.weekday() - _WEEKDAYS.index(word[:3])) % 7
    return today + timedelta(days=(-back) % 7) if ahead else today - timedelta(back)


def _closest(
    month: int, day: int, year: str | None, side: tuple[date, bool]
) -> date | None:
    today, ahead = side
    if year is not None and len(year) == 4:
        return _day(int(year), month, day)
    if year is not None:
        century = today.year // 100 * 100
        full = century + int(year)
        latest = today.year + (20 if ahead else 1)
        return _day(full - 100 if full > latest else full, month, day)
    near = (
        _day(today.year + step, month, day) for step in (-4, -3, -2, -1, 0, 1, 2, 3, 4)
    )
    known = [found for found in near if found is not None]
    if ahead:
        return min((found for found in known if found >= today), default=None)
    return max((found for found in known if found <= today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
