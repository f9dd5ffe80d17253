"""Verify my record: chain, content, signatures, page digests, triggers.

It shows that nothing changed since it was signed. It cannot show who typed the PIN;
somebody who holds both passphrase and PIN could rebuild the chain, and only signed
paper with its printed codes would tell.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.engine import Connection, Row

from app.domain.canonical import digest, from_canonical
from app.domain.signing import Seal
from app.domain.wording import _
from app.services.copies import (
    acknowledgement_copies_hold,
    activity_copies_in,
    goal_copies_in,
    note_copies_hold,
    plan_copies_hold,
)
from app.store import audit
from app.store import tables as t
from app.store.database import Store
from app.store.errors import PaperDamaged, PaperMissing
from app.store.expected import schema_differences
from app.store.signing_keys import signature_holds

Progress = Callable[[int, int], None]
Entry = dict[str, Any]
"""What an entry of the ledger says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that does not hold.

    Attributes:
        what: ``chain``, ``content``, ``copy``, ``signature``, ``page``, ``schema`` or
            ``missing``.
        where: Which record, such as ``note 31``; never a name.
        words: What it means, in a plain sentence.
    """

    what: str
    where: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was looked at, and what does not hold."""

    notes: int
    ledger_entries: int
    plans: int
    acknowledgements: int
    findings: tuple[Finding, ...]

    @property
    def holds(self) -> bool:
        """Whether everything that was looked at is as it was signed."""
        return not self.findings


def verify_record(
    store: Store, progress: Progress = lambda _done, _all: None
) -> Verification:
    """Look at everything that was signed. Belongs on the long lane."""
    with store.reading() as db:
        entries = _count(db, t.ledger)
        notes = _count(db, t.note)
        plans = _count(db, t.plan_version)
        acknowledgements = _count(db, t.acknowledgement)
        findings = (
            *_chain(db),
            *_schema(db),
            *_notes(store, db, lambda done: progress(done, notes)),
            *_plans(store, db),
            *_acknowledgements(store, db),
        )
    return Verification(
        notes=notes,
        ledger_entries=entries,
        plans=plans,
        acknowledgements=acknowledgements,
        findings=tuple(dict.fromkeys(findings)),
    )


def _count(db: Connection, table: Table) -> int:
    return int(db.execute(select(func.count()).select_from(table)).scalar_one())


def _chain(db: Connection) -> Iterator[Finding]:
    for number in audit.broken_links(db):
        yield Finding(
            what="chain",
            where=f"ledger {number}",
            words=_("This entry was changed, or one before it was taken out."),
        )


def _schema(db: Connection) -> Iterator[Finding]:
    for name in schema_differences(db):
        yield Finding(
            what="schema",
            where=name,
            words=_("A guard of the signed records was taken away or changed."),
        )


def _notes(
    store: Store, db: Connection, progress: Callable[[int], None]
) -> Iterator[Finding]:
    entries, keys = _entries(db, "signed"), _keys(db)
    copies = activity_copies_in(db)
    for done, row in enumerate(db.execute(select(t.note).order_by(t.note.c.id)), 1):
        where, entry = f"note {row.number}", entries.pop(row.ledger_id, {})
        yield from _frozen(store, row, where, entry)
        yield from _sealed(row, where, entry)
        yield from _signature(row, where, keys)
        if entry.get("note") != row.number:
            yield _not_in_chain(where)
        yield from _copies(where, partial(note_copies_hold, row, copies))
        progress(done)
    yield from (_gone(f"note {entry.get('note')}") for entry in entries.values())


def _plans(store: Store, db: Connection) -> Iterator[Finding]:
    entries, goals = _entries(db, "plan_version"), goal_copies_in(db)
    for row in db.execute(select(t.plan_version).order_by(t.plan_version.c.id)):
        where, entry = f"plan {row.id}", entries.pop(row.ledger_id, {})
        yield from _frozen(store, row, where, entry)
        if (entry.get("person"), entry.get("version")) != (row.person_id, row.version):
            yield _not_in_chain(where)
        yield from _copies(where, partial(plan_copies_hold, row, goals))
    yield from (_gone(f"plan, ledger {number}") for number in entries)


