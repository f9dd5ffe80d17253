"""Stored papers."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import insert

from app.store.database import Store
from app.store.errors import DiskFull, PaperDamaged, PaperMissing
from app.store.papers import PaperRef
from app.store.tables import paper
from tests.app.store.caseloads import Made, generation_of, open_with_key

CONTENT = b"%PDF-1.7 Ada Example took the bus alone" * 50


def _file(folder: Path, ref: PaperRef) -> Path:
    return generation_of(folder) / "papers" / ref.id[:2] / ref.id


def _name(store: Store, ref: PaperRef) -> None:
    with store.transaction() as db:
        db.execute(
            insert(paper).values(
                id=ref.id,
                kind="note",
                sha256=ref.sha256,
                size=ref.size,
                made_at_utc=datetime(2026, 3, 2, tzinfo=UTC).isoformat(),
            )
        )


def test_a_paper_comes_back_as_it_was_stored(store: Store) -> None:
    ref = store.papers.put(CONTENT)

    assert store.papers.get(ref.sha256) == CONTENT
    assert ref.size == len(CONTENT)
    assert ref.id == store.papers.id_of(ref.sha256)


def test_neither_name_nor_content_of_the_file_tells_anything(
    folder: Path, store: Store
) -> None:
    ref = store.papers.put(CONTENT)

    assert ref.sha256 not in str(_file(folder, ref))
    assert b"Ada Example" not in _file(folder, ref).read_bytes()
    assert b"PDF-" not in _file(folder, ref).read_bytes()


def test_equal_papers_are_stored_once(folder: Path, store: Store) -> None:
    first = store.papers.put(CONTENT)
    written = _file(folder, first).read_bytes()

    assert store.papers.put(CONTENT) == first
    assert _file(folder, first).read_bytes() == written


def test_storing_a_paper_again_mends_it(folder: Path, store: Store) -> None:
    ref = store.papers.put(CONTENT)
    _file(folder, ref).write_bytes(b"")

    store.papers.put(CONTENT)

    assert store.papers.get(ref.sha256) == CONTENT


def test_a_missing_paper_says_so(folder: Path, store: Store) -> None:
    ref = store.papers.put(CONTENT)
    _file(folder, ref).unlink()

    with pytest.raises(PaperMissing):
        store.papers.get(ref.sha256)


@pytest.mark.parametrize("place", [0, 9, 25, -1])
def test_one_changed_bit_is_found(folder: Path, store: Store, place: int) -> None:
    ref = store.papers.put(CONTENT)
    stored = bytearray(_file(folder, ref).read_bytes())
    stored[place] ^= 1
    _file(folder, ref).write_bytes(stored)

    with pytest.raises(PaperDamaged):
        store.papers.get(ref.sha256)


@pytest.mark.parametrize("size", [0, 4, 8, 12, 20, 30])
def test_a_cut_paper_is_found(folder: Path, store: Store, size: int) -> None:
    ref = store.papers.put(CONTENT)
    _file(folder, ref).write_bytes(_file(folder, ref).read_bytes()[:size])

    with pytest.raises(PaperDamaged):
        store.papers.get(ref.sha256)


def test_a_paper_in_the_place_of_another_is_found(folder: Path, store: Store) -> None:
    ref, other = store.papers.put(CONTENT), store.papers.put(b"another")
    _file(folder, ref).write_bytes(_file(folder, other).read_bytes())

    with pytest.raises(PaperDamaged):
        store.papers.get(ref.sha256)


def test_papers_without_a_row_go_after_the_next_opening(
    folder: Path, made: Made, store: Store
) -> None:
    named, forgotten = store.papers.put(CONTENT), store.papers.put(b"no row")
    _name(store, named)
    _file(folder, named).with_name("half.part").write_bytes(b"half")
    store.close()
    again = open_with_key(folder, made)

    assert again.remove_unreferenced_papers() == 2

    assert again.papers.get(named.sha256) == CONTENT
    with pytest.raises(PaperMissing):
        again.papers.get(forgotten.sha256)
    again.close()


def test_a_paper_whose_row_is_on_its_way_stays(store: Store) -> None:
    ref = store.papers.put(CONTENT)

    assert store.remove_unreferenced_papers() == 0
    assert store.papers.get(ref.sha256) == CONTENT


def test_a_full_disk_leaves_no_half_paper(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(DiskFull):
        store.papers.put(CONTENT)
    monkeypatch.undo()

    ref = store.papers.put(b"after some room was made")
    files = [p for p in (generation_of(folder) / "papers").rglob("*") if p.is_file()]
    assert files == [_file(folder, ref)]
