"""Sign a session's note: what is read, sealed, written once and never changed.

Signing has two halves. :func:`prepare_signature` computes all that is slow (key
derivation, PDF, digests) on the quick lane and writes only the encrypted paper;
:func:`finish_signature` is one short transaction on the window's connection.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Connection

import app
from app.domain.activity import Activity, Regulations, allowed_activities
from app.domain.canonical import digest, to_canonical
from app.domain.page_content import (
    NoteActivity,
    NoteContent,
    PageStatus,
    PlanContent,
    Stamp,
)
from app.domain.problems import RuleViolation
from app.domain.session import (
    GoalAnswer,
    PickedActivity,
    SessionDraft,
    check_session,
    minutes_between,
)
from app.domain.signing import Seal, document_id, short_code, statement
from app.domain.wording import _
from app.services.columns import to_text, utc_text
from app.services.papers import (
    KeptPaper,
    NewPrintout,
    keep_paper,
    name_paper,
    queue_printout,
)
from app.services.people import named_person_in, objectives_in
from app.services.pins import key_in
from app.services.places import place_words
from app.services.plans import goal_choice_in, plan_in_force
from app.services.specialist import (
    agency_in,
    designations_in,
    edition_in,
    ink_line_in,
    signer_in,
)
from app.store import audit
from app.store import tables as t
from app.store.database import Store
from app.store.signing_keys import SigningKey, open_signing_key, sign


class LedgerMoved(Exception):
    """Something else was entered in the ledger meanwhile: prepare once more."""


class NoPin(Exception):
    """No signing PIN is set yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A note ready to be written: nothing in the record has changed yet."""

    draft_id: int
    content: NoteContent
    stamp: Stamp
    seal: Seal
    signature: str
    paper: KeptPaper


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
        RuleViolation: Something is missing. Nothing was written.
        LookupError: The draft was signed or discarded.
    """
    from app.services.sessions import read_draft

    draft = read_draft(store, draft_id).draft
    with store.reading() as db:
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
        seal=seal,
        signature=sign(private, to_canonical(seal)),
        paper=paper,
    )


def finish_signature(store: Store, prepared: Prepared, *, now: datetime) -> SignedNote:
    """Write a prepared note for good.

    Raises:
        LedgerMoved: The ledger has a newer entry; prepare again. Nothing was written.
    """
    with store.transaction() as db:
        if audit.head(db).hash != prepared.seal.previous:
            raise LedgerMoved
        note_id = write_note(db, prepared, now=now)
        printout_id = queue_note(db, prepared, note_id, now=now)
        db.execute(delete(t.draft).where(t.draft.c.id == prepared.draft_id))
    signed_at = prepared.seal.signed_at
    return SignedNote(
        id=note_id,
        number=prepared.content.number,
        printout_id=printout_id,
        paper_id=prepared.paper.id,
        document_id=prepared.stamp.document_id,
        signed_at=signed_at,
    )


def write_note(db: Connection, prepared: Prepared, *, now: datetime) -> int:
    """Write the frozen row, its ledger entry and its copies to search by."""
    content, seal = prepared.content, prepared.seal
    text = to_canonical(content)
    body = {
        "note": content.number,
        "person": content.person.id,
        "content": seal.content_sha256,
        "pdf": seal.pdf_sha256,
        "seal": digest(to_canonical(seal)),
        "signature": prepared.signature,
    }
    link = audit.append(db, "signed", body, now=now)
    name_paper(db, prepared.paper, "note", now=now)
    note_id = content.number  # one sequence: a gap would show in both
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
    db.execute(
        insert(t.note).values(
            id=note_id,
            number=content.number,
            person_id=content.person.id,
            held_on=to_text(content.held_on),
            started_at=to_text(content.started_at),
            minutes=content.minutes,
            person_present=content.person_present,
            content=text,
            content_sha256=seal.content_sha256,
            paper_id=prepared.paper.id,
            pdf_sha256=seal.pdf_sha256,
            signed_at_utc=utc_text(seal.signed_at_utc),
            seal=to_canonical(seal),
            signature=prepared.signature,
            key_fingerprint=seal.key_fingerprint,
            ledger_id=link.id,
        )
    )
    _write_next_contact(db, content, note_id)
    return note_id


