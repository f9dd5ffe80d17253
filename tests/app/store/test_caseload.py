"""Making a caseload, opening it and changing the ways in."""

import dataclasses
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.store import audit
from app.store.caseload import (
    FLOOR,
    caseload_exists,
    check_passphrase,
    create_caseload,
    new_recovery_code,
    open_caseload,
    open_with_recovery_code,
    set_passphrase,
)
from app.store.database import Store
from app.store.errors import (
    CaseloadClosed,
    CaseloadDamaged,
    CaseloadExists,
    CaseloadInUse,
    CaseloadMissing,
    CaseloadTooNew,
    DiskFailed,
    DiskFull,
    KeysLost,
    TooManyTries,
    WrongPassphrase,
    WrongRecoveryCode,
)
from app.store.sidecar import read_sidecar, write_sidecar
from app.store.tables import ledger
from app.store.vault import unwrap_with_code, unwrap_with_passphrase
from tests.app.store.caseloads import (
    NOW,
    PASSPHRASE,
    Made,
    everything_in,
    generation_of,
    open_with_key,
    raw_of,
)


def _kinds(store: Store) -> list[str]:
    with store.reading() as db:
        return list(db.scalars(select(ledger.c.kind).order_by(ledger.c.id)))


def test_what_was_saved_is_there_after_closing_and_opening(folder: Path) -> None:
    store = open_caseload(folder, PASSPHRASE, now=NOW)
    with store.transaction() as db:
        audit.append(db, "tried", {"n": 1}, now=NOW)
    store.close()

    again = open_caseload(folder, PASSPHRASE, now=NOW)

    assert _kinds(again) == [
        "caseload_created",
        "caseload_opened",
        "tried",
        "caseload_opened",
    ]
    assert not again.practice
    again.close()


def test_a_caseload_knows_that_it_is_for_practice(tmp_path: Path) -> None:
    store, _ = create_caseload(
        tmp_path / "p", PASSPHRASE, now=NOW, practice=True, cost=FLOOR
    )
    store.close()

    again = open_caseload(tmp_path / "p", PASSPHRASE, now=NOW)

    assert again.practice
    again.close()


def test_a_wrong_passphrase_changes_nothing(folder: Path) -> None:
    before = everything_in(folder)

    with pytest.raises(WrongPassphrase):
        open_caseload(folder, "not the passphrase", now=NOW)

    after = everything_in(folder)
    assert after.pop("generations/0001/attempts").count(b"\n") == 1
    assert after == before


def test_failed_unlocks_are_in_the_ledger_after_the_next_unlock(folder: Path) -> None:
    for minutes in range(2):
        with pytest.raises(WrongPassphrase):
            open_caseload(folder, "no", now=NOW + timedelta(minutes=minutes))

    store = open_caseload(folder, PASSPHRASE, now=NOW + timedelta(hours=1))

    with store.reading() as db:
        body = db.scalar(select(ledger.c.body).where(ledger.c.kind == "unlocks_failed"))
    assert body == '{"at_utc":["2026-03-02T16:05:00Z","2026-03-02T16:06:00Z"]}'
    assert not (generation_of(folder) / "attempts").exists()
    store.close()


def test_after_five_wrong_tries_the_next_must_wait(folder: Path) -> None:
    (generation_of(folder) / "attempts").write_text(f"{NOW.isoformat()}\n" * 5)

    with pytest.raises(TooManyTries) as caught:
        open_caseload(folder, PASSPHRASE, now=NOW + timedelta(seconds=1))

    assert caught.value.seconds == 4
    assert "Wait 4 seconds" in str(caught.value)
    open_caseload(folder, PASSPHRASE, now=NOW + timedelta(seconds=5)).close()


def test_the_recovery_code_opens_and_sets_a_new_passphrase(
    folder: Path, made: Made
) -> None:
    store = open_with_recovery_code(folder, made.code, "a new passphrase", now=NOW)
    store.close()

    assert check_passphrase(folder, "a new passphrase")
    assert not check_passphrase(folder, PASSPHRASE)
    sidecar, whole = read_sidecar(generation_of(folder))
    assert whole
    assert unwrap_with_code(sidecar, made.code) == made.key


