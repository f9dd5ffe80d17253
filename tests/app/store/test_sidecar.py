"""The key file: whole, damaged, forged, and its copy."""

import hashlib
import json
import os
from pathlib import Path

import pytest

from app.store.caseload import check_passphrase, open_caseload
from app.store.errors import CaseloadTooNew, KeysLost
from app.store.sidecar import read_sidecar, write_sidecar
from app.store.vault import unwrap_with_code, with_new_code
from tests.app.store.caseloads import NOW, PASSPHRASE, Made, generation_of


def _keys(folder: Path) -> Path:
    return generation_of(folder) / "caseload.keys"


def _copy(folder: Path) -> Path:
    return generation_of(folder) / "caseload.keys.bak"


def _sealed(body: bytes) -> bytes:
    digest = hashlib.sha256(body).hexdigest().encode()
    return b"PEER-DAYBOOK-KEYS\n" + digest + b"\n" + body


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "long"])
def test_the_copy_opens_and_mends_a_damaged_key_file(folder: Path, damage: str) -> None:
    whole = _keys(folder).read_bytes()
    match damage:
        case "gone":
            _keys(folder).unlink()
        case "empty":
            _keys(folder).write_bytes(b"")
        case "cut":
            _keys(folder).write_bytes(whole[:-1])
        case _:
            _keys(folder).write_bytes(whole * 100)

    open_caseload(folder, PASSPHRASE, now=NOW).close()

    assert _keys(folder).read_bytes() == whole
    assert _copy(folder).read_bytes() == whole


def test_a_damaged_copy_is_mended_from_the_key_file(folder: Path) -> None:
    whole = _copy(folder).read_bytes()
    _copy(folder).unlink()

    open_caseload(folder, PASSPHRASE, now=NOW).close()

    assert _copy(folder).read_bytes() == whole


def test_a_copy_with_an_old_way_in_is_replaced_at_the_next_opening(
    folder: Path, made: Made
) -> None:
    replaced, code = with_new_code(made.sidecar, made.key)
    write_sidecar(generation_of(folder), replaced)  # and a crash before the copy

    open_caseload(folder, PASSPHRASE, now=NOW).close()

    _keys(folder).unlink()
    sidecar, _ = read_sidecar(generation_of(folder))
    assert unwrap_with_code(sidecar, code) == made.key


def test_without_key_file_and_copy_the_keys_are_lost(folder: Path) -> None:
    _keys(folder).unlink()
    _copy(folder).write_bytes(b"not it")

    with pytest.raises(KeysLost) as caught:
        check_passphrase(folder, PASSPHRASE)
    assert "backup" in str(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b'{"format":1}',
        b'{"format":"x"}',
        b'{"format":1,"generation":1,"practice":false,"slots":[7],"vault":""}',
        b'{"format":1,"generation":1,"practice":false,"slots":[{"how":7}],"vault":""}',
        b"\xff",
    ],
)
def test_a_forged_key_file_with_a_good_checksum_is_no_key_file(
    folder: Path, body: bytes
) -> None:
    _keys(folder).write_bytes(_sealed(body))
    _copy(folder).write_bytes(_sealed(body))

    with pytest.raises(KeysLost):
        check_passphrase(folder, PASSPHRASE)


def test_a_key_file_of_a_newer_release_is_left_alone(folder: Path) -> None:
    said = json.loads(_keys(folder).read_bytes().split(b"\n")[2])
    _keys(folder).write_bytes(_sealed(json.dumps({**said, "format": 2}).encode()))

    with pytest.raises(CaseloadTooNew):
        check_passphrase(folder, PASSPHRASE)


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_the_key_file_before_stays_as_the_copy(
    folder: Path, made: Made, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    if not links:  # a USB stick
        monkeypatch.setattr(os, "link", refuse)
    _copy(folder).unlink()
    before = _keys(folder).read_bytes()
    replaced, _ = with_new_code(made.sidecar, made.key)

    write_sidecar(generation_of(folder), replaced)

    assert _copy(folder).read_bytes() == before
    assert read_sidecar(generation_of(folder)) == (replaced, False)


def test_the_key_file_tells_no_key_and_no_word(folder: Path, made: Made) -> None:
    written = _keys(folder).read_bytes()

    assert made.key.raw not in written
    assert made.key.raw.hex().encode() not in written
    assert PASSPHRASE.encode() not in written
    assert made.code.encode() not in written
