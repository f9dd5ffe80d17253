"""Preview and printing write nothing but the store and what was asked for."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.session_world import derived_once, made_folder

__all__ = ["derived_once", "made_folder"]

_OPENED = re.compile(r'openat\([^,]*, "([^"]*)", ([A-Z_|]+).*\) = \d+')
_CONNECTED = re.compile(r"connect\(.*?(AF_\w+)(.*)\) = ")
_STRACE = shutil.which("strace")


@pytest.fixture
def flow(made_folder: Path, tmp_path: Path):
    """Run the program that reads and prints; return what it wrote to stderr."""
    shutil.copytree(made_folder, tmp_path / "caseload")
    for name in ("home", "run"):
        (tmp_path / name).mkdir(mode=0o700)

    def run(*before: str) -> str:
        program = [sys.executable, "-B", "-m", "tests.ui.print_flow"]
        paths = [str(tmp_path / "caseload"), str(tmp_path / "out.pdf")]
        done = subprocess.run(
            [*before, *program, *paths],
            capture_output=True,
            text=True,
            check=False,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "HOME": str(tmp_path / "home"),
                "XDG_CACHE_HOME": str(tmp_path / "home"),
                "XDG_RUNTIME_DIR": str(tmp_path / "run"),
                "TMPDIR": str(tmp_path / "run"),
            },
        )
        assert done.returncode == 0, done.stderr[-2_000:]
        assert (tmp_path / "out.pdf").stat().st_size > 10_000
        return done.stderr

    return run


def _is_ours(path: str, folder: Path) -> bool:
    inside = Path(path).is_relative_to(folder / "caseload")
    return inside or path in (str(folder / "out.pdf"), "/dev/null", "/dev/tty")


def test_python_opens_only_the_store_for_writing(flow, tmp_path):
    said = flow().splitlines()
    opened = [line.removeprefix("opened ") for line in said if line[:6] == "opened"]
    assert [path for path in opened if not _is_ours(path, tmp_path)] == []
    assert [line for line in said if line.startswith("socket")] == []


@pytest.mark.skipif(_STRACE is None, reason="needs strace")
def test_the_system_sees_only_the_store_and_the_printout_written(flow, tmp_path):
    log = tmp_path / "trace"
    watched = "trace=open,openat,creat,rename,socket,connect"
    flow(str(_STRACE), "-f", "-qq", "-s", "300", "-o", str(log), "-e", watched)
    lines = log.read_text("utf-8", "replace").splitlines()
    written = {
        found[1]
        for line in lines
        if (found := _OPENED.search(line))
        and ("O_WRONLY" in found[2] or "O_RDWR" in found[2] or "O_CREAT" in found[2])
    }
    assert str(tmp_path / "out.pdf") in written  # the trace does see writes
    assert sorted(path for path in written if not _is_ours(path, tmp_path)) == []
    reached = [found[0] for line in lines if (found := _CONNECTED.search(line))]
    assert [one for one in reached if not _stays_here(one)] == []


def _stays_here(connect: str) -> bool:
    """Say whether a socket is a local one, or the printing system at port 631."""
    if "AF_UNIX" in connect:
        return True
    return "htons(631)" in connect and ("127.0.0.1" in connect or '"::1"' in connect)


def test_the_store_is_encrypted_and_so_holds_no_word_of_the_page(flow, tmp_path):
    flow()
    for file in (tmp_path / "caseload").rglob("*"):
        if file.is_file():
            assert b"Jordan" not in file.read_bytes()
