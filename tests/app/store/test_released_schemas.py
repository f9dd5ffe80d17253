"""Caseloads of every released schema still open, with all that is in them."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.store import audit
from app.store.caseload import open_caseload
from app.store.migrations import STEPS, schema_of
from app.store.search import find_notes, index_is_sound
from app.store.tables import ALL, ledger, paper
from tests.app.store.caseloads import NOW, Made, raw_of
from tests.data.make_schema import PAPER, PASSPHRASE, folder_of

VERSIONS = range(1, len(STEPS) + 1)


@pytest.fixture(params=VERSIONS)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the caseload of a released schema."""
    return Path(shutil.copytree(folder_of(request.param), tmp_path / "released"))


def test_a_caseload_of_a_released_schema_opens_with_every_row(released: Path) -> None:
    store = open_caseload(released, PASSPHRASE, now=NOW)

    with store.reading() as db:
        counts = {
            table.name: db.scalar(select(func.count()).select_from(table))
            for table in ALL
        }
        digest = db.scalar(select(paper.c.sha256).where(paper.c.kind == "scan"))
        kinds = set(db.scalars(select(ledger.c.kind)))
        assert audit.broken_links(db) == ()
        assert find_notes(db, "library", 10) == [1]
    with store.transaction() as db:
        assert index_is_sound(db)
    assert all(counts.values()), counts
    assert {"caseload_created", "note_signed", "caseload_opened"} == kinds
    assert store.papers.get(digest or "") == PAPER
    store.close()


def test_a_migrated_caseload_has_the_schema_of_a_fresh_one(
    released: Path, folder: Path, made: Made
) -> None:
    store = open_caseload(released, PASSPHRASE, now=NOW)
    key = store.data_key()
    store.close()

    with (
        raw_of(
            released, Made(folder=released, code="", key=key, sidecar=made.sidecar)
        ) as migrated,
        raw_of(folder, made) as fresh,
    ):
        assert schema_of(migrated) == schema_of(fresh)