def test_a_wrong_recovery_code_changes_nothing(folder: Path) -> None:
    before = everything_in(folder)

    with pytest.raises(WrongRecoveryCode):
        open_with_recovery_code(folder, "ABCD", "a new passphrase", now=NOW)

    after = everything_in(folder)
    after.pop("generations/0001/attempts")
    assert after == before


def test_an_old_passphrase_opens_neither_the_key_file_nor_its_copy(
    folder: Path, store: Store
) -> None:
    set_passphrase(store, PASSPHRASE, "the next passphrase")

    for name in ("caseload.keys", "caseload.keys.bak"):
        (generation_of(folder) / "caseload.keys").write_bytes(
            (generation_of(folder) / name).read_bytes()
        )
        sidecar, _ = read_sidecar(generation_of(folder))
        with pytest.raises(WrongPassphrase):
            unwrap_with_passphrase(sidecar, PASSPHRASE)
    assert unwrap_with_passphrase(sidecar, "the next passphrase") == store.data_key()


def test_a_passphrase_is_changed_only_by_who_knows_it(
    folder: Path, store: Store
) -> None:
    before = everything_in(generation_of(folder))

    with pytest.raises(WrongPassphrase):
        set_passphrase(store, "not the passphrase", "mine now")
    with pytest.raises(WrongPassphrase):
        new_recovery_code(store, "not the passphrase")

    after = everything_in(generation_of(folder))
    assert after["caseload.keys"] == before["caseload.keys"]


def test_a_new_recovery_code_takes_the_old_one_away(
    folder: Path, made: Made, store: Store
) -> None:
    code = new_recovery_code(store, PASSPHRASE)

    sidecar, whole = read_sidecar(generation_of(folder))
    assert whole
    assert unwrap_with_code(sidecar, code) == made.key
    with pytest.raises(WrongRecoveryCode):
        unwrap_with_code(sidecar, made.code)


@pytest.mark.parametrize(
    ("step", "result"), [("read_only_sidecar", None), ("write_backup", DiskFull())]
)
def test_a_passphrase_that_could_not_be_kept_is_not_in_force(
    folder: Path,
    made: Made,
    store: Store,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    result: Exception | None,
) -> None:
    def fail(*_: object) -> None:
        if result:
            raise result

    monkeypatch.setattr(f"app.store.caseload.{step}", fail)
    with pytest.raises((DiskFailed, DiskFull)):
        set_passphrase(store, PASSPHRASE, "the next passphrase")
    monkeypatch.undo()
    store.close()

    open_caseload(folder, PASSPHRASE, now=NOW).close()
    assert read_sidecar(generation_of(folder)) == (made.sidecar, True)


def test_the_recovery_code_opens_though_the_passphrase_slot_was_tampered_with(
    folder: Path, made: Made
) -> None:
    slot = made.sidecar.slot("passphrase")
    assert slot is not None
    cheap = dataclasses.replace(slot, how={**slot.how, "passes": 1})
    write_sidecar(generation_of(folder), made.sidecar.with_slot(cheap))
    with pytest.raises(KeysLost):
        open_caseload(folder, PASSPHRASE, now=NOW)

    open_with_recovery_code(folder, made.code, "a new passphrase", now=NOW).close()

    assert check_passphrase(folder, "a new passphrase")


