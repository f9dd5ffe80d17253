"""One thread's connection to the caseload, and the transactions on it."""

import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import StaticPool

from app.store.driver import (
    POISON,
    RawConnection,
    connect,
    dbapi2,
    guard,
    meaning_of,
)
from app.store.errors import CaseloadClosed, CaseloadDamaged
from app.store.vault import DataKey

READ, WRITE = "BEGIN", "BEGIN IMMEDIATE"
NO_TRANSACTION = ""  # VACUUM INTO makes its own

_LOG_NAME = "caseload"
_INTERRUPT_SECONDS = 0.05


class Lane:
    """The connection of the thread that made it; no other thread may use it.

    One connection shared by two threads loses rows: the failed ``BEGIN`` of one rolls
    back what the other is about to commit.
    """

    def __init__(self, path: Path, key: DataKey) -> None:
        self._busy = threading.Lock()
        self._abandoned = False
        self._path = path
        self._key = key
        self._raw: RawConnection | None = None
        self._poisoned = False
        self._copy_target: str | None = None
        self._engine = self._new_engine()

    @contextmanager
    def block(self, begin: str) -> Iterator[Connection]:
        """Run one transaction that starts with these words.

        Raises:
            StoreError: What the driver's error means; everything was rolled back.
        """
        self._enter()
        try:
            with self._engine.begin() as db:
                self._start(begin)
                yield db
        finally:
            self._leave()

    def copy_into(self, path: Path) -> None:
        """Write a compact, encrypted copy of the whole database to a new file.

        Raises:
            StoreError: What the driver's error means; the file is then worth nothing.
            FileExistsError: There is a file of this name.
        """
        if path.exists():  # the driver would say that the caseload is damaged
            raise FileExistsError
        with self.block(NO_TRANSACTION) as db:
            self._copy_target = str(path)
            try:
                db.exec_driver_sql("VACUUM INTO ?", (str(path),))
            finally:
                self._copy_target = None

    def interrupt(self) -> None:
        """Stop the statement that runs now, from any thread."""
        raw = self._raw
        if raw is not None:
            with suppress(dbapi2.ProgrammingError):  # closed at this very moment
                raw.interrupt()

    def close(self) -> None:
        """Let go of the file. On the lane's own thread only."""
        self._raw = None
        self._engine.dispose()

    def abandon(self, patience: float) -> None:
        """Stop what runs and drop the connection, from another thread.

        Only the lane's own thread may close a connection by hand: this one closes when
        it is collected.

        Args:
            patience: How many seconds to wait for what runs.
        """
        self._abandoned = True
        until = time.monotonic() + patience
        # Again and again: it may have been between two statements.
        self.interrupt()
        while not self._busy.acquire(timeout=_INTERRUPT_SECONDS):
            if time.monotonic() > until:
                return
            self.interrupt()
        self._raw = None
        del self._engine

    def _enter(self) -> None:
        free = self._busy.acquire(blocking=False)
        if self._abandoned:
            raise CaseloadClosed
        if not free:
            raise RuntimeError("a transaction inside a transaction")

    def _leave(self) -> None:
        try:
            if self._poisoned:
                self._poisoned = False
                self.close()
        finally:
            self._busy.release()

    def _new_engine(self) -> Engine:
        # Its debug log prints whole rows: not in this program, whatever is set.
        for part in ("engine.Engine", "pool.impl.StaticPool"):
            logging.getLogger(f"sqlalchemy.{part}.{_LOG_NAME}").setLevel(
                logging.WARNING
            )
        engine = create_engine(
            "sqlite+pysqlite://",
            module=dbapi2,
            creator=self._connect,
            poolclass=StaticPool,
            hide_parameters=True,
            logging_name=_LOG_NAME,
            pool_logging_name=_LOG_NAME,
        )
        event.listen(engine, "handle_error", self._on_error)
        return engine

    def _connect(self) -> RawConnection:
        # The driver would make a new, empty database where there is none.
        if not self._path.exists():
            raise CaseloadDamaged
        raw = connect(self._path, self._key)
        guard(raw, lambda: self._copy_target)
        self._raw = raw
        return raw

    def _start(self, begin: str) -> None:
        # Not as an event, which SQLAlchemy would look for at every statement.
        assert self._raw is not None  # the engine has just connected
        if begin:
            try:
                self._raw.execute(begin)
            except dbapi2.Error as error:
                self._translate(error)
                raise

    def _on_error(self, context: ExceptionContext) -> None:
        self._translate(context.original_exception)

    def _translate(self, error: BaseException) -> None:
        meaning = meaning_of(error)
        if meaning is not None:
            self._poisoned = self._poisoned or isinstance(meaning, POISON)
            raise meaning from None
