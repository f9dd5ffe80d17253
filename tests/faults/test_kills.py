"""Whatever was acknowledged is there after a kill at any moment."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.store.caseloads import Made

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="lives are forks")

DRILL = os.environ.get("PEER_DAYBOOK_DRILL") == "full"


def _wrong_after(what: str, times: int, folder: Path, made: Made) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.mortal", what, str(times), str(folder)],
        input=made.key.raw.hex(),
        capture_output=True,
        text=True,
        check=False,
    )
    *wrong, last = done.stdout.splitlines() or [""]
    acknowledged, _, count = last.partition(" ")
    assert done.returncode == 0, done.stderr[-2_000:]
    assert acknowledged == "acknowledged"
    assert int(count) >= times // 2  # it did live
    return wrong


@pytest.mark.parametrize("what", ["save", "change_code", "grow"])
def test_nothing_acknowledged_is_lost_by_a_few_kills(
    folder: Path, made: Made, what: str
) -> None:
    assert _wrong_after(what, 20, folder, made) == []


@pytest.mark.drill
@pytest.mark.skipif(not DRILL, reason="set PEER_DAYBOOK_DRILL=full")
@pytest.mark.parametrize(
    ("what", "times"), [("save", 1_000), ("change_code", 300), ("grow", 200)]
)
def test_nothing_acknowledged_is_lost_by_many_kills(
    folder: Path, made: Made, what: str, times: int
) -> None:
    assert _wrong_after(what, times, folder, made) == []
