"""Kept pages of paper, to be read and printed again: the exact bytes, and the words.

The bytes are those that were sealed. The words are laid out anew from the frozen row,
with the codes that the ledger and the row say were printed.
"""

from sqlalchemy import Table, select
from sqlalchemy.engine import Connection, Row

from app.domain.canonical import from_canonical
from app.domain.page_blocks import TextBlock
from app.domain.page_content import (
    AcknowledgementContent,
    NoteContent,
    PageStatus,
    PlanContent,
    Stamp,
)
from app.domain.scope import ScopeOfActivities
from app.domain.signing import Seal, short_code
from app.services.pages import Page
from app.services.papers import Printout, paper_bytes
from app.store import tables as t
from app.store.database import Store

_TABLES: dict[str, Table] = {
    "note": t.note,
    "plan": t.plan_version,
    "acknowledgement": t.acknowledgement,
}


def kept_page(store: Store, printout: Printout, scope: ScopeOfActivities) -> Page:
    """Return a kept page; slow, so for the quick lane.

    Raises:
        PaperMissing: Its file is gone.
        PaperDamaged: Its file was changed.
    """
    pdf = paper_bytes(store, printout.paper_id)
    return pdf, _words(store, printout, scope)


def _words(
    store: Store, printout: Printout, scope: ScopeOfActivities
) -> tuple[TextBlock, ...]:
    from app.documents.page_text import acknowledgement_text, note_text, plan_text

    table = _TABLES[printout.kind]
    query = select(table).where(table.c.id == printout.subject_id)
    with store.reading() as db:
        row = db.execute(query).one()
        stamp = _stamp(db, row, printout)
    if printout.kind == "note":
        return note_text(from_canonical(NoteContent, row.content), stamp)
    if printout.kind == "plan":
        return plan_text(from_canonical(PlanContent, row.content), stamp)
    content = from_canonical(AcknowledgementContent, row.content)
    return acknowledgement_text(content, scope, stamp)


def _stamp(db: Connection, row: Row[tuple[object, ...]], printout: Printout) -> Stamp:
    """Return what the page says of itself, from its row and its link of the chain."""
    facts = row._mapping  # noqa: SLF001  SQLAlchemy's public name
    before = select(t.ledger.c.previous).where(t.ledger.c.id == facts["ledger_id"])
    bare = Stamp(
        status=PageStatus.TO_SIGN_IN_INK,
        document_id=printout.document_id,
        check_code=printout.check_code,
        chain_code=short_code(db.execute(before).scalar_one()),
        key_fingerprint=facts.get("key_fingerprint", ""),
    )
    if not facts.get("signature"):
        return bare
    seal = from_canonical(Seal, facts["seal"])
    return Stamp(
        status=PageStatus.SIGNED,
        document_id=bare.document_id,
        check_code=bare.check_code,
        chain_code=bare.chain_code,
        key_fingerprint=seal.key_fingerprint,
        statement=seal.statement,
        signed_at=seal.signed_at,
    )
