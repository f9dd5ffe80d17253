"""The main job, offscreen with a mouse, and by keyboard alone in a real window."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from app.services import papers, people, plans, sessions
from app.services.caseload import open_caseload
from app.services.verify import verify_record
from tests.end_to_end.driver import Driver
from tests.end_to_end.journey import PASSPHRASE, WORDS, begin, everything_said
from tests.support import NOW

SAID = ("Jordan Mayfield", "PH-00417", WORDS, "24-2-42.2(A)(1)(a)", "Sam Rivers")


@pytest.fixture
def own_folders(tmp_path, monkeypatch):
    """Keep settings and caseloads of the program inside the test's folder."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    return tmp_path


def check_what_was_left(folder: Path, pages: Path) -> None:
    """Look at file and paper as somebody would who was not there."""
    reader = PdfReader(pages / "signed-note.pdf")
    text = " ".join(page.extract_text() for page in reader.pages)
    for words in (*SAID, "Calmer mornings", "SIGNED", "Signature (ink)"):
        assert words in " ".join(text.split())
    assert b"Jordan" not in b"".join(p.read_bytes() for p in files_of(folder))
    store = open_caseload(folder, PASSPHRASE, now=NOW)
    try:
        assert people.read_person(store, 1).name == "Jordan Mayfield"
        plan = plans.current_plan(store, 1)
        assert plan is not None
        assert plan.version == 1
        (note,) = sessions.list_sessions(store, 1)
        assert (note.held_on, note.minutes) == (date(2026, 11, 24), 45)
        assert len(papers.print_queue(store)) == 2
        assert verify_record(store).holds
    finally:
        store.close()


def names_of(called: str) -> list[str]:
    """Return the accessible names that tell of a person, seen or not."""
    every = (widget.accessibleName() for widget in QApplication.allWidgets())
    return [name for name in every if called in name]


def files_of(folder: Path) -> list[Path]:
    """Return every file of a caseload."""
    return [path for path in folder.rglob("*") if path.is_file()]


def test_from_first_start_to_paper_with_a_mouse(qapp, own_folders):
    folder = own_folders / "caseload"
    journey = begin(qapp, folder, Driver(), NOW)
    try:
        journey.first_start()
        journey.add_a_person()
        journey.write_the_plan()
        journey.record_a_session()
        journey.sign_it()
        journey.lock_and_unlock()
        journey.save_a_copy(own_folders / "signed-note.pdf")
        said = journey.find_it_again()
    finally:
        journey.end()
    assert "Jordan Mayfield" in said
    assert "Calmer mornings" in said
    check_what_was_left(folder, own_folders)


def test_nothing_of_a_person_is_left_on_a_locked_screen(qapp, own_folders):
    journey = begin(qapp, own_folders / "caseload", Driver(), NOW)
    try:
        journey.first_start()
        journey.add_a_person()
        assert "Jordan Mayfield" in everything_said()
        journey.daybook.lock()
        journey.hands.see("passphrase")
        assert "Jordan" not in everything_said()
        journey.hands.wait(lambda: not names_of("Jordan"), "the pages are gone")
    finally:
        journey.end()


@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="needs Xvfb and xdotool",
)
def test_from_first_start_to_paper_by_keyboard_alone(tmp_path):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
    }
    command = [sys.executable, "-m", "tests.end_to_end.by_keyboard", str(tmp_path)]
    run = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", *command]
    done = subprocess.run(
        run, env=environment, capture_output=True, text=True, timeout=400
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    check_what_was_left(tmp_path / "caseload", tmp_path)
