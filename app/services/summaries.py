"""Everybody on the caseload in one line each, with what is most pressing."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from app.domain.canonical import from_canonical
from app.domain.frequency import Frequency, interval_days, planned_in_month
from app.domain.person import PersonSummary, StatusKind
from app.services.columns import to_day, to_text, to_time
from app.services.contacts import still_planned
from app.store import tables as t
from app.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What was found out for everybody at once, by person id.

    Attributes:
        seen: ISO day of the last session with the person present.
        done: Sessions of this month with the person present.
        nexts: ISO day, ISO time if agreed, and place of the next contact.
        drafts: Who has a session to finish.
        plans: Frequency, first day and review day of the newest version.
    """

    seen: dict[int, str]
    done: dict[int, int]
    nexts: dict[int, tuple[str, str | None, str]]
    statuses: dict[int, StatusKind]
    drafts: set[int]
    plans: dict[int, tuple[Frequency, date, date]]


def list_people(store: Store, *, today: date) -> tuple[PersonSummary, ...]:
    """Return everybody on the caseload, what needs the specialist first."""
    with store.reading() as db:
        return people_in(db, today)


def list_ended(store: Store, *, today: date) -> tuple[PersonSummary, ...]:
    """Return the people who left the caseload; what they need is ``ended``."""
    with store.reading() as db:
        return people_in(db, today, ended=True)


def people_in(
    db: Connection, today: date, *, ended: bool = False
) -> tuple[PersonSummary, ...]:
    """Return the people within the caller's transaction, or those who left."""
    facts = _facts(db, today)
    ended_on = t.person.c.ended_on
    columns = t.person.c
    query = select(
        columns.id, columns.name, columns.preferred_name, columns.record_number
    ).where(ended_on.is_not(None) if ended else ended_on.is_(None))
    found = []
    for row in db.execute(query):
        plan = facts.plans.get(row.id)
        next_on, next_at, next_place = facts.nexts.get(row.id, (None, None, ""))
        found.append(
            PersonSummary(
                id=row.id,
                name=row.name,
                preferred_name=row.preferred_name,
                record_number=row.record_number,
                last_seen=to_day(facts.seen.get(row.id)),
                done=facts.done.get(row.id, 0),
                planned=planned_in_month(plan[0], today) if plan else None,
                next_on=to_day(next_on),
                next_at=to_time(next_at),
                next_place=next_place,
                status=facts.statuses.get(row.id),
                needs="ended" if ended else _needs(row.id, facts, today),
            )
        )
    found.sort(key=lambda p: (_ORDER.index(p.needs), p.name.casefold()))
    return tuple(found)


_ORDER = (
    "draft",
    "plan",
    "review",
    "not_seen",
    "on_track",
    "paused",
    "stopped",
    "ended",
)


def _needs(person_id: int, facts: _Facts, today: date) -> str:
    status = facts.statuses.get(person_id)
    if person_id in facts.drafts:
        return "draft"
    if status in _RESTING:
        return _RESTING[status]
    if person_id not in facts.plans:
        return "plan"
    frequency, made_on, review_on = facts.plans[person_id]
    if review_on <= today:
        return "review"
    days = interval_days(frequency)
    last = to_day(facts.seen.get(person_id)) or made_on
    late = days is not None and (today - last).days > 2 * days
    return "not_seen" if late else "on_track"


_RESTING = {
    StatusKind.STOPPED: "stopped",
    StatusKind.DECLINED: "stopped",
    StatusKind.PAUSED: "paused",
}


def _facts(db: Connection, today: date) -> _Facts:
    status = t.person_status.c
    steps = select(status.person_id, status.kind).order_by(status.on_date, status.id)
    drafts = select(t.draft.c.person_id).where(t.draft.c.discarded_at.is_(None))
    return _Facts(
        seen=_seen(db),
        done=_done(db, today),
        nexts=_nexts(db, today),
        # The newest step comes last, and stays.
        statuses={who: StatusKind(kind) for who, kind in db.execute(steps)},
        drafts=set(db.execute(drafts).scalars()),
        plans=_plans(db),
    )


def _seen(db: Connection) -> dict[int, str]:
    """Return when each was seen last: one step down the index for each person.

    Grouping all notes by person would read every note there is.
    """
    note, person = t.note.c, t.person.c
    newest = (
        select(note.held_on)
        .where(note.person_id == person.id, note.person_present == 1)
        .order_by(note.held_on.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = db.execute(select(person.id, newest))
    return {person_id: day for person_id, day in found if day is not None}


def _done(db: Connection, today: date) -> dict[int, int]:
    """Return how many sessions each had in the month so far."""
    note = t.note.c
    month = to_text(today.replace(day=1))
    query = (
        select(note.person_id, func.count())
        .where(note.person_present == 1, note.held_on >= month)
        .group_by(note.person_id)
    )
    return {person_id: count for person_id, count in db.execute(query)}


def _nexts(db: Connection, today: date) -> dict[int, tuple[str, str | None, str]]:
    planned = t.next_contact.c
    query = (
        select(planned.person_id, planned.on_date, planned.at_time, planned.place)
        .where(still_planned(), planned.on_date >= to_text(today))
        .order_by(planned.on_date.desc(), planned.at_time.desc())
    )
    # The earliest comes last, and stays.
    return {row[0]: (row[1], row[2], row[3]) for row in db.execute(query)}


def _plans(db: Connection) -> dict[int, tuple[Frequency, date, date]]:
    columns = t.plan_version.c
    query = select(
        columns.person_id,
        func.json_extract(columns.content, "$.frequency").label("frequency"),
        columns.in_force_from,
        columns.review_on,
    ).order_by(columns.person_id, columns.version)
    return {
        row.person_id: (
            from_canonical(Frequency, row.frequency),
            date.fromisoformat(row.in_force_from),
            date.fromisoformat(row.review_on),
        )
        for row in db.execute(query)
    }
