"""Sign a session's note: what is read, sealed, written once and never changed.

Signing has two halves. :func:`prepare_signature` computes all that is slow (key
derivation, PDF, digests) on the quick lane and writes only the encrypted paper;
:func:`finish_signature` is one short transaction on the window's connection.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert
from sqlalchemy.engine import Connection

from app.domain.activity import Regulations
from app.domain.canonical import to_canonical
from app.domain.page_content import NoteContent, PageStatus, Stamp
from app.domain.session import SessionDraft
from app.domain.signing import Seal, document_id, statement
from app.services.columns import to_text, utc_text
from app.services.note_contents import note_content_in
from app.services.papers import KeptPaper, NewPrintout, keep_paper, queue_printout
from app.services.pins import key_in, require_tries
from app.services.sealing import (
    NoPin,
    PreparedPage,
    SealedPage,
    Signing,
    freeze,
    require_head,
    seal_page,
    stamp_as_signed,
    stamp_for_ink,
)
from app.services.sessions import read_draft
from app.store import audit
from app.store import tables as t
from app.store.database import Store
from app.store.signing_keys import SigningKey, open_signing_key, sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared(SealedPage[NoteContent]):
    """A note ready to be written: nothing in the record has changed yet."""

    draft_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedNote:
    """A note that is in the record for good."""

    id: int
    number: int
    printout_id: int
    paper_id: str
    document_id: str
    signed_at: datetime


def preview_note(
    store: Store, rules: Regulations, draft: SessionDraft, *, now: datetime
) -> tuple[NoteContent, Stamp]:
    """Return what the note's page would say now, marked as an unsigned draft.

    Raises:
        RuleViolation: Something is missing, so there is no whole page yet.
    """
    with store.reading() as db:
        content = note_content_in(db, rules, draft, now=now)
        made = document_id(content.number, now.date())
    return content, Stamp(status=PageStatus.DRAFT, document_id=made)


def prepare_signature(
    store: Store, rules: Regulations, draft_id: int, pin: str, *, now: datetime
) -> Prepared:
    """Compute a signed note from the draft as saved.

    Raises:
        NoPin: No signing PIN is set.
        WrongPin: The PIN does not open the signing key.
        PinSpent: It was wrong five times; the passphrase comes first.
        RuleViolation: Something is missing. Nothing was written.
        LookupError: The draft was signed or discarded.
    """
    draft = read_draft(store, draft_id).draft
    with store.reading() as db:
        require_tries(db)
        key = key_in(db)
        content = note_content_in(db, rules, draft, now=now)
        previous = audit.head(db).hash
    if key is None:
        raise NoPin
    private = open_signing_key(key, pin)
    stamp = signed_stamp(content, key, previous, now)
    paper = keep_paper(store, note_pdf(content, stamp))
    seal = seal_of(content, stamp, paper, previous)
    return Prepared(
        draft_id=draft_id,
        content=content,
        stamp=stamp,
        paper=paper,
        seal=seal,
        signature=sign(private, to_canonical(seal)),
    )


def finish_signature(store: Store, prepared: Prepared, *, now: datetime) -> SignedNote:
    """Write a prepared note for good.

    Raises:
        LedgerMoved: The ledger has a newer entry; prepare again. Nothing was written.
    """
    with store.transaction() as db:
        require_head(db, prepared.seal.previous)
        note_id = write_note(db, prepared, now=now)
        printout_id = queue_note(db, prepared, note_id, now=now)
        db.execute(delete(t.draft).where(t.draft.c.id == prepared.draft_id))
    return SignedNote(
        id=note_id,
        number=prepared.content.number,
        printout_id=printout_id,
        paper_id=prepared.paper.id,
        document_id=prepared.stamp.document_id,
        signed_at=prepared.seal.signed_at,
    )


def write_note(db: Connection, prepared: Prepared, *, now: datetime) -> int:
    """Write the frozen row, its ledger entry and its copies to search by."""
    content = prepared.content
    note_id = content.number  # one sequence: a gap would show in both
    about = {"note": content.number, "person": content.person.id}
    frozen = freeze(db, "note", prepared, about, now=now)
    _write_activities(db, content, note_id)  # before the note, which freezes them
    db.execute(
        insert(t.note).values(
            id=note_id,
            number=content.number,
            person_id=content.person.id,
            held_on=to_text(content.held_on),
            started_at=to_text(content.started_at),
            minutes=content.minutes,
            person_present=content.person_present,
            signed_at_utc=utc_text(prepared.seal.signed_at_utc),
            **frozen,
        )
    )
    _write_next_contact(db, content, note_id)
    return note_id


def queue_note(
    db: Connection, prepared: Prepared, note_id: int, *, now: datetime
) -> int:
    """Put a signed note's page into the print queue; return the entry's id."""
    new = NewPrintout(
        kind="note",
        person_id=prepared.content.person.id,
        subject_id=note_id,
        document_id=prepared.stamp.document_id,
        check_code=prepared.stamp.check_code,
        needs_ink=prepared.content.ink_line,
    )
    return queue_printout(db, prepared.paper, new, now=now)


def note_pdf(content: NoteContent, stamp: Stamp) -> bytes:
    """Lay a note out; ReportLab is imported when the first page is wanted."""
    from app.documents.session_note import build_session_note

    return build_session_note(content, stamp)


def signed_stamp(
    content: NoteContent, key: SigningKey, previous: str, now: datetime
) -> Stamp:
    """Return what a signed note says of itself.

    Args:
        previous: The ledger's head that its chain code is of.
    """
    document = document_id(content.number, now.date())
    stamp = stamp_for_ink(content, document, previous)
    return stamp_as_signed(stamp, key, now, statement())


def seal_of(
    content: NoteContent, stamp: Stamp, paper: KeptPaper, previous: str
) -> Seal:
    """Return what a note's signature covers."""
    assert stamp.signed_at is not None  # a signed page always has its time
    act = Signing(
        kind="note",
        number=content.number,
        name=content.signer.name,
        signer=content.signer,
        at=stamp.signed_at,
        editions=tuple(sorted({one.edition for one in content.activities})),
    )
    page = PreparedPage(content=content, stamp=stamp, paper=paper)
    return seal_page(page, act, previous)


def _write_activities(db: Connection, content: NoteContent, note_id: int) -> None:
    rows = [
        {
            "note_id": note_id,
            "position": position,
            "citation": activity.citation,
            "edition": to_text(activity.edition),
            "text": activity.text,
            "goal_number": activity.goal_number,
            "goal_answer": activity.answer.value,
        }
        for position, activity in enumerate(content.activities)
    ]
    db.execute(insert(t.note_activity), rows)


def _write_next_contact(db: Connection, content: NoteContent, note_id: int) -> None:
    contact = content.next_contact
    if contact is None:
        return
    db.execute(
        insert(t.next_contact).values(
            person_id=content.person.id,
            note_id=note_id,
            on_date=to_text(contact.on),
            at_time=to_text(contact.at),
            place=contact.place,
        )
    )
