"""The rows about the record: draft, sign-save, list, point, today, growth, allowed."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from sqlalchemy import text, update

from app.domain.activity import Regulations, allowed_activities
from app.domain.canonical import digest, from_canonical, to_canonical
from app.domain.designation import Designation, HeldDesignation
from app.domain.page_content import NoteContent
from app.domain.session import GoalAnswer, SessionDraft
from app.regulations import load_regulations
from app.services import overview, sessions, signing
from app.services.columns import to_text
from app.services.practice import PIN
from app.services.search import search_notes
from app.store import audit
from app.store import tables as t
from app.store.database import Store
from tests.benchmarks.bare import bare_signature
from tests.benchmarks.caseloads import NOW, copy_of, folder_of, opened
from tests.benchmarks.measure import Row, in_turn, median, p99, timed

PEOPLE = 200


def rows(scratch: Path) -> Iterator[Row]:
    """Measure on caseloads of 20,000 (and 2,000 and 100,000) sessions."""
    yield allowed()
    store = opened(copy_of(20_000, scratch / "20000"))
    try:
        yield draft(store)
        yield sign_save(store)
        plain = _plain_copy(store)
        yield listing(store, plain)
        yield point(store, plain)
        yield today(store)
    finally:
        store.close()
    yield from growth(scratch)


def allowed() -> Row:
    """The allowed list for a date, all designations held, against one millisecond."""
    rules = load_regulations()
    held = [HeldDesignation(code=d, awarded_on=NOW.date()) for d in Designation]
    edition = rules.editions[0].current_through

    def ours() -> None:
        allowed_activities(rules, held, edition, NOW.date())

    ours()
    return Row(
        name="allowed",
        ours=p99([timed(ours) for _ in range(500)]),
        baseline=1.0,
        limit=1.0,
        what="allowed list for a date, p99 / 1 ms",
    )


def _whole_draft(store: Store) -> tuple[int, SessionDraft]:
    saved = sessions.list_drafts(store)[0]
    words = "We met and talked about what helps on hard mornings. " * 28
    return saved.id, replace(saved.draft, what_we_did=words)


def draft(store: Store) -> Row:
    """Saving a draft against the same statements through SQLAlchemy Core."""
    draft_id, whole = _whole_draft(store)
    content = to_canonical(whole)

    def ours() -> None:
        sessions.save_draft(store, draft_id, whole, now=NOW)

    def baseline() -> None:
        with store.transaction() as db:
            db.execute(
                update(t.draft)
                .where(t.draft.c.id == draft_id)
                .values(content=content, saved_at=to_text(NOW))
            )

    mine, plain = in_turn(ours, baseline, 200)
    return Row(
        name="draft",
        ours=mine,
        baseline=plain,
        limit=2.0,
        what="saving a draft / the same statements through SQLAlchemy Core",
    )


def sign_save(store: Store) -> Row:
    """Writing a signed note against its bare statements: no PDF, no derivation."""
    first = _prepared(store)
    mine, plain = [], []
    for turn in range(40):
        ready = _again(store, first)
        write = partial(signing.finish_signature, store, ready, now=NOW)
        mine.append(timed(write))
        plain.append(bare_signature(store, _again(store, first), turn))
    return Row(
        name="sign-save",
        ours=median(mine),
        baseline=median(plain),
        limit=2.0,
        what="writing a signed note / its bare statements, both without PDF and key",
    )


def _prepared(store: Store) -> signing.Prepared:
    rules, draft_id = prepared_draft(store)
    return signing.prepare_signature(store, rules, draft_id, PIN, now=NOW)


def prepared_draft(store: Store) -> tuple[Regulations, int]:
    """Return the rules, and a draft with nothing missing."""
    draft_id, whole = _whole_draft(store)
    rules = load_regulations()
    day = whole.held_on or NOW.date()
    choices = sessions.session_choices(store, rules, whole.person_id, day)
    goal = choices.goals.goals[0].number
    picked = tuple(
        replace(one, answer=GoalAnswer.GOAL, goal_number=goal)
        for one in whole.activities
    )
    sessions.save_draft(store, draft_id, replace(whole, activities=picked), now=NOW)
    return rules, draft_id


def _again(store: Store, prepared: signing.Prepared) -> signing.Prepared:
    """Return the same note under the next number and the chain's present head."""
    with store.reading() as db:
        head = audit.head(db).hash
        number = db.execute(text("SELECT max(number) FROM note")).scalar_one() + 1
    content = replace(prepared.content, number=number)
    seal = replace(
        prepared.seal,
        number=number,
        previous=head,
        content_sha256=digest(to_canonical(content)),
    )
    return replace(prepared, content=content, seal=seal)


