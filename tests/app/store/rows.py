"""Rows of a fictional caseload, written without the services above the store."""

import hashlib

from sqlalchemy import Connection, insert, select

from app.domain.canonical import to_canonical
from app.store import audit
from app.store.tables import draft, note, note_activity, paper, person
from tests.app.store.caseloads import NOW

AT = "2026-03-02T16:05:00Z"


def add_person(db: Connection, name: str = "Ada Example") -> int:
    """Add a person and return the id."""
    row = {
        "name": name,
        "preferred_name": "",
        "record_number": "",
        "representative": "",
        "representative_role": "",
        "preference": "",
        "find_key": name.lower(),
        "added_at": "2026-03-02T10:05:00",
    }
    key = db.execute(insert(person).values(row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def add_draft(db: Connection, person_id: int, content: str = "{}") -> int:
    """Add a draft and return the id."""
    row = {
        "person_id": person_id,
        "content": content,
        "started_at": "2026-03-02T10:00:00",
        "saved_at": "2026-03-02T10:05:00",
    }
    key = db.execute(insert(draft).values(row)).inserted_primary_key
    assert key is not None
    return int(key[0])


def add_note(db: Connection, number: int, person_id: int, words: str) -> None:
    """Add a signed note whose id is its number, with paper, activity and link."""
    content = to_canonical(
        {"what_we_did": words, "how_it_went": "Well", "next_step": "Meet again"}
    )
    digest = hashlib.sha256(content.encode()).hexdigest()
    link = audit.append(db, "note_signed", {"number": number}, now=NOW)
    paper_id = _add_paper(db, f"note {number}")
    db.execute(
        insert(note_activity).values(
            note_id=number,
            position=1,
            citation="24-2-42.2(A)(1)(a)",
            edition="2026-01-01",
            text="Shared own experience",
            goal_answer="none",
        )
    )
    db.execute(
        insert(note).values(
            id=number,
            number=number,
            person_id=person_id,
            held_on="2026-03-02",
            started_at="09:00",
            minutes=45,
            person_present=1,
            content=content,
            content_sha256=digest,
            paper_id=paper_id,
            pdf_sha256=digest,
            signed_at_utc=AT,
            seal="seal",
            signature="signature",
            key_fingerprint="fingerprint",
            ledger_id=link.id,
        )
    )


def count_of(db: Connection, words: str) -> int:
    """Return how many drafts hold just these words."""
    return len(db.execute(select(draft.c.id).where(draft.c.content == words)).all())


def _add_paper(db: Connection, name: str) -> str:
    digest = hashlib.sha256(name.encode()).hexdigest()
    db.execute(
        insert(paper).values(
            id=digest, kind="note", sha256=digest, size=1, made_at_utc=AT
        )
    )
    return digest
