"""Fixtures: one caseload made for all, a copy of it for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.database import Store
from tests.app.store.caseloads import Made, make, open_with_key
from tests.conftest import derived_once

__all__ = ["derived_once", "folder", "made", "store"]


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
