"""Saving, signing, searching and copying at once, each on its own connection."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.app.store.caseloads import Made, open_with_key
from tests.app.store.rows import add_draft, add_note, add_person
from tests.faults.busy_day import AUTOSAVES, NOTES, WORDS

# 24 MB of drafts, so that a copy takes many autosaves' time.
_BULK = text(
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 3000) "
    "INSERT INTO draft (person_id, content, started_at, saved_at) "
    "SELECT 1, hex(randomblob(4000)), '2026-03-02', '2026-03-02' FROM n"
)


@pytest.fixture(scope="module")
def filled(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The caseload with a draft and many long notes, closed; to be copied."""
    folder = made.copy_to(tmp_path_factory.mktemp("large") / "caseload")
    store = open_with_key(folder, made)
    with store.transaction() as db:
        add_draft(db, add_person(db))
        for number in range(1, NOTES + 1):
            add_note(db, number, 1, WORDS)
        db.execute(_BULK)
    store.close()
    return folder


@pytest.fixture
def large(filled: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(filled, tmp_path / "large"))


def _run(kind: str, folder: Path, made: Made) -> tuple[int, list[str]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.busy_day", kind, str(folder)],
        input=made.key.raw.hex(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


def test_nothing_fails_and_nothing_is_lost_while_everything_runs_at_once(
    large: Path, made: Made
) -> None:
    code, lines = _run("own", large, made)

    assert code == 0
    assert json.loads(lines[-1]) == {
        "errors": [],
        "lost": [],
        "broken": [],
        "signed": AUTOSAVES // 6,
        "worked": True,
    }


def test_one_connection_for_all_threads_fails(large: Path, made: Made) -> None:
    """Why each thread has its own: the test above then finds errors, or a crash."""
    code, lines = _run("shared", large, made)

    assert lines[0] == "started"
    if code == 0:
        said = json.loads(lines[-1])
        assert said["errors"] or said["lost"] or said["broken"]
    else:
        assert code < 0  # killed by a signal: the driver crashed
