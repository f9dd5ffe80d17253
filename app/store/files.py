"""Write small files so that a power cut leaves the old one or the new one."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.store.errors import DiskFailed, DiskFull, FolderReadOnly

PART = ".part"  # ends the name of whatever is not finished

# WORKAROUND: virus scanners on Windows hold a new file open for a moment.
_SCANNER_PAUSES = (0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Turn the system's refusals to write in the folder into our own errors.

    Raises:
        DiskFull: No room is left.
        FolderReadOnly: Writing is not allowed.
        DiskFailed: The device failed.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFull from None
        if error.errno in _READ_ONLY:
            raise FolderReadOnly(folder) from None
        if error.errno == errno.EIO:
            raise DiskFailed from None
        raise


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content under this name, durably, in place of what was there."""
    part = path.with_name(path.name + PART)
    try:
        write_durably(part, content)
        _replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    sync_folder(path.parent)


def _replace(part: Path, path: Path) -> None:
    for pause in _SCANNER_PAUSES:
        try:
            os.replace(part, path)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(part, path)


def write_durably(path: Path, content: bytes) -> None:
    """Write the content and wait until the disk has it."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the folder's names. Windows does it by itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
