"""Make a caseload, open it, and change the ways in.

Every function here derives a key (a quarter of a second or more) and belongs on a
background lane, except :func:`caseload_exists`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from app.store import attempts, audit
from app.store.database import DATABASE_NAME, OpenedCaseload, Store
from app.store.database_file import check_size, make_database, prove_database
from app.store.errors import (
    CaseloadExists,
    CaseloadMissing,
    DiskFailed,
    KeysLost,
    StoreError,
    TooManyTries,
    WrongPassphrase,
    WrongRecoveryCode,
)
from app.store.files import told_plainly
from app.store.generations import (
    begin_generation,
    caseload_exists,
    current_generation,
    finish_generation,
    remove_unfinished,
)
from app.store.lockfile import FileLock
from app.store.recovery import code_is_sound, groups_match, recovery_groups
from app.store.sidecar import (
    Sidecar,
    put_back_sidecar,
    read_only_sidecar,
    read_sidecar,
    write_backup,
    write_sidecar,
)
from app.store.vault import (
    FLOOR,
    DataKey,
    KeyCost,
    calibrated_cost,
    cost_of,
    new_vault,
    unwrap_with_code,
    unwrap_with_passphrase,
    with_new_code,
    with_passphrase,
)

__all__ = [
    "FLOOR",
    "KeyCost",
    "caseload_exists",
    "check_passphrase",
    "code_is_sound",
    "create_caseload",
    "groups_match",
    "new_recovery_code",
    "open_caseload",
    "open_with_recovery_code",
    "recovery_groups",
    "set_passphrase",
]

Unwrap = Callable[[Sidecar], DataKey]


def create_caseload(
    folder: Path,
    passphrase: str,
    *,
    now: datetime,
    practice: bool = False,
    cost: KeyCost | None = None,
) -> tuple[Store, str]:
    """Make an empty caseload and return it, open, with its recovery code.

    Args:
        folder: Where; made if it is not there.
        passphrase: Anything Unicode; whether it is a good one is not asked here.
        now: The moment, with its time zone.
        practice: Whether this is the fictional caseload to practise with.
        cost: What a try at the passphrase costs; by default, what this computer can
            bear, which takes a second or two to find out.

    Raises:
        CaseloadExists: There is one already. Nothing was changed.
        CaseloadInUse: Another process is making one.
        DiskFull, FolderReadOnly: It could not be written.
    """
    with told_plainly(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = FileLock(folder)
    with _or_else(lock.release):
        if caseload_exists(folder):
            raise CaseloadExists
        chosen = cost or calibrated_cost()
        sidecar, key, code = new_vault(passphrase, chosen, practice=practice)
        generation = _make_generation(folder, sidecar, key, now)
        store = _store(folder, generation, sidecar, key, lock)
    with _or_else(store.close), store.transaction() as db:
        audit.append(db, "caseload_created", {"practice": practice}, now=now)
    return store, code


def open_caseload(folder: Path, passphrase: str, *, now: datetime) -> Store:
    """Open the caseload with the passphrase.

    Raises:
        WrongPassphrase, TooManyTries: Nothing was changed but the count of tries.
        CaseloadMissing, CaseloadDamaged, CaseloadTooNew, CaseloadInUse, KeysLost:
            Nothing was changed.
        DiskFull, FolderReadOnly, DiskFailed: The disk refused.
    """

    def unwrap(sidecar: Sidecar) -> DataKey:
        return unwrap_with_passphrase(sidecar, passphrase)

    return _open(folder, unwrap, now)


def open_with_recovery_code(
    folder: Path, code: str, new_passphrase: str, *, now: datetime
) -> Store:
    """Open the caseload with the recovery code and set a new passphrase.

    The code stays good. The passphrase is set only once the caseload is open.

    Raises:
        WrongRecoveryCode, TooManyTries: Nothing was changed but the count of tries.
        StoreError: As :func:`open_caseload`.
    """

    def unwrap(sidecar: Sidecar) -> DataKey:
        return unwrap_with_code(sidecar, code)

    store = _open(folder, unwrap, now)
    with _or_else(store.close):
        sidecar, _ = read_sidecar(store.generation)
        try:
            cost = cost_of(sidecar)
        except KeysLost:  # its passphrase slot was tampered with
            cost = FLOOR
        _set_passphrase(store, sidecar, new_passphrase, cost)
    return store


def set_passphrase(store: Store, old: str, new: str) -> None:
    """Put a new passphrase in place of the old one, which opens nothing afterwards.

    Backups made before still open with the old one, and with them this caseload.

    Raises:
        WrongPassphrase: The old one is wrong. Nothing was changed.
        DiskFull, FolderReadOnly, DiskFailed: The old one still holds.
    """
    sidecar, _ = read_sidecar(store.generation)
    unwrap_with_passphrase(sidecar, old)
    _set_passphrase(store, sidecar, new, cost_of(sidecar))


def new_recovery_code(store: Store, passphrase: str) -> str:
    """Return a new recovery code in place of the old one, which opens nothing now.

    Raises:
        WrongPassphrase: Nothing was changed.
        DiskFull, FolderReadOnly, DiskFailed: The old code still holds.
    """
    sidecar, _ = read_sidecar(store.generation)
    key = unwrap_with_passphrase(sidecar, passphrase)
    replaced, code = with_new_code(sidecar, key)
    _replace(store, replaced, lambda written: unwrap_with_code(written, code))
    return code


def check_passphrase(folder: Path, passphrase: str) -> bool:
    """Say whether the passphrase is right, without opening anything.

    Raises:
        CaseloadMissing, CaseloadDamaged, KeysLost: There is nothing to check it by.
    """
    sidecar, _ = read_sidecar(current_generation(folder))
    try:
        unwrap_with_passphrase(sidecar, passphrase)
    except WrongPassphrase:
        return False
    return True


def _open(folder: Path, unwrap: Unwrap, now: datetime) -> Store:
    if not caseload_exists(folder):
        raise CaseloadMissing
    lock = FileLock(folder)
    with _or_else(lock.release):
        generation = current_generation(folder)
        if wait := attempts.delay_seconds(generation, now):
            raise TooManyTries(wait)
        sidecar, is_whole = read_sidecar(generation)
        check_size(generation / DATABASE_NAME)
        try:
            key = unwrap(sidecar)
        except (WrongPassphrase, WrongRecoveryCode):
            attempts.record_failure(generation, now)
            raise
        with told_plainly(folder):
            remove_unfinished(folder)
        prove_database(generation / DATABASE_NAME, key, sidecar)
        store = _store(folder, generation, sidecar, key, lock)
    with _or_else(store.close):
        _settle(store, sidecar, is_whole, now)
    return store


@contextmanager
def _or_else(let_go: Callable[[], None]) -> Iterator[None]:
    """Let go of what is held when the block does not come to its end."""
    try:
        yield
    except BaseException:
        let_go()
        raise


def _make_generation(
    folder: Path, sidecar: Sidecar, key: DataKey, now: datetime
) -> Path:
    with told_plainly(folder):
        remove_unfinished(folder)
        part = begin_generation(folder)
        make_database(part / DATABASE_NAME, key, sidecar, now)
        write_sidecar(part, sidecar)
        write_backup(part, sidecar)
        return finish_generation(folder, part)


def _settle(store: Store, sidecar: Sidecar, is_whole: bool, now: datetime) -> None:
    """Write into the ledger what happened while the caseload was closed."""
    failed = attempts.failed_at(store.generation)
    with store.transaction() as db:
        if failed:
            times = [at.strftime("%Y-%m-%dT%H:%M:%SZ") for at in failed]
            audit.append(db, "unlocks_failed", {"at_utc": times}, now=now)
        if not is_whole:
            audit.append(db, "key_file_mended", {}, now=now)
        audit.append(db, "caseload_opened", {}, now=now)
    if failed:
        attempts.forget(store.generation)
    if not is_whole:
        with told_plainly(store.folder):
            if read_only_sidecar(store.generation) != sidecar:
                write_sidecar(store.generation, sidecar)
            write_backup(store.generation, sidecar)


def _store(
    folder: Path, generation: Path, sidecar: Sidecar, key: DataKey, lock: FileLock
) -> Store:
    return Store(
        OpenedCaseload(
            folder=folder,
            generation=generation,
            vault_id=sidecar.vault_id,
            practice=sidecar.practice,
            key=key,
            lock=lock,
        )
    )


def _set_passphrase(
    store: Store, sidecar: Sidecar, passphrase: str, cost: KeyCost
) -> None:
    replaced = with_passphrase(sidecar, store.data_key(), passphrase, cost)
    _replace(
        store, replaced, lambda written: unwrap_with_passphrase(written, passphrase)
    )


def _replace(store: Store, replaced: Sidecar, unwrap: Unwrap) -> None:
    """Write the key file, prove what was written, and only then drop the old one."""
    with told_plainly(store.folder):
        write_sidecar(store.generation, replaced)
        try:
            written = read_only_sidecar(store.generation)
            if written != replaced or unwrap(written) != store.data_key():
                raise DiskFailed
            write_backup(store.generation, replaced)
        except (OSError, StoreError):
            put_back_sidecar(store.generation)
            raise
