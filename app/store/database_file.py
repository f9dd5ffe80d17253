"""Make a caseload's database, and prove one before it is handed out."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from app.store.driver import APPLICATION_ID, PAGE_BYTES, connect, in_our_words
from app.store.errors import CaseloadDamaged
from app.store.files import sync_folder
from app.store.migrations import migrate, schema_version
from app.store.sidecar import Sidecar
from app.store.vault import DataKey


def check_size(database: Path) -> None:
    """Look at the file without its key.

    Raises:
        CaseloadDamaged: It is gone, or cut, or SQLite would take it for a new one.
    """
    try:
        size = database.stat().st_size
    except FileNotFoundError:
        raise CaseloadDamaged from None
    wal = database.with_name(database.name + "-wal")
    # A crash may leave the last page half written; the WAL then has it whole.
    may_be_mended = wal.exists() and wal.stat().st_size > 0
    if size < PAGE_BYTES or (size % PAGE_BYTES and not may_be_mended):
        raise CaseloadDamaged


def prove_database(database: Path, key: DataKey, sidecar: Sidecar) -> None:
    """Open the database once: it is ours, it is this caseload's, and it is up to date.

    Raises:
        CaseloadDamaged: It is not.
        CaseloadTooNew: A newer release wrote it. Nothing was changed.
    """
    with in_our_words(), closing(connect(database, key)) as raw:
        if raw.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            raise CaseloadDamaged
        if schema_version(raw) == 0:
            raise CaseloadDamaged
        migrate(raw)
        said = raw.execute("SELECT vault_id, practice FROM caseload").fetchall()
        if said != [(sidecar.vault_id, int(sidecar.practice))]:
            raise CaseloadDamaged


def make_database(
    database: Path, key: DataKey, sidecar: Sidecar, now: datetime
) -> None:
    """Make an empty database of the present schema where there is none."""
    made_at = now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with in_our_words(), closing(connect(database, key)) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        migrate(raw)
        raw.execute(
            "INSERT INTO caseload (id, vault_id, practice, made_at) "
            "VALUES (1, ?, ?, ?)",
            (sidecar.vault_id, int(sidecar.practice), made_at),
        )
    sync_folder(database.parent)
