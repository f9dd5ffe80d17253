"""What was used with a person before, to offer it first; nothing is picked by it."""

from collections import Counter

from sqlalchemy import Select, select
from sqlalchemy.engine import Connection

from app.store import tables as t

_LATELY = 20
"""How many of the newest notes count for what is used most."""


def newest_notes(person_id: int, count: int) -> Select[int]:
    """Return the query for the ids of a person's newest signed notes."""
    columns = t.note.c
    return (
        select(columns.id)
        .where(columns.person_id == person_id)
        .order_by(columns.held_on.desc(), columns.started_at.desc(), columns.id.desc())
        .limit(count)
    )


def goal_used_last_in(db: Connection, person_id: int) -> int | None:
    """Return the number of the first goal in the newest signed note, if any."""
    query = (
        select(t.note_activity.c.goal_number)
        .where(t.note_activity.c.note_id.in_(newest_notes(person_id, 1)))
        .where(t.note_activity.c.goal_number.is_not(None))
        .order_by(t.note_activity.c.position)
    )
    number = db.execute(query.limit(1)).scalar()
    return None if number is None else int(number)


def picked_most_in(db: Connection, person_id: int) -> tuple[str, ...]:
    """Return the citations picked most lately, most first, three at most."""
    query = select(t.note_activity.c.citation).where(
        t.note_activity.c.note_id.in_(newest_notes(person_id, _LATELY))
    )
    counted = Counter(db.execute(query).scalars())
    ordered = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    return tuple(citation for citation, _times in ordered[:3])
