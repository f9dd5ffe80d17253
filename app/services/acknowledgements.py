"""The Scope of Activities acknowledgement: read, initialed, signed, filed.

Complete only with the initials and both signatures, which one PIN gives on screen.
It is asked again when the published text changes.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, insert, select
from sqlalchemy.engine import Connection

from app.domain.acknowledgement import AcknowledgementDraft, check_acknowledgement
from app.domain.canonical import from_canonical, to_canonical
from app.domain.page_content import AcknowledgementContent, PageStatus, Stamp
from app.domain.problems import RuleViolation
from app.domain.scope import ScopeOfActivities
from app.domain.signing import Seal, document_id
from app.services.columns import to_day, to_moment, utc_text
from app.services.papers import NewPrintout, keep_paper, queue_printout
from app.services.pins import key_in, require_tries
from app.services.sealing import (
    NoPin,
    PreparedPage,
    SealedPage,
    Signing,
    freeze,
    practice_in,
    require_head,
    seal_page,
    stamp_as_signed,
    stamp_for_ink,
)
from app.services.specialist import agency_in, signer_in
from app.store import audit
from app.store import tables as t
from app.store.database import Store
from app.store.signing_keys import PrivateKey, SigningKey, open_signing_key, sign

__all__ = [
    "AcknowledgementDraft",
    "KeptAcknowledgement",
    "PreparedAcknowledgement",
    "check_acknowledgement",
    "finish_acknowledgement",
    "latest_acknowledgement",
    "prepare_acknowledgement",
    "preview_acknowledgement",
    "text_changed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAcknowledgement:
    """An acknowledgement in the record.

    Attributes:
        way: ``electronic``, closed once signed; or ``ink``, open until filed.
        made_at: Local moment it was signed, or made to be signed in ink.
        printed_at: When its page was printed, None before.
        filed_on: When the signed paper was filed, None before.
    """

    id: int
    content: AcknowledgementContent
    way: str
    made_at: datetime
    paper_id: str
    printout_id: int
    printed_at: datetime | None
    filed_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether a signature in ink is still to be filed."""
        return self.way == "ink" and self.filed_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedAcknowledgement(SealedPage[AcknowledgementContent]):
    """An acknowledgement ready to be written: nothing has changed yet."""


def latest_acknowledgement(
    store: Store, scope: ScopeOfActivities
) -> KeptAcknowledgement | None:
    """Return the acknowledgement of this text, None where it is still to be asked."""
    columns = t.acknowledgement.c
    query = (
        select(
            t.acknowledgement,
            t.printout.c.id.label("printout_id"),
            t.printout.c.printed_at,
            t.printout.c.filed_on,
        )
        .join(
            t.printout,
            (t.printout.c.kind == "acknowledgement")
            & (t.printout.c.subject_id == columns.id),
        )
        .where(columns.text_sha256 == scope.digest)
        .order_by(columns.id.desc())
        .limit(1)
    )
    with store.reading() as db:
        row = db.execute(query).first()
    if row is None:
        return None
    return KeptAcknowledgement(
        id=row.id,
        content=from_canonical(AcknowledgementContent, row.content),
        way=row.way,
        made_at=from_canonical(Seal, row.seal).signed_at,
        paper_id=row.paper_id,
        printout_id=row.printout_id,
        printed_at=to_moment(row.printed_at),
        filed_on=to_day(row.filed_on),
    )


def text_changed(store: Store, scope: ScopeOfActivities) -> bool:
    """Say whether only another text was acknowledged, so that this one is asked."""
    texts = select(t.acknowledgement.c.text_sha256).distinct()
    with store.reading() as db:
        known = set(db.execute(texts).scalars())
    return bool(known) and scope.digest not in known


def preview_acknowledgement(
    store: Store,
    scope: ScopeOfActivities,
    draft: AcknowledgementDraft,
    *,
    now: datetime,
) -> tuple[AcknowledgementContent, Stamp]:
    """Return what the page would say now, marked as an unsigned draft."""
    with store.reading() as db:
        content = _content(db, scope, draft, electronic=False, now=now)
    return content, Stamp(status=PageStatus.DRAFT)


