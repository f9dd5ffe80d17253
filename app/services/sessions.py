"""Drafts of sessions: kept as they are typed, checked, listed, offered again."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, insert, select, tuple_, update
from sqlalchemy.engine import Connection

from app.domain.activity import (
    Activity,
    AllowedActivities,
    Regulations,
    allowed_activities,
)
from app.domain.canonical import from_canonical, to_canonical
from app.domain.page_content import NoteContent
from app.domain.problems import Problem
from app.domain.session import GoalChoice, SessionDraft, check_session
from app.services.columns import to_text
from app.services.habits import goal_used_last_in, newest_notes, picked_most_in
from app.services.plans import goal_choice_in
from app.services.specialist import designations_in, edition_in
from app.store import audit
from app.store import tables as t
from app.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedDraft:
    """A draft in the store."""

    id: int
    draft: SessionDraft
    person_name: str
    started_at: datetime
    saved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionChoices:
    """What the record page offers for one person on one day.

    Attributes:
        often: Citations picked most with this person, most first, three at most.
    """

    allowed: AllowedActivities
    goals: GoalChoice
    edition: date
    often: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LastTime:
    """What the newest signed note with a person says, to begin from."""

    held_on: date
    place: str
    next_step: str
    goal_number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionSummary:
    """A signed session as lists show it."""

    id: int
    number: int
    held_on: date
    started_at: time
    minutes: int
    person_present: bool
    paper_id: str
    signed_at_utc: datetime
    what_we_did: str


def start_draft(store: Store, draft: SessionDraft, *, now: datetime) -> int:
    """Make a draft's one row and return its id."""
    statement = insert(t.draft).values(
        person_id=draft.person_id,
        content=to_canonical(draft),
        started_at=to_text(now),
        saved_at=to_text(now),
    )
    with store.transaction() as db:
        (draft_id,) = db.execute(statement.returning(t.draft.c.id)).one()
    return int(draft_id)


def save_draft(
    store: Store, draft_id: int, draft: SessionDraft, *, now: datetime
) -> None:
    """Keep the draft as it stands: one statement, called while somebody types.

    Raises:
        StoreError: It could not be written; the form still holds the words.
    """
    statement = (
        update(t.draft)
        .where(t.draft.c.id == draft_id)
        .values(content=to_canonical(draft), saved_at=to_text(now))
    )
    with store.transaction() as db:
        db.execute(statement)


def read_draft(store: Store, draft_id: int) -> SavedDraft:
    """Return a draft.

    Raises:
        LookupError: It was signed or discarded.
    """
    found = _drafts(store, t.draft.c.id == draft_id)
    if not found:
        raise LookupError(draft_id)
    return found[0]


def list_drafts(store: Store, person_id: int | None = None) -> tuple[SavedDraft, ...]:
    """Return the drafts to finish, the one saved last first."""
    of_person = t.draft.c.person_id == person_id
    return _drafts(store) if person_id is None else _drafts(store, of_person)


def discard_draft(store: Store, draft_id: int, *, now: datetime) -> None:
    """Put a draft aside; :func:`restore_draft` brings it back."""
    _mark(store, draft_id, "draft_discarded", to_text(now), now)


def restore_draft(store: Store, draft_id: int, *, now: datetime) -> None:
    """Bring a discarded draft back."""
    _mark(store, draft_id, "draft_restored", None, now)


def session_choices(
    store: Store, rules: Regulations, person_id: int, day: date
) -> SessionChoices:
    """Return what can be picked for a session with this person on ``day``."""
    with store.reading() as db:
        edition, _who = edition_in(db, day)
        return SessionChoices(
            allowed=allowed_activities(rules, designations_in(db), edition, day),
            goals=goal_choice_in(db, person_id, day),
            edition=edition,
            often=picked_most_in(db, person_id),
        )


def draft_problems(
    store: Store, rules: Regulations, draft: SessionDraft, *, now: datetime
) -> tuple[Problem, ...]:
    """Return all that keeps a draft from being signed, in the page's order."""
    day = draft.held_on or now.date()
    choices = session_choices(store, rules, draft.person_id, day)
    return check_session(draft, choices.allowed.activities, choices.goals, now=now)


def last_time(store: Store, person_id: int) -> LastTime | None:
    """Return the newest signed session with a person, None before the first."""
    query = select(t.note.c.content).where(t.note.c.id.in_(newest_notes(person_id, 1)))
    with store.reading() as db:
        text = db.execute(query).scalar()
        goal = goal_used_last_in(db, person_id)
    if text is None:
        return None
    content = from_canonical(NoteContent, text)
    return LastTime(
        held_on=content.held_on,
        place=content.place,
        next_step=content.next_step,
        goal_number=goal,
    )


