"""The caseload's folder: whole generations, and one small file that names the one.

::

    caseload/
      CURRENT                     "0001", the generation in force
      lock                        held while the program has the caseload open
      generations/0001/
        caseload.db  caseload.keys  caseload.keys.bak  attempts  papers/

Whatever replaces a caseload is built and proven as a complete new generation first.
Replacing ``CURRENT`` is then the only step that counts: nothing is ever copied over a
live file, as an old WAL beside it would destroy it.
"""

import os
import re
import shutil
from pathlib import Path

from app.store.database import DATABASE_NAME
from app.store.errors import CaseloadDamaged, CaseloadMissing
from app.store.files import PART, sync_folder, write_atomically
from app.store.sidecar import BACKUP_NAME as KEYS_BACKUP_NAME
from app.store.sidecar import NAME as KEYS_NAME

CURRENT = "CURRENT"

_GENERATIONS = "generations"
_NUMBER = re.compile(r"[0-9]{4,9}")


def caseload_exists(folder: Path) -> bool:
    """Say whether there is a caseload here, whole or damaged."""
    return (folder / CURRENT).exists() or bool(_generations(folder))


def current_generation(folder: Path) -> Path:
    """Return the folder of the generation in force.

    Where ``CURRENT`` is gone or unreadable, the only generation there is will do.

    Raises:
        CaseloadMissing: There is no generation at all.
        CaseloadDamaged: It cannot be told which one is in force.
    """
    try:
        said = (folder / CURRENT).read_bytes().decode("ascii", "replace").strip()
    except FileNotFoundError:
        said = ""
    named = folder / _GENERATIONS / said
    if _NUMBER.fullmatch(said) and named.is_dir():
        return named
    found = _generations(folder)
    if len(found) > 1:
        raise CaseloadDamaged
    if not found:
        raise CaseloadMissing
    return found[0]


def begin_generation(folder: Path) -> Path:
    """Return a new, empty folder to build a generation in."""
    numbers = [int(path.name) for path in _generations(folder)]
    part = folder / _GENERATIONS / f"{max(numbers, default=0) + 1:04d}{PART}"
    (part / "papers").mkdir(mode=0o700, parents=True)
    return part


def finish_generation(folder: Path, part: Path) -> Path:
    """Give a proven, closed generation its name and put it in force."""
    sync_folder(part / "papers")
    sync_folder(part)
    final = part.with_name(part.name.removesuffix(PART))
    os.rename(part, final)
    sync_folder(final.parent)
    sync_folder(folder)
    write_atomically(folder / CURRENT, f"{final.name}\n".encode())
    return final


def remove_unfinished(folder: Path) -> None:
    """Remove what a crash left half made. Never called while anything is made."""
    for path in (folder / _GENERATIONS).glob(f"*{PART}"):
        shutil.rmtree(path)
    for place in (folder, *_generations(folder)):
        for path in place.glob(f"*{PART}"):
            path.unlink()


def _generations(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in (folder / _GENERATIONS).glob("*")
        if _NUMBER.fullmatch(path.name)
        and any(
            (path / name).exists()
            for name in (KEYS_NAME, KEYS_BACKUP_NAME, DATABASE_NAME)
        )
    )
