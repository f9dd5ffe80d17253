"""Fixtures: one caseload set up for all, a copy of it for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.database import Store
from tests import support


@pytest.fixture(scope="session")
def set_up_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed caseload with a specialist and a PIN; to be copied, never opened."""
    folder = tmp_path_factory.mktemp("set-up") / "caseload"
    store = support.make_store(folder)
    support.set_up(store)
    store.close()
    return folder


@pytest.fixture
def store(set_up_folder: Path, tmp_path: Path) -> Iterator[Store]:
    """The copy, open."""
    folder = tmp_path / "caseload"
    shutil.copytree(set_up_folder, folder)
    opened = support.open_store(folder)
    yield opened
    opened.close()
