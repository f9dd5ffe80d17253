"""What damage to the caseload's files does: it is found, told, and nothing is lost."""

import os
import random
import shutil
from pathlib import Path

import apsw
import pytest
from sqlalchemy import select

from app.store import audit
from app.store.caseload import open_caseload
from app.store.database import Store
from app.store.errors import CaseloadDamaged, CaseloadTooNew, KeysLost, StoreError
from app.store.sidecar import read_only_sidecar
from app.store.tables import ALL
from tests.app.store.caseloads import (
    NOW,
    PASSPHRASE,
    Made,
    database_of,
    everything_in,
    generation_of,
    open_with_key,
)
from tests.app.store.rows import add_note, add_person

PAGE = 4096
DRILL = os.environ.get("PEER_DAYBOOK_DRILL") == "full"
FLIPS = 2_000 if DRILL else 150
DATABASE_FLIPS = 400 if DRILL else 40


@pytest.fixture
def filled(folder: Path, made: Made) -> Path:
    """The caseload with 40 notes, closed."""
    store = open_with_key(folder, made)
    with store.transaction() as db:
        person_id = add_person(db)
        for number in range(1, 41):
            add_note(db, number, person_id, "We rode the bus. " * 200)
    store.close()
    return folder


def _damage(folder: Path, kind: str) -> None:
    database = database_of(folder)
    whole = database.read_bytes()
    middle = len(whole) // PAGE // 2 * PAGE
    damaged = {
        "empty": b"",
        "less than a page": whole[:1_000],
        "salt": bytes(16) + whole[16:],
        "page 1": whole[:2_000] + bytes(50) + whole[2_050:],
        "cut by a page": whole[:-PAGE],
        "cut in a page": whole[:-100],
        "not a database": b"SQLite format 3\0" + bytes(4 * PAGE - 16),
        "text": b"shopping list\n" * 1_000,
        "of another key": os.urandom(len(whole)),
        "middle": whole[:middle] + os.urandom(PAGE) + whole[middle + PAGE :],
    }
    if kind == "gone":
        database.unlink()
    else:
        database.write_bytes(damaged[kind])


def _read_everything(store: Store) -> None:
    for table in ALL:
        with store.reading() as db:
            db.execute(select(table)).all()


def _finds_damage(folder: Path, made: Made) -> bool:
    store = open_with_key(folder, made)
    try:
        with store.reading() as db:
            if db.exec_driver_sql("PRAGMA cipher_integrity_check").all():
                return True
        _read_everything(store)
    except CaseloadDamaged:
        return True
    finally:
        store.close()
    return False


@pytest.mark.parametrize(
    "kind",
    [
        "gone",
        "empty",
        "less than a page",
        "salt",
        "page 1",
        "cut by a page",
        "cut in a page",
        "not a database",
        "text",
        "of another key",
    ],
)
def test_a_damaged_file_is_refused_and_left_as_it_is(filled: Path, kind: str) -> None:
    _damage(filled, kind)
    before = everything_in(filled)

    with pytest.raises(CaseloadDamaged) as caught:
        open_caseload(filled, PASSPHRASE, now=NOW)

    assert "damaged" in str(caught.value)
    assert everything_in(filled) == before


def test_a_page_damaged_in_the_middle_is_found_when_it_is_read(
    filled: Path, made: Made
) -> None:
    _damage(filled, "middle")
    store = open_with_key(filled, made)

    with pytest.raises(CaseloadDamaged):
        _read_everything(store)

    store.close()


def test_a_last_page_torn_by_a_crash_is_mended_from_the_wal(
    folder: Path, made: Made, tmp_path: Path
) -> None:
    store = open_with_key(folder, made)
    with store.transaction() as db:
        add_note(db, 1, add_person(db), "We rode the bus. " * 2_000)
    crashed = tmp_path / "crashed"
    shutil.copytree(folder, crashed)  # as it would lie there after a crash
    store.close()
    with database_of(crashed).open("ab") as file:
        file.write(b"half a page")

    again = open_caseload(crashed, PASSPHRASE, now=NOW)

    with again.reading() as db:
        assert audit.broken_links(db) == ()
        assert audit.head(db).id == 3  # made, signed, opened
    again.close()


def test_a_damaged_file_is_never_taken_for_a_wrong_passphrase(filled: Path) -> None:
    _damage(filled, "page 1")

    for _ in range(2):
        with pytest.raises(CaseloadDamaged):
            open_caseload(filled, PASSPHRASE, now=NOW)

    assert not (generation_of(filled) / "attempts").exists()


def test_every_flipped_bit_of_the_key_file_is_found(
    folder: Path, made: Made, tmp_path: Path
) -> None:
    whole = (generation_of(folder) / "caseload.keys").read_bytes()
    chance = random.Random(7)

    for _ in range(FLIPS):
        flipped = bytearray(whole)
        place = chance.randrange(len(flipped))
        flipped[place] ^= 1 << chance.randrange(8)
        (tmp_path / "caseload.keys").write_bytes(flipped)
        assert read_only_sidecar(tmp_path) is None


def test_flipped_bits_in_key_file_and_copy_are_told_plainly(folder: Path) -> None:
    for name in ("caseload.keys", "caseload.keys.bak"):
        path = generation_of(folder) / name
        content = bytearray(path.read_bytes())
        content[300] ^= 4
        path.write_bytes(content)

    with pytest.raises(KeysLost):
        open_caseload(folder, PASSPHRASE, now=NOW)


def test_every_flipped_bit_of_the_database_is_found(filled: Path, made: Made) -> None:
    """By reading everything, or where nothing is kept by the check of each page."""
    whole = database_of(filled).read_bytes()
    chance = random.Random(11)

    for _ in range(DATABASE_FLIPS):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        database_of(filled).write_bytes(flipped)
        assert _finds_damage(filled, made)
    database_of(filled).write_bytes(whole)
    assert not _finds_damage(filled, made)


def test_no_damage_is_ever_a_bare_driver_error(filled: Path) -> None:
    chance = random.Random(13)
    files = [path for path in generation_of(filled).iterdir() if path.is_file()]
    saved = {path: path.read_bytes() for path in files}

    for _ in range(100 if DRILL else 12):
        for path, content in saved.items():
            cut = chance.randrange(len(content) + 1)
            path.write_bytes(content[:cut] + os.urandom(chance.randrange(64)))
        with pytest.raises(StoreError) as caught:
            open_caseload(filled, PASSPHRASE, now=NOW)
        assert not isinstance(caught.value, CaseloadTooNew)
        assert str(caught.value)


def test_a_second_program_reads_the_file_with_the_key(filled: Path, made: Made) -> None:
    """No lock-in: SQLite3 Multiple Ciphers opens it too."""
    other = apsw.Connection(str(database_of(filled)))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", f"x'{made.key.raw.hex()}'")

    notes = other.execute("SELECT count(*), max(number) FROM note").fetchall()
    hits = other.execute(
        "SELECT count(*) FROM note_text WHERE note_text MATCH 'bus'"
    ).fetchall()

    assert notes == [(40, 40)]
    assert hits == [(40,)]
    other.close()
