"""What the specialist answered about their agency and their work, with its history.

An answer is never changed: a new one is put after it. Who said so, since when, and
when it was entered stay readable.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select
from sqlalchemy.engine import Connection

from app.services.columns import to_day, to_text
from app.store import tables as t
from app.store.database import Store

EDITION = "edition in use"
ELECTRONIC = "electronic signature accepted"
AGENCY = "agency"
SHEET_HOLDER = "recovery sheet held by"
BACKUP_PLACE = "backup place"
SET_UP = "set-up steps done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer, and who gave it."""

    value: str
    said_by: str = ""
    said_on: date | None = None
    starts_on: date | None = None


def latest_answer(store: Store, name: str) -> Answer | None:
    """Return the answer in force, or None where the question is still open."""
    with store.reading() as db:
        return read_answer(db, name)


def read_answer(db: Connection, name: str, *, on: date | None = None) -> Answer | None:
    """Return the newest answer; with ``on`` the newest that had started by then."""
    query = select(t.answer).where(t.answer.c.name == name)
    if on is not None:
        starts = t.answer.c.starts_on
        query = query.where(starts.is_(None) | (starts <= to_text(on)))
        query = query.order_by(starts.desc().nulls_last(), t.answer.c.id.desc())
    else:
        query = query.order_by(t.answer.c.id.desc())
    row = db.execute(query.limit(1)).first()
    if row is None:
        return None
    return Answer(
        value=row.value,
        said_by=row.said_by,
        said_on=to_day(row.said_on),
        starts_on=to_day(row.starts_on),
    )


def give_answer(store: Store, name: str, answer: Answer, *, now: datetime) -> None:
    """Put a new answer in force; the ones before it stay in the history."""
    with store.transaction() as db:
        write_answer(db, name, answer, now=now)


def write_answer(db: Connection, name: str, answer: Answer, *, now: datetime) -> None:
    """Put a new answer in force within the caller's transaction."""
    db.execute(
        insert(t.answer).values(
            name=name,
            value=answer.value,
            said_by=answer.said_by,
            said_on=to_text(answer.said_on),
            starts_on=to_text(answer.starts_on),
            recorded_at=to_text(now),
        )
    )
