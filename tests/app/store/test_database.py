"""Transactions, threads, and what an open store refuses."""

import gc
import logging
import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError

from app.store import audit
from app.store.database import Store
from app.store.driver import RawConnection, connect
from app.store.errors import (
    CaseloadBusy,
    CaseloadClosed,
    CaseloadDamaged,
    DiskFull,
    FolderReadOnly,
    Interrupted,
)
from app.store.tables import answer, ledger
from tests.app.store.caseloads import (
    NOW,
    Made,
    database_of,
    generation_of,
    open_with_key,
    raw_of,
)

T = TypeVar("T")

NEVER_ENDS = (
    "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
    "SELECT count(*) FROM n"
)


def _in_thread(work: Callable[[], T]) -> T:
    """Run the work on a thread of its own and return or raise what it did."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(work).result(20)


def _append(store: Store, **body: object) -> None:
    with store.transaction() as db:
        audit.append(db, "tried", body, now=NOW)


def _count(store: Store) -> int:
    with store.reading() as db:
        return db.scalar(select(func.count()).select_from(ledger)) or 0


def _raw(store: Store) -> RawConnection:
    with store.reading() as db:
        raw = db.connection.driver_connection
    assert raw is not None
    return raw  # type: ignore[return-value]


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    before = _count(store)

    def fail_after_the_first_of_two_writes() -> None:
        with store.transaction() as db:
            audit.append(db, "tried", {}, now=NOW)
            raise KeyError

    with pytest.raises(KeyError):
        fail_after_the_first_of_two_writes()

    assert _count(store) == before


def test_a_reading_sees_one_state_throughout(store: Store) -> None:
    with store.reading() as db:
        before = db.scalar(select(func.count()).select_from(ledger))
        _in_thread(lambda: _append(store))
        assert db.scalar(select(func.count()).select_from(ledger)) == before

    assert _count(store) == (before or 0) + 1


def test_a_transaction_inside_a_transaction_is_a_mistake(store: Store) -> None:
    with (
        store.transaction(),
        pytest.raises(RuntimeError, match="inside"),
        store.reading(),
    ):
        pass


def test_each_thread_has_a_connection_of_its_own(store: Store) -> None:
    own = _raw(store)

    other = _in_thread(lambda: (id(_raw(store)), store.close_lane())[0])

    assert other != id(own)
    assert id(_raw(store)) == id(own)


def test_a_connection_refuses_the_hand_of_another_thread(store: Store) -> None:
    raw = _raw(store)

    with pytest.raises(Exception, match="created in a thread"):
        _in_thread(lambda: raw.execute("SELECT 1"))


def test_closing_lets_go_of_the_file_for_every_thread(
    folder: Path, made: Made, store: Store
) -> None:
    go, done = threading.Event(), threading.Event()

    def lane() -> None:
        _count(store)
        done.set()
        go.wait(10)

    thread = threading.Thread(target=lane)
    thread.start()
    done.wait(10)
    store.close()
    go.set()
    thread.join(10)

    assert not database_of(folder).with_name("caseload.db-wal").exists()
    if Path("/proc/self/fd").exists():
        opened = {
            os.readlink(entry.path)
            for entry in os.scandir("/proc/self/fd")
            if os.path.islink(entry.path)
        }
        assert not {name for name in opened if name.startswith(str(folder))}


def test_closing_stops_what_runs_on_another_thread(store: Store) -> None:
    running = threading.Event()

    def lane() -> None:
        with store.reading() as db:
            running.set()
            db.execute(text(NEVER_ENDS))

    def close() -> None:
        running.wait(10)
        store.close()

    closer = threading.Timer(0.05, close)
    closer.start()
    with pytest.raises((Interrupted, CaseloadClosed)):
        _in_thread(lane)
    closer.join(10)


def test_closing_stops_a_lane_that_is_between_two_statements(store: Store) -> None:
    running = threading.Event()

    def lane() -> None:
        with store.reading() as db:
            running.set()
            time.sleep(0.2)
            db.execute(text(NEVER_ENDS))

    def close() -> None:
        running.wait(10)
        store.close()

    closer = threading.Thread(target=close)
    closer.start()
    with pytest.raises(Interrupted):
        _in_thread(lane)
    closer.join(10)


def test_a_lane_that_comes_late_is_told_that_the_caseload_is_locked(
    store: Store,
) -> None:
    go, done = threading.Event(), threading.Event()

    def lane() -> None:
        late = store._lane()
        done.set()
        go.wait(10)
        with late.block("BEGIN"):
            pass

    def close() -> None:
        done.wait(10)
        store.close()
        go.set()

    closer = threading.Thread(target=close)
    closer.start()
    with pytest.raises(CaseloadClosed):
        _in_thread(lane)
    closer.join(10)


def test_interrupting_stops_only_the_thread_that_is_meant(store: Store) -> None:
    identity: list[int] = []

    def lane() -> None:
        identity.append(threading.get_ident())
        with store.reading() as db:
            db.execute(text(NEVER_ENDS))

    timers = [
        threading.Timer(0.05, store.interrupt, args=(0,)),
        threading.Timer(0.1, lambda: store.interrupt(identity[0])),
    ]
    for timer in timers:
        timer.start()
    with pytest.raises(Interrupted):
        _in_thread(lane)
    for timer in timers:
        timer.join()


def test_after_an_interruption_the_connection_works_on(store: Store) -> None:
    timer = threading.Timer(0.05, store.interrupt, args=(threading.get_ident(),))
    timer.start()
    with pytest.raises(Interrupted), store.reading() as db:
        db.execute(text(NEVER_ENDS))
    timer.join()

    _append(store)


def test_a_full_disk_rolls_back_and_the_next_save_works(store: Store) -> None:
    _append(store)
    before = _count(store)
    raw = _raw(store)
    raw.set_authorizer(None)
    pages = raw.execute("PRAGMA page_count").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(DiskFull) as caught:
        _append(store, filler="x" * 100_000)
    raw.execute("PRAGMA max_page_count = 100000")

    assert "still on the screen" in str(caught.value)
    assert _count(store) == before
    _append(store)
    assert _count(store) == before + 1


def test_a_file_that_became_read_only_says_so(store: Store) -> None:
    raw = _raw(store)
    raw.set_authorizer(None)
    raw.execute("PRAGMA query_only = ON")

    with pytest.raises(FolderReadOnly):
        _append(store)


def test_a_file_held_by_another_tool_is_busy(
    folder: Path, made: Made, store: Store
) -> None:
    _raw(store).set_authorizer(None)
    _raw(store).execute("PRAGMA busy_timeout = 10")
    with raw_of(folder, made) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CaseloadBusy):
            _append(store)
        other.execute("ROLLBACK")

    _append(store)


def test_a_connection_is_opened_anew_after_a_damaged_page(
    folder: Path, made: Made
) -> None:
    store = open_with_key(folder, made)
    for _ in range(40):
        _append(store, filler="x" * 4_000)
    store.close()
    whole = database_of(folder).read_bytes()
    last = 10 * 4096  # rows of the ledger, none of the schema
    database_of(folder).write_bytes(whole[:-last] + os.urandom(last))

    store = open_with_key(folder, made)
    assert _count(store) >= 40  # by the index of its ids: the connection is good
    with pytest.raises(CaseloadDamaged), store.reading() as db:
        db.execute(select(ledger)).all()
    with database_of(folder).open("r+b") as file:
        file.write(whole)  # as if a cable was plugged in again

    with store.reading() as db:
        assert len(db.execute(select(ledger)).all()) == 41
    store.close()


def test_a_database_that_vanished_is_not_made_anew(
    folder: Path, made: Made, store: Store
) -> None:
    store.close()
    database_of(folder).unlink()
    store = open_with_key(folder, made)

    with pytest.raises(CaseloadDamaged), store.reading():
        pass

    assert not database_of(folder).exists()
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE note",
        "DROP TRIGGER note_no_update",
        "DROP INDEX note_by_day",
        "DROP VIEW note_words",
        "DROP TABLE note_text",
        "ALTER TABLE note RENAME TO old_note",
        "ALTER TABLE note ADD COLUMN more TEXT",
        "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END",
        "CREATE TEMP TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM note; END",
        "ATTACH 'other.db' AS other",
        "ATTACH ':memory:' AS other",
        "PRAGMA writable_schema = ON",
        "PRAGMA recursive_triggers = OFF",
        "PRAGMA foreign_keys = OFF",
        "PRAGMA ignore_check_constraints = ON",
        "PRAGMA secure_delete = OFF",
        "PRAGMA synchronous = OFF",
        "PRAGMA journal_mode = OFF",
        "PRAGMA temp_store = FILE",
        "PRAGMA trusted_schema = ON",
        "PRAGMA user_version = 0",
        "PRAGMA application_id = 0",
        "PRAGMA rekey = 'x'",
        "PRAGMA cipher_log_level = DEBUG",
        "PRAGMA cipher_memory_security = ON",
        "VACUUM",
        "SELECT load_extension('x')",
        "SELECT sqlcipher_export('other')",
    ],
)
def test_an_open_store_refuses_what_could_undo_a_safety(
    store: Store, statement: str
) -> None:
    with pytest.raises(DBAPIError), store.reading() as db:
        db.exec_driver_sql(statement)


def test_the_refusals_hold_on_every_thread(store: Store) -> None:
    def drop() -> None:
        try:
            with store.transaction() as db:
                db.exec_driver_sql("DROP TRIGGER note_no_update")
        finally:
            store.close_lane()

    with pytest.raises(DBAPIError, match="not authorized"):
        _in_thread(drop)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("temp_store", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
    ],
)
def test_every_safety_is_switched_on(store: Store, name: str, value: str | int) -> None:
    with store.reading() as db:
        assert db.exec_driver_sql(f"PRAGMA {name}").scalar() == value


def test_a_copy_holds_everything_under_the_same_key(
    folder: Path, made: Made, store: Store
) -> None:
    _append(store)
    copy = folder / "copy.db"

    store.vacuum_into(copy)

    count = _count(store)
    raw = connect(copy, made.key)
    assert raw.execute("SELECT count(*) FROM ledger").fetchone() == (count,)
    assert raw.execute("PRAGMA cipher_integrity_check").fetchall() == []
    raw.close()


def test_a_copy_is_never_made_over_a_file(folder: Path, store: Store) -> None:
    there = folder / "there"
    there.write_bytes(b"something of somebody's")

    with pytest.raises(FileExistsError):
        store.vacuum_into(there)

    assert there.read_bytes() == b"something of somebody's"


@pytest.mark.parametrize("name", ["other.db", ":memory:", "", None])
def test_a_file_named_by_a_parameter_is_not_attached_either(
    store: Store, name: str | None
) -> None:
    with pytest.raises(DBAPIError, match="not authorized"), store.reading() as db:
        db.exec_driver_sql("ATTACH ? AS other", (name,))


def test_neither_words_nor_keys_are_in_logs_or_errors(
    made: Made, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("sqlalchemy", "sqlalchemy.engine", "sqlalchemy.pool"):
        caplog.set_level(logging.DEBUG, logger=name)
    words = "Ada Example slept in the bus shelter"
    row = {
        "id": 1,
        "name": "mark",
        "value": words,
        "said_by": "",
        "recorded_at": NOW.isoformat(),
    }

    with store.transaction() as db:
        db.execute(insert(answer).values(row))
    with store.reading() as db:
        assert db.scalar(select(answer.c.value)) == words
    texts = []
    for statement in (insert(answer).values(row), insert(answer).values(value=words)):
        with pytest.raises(DBAPIError) as caught, store.transaction() as db:
            db.execute(statement)
        texts.append(f"{caught.value} {caught.value!r}")

    said = "\n".join([*texts, caplog.text])
    assert texts
    assert words not in said
    assert "Ada" not in said
    assert made.key.raw.hex() not in said.lower()


def test_no_word_of_a_record_is_readable_on_the_disk(
    folder: Path, made: Made, store: Store
) -> None:
    marker = "Ada Example slept in the bus shelter"
    for number in range(50):
        _append(store, words=marker, n=number)
    with store.reading() as db:  # a sort, which might spill
        db.execute(select(ledger).order_by(ledger.c.body)).all()
    store.vacuum_into(folder / "copy.db")

    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.name == "caseload.db-wal" for path in files)
    for path in files:
        content = path.read_bytes()
        assert marker.encode() not in content
        assert made.key.raw not in content


def test_dropped_connections_are_closed_by_collection(store: Store) -> None:
    _in_thread(lambda: _count(store))  # a thread that forgot to give its lane back

    store.close()
    gc.collect()

    assert not list(generation_of(store.folder).glob("*-wal"))
