"""What lists say about a person: days from today, what is pressing, the whole row."""

from datetime import date

from app.domain.person import PersonSummary, StatusKind, display_name
from app.domain.wording import _, plural

_WEEK, _FAR = 7, 14


def days_ago(day: date, today: date) -> str:
    """Return ``Today``, ``Yesterday`` or ``4 days ago``."""
    days = (today - day).days
    if days <= 0:
        return _("Today")
    if days == 1:
        return _("Yesterday")
    return plural("{n} day ago", "{n} days ago", days).format(n=days)


def days_ahead(day: date, today: date) -> str:
    """Return ``Today``, ``Tomorrow``, ``In 5 days`` or ``In 2 weeks``."""
    days = (day - today).days
    if days <= 0:
        return _("Today")
    if days == 1:
        return _("Tomorrow")
    if days < _FAR:
        return plural("In {n} day", "In {n} days", days).format(n=days)
    weeks = days // _WEEK
    return plural("In {n} week", "In {n} weeks", weeks).format(n=weeks)


def weekday_name(day: date) -> str:
    """Return ``Friday``."""
    return (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"),
        _("Friday"), _("Saturday"), _("Sunday"),
    )[day.weekday()]  # fmt: skip


def month_name(day: date) -> str:
    """Return ``November``."""
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
        _("July"), _("August"), _("September"), _("October"), _("November"),
        _("December"),
    )[day.month - 1]  # fmt: skip


def month_day(day: date, today: date) -> str:
    """Return ``November 20``, with the year where it is not this one."""
    shown = _("{month} {day}").format(month=month_name(day), day=day.day)
    if day.year != today.year:
        shown = _("{day}, {year}").format(day=shown, year=day.year)
    return shown


def long_day(day: date, today: date) -> str:
    """Return ``Friday, November 20``, with the year where it is not this one."""
    return _("{weekday}, {day}").format(
        weekday=weekday_name(day), day=month_day(day, today)
    )


def status_words(kind: StatusKind) -> str:
    """Return where a person stands with this support, in words that do no harm."""
    return {
        StatusKind.OFFERED: _("Offered"),
        StatusKind.REQUESTED: _("Asked for this support"),
        StatusKind.INDICATED: _("Indicated by a professional"),
        StatusKind.ACCEPTED: _("Chose this support"),
        StatusKind.DECLINED: _("Chose not to, for now"),
        StatusKind.PAUSED: _("Taking a break"),
        StatusKind.STOPPED: _("Stopped, by choice"),
    }[kind]


def status_mark(kind: StatusKind) -> tuple[str, str]:
    """Return the icon and the tone of a status."""
    return {
        StatusKind.OFFERED: ("circle-dashed", "soft"),
        StatusKind.REQUESTED: ("message-square-quote", "soft"),
        StatusKind.INDICATED: ("info", "soft"),
        StatusKind.ACCEPTED: ("heart-handshake", "ok"),
        StatusKind.DECLINED: ("minus", "neutral"),
        StatusKind.PAUSED: ("clock", "neutral"),
        StatusKind.STOPPED: ("minus", "neutral"),
    }[kind]


def needs_mark(needs: str) -> tuple[str, str, str]:
    """Return icon, words and tone of what is most pressing with a person."""
    return {
        "draft": ("file-pen", _("Draft to finish"), "soft"),
        "plan": ("file-pen-line", _("Plan to write"), "soft"),
        "review": ("flag", _("Review due"), "warn"),
        "not_seen": ("footprints", _("Not seen lately"), "warn"),
        "on_track": ("circle-check", _("On track"), "ok"),
        "paused": ("clock", _("Taking a break"), "neutral"),
        "stopped": ("minus", _("Stopped, by choice"), "neutral"),
        "ended": ("log-out", _("Ended"), "neutral"),
    }[needs]


def done_words(person: PersonSummary) -> str:
    """Return ``3 of 4``, or the bare number where no number is planned."""
    if person.planned is None:
        return str(person.done)
    return _("{done} of {planned}").format(done=person.done, planned=person.planned)


def record_words(person: PersonSummary) -> str:
    """Return ``Record 0009``, or an empty text."""
    if not person.record_number:
        return ""
    return _("Record {number}").format(number=person.record_number)


def person_sentence(person: PersonSummary, today: date, *, hidden: bool) -> str:
    """Return the row as one sentence, for people who hear it."""
    parts = [display_name(person.name, hidden=hidden)]
    if person.record_number:
        parts.append(_("record {number}").format(number=person.record_number))
    if person.last_seen is None:
        parts.append(_("not seen yet"))
    else:
        ago = days_ago(person.last_seen, today).lower()
        parts.append(_("last seen {when}").format(when=ago))
    parts.append(_month_sentence(person, today))
    if person.next_on is not None:
        ahead = days_ahead(person.next_on, today).lower()
        parts.append(_("next planned {when}").format(when=ahead))
    parts.append(needs_mark(person.needs)[1].lower())
    return ", ".join(parts)


def _month_sentence(person: PersonSummary, today: date) -> str:
    month = month_name(today)
    if person.planned is None:
        one, many = "{n} session done in {month}", "{n} sessions done in {month}"
        return plural(one, many, person.done).format(n=person.done, month=month)
    return _("{done} planned sessions done in {month}").format(
        done=done_words(person), month=month
    )
