"""Make the encrypted caseload that stands for a released schema.

Run ``python -m tests.data.make_schema`` once when a schema is released, and commit the
folder it makes: ``tests/data/schema_0001`` and so on. Never make one again after its
release, as it proves that the files people have still open.
"""

import shutil
from pathlib import Path

from sqlalchemy import insert

from app.store.caseload import FLOOR, create_caseload
from app.store.migrations import STEPS
from app.store.tables import ALL, Table
from tests.app.store.caseloads import NOW
from tests.app.store.rows import add_draft, add_note, add_person

PASSPHRASE = "a caseload to keep for good"
CODE_FILE = "recovery-code.txt"
WORDS = "We rode the bus to the library"
PAPER = b"%PDF-1.7 a page of nobody"

_FILLED = {"caseload", "ledger", "paper", "person", "draft", "note", "note_activity"}
_PARTICULAR = {"kind": "offered", "way": "ink", "paper_id": None}


def folder_of(version: int) -> Path:
    """Return the folder of the caseload for this schema version."""
    return Path(__file__).parent / f"schema_{version:04d}"


def make(version: int = len(STEPS)) -> Path:
    """Make the caseload of the present schema, with a row in every table."""
    folder = folder_of(version)
    shutil.rmtree(folder, ignore_errors=True)
    store, code = create_caseload(folder, PASSPHRASE, now=NOW, cost=FLOOR)
    ref = store.papers.put(PAPER)
    with store.transaction() as db:
        person_id = add_person(db)
        add_draft(db, person_id)
        add_note(db, 1, person_id, WORDS)
        known = {"person_id": person_id, "note_id": 1, "paper_id": ref.id}
        db.execute(
            insert(next(table for table in ALL if table.name == "paper")).values(
                id=ref.id,
                kind="scan",
                sha256=ref.sha256,
                size=ref.size,
                made_at_utc="2026-03-02T16:05:00Z",
            )
        )
        # A goal comes before the version of the plan that freezes it.
        for table in sorted(ALL, key=lambda table: table.name != "plan_goal"):
            if table.name not in _FILLED:
                db.execute(insert(table).values(_row(table, known)))
    store.close()
    (folder / CODE_FILE).write_text(f"{code}\n")
    (folder / "lock").unlink()
    return folder


def _row(table: Table, known: dict[str, object]) -> dict[str, object]:
    """Return a row of ones and letters that keeps the table's rules."""
    plain = {"INTEGER": 1, "TEXT": "x", "BLOB": b"x"}
    row = {
        column.name: _PARTICULAR.get(column.name) or plain[str(column.type)]
        for column in table.columns
    }
    return {**row, **{name: known[name] for name in known if name in row}}


if __name__ == "__main__":
    make()
