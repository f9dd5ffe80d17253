"""Saving, signing, searching and copying at once; a program of its own.

Run as ``python -m tests.faults.busy_day own|shared FOLDER`` with the data key in hex on
standard input, as one connection for all threads may crash the interpreter. Prints what
came of it as JSON.
"""

import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, create_engine, event, func, select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from app.store import audit
from app.store.driver import connect, dbapi2
from app.store.errors import StoreError
from app.store.search import find_notes
from app.store.sidecar import read_sidecar
from app.store.tables import draft, note
from app.store.vault import DataKey
from tests.app.store.caseloads import (
    Made,
    database_of,
    generation_of,
    open_with_key,
)
from tests.app.store.rows import add_draft, add_note

NOTES = 120
AUTOSAVE_SECONDS = 0.05
AUTOSAVES = 24
WORDS = "We rode the bus to the clinic and talked about what helped before. " * 40


class AnyStore(Protocol):
    """What the store offers, and what one made wrong on purpose offers too."""

    def transaction(self) -> AbstractContextManager[Connection]: ...
    def reading(self) -> AbstractContextManager[Connection]: ...
    def vacuum_into(self, path: Path) -> None: ...


class SharedConnection:
    """The mistake: one connection for all threads, with the guard taken off."""

    def __init__(self, path: Path, key: DataKey) -> None:
        self._engine = create_engine(
            "sqlite+pysqlite://",
            module=dbapi2,
            creator=lambda: _unguarded(path, key),
            poolclass=StaticPool,
        )
        event.listen(self._engine, "begin", self._on_begin)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        with self._engine.begin() as db:
            yield db

    reading = transaction

    def vacuum_into(self, path: Path) -> None:
        raw = self._engine.raw_connection()
        raw.cursor().execute("VACUUM INTO ?", (str(path),))

    def close(self) -> None:
        self._engine.dispose()

    def _on_begin(self, db: Connection) -> None:
        db.exec_driver_sql("BEGIN IMMEDIATE")


def _unguarded(path: Path, key: DataKey) -> object:
    connect(path, key).close()  # proves path and key
    raw = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False)
    raw.set_key(f"x'{key.raw.hex()}'")
    return raw


class Day:
    """A busy minute: what was done, what went wrong, what was acknowledged."""

    def __init__(self, store: AnyStore, folder: Path) -> None:
        self.store = store
        self.folder = folder
        self.errors: list[str] = []
        self.saved = 0
        self.signed: list[int] = []
        self.copies = self.searches = 0
        self._over = threading.Event()

    def run(self) -> None:
        """Save on this thread while the two lanes work on theirs."""
        lanes = [
            threading.Thread(target=self._until_over, args=(work,), daemon=True)
            for work in (self._copy, self._search)
        ]
        for lane in lanes:
            lane.start()
        for number in range(1, AUTOSAVES + 1):
            time.sleep(AUTOSAVE_SECONDS)
            self._try(lambda n=number: self._save(n))
            if number % 6 == 0:
                self._try(lambda n=number: self._sign(NOTES + n))
        self._over.set()
        for lane in lanes:
            lane.join(10)

    def _until_over(self, work: Callable[[], None]) -> None:
        while not self._over.is_set():
            self._try(work)

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except (StoreError, SQLAlchemyError, dbapi2.Error, SystemError) as error:
            self.errors.append(type(error).__name__)

    def _save(self, number: int) -> None:
        with self.store.transaction() as db:
            db.execute(update(draft).values(content=str(number)).where(draft.c.id == 1))
            add_draft(db, 1, f"saved {number}")
        self.saved = number

    def _sign(self, number: int) -> None:
        with self.store.transaction() as db:
            add_note(db, number, 1, WORDS)
        self.signed.append(number)

    def _copy(self) -> None:
        path = self.folder / f"copy-{self.copies}.db"
        self.store.vacuum_into(path)
        path.unlink()
        self.copies += 1

    def _search(self) -> None:
        with self.store.reading() as db:
            if len(find_notes(db, "bus clin", 50)) != 50:
                self.errors.append("lost hits")
        self.searches += 1


def _lost(day: Day, db: Connection) -> list[str]:
    """Return what was acknowledged as saved and is not there."""
    numbers = set(db.scalars(select(note.c.number).where(note.c.number > NOTES)))
    saves = db.scalar(
        select(func.count()).select_from(draft).where(draft.c.content.like("saved %"))
    )
    lost = [f"note {number}" for number in day.signed if number not in numbers]
    if db.scalar(select(draft.c.content).where(draft.c.id == 1)) != str(day.saved):
        lost.append("the last autosave")
    if saves != AUTOSAVES:
        lost.append(f"{AUTOSAVES - (saves or 0)} autosaves")
    return lost


def main(kind: str, folder: Path) -> None:
    """Run the day on one store or the other and print what came of it."""
    sys.stdout.write("started\n")
    sys.stdout.flush()
    key = DataKey(bytes.fromhex(sys.stdin.read()))
    sidecar, _ = read_sidecar(generation_of(folder))
    made = Made(folder=folder, code="", key=key, sidecar=sidecar)
    if kind == "shared":
        shared = SharedConnection(database_of(folder), key)
        day = Day(shared, folder)
        day.run()
        shared.close()
    else:
        store = open_with_key(folder, made)
        day = Day(store, folder)
        day.run()
        store.close()
    store = open_with_key(folder, made)
    with store.reading() as db:
        said = {
            "errors": day.errors,
            "lost": _lost(day, db),
            "broken": audit.broken_links(db),
            "signed": len(day.signed),
            "worked": bool(day.copies and day.searches),
        }
    store.close()
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
