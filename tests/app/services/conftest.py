"""Fixtures: caseloads made once for all, a copy for each test."""

import shutil
from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from app.domain.session import NextContact
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


@pytest.fixture
def jordan(store: Store) -> int:
    """The id of the one person on the caseload, who has no plan yet."""
    return support.add_jordan(store)


@pytest.fixture(scope="session")
def signed_folder(
    set_up_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A closed caseload with a person, a plan, and two signed notes."""
    folder = tmp_path_factory.mktemp("signed") / "caseload"
    shutil.copytree(set_up_folder, folder)
    store = support.open_store(folder)
    person_id = support.add_jordan(store)
    support.make_plan(store, person_id)
    support.sign_session(store, support.session_draft(person_id))
    later = support.session_draft(
        person_id,
        held_on=date(2026, 11, 23),
        next_contact=NextContact(on=date(2026, 11, 30), at=time(10, 0)),
    )
    support.sign_session(store, later, now=support.NOW + timedelta(minutes=5))
    store.close()
    return folder


@pytest.fixture
def signed(signed_folder: Path, tmp_path: Path) -> Iterator[Store]:
    """Its copy, open."""
    folder = tmp_path / "signed"
    shutil.copytree(signed_folder, folder)
    opened = support.open_store(folder)
    yield opened
    opened.close()
