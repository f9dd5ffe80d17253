"""Small files are the old one or the new one."""

import os
from pathlib import Path

import pytest

from app.store import files
from app.store.files import write_atomically


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_atomically(tmp_path / "file", b"old")
    write_atomically(tmp_path / "file", b"new")

    assert (tmp_path / "file").read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["file"]


@pytest.mark.parametrize("refusals", [1, 2])
def test_a_scanner_that_holds_the_new_file_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusals: int
) -> None:
    replace, left = os.replace, [refusals]

    def scanned(part: Path, path: Path) -> None:
        if left[0]:
            left[0] -= 1
            raise PermissionError
        replace(part, path)

    monkeypatch.setattr(os, "replace", scanned)
    monkeypatch.setattr(files, "_SCANNER_PAUSES", (0.001, 0.001))

    write_atomically(tmp_path / "file", b"new")

    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_file_that_cannot_be_replaced_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    write_atomically(tmp_path / "file", b"old")
    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "file", b"new")

    assert (tmp_path / "file").read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["file"]
