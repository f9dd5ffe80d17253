"""The words at the head of the page: with whom, how, from which list, for what."""

from collections.abc import Iterable
from datetime import date, datetime, time

from app.domain.activity import AllowedActivities, Delivery
from app.domain.person import Person, ServiceObjective, display_name
from app.domain.session import (
    SessionDraft,
    Support,
    crosses_midnight,
    minutes_between,
)
from app.domain.wording import _, plural
from app.services.sessions import LastTime, SessionChoices
from ui.widgets.reading import date_words, time_words


def title_words(person: Person, *, hidden: bool) -> str:
    """Return ``Session with Jordan Mayfield``."""
    name = display_name(person.name, hidden=hidden)
    return _("Session with {name}").format(name=name)


def facts_words(person: Person, draft: SessionDraft, choices: SessionChoices) -> str:
    """Return record number, kind of session, lists and edition in one line."""
    kind = _("1:1") if draft.support is Support.ONE_ON_ONE else _("group")
    remote = draft.delivery is Delivery.REMOTE
    how = _("remote") if remote else _("face-to-face")
    parts = [_("{kind}, {how}").format(kind=kind, how=how)]
    if person.record_number:
        parts.insert(0, _("Record {number}").format(number=person.record_number))
    if choices.allowed.activities:
        parts.append(_list_words(choices.allowed))
    return "  ·  ".join(parts)


def objective_words(objectives: tuple[ServiceObjective, ...], *, hidden: bool) -> str:
    """Return the Individual Service Plan's objectives: 24-2-42.2(A)."""
    if not objectives:
        return _("Individual Service Plan not yet received")
    if hidden:
        return _("Service plan objectives are hidden")
    listed = "; ".join(
        _("{words} (plan of {date})").format(
            words=one.words, date=date_words(one.plan_date, weekday=False)
        )
        for one in objectives
    )
    return _("Service plan objective: {listed}").format(listed=listed)


def last_time_words(last: LastTime | None, *, hidden: bool) -> str:
    """Return the next step agreed last time, or an empty text."""
    if last is None or hidden or not last.next_step:
        return ""
    return _("Next step from last time: {words}").format(words=last.next_step)


def saved_words(at: datetime, today: date) -> str:
    """Return ``Draft saved 10:51 AM``, with the day where it was not today."""
    when = time_words(at.time())
    if at.date() != today:
        day = date_words(at.date(), year=at.year != today.year)
        when = _("{day}, {time}").format(day=day, time=when)
    return _("Draft saved {time}").format(time=when)


def length_words(start: time | None, end: time | None) -> str:
    """Return ``45 minutes``, and that it ended on the next day where it did."""
    if start is None or end is None or start == end:
        return ""
    minutes = minutes_between(start, end)
    words = plural("{n} minute", "{n} minutes", minutes).format(n=minutes)
    if crosses_midnight(start, end):
        words = _("{length} · ends the next day").format(length=words)
    return words


def _list_words(allowed: AllowedActivities) -> str:
    codes = dict.fromkeys(
        code for one in allowed.activities for code in one.designations
    )
    editions = sorted({one.edition for one in allowed.activities}, reverse=True)
    return _("List: {codes}, edition current through {dates}").format(
        codes=", ".join(codes), dates=_dates(editions)
    )


def _dates(days: Iterable[date]) -> str:
    return _(" and ").join(date_words(day, weekday=False) for day in days)
