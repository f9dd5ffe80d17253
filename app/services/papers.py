"""Printed pages: their bytes, the print queue, and what waits for ink."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, insert, select, update
from sqlalchemy.engine import Connection, Row

from app.domain.canonical import to_canonical
from app.domain.problems import Problem
from app.domain.wording import _
from app.services.columns import to_day, to_moment, to_text, utc_text
from app.store import audit
from app.store import tables as t
from app.store.database import Store
from app.store.errors import PaperMissing


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPaper:
    """A page's bytes in the store, not yet named by a row.

    Attributes:
        id: The paper's file name in the store.
        sha256: Of the PDF, in hexadecimal.
        size: In bytes.
    """

    id: str
    sha256: str
    size: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Printout:
    """One page on its way: queued, printed, filed.

    Attributes:
        kind: ``note``, ``plan`` or ``acknowledgement``.
        subject_id: The note's, plan version's or acknowledgement's id.
    """

    id: int
    kind: str
    person_id: int | None
    person_name: str
    subject_id: int
    document_id: str
    paper_id: str
    pages: int
    check_code: str
    needs_ink: bool
    queued_at: datetime
    printed_at: datetime | None
    filed_on: date | None
    filed_where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPrintout:
    """What a new entry of the print queue says."""

    kind: str
    person_id: int | None
    subject_id: int
    document_id: str
    check_code: str
    needs_ink: bool


def keep_paper(store: Store, pdf: bytes) -> KeptPaper:
    """Write a PDF into the encrypted papers, before any row names it."""
    from app.documents.page_images import page_count

    kept = store.papers.put(pdf)
    return KeptPaper(
        id=kept.id, sha256=kept.sha256, size=kept.size, pages=page_count(pdf)
    )


def name_paper(db: Connection, paper: KeptPaper, kind: str, *, now: datetime) -> None:
    """Name a kept paper by its row, once."""
    known = db.execute(select(t.paper.c.id).where(t.paper.c.id == paper.id)).first()
    if known is None:
        db.execute(
            insert(t.paper).values(
                id=paper.id,
                kind=kind,
                sha256=paper.sha256,
                size=paper.size,
                made_at_utc=utc_text(now),
            )
        )


def queue_printout(
    db: Connection, paper: KeptPaper, new: NewPrintout, *, now: datetime
) -> int:
    """Put a page into the print queue, within the caller's transaction."""
    (printout_id,) = db.execute(
        insert(t.printout)
        .values(
            kind=new.kind,
            person_id=new.person_id,
            subject_id=new.subject_id,
            document_id=new.document_id,
            paper_id=paper.id,
            pages=paper.pages,
            check_code=new.check_code,
            needs_ink=new.needs_ink,
            queued_at=to_text(now),
        )
        .returning(t.printout.c.id)
    ).one()
    return int(printout_id)


def print_queue(store: Store) -> tuple[Printout, ...]:
    """Return what waits to be printed, oldest first."""
    return _list(store, t.printout.c.printed_at.is_(None))


def waiting_for_ink(store: Store) -> tuple[Printout, ...]:
    """Return what is printed and not yet signed in ink and filed, oldest first."""
    printed = t.printout.c.printed_at.is_not(None)
    needs = t.printout.c.needs_ink == 1
    return _list(store, printed & needs & t.printout.c.filed_on.is_(None))


def printed_not_filed(store: Store) -> tuple[Printout, ...]:
    """Return electronic pages that are printed and not yet in the agency's record."""
    printed = t.printout.c.printed_at.is_not(None)
    needs = t.printout.c.needs_ink == 0
    return _list(store, printed & needs & t.printout.c.filed_on.is_(None))


def filed(store: Store, limit: int = 50) -> tuple[Printout, ...]:
    """Return what is filed, newest first."""
    query = _query().where(t.printout.c.filed_on.is_not(None))
    order = (t.printout.c.filed_on.desc(), t.printout.c.id.desc())
    with store.reading() as db:
        rows = db.execute(query.order_by(*order).limit(limit))
        return tuple(_printout(row) for row in rows)


def printouts_of(store: Store, person_id: int) -> tuple[Printout, ...]:
    """Return every page of a person, oldest first."""
    return _list(store, t.printout.c.person_id == person_id)


