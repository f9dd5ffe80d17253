"""Verify my record: chain, content, signatures, page digests, triggers.

It shows that nothing changed since it was signed. It cannot show who typed the PIN;
somebody who holds both passphrase and PIN could rebuild the chain, and only signed
paper with its printed codes would tell.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.engine import Connection, Row

from app.domain.canonical import digest, from_canonical, to_canonical
from app.domain.page_content import NoteContent, PlanContent
from app.domain.signing import Seal
from app.domain.wording import _
from app.services.columns import to_text
from app.store import audit
from app.store import tables as t
from app.store.database import Store
from app.store.errors import PaperDamaged, PaperMissing
from app.store.expected import schema_differences
from app.store.signing_keys import signature_holds

Progress = Callable[[int, int], None]


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
        findings=findings,
    )


def _count(db: Connection, table: object) -> int:
    return int(db.execute(select(func.count()).select_from(table)).scalar_one())  # type: ignore[arg-type]


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
    entries = _entries(db, "signed", "note")
    keys = _keys(db)
    copies = _activity_copies(db)
    seen = set()
    for done, row in enumerate(db.execute(select(t.note).order_by(t.note.c.id)), 1):
        where = f"note {row.number}"
        seen.add(row.number)
        yield from _sealed(row, where, keys, entries.get(row.number))
        yield from _page(store, row, where)
        if row.number not in entries or entries[row.number][0] != row.ledger_id:
            yield _not_in_chain(where)
        if not _copies_hold(row, copies.get(row.id, [])):
            yield Finding(
                what="copy",
                where=where,
                words=_("The lists show something else than the signed words."),
            )
        progress(done)
    yield from (_gone(f"note {number}") for number in entries if number not in seen)


def _plans(store: Store, db: Connection) -> Iterator[Finding]:
    goals = _goal_copies(db)
    for row in db.execute(select(t.plan_version)):
        where = f"plan {row.id}"
        body = _body(db, row.ledger_id)
        if digest(row.content) != row.content_sha256:
            yield _changed(where)
        if (body.get("content"), body.get("pdf")) != (
            row.content_sha256,
            row.pdf_sha256,
        ):
            yield _not_in_chain(where)
        yield from _page(store, row, where)
        content = from_canonical(PlanContent, row.content)
        expected = sorted((goal.number, goal.name) for goal in content.goals)
        if expected != goals.get(row.id, []):
            yield Finding(
                what="copy",
                where=where,
                words=_("The lists show something else than the signed words."),
            )


def _acknowledgements(store: Store, db: Connection) -> Iterator[Finding]:
    entries = _entries(db, "acknowledged", "acknowledgement")
    keys = _keys(db)
    seen = set()
    for row in db.execute(select(t.acknowledgement)):
        where = f"acknowledgement {row.id}"
        seen.add(row.id)
        if row.way == "electronic":
            yield from _sealed(row, where, keys, entries.get(row.id))
        elif digest(row.content) != row.content_sha256:
            yield _changed(where)
        yield from _page(store, row, where)
        if row.id not in entries or entries[row.id][0] != row.ledger_id:
            yield _not_in_chain(where)
    missing = (number for number in entries if number not in seen)
    yield from (_gone(f"acknowledgement {number}") for number in missing)


def _sealed(
    row: Row[tuple[object, ...]],
    where: str,
    keys: dict[str, str],
    entry: tuple[int, dict[str, object]] | None,
) -> Iterator[Finding]:
    seal = from_canonical(Seal, row.seal)
    if digest(row.content) != row.content_sha256 or (
        seal.content_sha256,
        seal.pdf_sha256,
    ) != (row.content_sha256, row.pdf_sha256):
        yield _changed(where)
    public = keys.get(row.key_fingerprint, "")
    if not signature_holds(public, row.seal, row.signature):
        yield Finding(
            what="signature",
            where=where,
            words=_("The signature does not belong to these words."),
        )
    body = entry[1] if entry else {}
    if entry and (body.get("seal"), body.get("signature")) != (
        digest(row.seal),
        row.signature,
    ):
        yield _not_in_chain(where)


def _page(store: Store, row: Row[tuple[object, ...]], where: str) -> Iterator[Finding]:
    try:
        store.papers.get(row.pdf_sha256)
    except (PaperMissing, PaperDamaged) as error:
        yield Finding(what="page", where=where, words=str(error))
    if store.papers.id_of(row.pdf_sha256) != row.paper_id:
        yield _changed(where)


def _copies_hold(
    row: Row[tuple[object, ...]], copies: list[tuple[object, ...]]
) -> bool:
    content = from_canonical(NoteContent, row.content)
    columns = (
        row.number,
        row.person_id,
        row.held_on,
        row.started_at,
        row.minutes,
        bool(row.person_present),
    )
    expected = (
        content.number,
        content.person.id,
        to_text(content.held_on),
        to_text(content.started_at),
        content.minutes,
        content.person_present,
    )
    activities = [
        (
            one.citation,
            to_text(one.edition),
            one.text,
            one.goal_number,
            one.answer.value,
        )
        for one in content.activities
    ]
    same_text = to_canonical(content) == row.content
    return columns == expected and activities == copies and same_text


def _activity_copies(db: Connection) -> dict[int, list[tuple[object, ...]]]:
    copies: dict[int, list[tuple[object, ...]]] = {}
    columns = t.note_activity.c
    query = select(
        columns.note_id,
        columns.citation,
        columns.edition,
        columns.text,
        columns.goal_number,
        columns.goal_answer,
    ).order_by(columns.note_id, columns.position)
    for note_id, *rest in db.execute(query):
        copies.setdefault(note_id, []).append(tuple(rest))
    return copies


def _goal_copies(db: Connection) -> dict[int, list[tuple[int, str]]]:
    copies: dict[int, list[tuple[int, str]]] = {}
    columns = t.plan_goal.c
    query = select(columns.plan_id, columns.number, columns.name)
    for plan_id, number, name in db.execute(query.order_by(columns.number)):
        copies.setdefault(plan_id, []).append((number, name))
    return copies


def _keys(db: Connection) -> dict[str, str]:
    """Return the public keys that the chain knows, by fingerprint."""
    known = {}
    query = select(t.ledger.c.body).where(t.ledger.c.kind == "signing_key")
    for text in db.execute(query).scalars():
        body = json.loads(text)
        known[body["key"]] = body["public"]
    return known


def _entries(
    db: Connection, kind: str, name: str
) -> dict[int, tuple[int, dict[str, object]]]:
    query = select(t.ledger.c.id, t.ledger.c.body).where(t.ledger.c.kind == kind)
    found = {}
    for number, text in db.execute(query):
        body = json.loads(text)
        found[body[name]] = (number, body)
    return found


def _body(db: Connection, ledger_id: int) -> dict[str, object]:
    query = select(t.ledger.c.body).where(t.ledger.c.id == ledger_id)
    text = db.execute(query).scalar()
    body: dict[str, object] = json.loads(text) if text else {}
    return body


def _changed(where: str) -> Finding:
    words = _("The words are not the ones that were signed.")
    return Finding(what="content", where=where, words=words)


def _not_in_chain(where: str) -> Finding:
    words = _("The ledger does not know this record as it is now.")
    return Finding(what="chain", where=where, words=words)


def _gone(where: str) -> Finding:
    words = _("The ledger knows this record, and it is not here any more.")
    return Finding(what="missing", where=where, words=words)