def _plain_copy(store: Store) -> sqlite3.Connection:
    """Return the notes and their activities in a plain SQLite file."""
    path = store.folder.parent / "plain.db"
    plain = sqlite3.connect(path, isolation_level=None)
    with store.reading() as db:
        tables = "SELECT name, sql FROM sqlite_master WHERE name IN ('note', 'note_of')"
        for _name, sql in db.execute(text(tables)).all():
            plain.execute(sql)
        found = db.execute(text("SELECT * FROM note")).all()
    marks = ",".join("?" * len(found[0]))
    plain.execute("BEGIN")
    plain.executemany(f"INSERT INTO note VALUES ({marks})", [tuple(r) for r in found])
    plain.execute("COMMIT")
    return plain


def listing(store: Store, plain: sqlite3.Connection) -> Row:
    """The 50 newest sessions of a person through services and in plain SQL."""
    random, other = Random(1), Random(1)
    sql = (
        "SELECT id, number, held_on, started_at, minutes, person_present, paper_id, "
        "signed_at_utc, json_extract(content, '$.what_we_did') FROM note "
        "WHERE person_id = ? ORDER BY held_on DESC, started_at DESC, id DESC LIMIT 50"
    )
    mine, bare = in_turn(
        lambda: sessions.list_sessions(store, random.randint(1, PEOPLE)),
        lambda: plain.execute(sql, (other.randint(1, PEOPLE),)).fetchall(),
        300,
    )
    return Row(
        name="list",
        ours=mine,
        baseline=bare,
        limit=2.5,
        what="50 newest sessions of a person / the same SQL on plain SQLite",
    )


def point(store: Store, plain: sqlite3.Connection) -> Row:
    """One signed note's content through services and in plain SQL."""
    random, other = Random(2), Random(2)
    sql = "SELECT content FROM note WHERE id = ?"

    def baseline() -> None:
        row = plain.execute(sql, (other.randint(1, 20_000),)).fetchone()
        from_canonical(NoteContent, row[0])

    mine, bare = in_turn(
        lambda: sessions.read_note(store, random.randint(1, 20_000)), baseline, 300
    )
    return Row(
        name="point",
        ours=mine,
        baseline=bare,
        limit=2.5,
        what="one note read and decoded / the same SQL on plain SQLite, decoded",
    )


def today(store: Store) -> Row:
    """What needs the specialist, of all people and papers, against a blink."""

    def ours() -> None:
        overview.read_today(store, now=NOW)

    ours()
    return Row(
        name="today",
        ours=median([timed(ours) for _ in range(20)]),
        baseline=100.0,
        limit=1.0,
        what="what Today shows, 200 people and 20,000 sessions / 100 ms",
    )


def growth(scratch: Path) -> Iterator[Row]:
    """List and search at 100,000 sessions against 2,000."""
    small, large = opened(folder_of(2_000)), opened(folder_of(100_000))
    try:
        random, other = Random(3), Random(3)
        mine, bare = in_turn(
            lambda: sessions.list_sessions(large, random.randint(1, 50)),
            lambda: sessions.list_sessions(small, other.randint(1, 50)),
            200,
        )
        yield Row(
            name="growth",
            ours=mine,
            baseline=bare,
            limit=2.0,
            what="list at 100,000 sessions / at 2,000",
        )
        mine, bare = in_turn(
            lambda: search_notes(large, "slow breathing"),
            lambda: search_notes(small, "slow breathing"),
            60,
        )
        yield Row(
            name="growth (search)",
            ours=mine,
            baseline=bare,
            limit=2.0,
            what="search at 100,000 sessions / at 2,000",
        )
    finally:
        small.close()
        large.close()
