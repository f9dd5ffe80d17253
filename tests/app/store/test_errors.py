"""The sentences that the specialist reads when something goes wrong."""

import errno
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import errors
from app.store.caseload import create_caseload, open_caseload
from app.store.errors import (
    DiskFailed,
    DiskFull,
    FolderReadOnly,
    StoreError,
    TooManyTries,
)
from app.store.files import told_plainly
from tests.app.store.caseloads import NOW, PASSPHRASE, everything_in

SAFE = ("Nothing was changed", "is safe", "still on the screen", "not changed")


def _every_error() -> Iterator[StoreError]:
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, StoreError):
            if kind is TooManyTries:
                yield TooManyTries(1)
                yield TooManyTries(20)
            elif kind is FolderReadOnly:
                yield FolderReadOnly(Path("caseload"))
                yield FolderReadOnly()
            else:
                yield kind()


@pytest.mark.parametrize("error", list(_every_error()), ids=lambda error: repr(error))
def test_each_error_says_plainly_that_nothing_is_lost(error: StoreError) -> None:
    said = str(error)
    sentences = re.split(r"(?<=[.:]) ", said)

    assert any(comfort in said.replace("were not", "not") for comfort in SAFE), said
    assert max(len(sentence.split()) for sentence in sentences) <= 20
    assert "{" not in said


def test_no_two_errors_say_the_same() -> None:
    said = [str(error) for error in _every_error()]

    assert len(said) == len(set(said))


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, FolderReadOnly),
        (errno.EACCES, FolderReadOnly),
        (errno.EPERM, FolderReadOnly),
        (errno.EIO, DiskFailed),
    ],
)
def test_the_systems_refusals_are_told_in_our_words(
    number: int, kind: type[StoreError]
) -> None:
    with pytest.raises(kind), told_plainly(Path("caseload")):
        raise OSError(number, "")


def test_what_we_did_not_expect_of_the_system_is_not_hidden() -> None:
    with pytest.raises(OSError, match="odd"), told_plainly(Path("caseload")):
        raise OSError(errno.ENOTTY, "odd")


def test_a_read_only_folder_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    before = everything_in(folder)
    monkeypatch.setattr("app.store.lockfile.os.open", refuse)
    with pytest.raises(FolderReadOnly) as caught:
        open_caseload(folder, PASSPHRASE, now=NOW)
    monkeypatch.undo()

    assert str(folder) in str(caught.value)
    assert everything_in(folder) == before


def test_no_caseload_is_made_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(FolderReadOnly):
        create_caseload(tmp_path / "caseload", PASSPHRASE, now=NOW)

    assert everything_in(tmp_path) == {}
