"""What notes, acknowledgements and plans share on their way into the record.

A page is prepared on the quick lane: stamped, laid out, kept as an encrypted paper,
and sealed where it is signed on screen. Nothing in the record has changed by then.
:func:`freeze` belongs to the one short transaction that puts it there for good.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.engine import Connection

import app
from app.domain.canonical import digest, to_canonical
from app.domain.page_content import PageStatus, Stamp
from app.domain.signing import Seal, short_code
from app.domain.specialist import Signer
from app.services.papers import KeptPaper, name_paper
from app.store import audit
from app.store import tables as t
from app.store.signing_keys import SigningKey

Content = TypeVar("Content")

_ENTERED_AS = {
    "note": "signed",
    "acknowledgement": "acknowledged",
    "plan": "plan_version",
}
"""What the ledger calls a page's coming, by the page's kind."""


class LedgerMoved(Exception):
    """Something else was entered in the ledger meanwhile: prepare once more."""


class NoPin(Exception):
    """No signing PIN is set yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedPage(Generic[Content]):
    """A page laid out and kept as a paper, which no row names yet."""

    content: Content
    stamp: Stamp
    paper: KeptPaper


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPage(PreparedPage[Content]):
    """A prepared page with its seal.

    Attributes:
        signature: Of the seal's canonical text, in hexadecimal; empty for a page that
            is signed in ink.
    """

    seal: Seal
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """One act of signing: what is signed, by whom, and when.

    Attributes:
        kind: ``note`` or ``acknowledgement``.
        name: As the specialist gave it for this page.
        at: Local moment with its offset, to the second.
        editions: Of the rules that the page goes by, oldest first.
    """

    kind: str
    number: int
    name: str
    signer: Signer
    at: datetime
    editions: tuple[date, ...] = ()


def stamp_for_ink(content: object, document: str, previous: str) -> Stamp:
    """Return what a page that is signed in ink says of itself.

    Args:
        content: The frozen value that its check code is of.
        document: Its id, such as ``RSP-2026-0001``.
        previous: The ledger's head that its chain code is of.
    """
    return Stamp(
        status=PageStatus.TO_SIGN_IN_INK,
        document_id=document,
        check_code=short_code(digest(to_canonical(content))),
        chain_code=short_code(previous),
    )


def stamp_as_signed(
    stamp: Stamp, key: SigningKey, at: datetime, words: str = ""
) -> Stamp:
    """Return the stamp of the same page signed on screen, under these words."""
    return replace(
        stamp,
        status=PageStatus.SIGNED,
        key_fingerprint=key.fingerprint,
        statement=words,
        signed_at=at.replace(microsecond=0),
    )


def seal_page(page: PreparedPage[Any], act: Signing, previous: str) -> Seal:
    """Return what the signature of a page covers: all of it, and its place."""
    return Seal(
        kind=act.kind,
        number=act.number,
        content_sha256=digest(to_canonical(page.content)),
        pdf_sha256=page.paper.sha256,
        previous=previous,
        statement=page.stamp.statement,
        name=act.name,
        credentials=act.signer.credentials,
        certificate_number=act.signer.certificate_number,
        signed_at=act.at,
        signed_at_utc=act.at.astimezone(UTC),
        editions=act.editions,
        program=app.__version__,
        key_fingerprint=page.stamp.key_fingerprint,
    )


def require_head(db: Connection, previous: str) -> None:
    """Let a page be written only where it was prepared for.

    Raises:
        LedgerMoved: The ledger has a newer entry; prepare again. Nothing was written.
    """
    if audit.head(db).hash != previous:
        raise LedgerMoved


def freeze(
    db: Connection,
    kind: str,
    page: PreparedPage[Any],
    about: Mapping[str, object],
    *,
    now: datetime,
) -> dict[str, Any]:
    """Enter a page in the ledger, name its paper, and return its row's frozen columns.

    Args:
        kind: ``note``, ``acknowledgement`` or ``plan``.
        about: What the ledger says of it beside its digests; numbers, never a name.
    """
    text = to_canonical(page.content)
    columns = {
        "content": text,
        "content_sha256": digest(text),
        "paper_id": page.paper.id,
        "pdf_sha256": page.paper.sha256,
    }
    body = {**about, "content": columns["content_sha256"], "pdf": page.paper.sha256}
    if isinstance(page, SealedPage):
        seal = to_canonical(page.seal)
        body |= {"seal": digest(seal), "signature": page.signature}
        columns |= {
            "seal": seal,
            "signature": page.signature,
            "key_fingerprint": page.seal.key_fingerprint,
        }
    link = audit.append(db, _ENTERED_AS[kind], body, now=now)
    name_paper(db, page.paper, kind, now=now)
    return {**columns, "ledger_id": link.id}


def practice_in(db: Connection) -> bool:
    """Say whether pages carry the PRACTICE mark, within the caller's transaction."""
    return bool(db.execute(select(t.caseload.c.practice)).scalar())