def prepare_acknowledgement(
    store: Store,
    scope: ScopeOfActivities,
    draft: AcknowledgementDraft,
    pin: str | None,
    *,
    now: datetime,
) -> PreparedAcknowledgement:
    """Compute the page: with a PIN it is signed, without one it is for ink.

    Raises:
        RuleViolation: Something is missing. Nothing was written.
        NoPin: A PIN was given and none is set.
        WrongPin: The PIN does not open the signing key.
    """
    electronic = pin is not None
    if problems := check_acknowledgement(draft, electronic=electronic):
        raise RuleViolation(problems)
    with store.reading() as db:
        if pin is not None:
            require_tries(db)
        key = key_in(db)
        content = _content(db, scope, draft, electronic=electronic, now=now)
        previous = audit.head(db).hash
        number = _next_number(db)
    document = document_id(number, now.date(), series="SA")
    stamp, private = stamp_for_ink(content, document, previous), None
    if pin is not None:
        stamp, private = _signed(stamp, key, pin, now)
    page = _lay_out(store, scope, content, stamp)
    seal = seal_page(page, _act(content, number, now), previous)
    return PreparedAcknowledgement(
        content=content,
        stamp=stamp,
        paper=page.paper,
        seal=seal,
        signature=sign(private, to_canonical(seal)) if private else "",
    )


def finish_acknowledgement(
    store: Store, prepared: PreparedAcknowledgement, *, now: datetime
) -> int:
    """Write it for good and queue its page; return the printout's id.

    Raises:
        LedgerMoved: The ledger has a newer entry; prepare again. Nothing was written.
    """
    number, content = prepared.seal.number, prepared.content
    with store.transaction() as db:
        require_head(db, prepared.seal.previous)
        about = {"acknowledgement": number}
        frozen = freeze(db, "acknowledgement", prepared, about, now=now)
        db.execute(
            insert(t.acknowledgement).values(
                id=number,
                way="electronic" if content.electronic else "ink",
                text_sha256=content.text_sha256,
                made_at_utc=utc_text(now),
                **frozen,
            )
        )
        _drop_replaced(db, number)
        new = NewPrintout(
            kind="acknowledgement",
            person_id=None,
            subject_id=number,
            document_id=prepared.stamp.document_id,
            check_code=prepared.stamp.check_code,
            needs_ink=not content.electronic,
        )
        return queue_printout(db, prepared.paper, new, now=now)


def _next_number(db: Connection) -> int:
    newest = db.execute(select(func.max(t.acknowledgement.c.id))).scalar()
    return (newest or 0) + 1


def _content(
    db: Connection,
    scope: ScopeOfActivities,
    draft: AcknowledgementDraft,
    *,
    electronic: bool,
    now: datetime,
) -> AcknowledgementContent:
    return AcknowledgementContent(
        agency=agency_in(db),
        text_sha256=scope.digest,
        full_name=" ".join(draft.full_name.split()),
        initials=draft.initials.strip() if electronic else "",
        on=now.date(),
        electronic=electronic,
        received_copy=draft.received_copy,
        read_and_understood=draft.read_and_understood,
        signer=signer_in(db, now.date()),
        practice=practice_in(db),
    )


def _signed(
    stamp: Stamp, key: SigningKey | None, pin: str, now: datetime
) -> tuple[Stamp, PrivateKey]:
    if key is None:
        raise NoPin
    return stamp_as_signed(stamp, key, now), open_signing_key(key, pin)


def _lay_out(
    store: Store,
    scope: ScopeOfActivities,
    content: AcknowledgementContent,
    stamp: Stamp,
) -> PreparedPage[AcknowledgementContent]:
    # ReportLab takes long to import, and this page is made once in years.
    from app.documents.acknowledgement import build_acknowledgement

    paper = keep_paper(store, build_acknowledgement(content, scope, stamp))
    return PreparedPage(content=content, stamp=stamp, paper=paper)


def _act(content: AcknowledgementContent, number: int, now: datetime) -> Signing:
    return Signing(
        kind="acknowledgement",
        number=number,
        name=content.full_name or content.signer.name,
        signer=content.signer,
        at=now.replace(microsecond=0),
    )


def _drop_replaced(db: Connection, newest: int) -> None:
    """Take older pages, never filed, off the queue; the acknowledgements stay."""
    columns = t.printout.c
    db.execute(
        delete(t.printout).where(
            columns.kind == "acknowledgement",
            columns.subject_id < newest,
            columns.filed_on.is_(None),
        )
    )
