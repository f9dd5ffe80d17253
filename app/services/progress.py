"""How far a person has come: sessions for each goal, sessions in a month."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import case, func, select

from app.services.columns import to_text
from app.store import tables as t
from app.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalProgress:
    """What signed sessions did for one goal.

    Attributes:
        sessions: Signed since the day asked for.
        last_on: When it was last worked on, however long ago.
    """

    sessions: int
    last_on: date


def goal_progress(
    store: Store, person_id: int, *, since: date
) -> dict[int, GoalProgress]:
    """Return each goal's progress by its number; goals never worked on are left out."""
    note, picked = t.note.c, t.note_activity.c
    recent = case((note.held_on >= to_text(since), note.id))
    query = (
        select(
            picked.goal_number,
            func.count(recent.distinct()),
            func.max(note.held_on),
        )
        .join(t.note, note.id == picked.note_id)
        .where(note.person_id == person_id, picked.goal_number.is_not(None))
        .group_by(picked.goal_number)
    )
    with store.reading() as db:
        return {
            number: GoalProgress(sessions=count, last_on=date.fromisoformat(last))
            for number, count, last in db.execute(query)
        }


def sessions_in_month(store: Store, person_id: int, day: date) -> int:
    """Return the signed sessions with the person present in ``day``'s month so far."""
    note = t.note.c
    query = select(func.count()).where(
        note.person_id == person_id,
        note.person_present == 1,
        note.held_on >= to_text(day.replace(day=1)),
        note.held_on <= to_text(day),
    )
    with store.reading() as db:
        return int(db.execute(query).scalar_one())
