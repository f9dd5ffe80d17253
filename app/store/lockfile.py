"""Keep a second window out of the caseload, and let go when the program dies."""

import os
import sys
from pathlib import Path
from typing import BinaryIO

from app.store.errors import CaseloadInUse
from app.store.files import told_plainly

NAME = "lock"

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class FileLock:
    """A lock file held open under a lock of the operating system.

    The system drops the lock when the process ends, however it ends, so that no
    stale lock ever keeps the specialist out.
    """

    def __init__(self, folder: Path) -> None:
        """Take the lock at once or not at all.

        Raises:
            CaseloadInUse: Another process, or another store of ours, has it.
            FolderReadOnly: The lock file cannot be written.
        """
        with told_plainly(folder):
            handle = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        self._file = os.fdopen(handle, "r+b", buffering=0)
        try:
            _take(self._file)
        except OSError:
            self._file.close()
            raise CaseloadInUse from None

    def release(self) -> None:
        """Let go of the lock. Once released it stays so."""
        self._file.close()