def printout_for(store: Store, kind: str, subject_id: int) -> Printout | None:
    """Return the queue's entry of one document, None where it has none."""
    at = (t.printout.c.kind == kind) & (t.printout.c.subject_id == subject_id)
    return next(iter(_list(store, at)), None)


def read_printout(store: Store, printout_id: int) -> Printout:
    """Return one page of paper.

    Raises:
        LookupError: There is no such page.
    """
    found = _list(store, t.printout.c.id == printout_id)
    if not found:
        raise LookupError(printout_id)
    return found[0]


def paper_bytes(store: Store, paper_id: str) -> bytes:
    """Return a kept PDF, checked against its digest.

    Raises:
        PaperMissing: Its file is gone, or no row names it.
        PaperDamaged: Its file was changed.
    """
    query = select(t.paper.c.sha256).where(t.paper.c.id == paper_id)
    with store.reading() as db:
        sha256 = db.execute(query).scalar()
    if sha256 is None:
        raise PaperMissing
    return store.papers.get(sha256)


def remove_unnamed_papers(store: Store) -> int:
    """Remove papers no row names, as a kill between the two can leave; say how many.

    Belongs on the long lane, after unlocking.
    """
    return store.remove_unreferenced_papers()


def mark_printed(store: Store, printout_id: int, *, now: datetime) -> None:
    """Say that a page was sent to a printer."""
    _change(store, printout_id, "printed", {"printed_at": to_text(now)}, now)


def check_filing(
    printed: Printout, on: date | None, *, today: date
) -> tuple[Problem, ...]:
    """Return what keeps a page from being filed on a day."""
    if on is None:
        return (Problem("filed_on", _("Type the day you filed it.")),)
    if on > today:
        return (Problem("filed_on", _("This day has not come yet. Check the date.")),)
    if printed.printed_at is not None and on < printed.printed_at.date():
        words = _("The page was printed after this day. Check the date.")
        return (Problem("filed_on", words),)
    return ()


def file_printout(
    store: Store, printout_id: int, *, on: date, where: str, now: datetime
) -> None:
    """Say that the page, inked where it needs ink, is in the agency's record."""
    values = {"filed_on": to_text(on), "filed_where": where.strip()}
    _change(store, printout_id, "filed", values, now)


def unfile_printout(store: Store, printout_id: int, *, now: datetime) -> None:
    """Take "filed" back; the ledger keeps both."""
    _change(store, printout_id, "filing_undone", {"filed_on": None}, now)


def note_copy_saved(store: Store, printout_id: int, *, now: datetime) -> None:
    """Enter in the ledger that a readable copy left the locked records."""
    with store.transaction() as db:
        audit.append(db, "copy_saved", {"printout": printout_id}, now=now)


def _change(
    store: Store, printout_id: int, kind: str, values: dict[str, Any], now: datetime
) -> None:
    with store.transaction() as db:
        db.execute(
            update(t.printout).where(t.printout.c.id == printout_id).values(values)
        )
        body = {"printout": printout_id, "values": to_canonical(values)}
        audit.append(db, kind, body, now=now)


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        t.printout,
        t.person.c.name.label("person_name"),
    ).join(t.person, t.person.c.id == t.printout.c.person_id, isouter=True)


def _list(store: Store, condition: ColumnElement[bool]) -> tuple[Printout, ...]:
    query = _query().where(condition).order_by(t.printout.c.queued_at, t.printout.c.id)
    with store.reading() as db:
        return tuple(_printout(row) for row in db.execute(query))


def _printout(row: Row[Any]) -> Printout:
    return Printout(
        id=row.id,
        kind=row.kind,
        person_id=row.person_id,
        person_name=row.person_name or "",
        subject_id=row.subject_id,
        document_id=row.document_id,
        paper_id=row.paper_id,
        pages=row.pages,
        check_code=row.check_code,
        needs_ink=bool(row.needs_ink),
        queued_at=datetime.fromisoformat(row.queued_at),
        printed_at=to_moment(row.printed_at),
        filed_on=to_day(row.filed_on),
        filed_where=row.filed_where,
    )
