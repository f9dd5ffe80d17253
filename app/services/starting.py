"""What the windows need before anything is unlocked; imports nothing heavy.

SQLAlchemy, the cipher and the rules come later, on a lane, while the passphrase is
typed: see :mod:`app.services.caseload`.
"""

import os
import re
import sys
from pathlib import Path

from app.settings import Settings, data_folder
from app.store.errors import Interrupted, StoreError, TooManyTries, WrongPassphrase
from app.store.hardening import forbid_core_dumps

__all__ = [
    "FIRST_FOLDER",
    "PRACTICE_PASSPHRASE",
    "Interrupted",
    "StoreError",
    "TooManyTries",
    "WrongPassphrase",
    "caseloads_in",
    "forbid_core_dumps",
    "free_folder",
    "holds_caseload",
    "keep_temporary_files_in_memory",
    "usual_folder",
]

FIRST_FOLDER = "1-daybook"
PRACTICE_PASSPHRASE = "made-up people only"

_MARKS = ("CURRENT", "generations")
_OWN = re.compile(r"([0-9]{1,3})-(\w{1,24})")


def usual_folder(settings: Settings) -> Path:
    """Return the caseload opened last, or else the first one of this computer."""
    return Path(settings.folder) if settings.folder else data_folder() / FIRST_FOLDER


def holds_caseload(folder: Path) -> bool:
    """Say whether there is a caseload here; opening it finds out the rest."""
    return any((folder / mark).exists() for mark in _MARKS)


def caseloads_in(base: Path) -> tuple[tuple[Path, str], ...]:
    """Return the caseloads kept in a folder, each with its number and word.

    The specialist chose the word; no name of a person is ever part of it.
    """
    found = []
    for folder in base.glob("*"):
        own = _OWN.fullmatch(folder.name)
        if own and holds_caseload(folder):
            found.append((int(own[1]), folder, f"{own[1]} {own[2]}"))
    return tuple((folder, words) for _number, folder, words in sorted(found))


def free_folder(base: Path, word: str) -> Path:
    """Return a folder for a new caseload, named by the next number and a word."""
    plain = "".join(letter for letter in word if letter.isalnum())[:24]
    numbers = [int(own[1]) for f in base.glob("*") if (own := _OWN.fullmatch(f.name))]
    return base / f"{max(numbers, default=0) + 1}-{plain or 'daybook'}"


def keep_temporary_files_in_memory() -> None:
    """Have temporary files of this process, as printing makes, kept off the disk.

    Linux only: a folder of ours in ``$XDG_RUNTIME_DIR``, which is memory and private
    to this account. Without that folder nothing changes; printing then asks first.
    """
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if not (sys.platform.startswith("linux") and runtime and Path(runtime).is_dir()):
        return
    folder = Path(runtime) / "peer-daybook"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)
    except OSError:
        return
    os.environ["TMPDIR"] = str(folder)
