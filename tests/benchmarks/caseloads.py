"""Large practice caseloads to measure on, made once and kept in the cache folder."""

import shutil
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path
from sqlalchemy import text

from app.services.practice import PASSPHRASE, Size, make_practice
from app.store.caseload import open_caseload
from app.store.database import Store
from app.store.steps import step_0001

NOW = datetime(2026, 11, 24, 8, 42, tzinfo=timezone(timedelta(hours=-6), "CST"))
PEOPLE = {2_000: 50, 20_000: 200}
"""Sessions to people."""
MULTIPLIED = {100_000: 20_000}
"""Sessions, and the caseload whose notes are multiplied to get so many."""
SIZES = (*PEOPLE, *MULTIPLIED)


def folder_of(sessions: int) -> Path:
    """Return a caseload of this many sessions, made where it is not there yet."""
    base = user_cache_path("PeerDaybook-bench", appauthor=False)
    mark = sha256("".join(step_0001.STATEMENTS).encode()).hexdigest()[:8]
    folder = base / f"{mark}-{sessions}"
    if not folder.exists():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.parent.mkdir(parents=True, exist_ok=True)
        _make(part, sessions)
        part.rename(folder)
    return folder


def _make(part: Path, sessions: int) -> None:
    if sessions in MULTIPLIED:
        shutil.copytree(folder_of(MULTIPLIED[sessions]), part)
        store = opened(part)
        _multiply(store, sessions // MULTIPLIED[sessions])
    else:
        size = Size(people=PEOPLE[sessions], sessions=sessions, own_pages=False)
        store = make_practice(part, "rivers", now=NOW, size=size)
    store.close()


def _multiply(store: Store, times: int) -> None:
    """Write every note so many times over: enough to time lists and searches on.

    The copies' links are no chain, so this caseload would not verify; signing 100,000
    notes one by one takes a quarter of an hour.
    """
    with store.reading() as db:
        notes = db.execute(text("SELECT max(id) FROM note")).scalar_one()
        links = db.execute(text("SELECT max(id) FROM ledger")).scalar_one()
    for turn in range(1, times):
        moved = {"note": turn * notes, "link": turn * links, "last": notes}
        with store.transaction() as db:
            for statement in _COPIES:
                db.execute(text(statement), moved)


_COPIES = (
    "INSERT INTO ledger SELECT id + :link, at_utc, kind, body, hex(randomblob(32)), "
    "hex(randomblob(32)) FROM ledger "
    "WHERE id IN (SELECT ledger_id FROM note WHERE id <= :last)",
    "INSERT INTO note_activity SELECT note_id + :note, position, citation, edition, "
    "text, goal_number, goal_answer FROM note_activity WHERE note_id <= :last",
    "INSERT INTO note SELECT id + :note, number + :note, person_id, held_on, "
    "started_at, minutes, person_present, content, content_sha256, paper_id, "
    "pdf_sha256, signed_at_utc, seal, signature, key_fingerprint, ledger_id + :link "
    "FROM note WHERE id <= :last",
)


def copy_of(sessions: int, folder: Path) -> Path:
    """Return a copy that may be written to."""
    shutil.copytree(folder_of(sessions), folder)
    return folder


def opened(folder: Path) -> Store:
    """Return a caseload open."""
    return open_caseload(folder, PASSPHRASE, now=NOW)