@pytest.mark.parametrize("step", ["audit.append", "write_sidecar"])
def test_an_opening_that_fails_late_lets_go_of_the_caseload(
    folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(f"app.store.caseload.{step}", fail)
    with pytest.raises(DiskFull):
        open_with_recovery_code(folder, made.code, "a new passphrase", now=NOW)
    monkeypatch.undo()

    open_caseload(folder, PASSPHRASE, now=NOW).close()


def test_a_second_window_is_told_at_once(folder: Path, store: Store) -> None:
    with pytest.raises(CaseloadInUse):
        open_caseload(folder, PASSPHRASE, now=NOW)
    with pytest.raises(CaseloadInUse):
        create_caseload(folder, PASSPHRASE, now=NOW, cost=FLOOR)


def test_a_second_program_is_told_at_once_and_the_lock_dies_with_the_first(
    folder: Path,
) -> None:
    program = (
        "import sys, pathlib\n"
        "from app.store.lockfile import FileLock\n"
        "lock = FileLock(pathlib.Path(sys.argv[1]))\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as first:
        assert first.stdout is not None
        assert first.stdout.readline().startswith(b"held")
        with pytest.raises(CaseloadInUse):
            open_caseload(folder, PASSPHRASE, now=NOW)
        first.kill()

    open_caseload(folder, PASSPHRASE, now=NOW).close()


def test_a_caseload_is_never_made_over_another(folder: Path) -> None:
    before = everything_in(folder)

    with pytest.raises(CaseloadExists):
        create_caseload(folder, PASSPHRASE, now=NOW, cost=FLOOR)

    assert everything_in(folder) == before


@pytest.mark.parametrize("kept", ["caseload.keys", "caseload.keys.bak", "caseload.db"])
def test_a_caseload_is_never_made_beside_the_remains_of_one(
    tmp_path: Path, kept: str
) -> None:
    generation_of(tmp_path).mkdir(parents=True)
    (generation_of(tmp_path) / kept).write_bytes(b"")

    assert caseload_exists(tmp_path)
    with pytest.raises(CaseloadExists):
        create_caseload(tmp_path, PASSPHRASE, now=NOW, cost=FLOOR)


def test_an_empty_folder_holds_no_caseload(tmp_path: Path) -> None:
    assert not caseload_exists(tmp_path)
    with pytest.raises(CaseloadMissing):
        open_caseload(tmp_path, PASSPHRASE, now=NOW)
    assert everything_in(tmp_path) == {}


@pytest.mark.parametrize("said", [None, b"", b"0009\n", b"../..\n", b"\xff\xfe"])
def test_the_only_generation_opens_though_current_is_lost(
    folder: Path, said: bytes | None
) -> None:
    current = folder / "CURRENT"
    current.unlink() if said is None else current.write_bytes(said)

    assert check_passphrase(folder, PASSPHRASE)


def test_among_two_generations_none_is_guessed(folder: Path, made: Made) -> None:
    made.copy_to(folder.parent / "other")
    generation_of(folder.parent / "other").rename(folder / "generations" / "0002")
    (folder / "CURRENT").unlink()

    with pytest.raises(CaseloadDamaged):
        open_caseload(folder, PASSPHRASE, now=NOW)


def test_a_file_of_a_newer_release_is_left_as_it_is(folder: Path, made: Made) -> None:
    with raw_of(folder, made) as raw:
        raw.execute("PRAGMA user_version = 999")
    before = everything_in(folder)

    with pytest.raises(CaseloadTooNew):
        open_caseload(folder, PASSPHRASE, now=NOW)

    assert everything_in(folder) == before


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA application_id = 7",
        "PRAGMA user_version = 0",
        "UPDATE caseload SET vault_id = 'another'",
        "UPDATE caseload SET practice = 1",
    ],
)
def test_a_database_of_something_else_is_refused(
    folder: Path, made: Made, statement: str
) -> None:
    with raw_of(folder, made) as raw:
        raw.execute(statement)

    with pytest.raises(CaseloadDamaged):
        open_caseload(folder, PASSPHRASE, now=NOW)


def test_what_a_crash_left_half_made_goes_at_the_next_opening(folder: Path) -> None:
    (folder / "generations" / "0002.part").mkdir()
    (folder / "CURRENT.part").write_bytes(b"00")
    (generation_of(folder) / "caseload.keys.part").write_bytes(b"half")

    open_caseload(folder, PASSPHRASE, now=NOW).close()

    assert not list(folder.rglob("*.part"))


def test_a_closed_store_gives_nothing_more(folder: Path, made: Made) -> None:
    store = open_with_key(folder, made)
    ref = store.papers.put(b"a page")
    store.close()
    store.close()

    with pytest.raises(CaseloadClosed), store.reading():
        pass
    with pytest.raises(CaseloadClosed):
        store.derive_key("seal")
    with pytest.raises(CaseloadClosed):
        store.papers.get(ref.sha256)
    open_with_key(folder, made).close()


def test_a_caseload_whose_first_entry_fails_is_closed_and_opens_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise DiskFull

    monkeypatch.setattr("app.store.caseload.audit.append", fail)
    with pytest.raises(DiskFull):
        create_caseload(tmp_path / "new", PASSPHRASE, now=NOW, cost=FLOOR)
    monkeypatch.undo()

    open_caseload(tmp_path / "new", PASSPHRASE, now=NOW).close()
