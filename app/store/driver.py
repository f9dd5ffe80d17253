"""The one place that knows the cipher driver: keying, safety switches, its errors."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import sqlcipher3.dbapi2

from app.store.errors import (
    CaseloadBusy,
    CaseloadDamaged,
    DiskFailed,
    DiskFull,
    FolderReadOnly,
    Interrupted,
    StoreError,
)
from app.store.vault import DataKey

# The driver is Python's own sqlite3 with a key, but says nothing about its types.
dbapi2: Any = sqlcipher3.dbapi2
RawConnection: TypeAlias = sqlite3.Connection

APPLICATION_ID = 0x50444259  # "PDBY"
PAGE_BYTES = 4096

_SAFE = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "recursive_triggers = ON",
    "foreign_keys = ON",
    "locking_mode = NORMAL",
    # In KiB: pages in it are not decrypted again. A list of 50 reads 50 pages.
    "cache_size = -32768",
)
_BUSY_SECONDS = 5.0

_MEANING: dict[int, type[StoreError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_READONLY: FolderReadOnly,
    sqlite3.SQLITE_CORRUPT: CaseloadDamaged,
    sqlite3.SQLITE_NOTADB: CaseloadDamaged,
    sqlite3.SQLITE_BUSY: CaseloadBusy,
    sqlite3.SQLITE_IOERR: DiskFailed,
    sqlite3.SQLITE_CANTOPEN: DiskFailed,
    sqlite3.SQLITE_INTERRUPT: Interrupted,
}
# After these the connection answers with the same error for ever.
POISON = (CaseloadDamaged, DiskFailed, FolderReadOnly)

_REFUSED = frozenset(
    {
        sqlite3.SQLITE_ALTER_TABLE,
        sqlite3.SQLITE_CREATE_TEMP_TRIGGER,
        sqlite3.SQLITE_CREATE_TRIGGER,
        sqlite3.SQLITE_DROP_INDEX,
        sqlite3.SQLITE_DROP_TABLE,
        sqlite3.SQLITE_DROP_TEMP_TRIGGER,
        sqlite3.SQLITE_DROP_TRIGGER,
        sqlite3.SQLITE_DROP_VIEW,
        sqlite3.SQLITE_DROP_VTABLE,
    }
)
# Whatever is not here could switch a safety off, now or in a later SQLite.
_PRAGMAS_ASKED = frozenset(
    {
        "application_id",
        "cipher_version",
        "data_version",
        "foreign_keys",
        "freelist_count",
        "journal_mode",
        "page_count",
        "read_uncommitted",
        "recursive_triggers",
        "synchronous",
        "temp_store",
        "user_version",
    }
)
_PRAGMAS_WITH_VALUE = frozenset(
    {
        "cipher_integrity_check",
        "foreign_key_check",
        "integrity_check",
        "quick_check",
        "wal_checkpoint",
    }
)


def connect(path: Path, key: DataKey) -> RawConnection:
    """Open the database for this thread alone, with every safety switched on.

    Raises:
        StoreError: As :func:`meaning_of` puts it; ``CaseloadDamaged`` for a wrong key.
    """
    with in_our_words():
        raw: Any = dbapi2.connect(
            str(path),
            isolation_level=None,
            timeout=_BUSY_SECONDS,
            check_same_thread=True,
        )
        try:
            # Before the key: a failing page would otherwise be reported on stderr.
            raw.execute("PRAGMA cipher_log_level = NONE")
            # Not PRAGMA key: a statement shows in traces.
            raw.set_key(f"x'{key.raw.hex()}'")
            raw.execute("PRAGMA cipher_compatibility = 4")
            raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
            for switch in _SAFE:
                raw.execute(f"PRAGMA {switch}")
        except BaseException:
            raw.close()
            raise
    opened: RawConnection = raw
    return opened


@contextmanager
def in_our_words() -> Iterator[None]:
    """Turn the driver's errors inside the block into ours, where they have a meaning.

    Raises:
        StoreError: As :func:`meaning_of` puts it.
    """
    try:
        yield
    except dbapi2.Error as error:
        meaning = meaning_of(error)
        if meaning is None:
            raise
        raise meaning from None


def meaning_of(error: BaseException) -> StoreError | None:
    """Return what a driver's error means to the specialist; ``None``: it is a bug."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    kind = _MEANING.get(code & 0xFF)  # the extended codes are in the bits above
    return kind() if kind is not None else None


def guard(raw: RawConnection, may_attach: Callable[[], str | None]) -> None:
    """Refuse, from now on, every statement that could undo what is frozen.

    Args:
        may_attach: Says which file ``VACUUM INTO`` is writing just now, if any.
    """

    def decide(action: int, first: str | None, second: str | None, *_: object) -> int:
        if action in _REFUSED:
            return sqlite3.SQLITE_DENY
        # A name that is not a literal comes as None, and so does "none is written".
        if action == sqlite3.SQLITE_ATTACH and (first is None or first != may_attach()):
            return sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_FUNCTION and second == "load_extension":
            return sqlite3.SQLITE_DENY
        if action == sqlite3.SQLITE_PRAGMA and not _is_harmless(first, second):
            return sqlite3.SQLITE_DENY
        return sqlite3.SQLITE_OK

    raw.set_authorizer(decide)


def _is_harmless(name: str | None, value: str | None) -> bool:
    name = (name or "").lower()
    return name in _PRAGMAS_WITH_VALUE or (value is None and name in _PRAGMAS_ASKED)
