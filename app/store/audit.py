"""The ledger: signings and audit events in one chain of digests.

Each hash is the SHA-256 of the hash before it (64 hex digits) and of the canonical
JSON of its id, time, kind and body. Whoever changes one link must change all after it.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from app.domain.canonical import to_canonical
from app.store.tables import ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the chain.

    Attributes:
        id: Its number, from 1; 0 before the first.
        hash: 64 hex digits; zeros before the first.
    """

    id: int
    hash: str


BEFORE_FIRST = Link(id=0, hash="0" * 64)


def append(
    db: Connection, kind: str, body: Mapping[str, object], *, now: datetime
) -> Link:
    """Add a link to the chain, inside the caller's transaction.

    Args:
        kind: What happened, in lower case with underscores.
        body: The facts, as JSON knows them; no narrative, no names.
        now: The moment, with its time zone.

    Raises:
        ValueError: ``now`` has no time zone.
    """
    if now.tzinfo is None:
        raise ValueError("a moment in the ledger needs its time zone")
    before = head(db)
    at_utc = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    text = to_canonical(dict(body))
    number = before.id + 1
    link = Link(id=number, hash=_hash(before.hash, (number, at_utc, kind, text)))
    db.execute(
        insert(ledger).values(
            id=link.id,
            at_utc=at_utc,
            kind=kind,
            body=text,
            previous=before.hash,
            hash=link.hash,
        )
    )
    return link


def head(db: Connection) -> Link:
    """Return the newest link."""
    newest = select(ledger.c.id, ledger.c.hash).order_by(ledger.c.id.desc()).limit(1)
    row = db.execute(newest).one_or_none()
    return BEFORE_FIRST if row is None else Link(id=row.id, hash=row.hash)


def broken_links(db: Connection) -> tuple[int, ...]:
    """Return the ids of the links that do not fit: changed, or after a gap."""
    return tuple(_broken(db))


def _broken(db: Connection) -> Iterator[int]:
    before = BEFORE_FIRST
    for row in db.execute(select(ledger).order_by(ledger.c.id)):
        expected = _hash(before.hash, (row.id, row.at_utc, row.kind, row.body))
        follows = row.id == before.id + 1 and row.previous == before.hash
        if not follows or row.hash != expected:
            yield row.id
        before = Link(id=row.id, hash=row.hash)


def _hash(previous: str, said: tuple[int, str, str, str]) -> str:
    number, at_utc, kind, body = said
    whole = to_canonical({"at_utc": at_utc, "body": body, "id": number, "kind": kind})
    # In words, not as 32 bytes: what a tampered link claims need not be hex.
    return hashlib.sha256(previous.encode() + whole.encode()).hexdigest()
