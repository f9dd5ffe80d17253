"""Fixtures: one caseload made for all, a copy of it for each test."""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import vault
from app.store.database import Store
from tests.app.store.caseloads import Made, make, open_with_key


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    """Derive the key of one passphrase and salt once, not once for each test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "_argon2id", functools.cache(vault._argon2id))
        yield


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A closed, empty caseload; to be copied, never opened."""
    return make(tmp_path_factory.mktemp("made") / "caseload")


@pytest.fixture
def folder(made: Made, tmp_path: Path) -> Path:
    """A copy of the caseload, closed."""
    return made.copy_to(tmp_path / "caseload")


@pytest.fixture
def store(made: Made, folder: Path) -> Iterator[Store]:
    """The copy, open."""
    store = open_with_key(folder, made)
    yield store
    store.close()