def _acknowledgements(store: Store, db: Connection) -> Iterator[Finding]:
    entries, keys = _entries(db, "acknowledged"), _keys(db)
    for row in db.execute(select(t.acknowledgement).order_by(t.acknowledgement.c.id)):
        where, entry = f"acknowledgement {row.id}", entries.pop(row.ledger_id, {})
        yield from _frozen(store, row, where, entry)
        yield from _sealed(row, where, entry)
        if row.way == "electronic":
            yield from _signature(row, where, keys)
        if entry.get("acknowledgement") != row.id:
            yield _not_in_chain(where)
        yield from _copies(where, partial(acknowledgement_copies_hold, row))
    for entry in entries.values():
        yield _gone(f"acknowledgement {entry.get('acknowledgement')}")


def _frozen(store: Store, row: Row[Any], where: str, entry: Entry) -> Iterator[Finding]:
    """Hold a row's words, digests and page against each other and the ledger."""
    if digest(row.content) != row.content_sha256:
        yield _changed(where)
    digests = (row.content_sha256, row.pdf_sha256)
    if (entry.get("content"), entry.get("pdf")) != digests:
        yield _not_in_chain(where)
    try:
        if store.papers.id_of(row.pdf_sha256) != row.paper_id:
            yield _changed(where)
        store.papers.get(row.pdf_sha256)
    except (PaperMissing, PaperDamaged) as error:
        yield Finding(what="page", where=where, words=str(error))
    except ValueError:  # what should be a digest is none
        yield _changed(where)


def _sealed(row: Row[Any], where: str, entry: Entry) -> Iterator[Finding]:
    """Hold a row's seal against the row and the ledger."""
    try:
        seal = from_canonical(Seal, row.seal)
    except ValueError:
        yield _changed(where)
    else:
        columns = (row.content_sha256, row.pdf_sha256, row.key_fingerprint)
        if columns != (seal.content_sha256, seal.pdf_sha256, seal.key_fingerprint):
            yield _changed(where)
    if (entry.get("seal"), entry.get("signature")) != (digest(row.seal), row.signature):
        yield _not_in_chain(where)


def _signature(row: Row[Any], where: str, keys: Mapping[str, str]) -> Iterator[Finding]:
    public = keys.get(row.key_fingerprint, "")
    if not signature_holds(public, row.seal, row.signature):
        words = _("The signature does not belong to these words.")
        yield Finding(what="signature", where=where, words=words)


def _copies(where: str, hold: Callable[[], bool]) -> Iterator[Finding]:
    try:
        if hold():
            return
    except ValueError:  # no words of ours any more
        yield _changed(where)
        return
    words = _("The lists show something else than the signed words.")
    yield Finding(what="copy", where=where, words=words)


def _keys(db: Connection) -> dict[str, str]:
    """Return the public keys that the chain knows, by fingerprint."""
    entries = _entries(db, "signing_key").values()
    return {str(entry.get("key")): str(entry.get("public")) for entry in entries}


def _entries(db: Connection, kind: str) -> dict[int, Entry]:
    """Return what the ledger's entries of one kind say, by the entry's id."""
    query = select(t.ledger.c.id, t.ledger.c.body).where(t.ledger.c.kind == kind)
    return {number: _entry(text) for number, text in db.execute(query)}


def _entry(text: str) -> Entry:
    try:
        entry = json.loads(text)
    except ValueError:  # changed; the chain's own check says so
        return {}
    return entry if isinstance(entry, dict) else {}


def _changed(where: str) -> Finding:
    words = _("The words are not the ones that were signed.")
    return Finding(what="content", where=where, words=words)


def _not_in_chain(where: str) -> Finding:
    words = _("The ledger does not know this record as it is now.")
    return Finding(what="chain", where=where, words=words)


def _gone(where: str) -> Finding:
    words = _("The ledger knows this record, and it is not here any more.")
    return Finding(what="missing", where=where, words=words)
