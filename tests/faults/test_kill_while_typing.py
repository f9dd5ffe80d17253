"""A kill in the middle of typing costs two seconds of it at the most."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.services.sessions import list_drafts
from tests import support
from tests.ui.session_world import derived_once, made_folder

__all__ = ["derived_once", "made_folder"]

DRILL = os.environ.get("PEER_DAYBOOK_DRILL") == "full"
MOST_LOST = 2.0  # seconds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills with SIGKILL")


def _type_and_die(folder: Path, seconds: float) -> list[tuple[int, float]]:
    """Have somebody type for so long, kill them, and return what they said.

    Returns:
        How many letters there were, and when; the moment of death last.
    """
    typist = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.typist", str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert typist.stdout is not None
    first = typist.stdout.readline()  # opening takes what it takes
    time.sleep(seconds)
    typist.send_signal(signal.SIGKILL)
    died = time.monotonic()
    said = [first, *typist.stdout.readlines()]
    typist.wait()
    typist.stdout.close()
    whole = [line.split() for line in said if line.endswith("\n")]
    return [*((int(count), float(at)) for count, at in whole), (-1, died)]


def _lost_after(folder: Path, seconds: float) -> float:
    """Return how many seconds of typing a kill has cost."""
    *typed, (_mark, died) = _type_and_die(folder, seconds)
    store = support.open_store(folder)
    found = list_drafts(store)
    store.close()
    letters = len(found[0].draft.what_we_did) if found else 0
    assert len(found) <= 1
    assert letters <= len(typed) + 1
    unsaved = [at for count, at in typed if count > letters]
    return died - unsaved[0] if unsaved else 0.0


def test_a_kill_while_typing_costs_two_seconds_at_most(
    made_folder: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "caseload"
    shutil.copytree(made_folder, folder)
    assert _lost_after(folder, random.uniform(3, 6)) <= MOST_LOST


@pytest.mark.drill
@pytest.mark.skipif(not DRILL, reason="set PEER_DAYBOOK_DRILL=full")
@pytest.mark.parametrize("life", range(10))
def test_many_kills_while_typing_for_up_to_a_minute_cost_two_seconds_each(
    made_folder: Path, tmp_path: Path, life: int
) -> None:
    folder = tmp_path / f"caseload-{life}"
    shutil.copytree(made_folder, folder)
    assert _lost_after(folder, random.uniform(5, 60)) <= MOST_LOST
