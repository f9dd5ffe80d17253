"""Which agreed contacts are still to come about, said once for every list of them."""

from sqlalchemy import ColumnElement, func, select

from app.store import tables as t


def still_planned() -> ColumnElement[bool]:
    """Return the condition of ``next_contact`` rows that nothing has answered yet.

    A contact is answered when it was closed, or when a session of that person and day
    is signed or being written.
    """
    planned, note, draft = t.next_contact.c, t.note.c, t.draft.c
    recorded = select(note.id).where(
        note.person_id == planned.person_id, note.held_on == planned.on_date
    )
    drafted = select(draft.id).where(
        draft.person_id == planned.person_id,
        draft.discarded_at.is_(None),
        func.json_extract(draft.content, "$.held_on") == planned.on_date,
    )
    return planned.closed_at.is_(None) & ~recorded.exists() & ~drafted.exists()
