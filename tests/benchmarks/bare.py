"""The same work as ours by bare statements, to hold ours against."""

from datetime import timedelta

from sqlalchemy import delete, insert, text

from app.domain.canonical import digest, to_canonical
from app.services import signing
from app.services.columns import to_text
from app.store import tables as t
from app.store.database import Store
from tests.benchmarks.caseloads import NOW
from tests.benchmarks.measure import timed


def bare_signature(store: Store, ready: signing.Prepared, turn: int) -> float:
    """Time the same inserts, values computed beforehand."""
    body = to_canonical(ready.content)
    moment = to_text(NOW + timedelta(seconds=turn)) or ""
    with store.reading() as db:
        link = db.execute(text("SELECT max(id) FROM ledger")).scalar_one() + 1
    seal_text = to_canonical(ready.seal)
    entry = {"id": link, "at_utc": moment, "kind": "signed", "body": "{}"}
    chain = {"previous": ready.seal.previous, "hash": digest(ready.seal.previous)}
    number = ready.content.number

    def work() -> None:
        with store.transaction() as db:
            db.execute(text("SELECT hash FROM ledger ORDER BY id DESC LIMIT 1")).one()
            db.execute(insert(t.ledger).values(**entry, **chain))
            for position, one in enumerate(ready.content.activities):
                db.execute(
                    insert(t.note_activity).values(
                        note_id=number,
                        position=position,
                        citation=one.citation,
                        edition="2024-09-24",
                        text=one.text,
                        goal_number=1,
                        goal_answer="goal",
                    )
                )
            db.execute(
                insert(t.note).values(
                    id=number,
                    number=number,
                    person_id=ready.content.person.id,
                    held_on="2026-11-23",
                    started_at="10:05",
                    minutes=45,
                    person_present=1,
                    content=body,
                    content_sha256=ready.seal.content_sha256,
                    paper_id=ready.paper.id,
                    pdf_sha256=ready.seal.pdf_sha256,
                    signed_at_utc=moment,
                    seal=seal_text,
                    signature=ready.signature,
                    key_fingerprint=ready.seal.key_fingerprint,
                    ledger_id=link,
                )
            )
            db.execute(
                insert(t.printout).values(
                    kind="note",
                    person_id=ready.content.person.id,
                    subject_id=number,
                    document_id="",
                    paper_id=ready.paper.id,
                    pages=1,
                    check_code="",
                    needs_ink=1,
                    queued_at=moment,
                )
            )
            db.execute(delete(t.draft).where(t.draft.c.id == -1))

    return timed(work)
