"""Find signed notes by their words, as somebody types."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from app.store import tables as t
from app.store.database import Store
from app.store.search import find_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNote:
    """A note that has the words."""

    id: int
    person_id: int
    person_name: str
    held_on: date
    what_we_did: str


def search_notes(store: Store, words: str, *, limit: int = 50) -> tuple[FoundNote, ...]:
    """Return the newest notes that hold these words; belongs on the quick lane.

    Raises:
        Interrupted: A newer search took its place.
    """
    columns = t.note.c
    with store.reading() as db:
        ids = find_notes(db, words, limit)
        query = (
            select(
                columns.id,
                columns.person_id,
                columns.held_on,
                t.person.c.name,
                func.json_extract(columns.content, "$.what_we_did").label("did"),
            )
            .join(t.person, t.person.c.id == columns.person_id)
            .where(columns.id.in_(ids))
            .order_by(columns.id.desc())
        )
        rows = db.execute(query).all()
    return tuple(
        FoundNote(
            id=row.id,
            person_id=row.person_id,
            person_name=row.name,
            held_on=date.fromisoformat(row.held_on),
            what_we_did=row.did,
        )
        for row in rows
    )