def note_content_in(
    db: Connection, rules: Regulations, draft: SessionDraft, *, now: datetime
) -> NoteContent:
    """Return what the draft's note says, all of it copied from the record.

    Raises:
        RuleViolation: Something is missing; it carries every problem.
    """
    day = draft.held_on or now.date()
    edition, _who = edition_in(db, day)
    allowed = allowed_activities(rules, designations_in(db), edition, day).activities
    choice = goal_choice_in(db, draft.person_id, day)
    if problems := check_session(draft, allowed, choice, now=now):
        raise RuleViolation(problems)
    assert draft.held_on is not None  # check_session has seen to these three
    assert draft.started_at is not None
    assert draft.ended_at is not None
    plan = plan_in_force(db, draft.person_id, day)
    offered = {(one.edition, one.citation): one for one in allowed}
    number = db.execute(select(func.max(t.note.c.number))).scalar() or 0
    return NoteContent(
        number=number + 1,
        agency=agency_in(db),
        person=named_person_in(db, draft.person_id),
        held_on=draft.held_on,
        started_at=draft.started_at,
        ended_at=draft.ended_at,
        minutes=minutes_between(draft.started_at, draft.ended_at),
        support=draft.support.value,
        number_present=1 if draft.person_present else 0,
        delivery=draft.delivery.value,
        person_present=draft.person_present,
        place=place_words(draft),
        took_part=draft.took_part,
        plan_version=plan.version if plan else None,
        plan_date=plan.made_on if plan else None,
        service_plan_received=bool(objectives_in(db, draft.person_id)),
        activities=tuple(
            note_activity(one, offered[one.edition, one.citation], plan)
            for one in draft.activities
        ),
        what_we_did=draft.what_we_did.strip(),
        how_it_went=draft.how_it_went.strip(),
        next_step=draft.next_step.strip(),
        next_contact=draft.next_contact,
        wrote_together=draft.wrote_together,
        offered_copy=draft.offered_copy,
        comment=draft.comment.strip(),
        written_at=draft.changed_at or now,
        late=_("Marked late by the specialist.") if draft.late_marked else "",
        signer=signer_in(db, draft.held_on),
        ink_line=ink_line_in(db),
        practice=bool(db.execute(select(t.caseload.c.practice)).scalar()),
    )


def note_pdf(content: NoteContent, stamp: Stamp) -> bytes:
    """Lay a note out; ReportLab is imported when the first page is wanted."""
    from app.documents.session_note import build_session_note

    return build_session_note(content, stamp)


def note_activity(
    picked: PickedActivity, activity: Activity, plan: PlanContent | None
) -> NoteActivity:
    """Return the activity as the note keeps it: its own copy of words and goal."""
    goals = {goal.number: goal for goal in plan.goals} if plan else {}
    goal = goals.get(picked.goal_number or 0)
    if picked.answer is not GoalAnswer.GOAL:
        goal = None
    assert picked.answer is not None  # check_session has seen to it
    return NoteActivity(
        text=activity.text,
        citation=activity.citation,
        edition=activity.edition,
        list_name=activity.list_name,
        designations=activity.designations,
        answer=picked.answer,
        goal_number=goal.number if goal else None,
        goal_words=goal.name if goal else picked.reason.strip(),
        service_objective=goal.service_objective if goal else "",
        service_plan_date=goal.service_plan_date if goal else None,
    )


def signed_stamp(
    content: NoteContent, key: SigningKey, previous: str, now: datetime
) -> Stamp:
    """Return what a signed page says of itself."""
    return Stamp(
        status=PageStatus.SIGNED,
        document_id=document_id(content.number, now.date()),
        check_code=short_code(digest(to_canonical(content))),
        chain_code=short_code(previous),
        key_fingerprint=key.fingerprint,
        statement=statement(),
        signed_at=now.replace(microsecond=0),
    )


def seal_of(
    content: NoteContent, stamp: Stamp, paper: KeptPaper, previous: str
) -> Seal:
    """Return what the signature covers."""
    assert stamp.signed_at is not None  # a signed page always has its time
    return Seal(
        kind="note",
        number=content.number,
        content_sha256=digest(to_canonical(content)),
        pdf_sha256=paper.sha256,
        previous=previous,
        statement=stamp.statement,
        name=content.signer.name,
        credentials=content.signer.credentials,
        certificate_number=content.signer.certificate_number,
        signed_at=stamp.signed_at,
        signed_at_utc=stamp.signed_at.astimezone(UTC),
        editions=tuple(sorted({one.edition for one in content.activities})),
        program=app.__version__,
        key_fingerprint=stamp.key_fingerprint,
    )


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