def list_sessions(
    store: Store, person_id: int, *, limit: int = 50, before: int | None = None
) -> tuple[SessionSummary, ...]:
    """Return a person's signed sessions, newest first.

    Args:
        limit: At most so many.
        before: Only notes older than the one with this id, to page on.
    """
    query = _NEWEST_FIRST
    with store.reading() as db:
        if before is not None:
            query = query.where(_older_than(db, before))
        rows = db.execute(query, {"person": person_id, "most": limit}).all()
    return tuple(_summary(*row) for row in rows)


def count_sessions(store: Store, person_id: int) -> int:
    """Return how many signed sessions a person has."""
    query = select(func.count()).where(t.note.c.person_id == person_id)
    with store.reading() as db:
        return int(db.execute(query).scalar_one())


def read_note(store: Store, note_id: int) -> NoteContent:
    """Return what a signed note says.

    Raises:
        LookupError: There is no such note.
    """
    with store.reading() as db:
        text = db.execute(_ONE_NOTE, {"note": note_id}).scalar()
    if text is None:
        raise LookupError(note_id)
    return from_canonical(NoteContent, text)


def put_often_first(
    activities: tuple[Activity, ...], often: tuple[str, ...]
) -> tuple[Activity, ...]:
    """Return the activities with those picked most first, then in rule order."""
    rank = {citation: place for place, citation in enumerate(often)}
    last = len(rank)
    return tuple(sorted(activities, key=lambda a: rank.get(a.citation, last)))


# Built once: SQLAlchemy takes longer to build them than SQLite to answer them.
_ONE_NOTE = select(t.note.c.content).where(t.note.c.id == bindparam("note"))
_NEWEST_FIRST = (
    select(
        t.note.c.id,
        t.note.c.number,
        t.note.c.held_on,
        t.note.c.started_at,
        t.note.c.minutes,
        t.note.c.person_present,
        t.note.c.paper_id,
        t.note.c.signed_at_utc,
        func.json_extract(t.note.c.content, "$.what_we_did"),
    )
    .where(t.note.c.person_id == bindparam("person"))
    .order_by(t.note.c.held_on.desc(), t.note.c.started_at.desc(), t.note.c.id.desc())
    .limit(bindparam("most"))
)


def _summary(*row: Any) -> SessionSummary:
    note_id, number, held_on, started_at, minutes, present, paper, signed, did = row
    return SessionSummary(
        id=note_id,
        number=number,
        held_on=date.fromisoformat(held_on),
        started_at=time.fromisoformat(started_at),
        minutes=minutes,
        person_present=bool(present),
        paper_id=paper,
        signed_at_utc=datetime.fromisoformat(signed),
        what_we_did=did,
    )


def _mark(
    store: Store, draft_id: int, entry: str, discarded_at: str | None, now: datetime
) -> None:
    one = update(t.draft).where(t.draft.c.id == draft_id)
    with store.transaction() as db:
        db.execute(one.values(discarded_at=discarded_at))
        audit.append(db, entry, {"draft": draft_id}, now=now)


def _older_than(db: Connection, note_id: int) -> ColumnElement[bool]:
    columns = t.note.c
    mark = db.execute(
        select(columns.held_on, columns.started_at, columns.id).where(
            columns.id == note_id
        )
    ).one()
    return tuple_(columns.held_on, columns.started_at, columns.id) < tuple_(*mark)


def _drafts(store: Store, *which: ColumnElement[bool]) -> tuple[SavedDraft, ...]:
    query = (
        select(t.draft, t.person.c.name.label("person_name"))
        .join(t.person, t.person.c.id == t.draft.c.person_id)
        .where(t.draft.c.discarded_at.is_(None), *which)
        .order_by(t.draft.c.saved_at.desc(), t.draft.c.id.desc())
    )
    with store.reading() as db:
        rows = db.execute(query).all()
    return tuple(
        SavedDraft(
            id=row.id,
            draft=replace(
                from_canonical(SessionDraft, row.content), person_id=row.person_id
            ),
            person_name=row.person_name,
            started_at=datetime.fromisoformat(row.started_at),
            saved_at=datetime.fromisoformat(row.saved_at),
        )
        for row in rows
    )
