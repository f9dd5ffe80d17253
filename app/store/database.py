"""The open caseload: transactions, papers and keys, from any thread."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from app.store.errors import CaseloadClosed
from app.store.lanes import READ, WRITE, Lane
from app.store.lockfile import FileLock
from app.store.papers import Papers
from app.store.tables import paper
from app.store.vault import DataKey

DATABASE_NAME = "caseload.db"

_PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedCaseload:
    """What opening found out and holds, handed to the store whole.

    Attributes:
        folder: The caseload's folder.
        generation: The folder inside it that is in force.
        vault_id: Which caseload this is, 32 hex digits.
        practice: Whether it is the fictional caseload to practise with.
        key: The data key.
        lock: The lock file, held.
    """

    folder: Path
    generation: Path
    vault_id: str
    practice: bool
    key: DataKey
    lock: FileLock


class Store:
    """An open, unlocked caseload. :mod:`app.store.caseload` makes it.

    Each thread that uses it gets a connection of its own at its first use, and gives
    it back with :meth:`close_lane`.

    Attributes:
        folder: The caseload's folder.
        generation: The folder inside it that is in force.
        vault_id: Which caseload this is, 32 hex digits.
        practice: Whether it is the fictional caseload to practise with.
        papers: The stored papers.
    """

    def __init__(self, opened: OpenedCaseload) -> None:
        self.folder = opened.folder
        self.generation = opened.generation
        self.vault_id = opened.vault_id
        self.practice = opened.practice
        self.papers = Papers(
            opened.generation / "papers",
            encryption_key=opened.key.derive("papers"),
            naming_key=opened.key.derive("paper names"),
        )
        self._key: DataKey | None = opened.key
        self._lock = opened.lock
        self._lanes: dict[int, Lane] = {}
        self._guard = threading.Lock()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Commit everything done in the ``with`` block, or nothing of it.

        Raises:
            StoreError: What went wrong; everything was rolled back.
        """
        with self._lane().block(WRITE) as db:
            yield db

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """See one unchanging state of the caseload throughout the ``with`` block.

        Raises:
            StoreError: What went wrong.
        """
        with self._lane().block(READ) as db:
            yield db

    def vacuum_into(self, path: Path) -> None:
        """Write a compact, encrypted copy of the database to a new file.

        Raises:
            StoreError: What went wrong; the file is then worth nothing.
        """
        self._lane().copy_into(path)

    def remove_unreferenced_papers(self) -> int:
        """Remove the papers that a crash left without a row, and say how many.

        Looks at every file: for the long lane, once after opening.
        """
        with self.reading() as db:
            ids = set(db.scalars(select(paper.c.id)))
        return self.papers.remove_all_but(ids)

    def derive_key(self, purpose: str) -> bytes:
        """Return 32 bytes for one purpose, always the same for this caseload.

        Raises:
            CaseloadClosed: The store was closed.
        """
        return self._open_key().derive(purpose)

    def data_key(self) -> DataKey:
        """Return the data key, to wrap it again.

        Raises:
            CaseloadClosed: The store was closed.
        """
        return self._open_key()

    def interrupt(self, thread: int | None = None) -> None:
        """Stop the statement that runs on another thread; it raises Interrupted.

        Args:
            thread: That thread's identity (``threading.get_ident()`` there). Without
                it, every thread but the calling one.
        """
        own = threading.get_ident()
        with self._guard:
            for identity, lane in self._lanes.items():
                if identity == thread or (thread is None and identity != own):
                    lane.interrupt()

    def close_lane(self) -> None:
        """Give back the calling thread's connection, if it has one."""
        with self._guard:
            lane = self._lanes.pop(threading.get_ident(), None)
        if lane is not None:
            lane.close()

    def close(self) -> None:
        """Stop all work, let go of the file and forget the key.

        What other threads still run is interrupted and waited for, up to 5 s. The
        store cannot be used afterwards; closing it twice is no harm.
        """
        self.close_lane()
        with self._guard:
            self._key = None
            lanes = list(self._lanes.values())
            self._lanes.clear()
        self.papers.forget_keys()
        for lane in lanes:
            lane.abandon(_PATIENCE_SECONDS)
        if lanes:
            gc.collect()  # closes what the lanes dropped
        self._lock.release()

    def _open_key(self) -> DataKey:
        key = self._key
        if key is None:
            raise CaseloadClosed
        return key

    def _lane(self) -> Lane:
        identity = threading.get_ident()
        with self._guard:
            key = self._open_key()
            lane = self._lanes.get(identity)
            if lane is None:
                lane = Lane(self.generation / DATABASE_NAME, key)
                self._lanes[identity] = lane
            return lane
