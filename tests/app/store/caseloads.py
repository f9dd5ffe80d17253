"""A caseload made once for all tests of the store, and what opens a copy of it."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.store.caseload import FLOOR, create_caseload
from app.store.database import OpenedCaseload, Store
from app.store.driver import RawConnection, connect
from app.store.lockfile import FileLock
from app.store.sidecar import Sidecar, read_sidecar
from app.store.vault import DataKey

NOW = datetime(2026, 3, 2, 16, 5, tzinfo=UTC)
PASSPHRASE = "seven brown otters swim"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A closed caseload and every secret of it."""

    folder: Path
    code: str
    key: DataKey
    sidecar: Sidecar

    def copy_to(self, folder: Path) -> Path:
        shutil.copytree(self.folder, folder)
        return folder


def make(folder: Path) -> Made:
    store, code = create_caseload(folder, PASSPHRASE, now=NOW, cost=FLOOR)
    key, generation = store.data_key(), store.generation
    store.close()
    sidecar, _ = read_sidecar(generation)
    return Made(folder=folder, code=code, key=key, sidecar=sidecar)


def generation_of(folder: Path) -> Path:
    return folder / "generations" / "0001"


def database_of(folder: Path) -> Path:
    return generation_of(folder) / "caseload.db"


def open_with_key(folder: Path, made: Made) -> Store:
    """Open without the passphrase, which would cost every test a key derivation."""
    return Store(
        OpenedCaseload(
            folder=folder,
            generation=generation_of(folder),
            vault_id=made.sidecar.vault_id,
            practice=made.sidecar.practice,
            key=made.key,
            lock=FileLock(folder),
        )
    )


@contextmanager
def raw_of(folder: Path, made: Made) -> Iterator[RawConnection]:
    with closing(connect(database_of(folder), made.key)) as raw:
        yield raw


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return every file under the folder, so that two moments can be compared."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }
