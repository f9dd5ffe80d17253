"""Before anything is unlocked: where caseloads are, and where temporary files go."""

import os
import stat

import pytest

from app.services import starting
from app.services.preferences import Settings
from tests import support


def test_the_folder_opened_last_is_the_usual_one(tmp_path):
    chosen = Settings(folder=str(tmp_path / "2-work"))
    assert starting.usual_folder(chosen) == tmp_path / "2-work"
    assert starting.usual_folder(Settings()).name == starting.FIRST_FOLDER


def test_caseloads_are_listed_by_number_and_nothing_else_is(tmp_path):
    for name in ("10-work", "2-daybook"):
        support.make_store(tmp_path / name).close()
    (tmp_path / "3-empty").mkdir()
    (tmp_path / "notes").mkdir()
    (tmp_path / "4-old").touch()
    found = starting.caseloads_in(tmp_path)
    assert found == (
        (tmp_path / "2-daybook", "2 daybook"),
        (tmp_path / "10-work", "10 work"),
    )
    assert starting.holds_caseload(tmp_path / "2-daybook")
    assert not starting.holds_caseload(tmp_path / "3-empty")


@pytest.mark.parametrize(
    ("word", "name"),
    [("", "8-daybook"), ("Pine Hollow!", "8-PineHollow"), ("../x", "8-x")],
)
def test_a_new_caseload_gets_the_next_number_and_a_plain_word(tmp_path, word, name):
    (tmp_path / "7-work").mkdir()
    folder = starting.free_folder(tmp_path, word)
    assert folder == tmp_path / name
    assert not folder.exists()


def test_the_first_caseload_of_a_computer_has_the_usual_name(tmp_path):
    assert starting.free_folder(tmp_path, "").name == starting.FIRST_FOLDER


@pytest.fixture
def linux(monkeypatch, tmp_path):
    """Return a private folder in memory, as a Linux session has."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("TMPDIR", "/elsewhere")
    return tmp_path


def test_temporary_files_are_kept_in_memory_and_private(linux):
    starting.keep_temporary_files_in_memory()
    folder = linux / "peer-daybook"
    assert os.environ["TMPDIR"] == str(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("runtime", ["", "/does/not/exist"])
def test_without_a_folder_in_memory_nothing_changes(linux, monkeypatch, runtime):
    monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
    starting.keep_temporary_files_in_memory()
    assert os.environ["TMPDIR"] == "/elsewhere"


def test_a_folder_that_cannot_be_made_changes_nothing(linux):
    (linux / "peer-daybook").touch()
    starting.keep_temporary_files_in_memory()
    assert os.environ["TMPDIR"] == "/elsewhere"


def test_on_other_systems_nothing_changes(linux, monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    starting.keep_temporary_files_in_memory()
    assert os.environ["TMPDIR"] == "/elsewhere"
