"""A crash at each single step of making a caseload and of changing the ways in."""

import itertools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.store.caseload import (
    caseload_exists,
    create_caseload,
    new_recovery_code,
    open_caseload,
)
from app.store.sidecar import read_sidecar
from app.store.vault import unwrap_with_code, unwrap_with_passphrase
from tests.app.store.caseloads import NOW, PASSPHRASE, Made, open_with_key

STEPS = ("fsync", "link", "mkdir", "rename", "replace", "unlink")


class Crash(BaseException):
    """The power went off."""


@pytest.fixture
def crash_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Let the system's n-th change of the disk, from 0, be the last."""
    left = [-1]

    def mortal(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            if left[0] == 0:
                raise Crash
            left[0] -= 1
            return real(*given, **named)

        return call

    for name in STEPS:
        monkeypatch.setattr(os, name, mortal(getattr(os, name)))

    def set_to(number: int) -> None:
        left[0] = number

    return set_to


def test_making_a_caseload_survives_a_crash_at_each_step(
    made: Made,
    tmp_path: Path,
    crash_at: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        "app.store.caseload.new_vault",
        lambda *_, **__: (made.sidecar, made.key, made.code),
    )
    kept = 0
    for number in itertools.count():
        folder = tmp_path / str(number)
        crash_at(number)
        try:
            create_caseload(folder, PASSPHRASE, now=NOW)[0].close()
            break
        except Crash:
            crash_at(-1)
        if caseload_exists(folder):
            open_caseload(folder, PASSPHRASE, now=NOW).close()
            kept += 1
        else:
            create_caseload(folder, PASSPHRASE, now=NOW)[0].close()
    assert number > 8
    assert 0 < kept < number


def test_a_new_recovery_code_survives_a_crash_at_each_step(
    made: Made, tmp_path: Path, crash_at: Callable[[int], None]
) -> None:
    changed = 0
    for number in itertools.count():
        folder = made.copy_to(tmp_path / str(number))
        store = open_with_key(folder, made)
        crash_at(number)
        try:
            new_recovery_code(store, PASSPHRASE)
            break
        except Crash:
            crash_at(-1)
        finally:
            store.close()
        sidecar, _ = read_sidecar(store.generation)
        assert unwrap_with_passphrase(sidecar, PASSPHRASE) == made.key
        if sidecar == made.sidecar:
            assert unwrap_with_code(sidecar, made.code) == made.key
        else:
            changed += 1
        open_caseload(folder, PASSPHRASE, now=NOW).close()
        assert read_sidecar(store.generation) == (sidecar, True)
    assert 0 < changed < number
