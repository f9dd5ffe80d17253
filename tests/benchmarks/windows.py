"""The rows about windows: start and unlock, each in a process of its own."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.caseloads import copy_of
from tests.benchmarks.measure import Row, median

_RUNS = 9


def rows(scratch: Path) -> Iterator[Row]:
    """Measure start against an empty window, and unlock against its derivation."""
    yield start(scratch)
    if beside := keepassxc(scratch):
        yield beside
    yield unlock(scratch)


def start(scratch: Path) -> Row:
    """Process start to the visible unlock window, against an empty PySide6 window."""
    folder = copy_of(2_000, scratch / "start")
    _child(folder, "unlock")  # compiles
    ours, empty = [], []
    for _turn in range(_RUNS):
        ours.append(_until_visible(folder, "unlock"))
        empty.append(_until_visible(folder, "empty"))
    return Row(
        name="start",
        ours=median(ours),
        baseline=median(empty),
        limit=1.25,
        what="process start to visible unlock window / an empty PySide6 window",
    )


def unlock(scratch: Path) -> Row:
    """Passphrase to Today at 20,000 sessions, against the derivation and 400 ms."""
    folder = copy_of(20_000, scratch / "unlock")
    found = [json.loads(_child(folder, "today", str(folder))) for _turn in range(_RUNS)]
    return Row(
        name="unlock",
        ours=median([one["ours"] for one in found]),
        baseline=median([one["derivation"] for one in found]) + 400,
        limit=1.0,
        what="passphrase to Today, 200 people, 20,000 sessions / derivation + 400 ms",
    )


def keepassxc(scratch: Path) -> Row | None:
    """KeePassXC's start beside ours, each until X shows its window; told, not held."""
    needed = ("keepassxc", "Xvfb", "xdotool")
    if not all(shutil.which(name) for name in needed):
        return None
    folder = copy_of(2_000, scratch / "beside")
    display = ":97"
    screen = subprocess.Popen(["Xvfb", display], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        ours = [sys.executable, "-m", "ui", "--folder", str(folder)]
        mine = [_until_shown(display, ours, "Peer Daybook") for _turn in range(5)]
        theirs = [
            _until_shown(display, ["keepassxc"], "KeePassXC") for _turn in range(5)
        ]
    finally:
        screen.terminate()
        screen.wait()
    return Row(
        name="start (beside)",
        ours=median(mine),
        baseline=median(theirs),
        limit=0,
        what="our window shown by X / KeePassXC's window shown by X",
    )


def _until_shown(display: str, command: list[str], title: str) -> float:
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "DISPLAY": display,
            "HOME": home,
            "QT_QPA_PLATFORM": "xcb",
        }
        began = time.monotonic()
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", title]
            subprocess.run(find, env=environment, check=True, capture_output=True)
            return (time.monotonic() - began) * 1000
        finally:
            process.kill()
            process.wait()


def _until_visible(folder: Path, what: str) -> float:
    began = time.monotonic_ns()
    return (int(_child(folder, what)) - began) / 1_000_000


def _child(folder: Path, *what: str) -> str:
    """Run a child whose usual caseload is in ``folder``, with modules compiled.

    So they are once the program is installed, whatever this environment says of it.
    """
    own = {"PYTHONDONTWRITEBYTECODE", "XDG_DATA_HOME", "XDG_CONFIG_HOME"}
    with tempfile.TemporaryDirectory() as home:
        usual = Path(home, ".local/share/PeerDaybook")
        usual.mkdir(parents=True)
        (usual / "1-daybook").symlink_to(folder)
        environment = {name: os.environ[name] for name in os.environ.keys() - own} | {
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": home,
            "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled"),
        }
        command = [sys.executable, "-m", "tests.benchmarks.window_child", *what]
        done = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True
        )
    return done.stdout.strip().splitlines()[-1]
