"""One command per job: what dev.sh and dev.py start, refuse, install and mend.

Nothing is installed and no network is used: see ``tests.installers.conftest``.
"""

import os
import shutil
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="dev.sh is not for Windows")

VENV_STAND_IN = """
import shutil
def create(folder, clear, with_pip, symlinks):
    assert clear and with_pip
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    shutil.copy({python!r}, folder / "bin" / "python")
    print("made anew", flush=True)
"""


@pytest.fixture
def ready(checkout):
    checkout.make_ready()
    return checkout


@pytest.mark.parametrize("words", [[], ["nonsense"], ["journey"], ["--help"]], ids=str)
def test_what_it_does_not_know_is_answered_with_the_list_of_commands(ready, words):
    done = ready.dev(*words)
    assert done.returncode == 2
    names = [line.split()[1] for line in done.stderr.splitlines()[1:]]
    assert " ".join(names) == (
        "run demo journey screens papers test check bench drill lock"
    )
    assert ready.calls() == []


@pytest.mark.parametrize("command", ["run", "demo"])
def test_without_a_display_it_says_so_and_names_what_needs_none(ready, command):
    done = ready.dev(command)
    assert done.returncode == 4
    assert "no display" in done.stderr
    assert "journey DIR" in done.stderr
    assert "screens DIR" in done.stderr
    assert ready.calls() == []


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_on_a_display_it_opens(ready, display):
    assert ready.dev("run", **{display: ":7"}).returncode == 0
    assert ready.calls() == [": -m ui"]


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("demo", "offscreen: -m ui --practice"),
        ("test -x tests/ui", "offscreen: -m pytest -x tests/ui"),
        ("journey out", "offscreen: -m tests.tools.journey {here}/out"),
        ("screens /srv/out", "offscreen: -m tests.tools.screens /srv/out"),
        ("papers out", "offscreen: -m tests.tools.papers {here}/out"),
        ("bench", "offscreen: -m tests.benchmarks.bench"),
        ("bench --json f", "offscreen: -m tests.benchmarks.bench --json {here}/f"),
        ("drill", "offscreen: -m pytest -m drill tests"),
    ],
)
def test_each_command_starts_its_job(ready, words, call):
    assert ready.dev(*words.split(), QT_QPA_PLATFORM="offscreen").returncode == 0
    assert ready.calls() == [call.format(here=ready.root.parent)]


def test_tests_open_no_windows_unless_asked_to(ready):
    ready.dev("test")
    ready.dev("test", QT_QPA_PLATFORM="xcb")
    assert ready.calls() == ["offscreen: -m pytest", "xcb: -m pytest"]


def test_a_second_start_installs_nothing(ready):
    ready.dev("test")
    assert ready.calls() == ["offscreen: -m pytest"]


def test_packages_follow_the_lock(ready):
    ready.lock.write_text(ready.lock.read_text("ascii") + "# newer\n", "ascii")
    done = ready.dev("test")
    assert done.returncode == 0
    install, test = ready.calls()
    assert "pip install" in install
    assert "--require-hashes" in install
    assert "--only-binary=:all:" in install
    assert test == "offscreen: -m pytest"
    assert ready.stamp.read_text("ascii").split()[0] == ready.digest()


def test_a_set_up_that_fails_is_not_taken_for_ready(checkout):
    checkout.make_ready(fails="pip")
    checkout.lock.write_text("# newer\n", "ascii")
    done = checkout.dev("test")
    assert done.returncode == 1
    assert "same command again" in done.stderr
    assert not checkout.stamp.exists()


@pytest.mark.parametrize("state", ["interrupted", "other Python", "broken"])
def test_an_environment_that_cannot_be_trusted_is_made_anew(ready, tmp_path, state):
    good = tmp_path / "python"
    shutil.copy(ready.python, good)
    if state == "interrupted":
        ready.stamp.unlink()
    elif state == "other Python":
        ready.stamp.write_text(f"{ready.digest()} 3.10\n", "ascii")
    else:
        ready.put(".venv/bin/python", "#!/nowhere/python\n")
    stand_in = VENV_STAND_IN.format(python=str(good))
    (tmp_path / "venv.py").write_text(stand_in, "utf-8")
    done = subprocess.run(  # not by dev.sh: it would look for system libraries here
        [sys.executable, ready.root / "installers" / "dev.py", "test"],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0
    assert "made anew" in done.stdout
    assert ready.stamp.read_text("ascii").split()[0] == ready.digest()


def test_check_shows_each_result_and_fails_if_one_does(checkout):
    checkout.make_ready(fails="mypy")
    done = checkout.dev("check")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-4:] == [
        "dev: passed  ruff check",
        "dev: passed  ruff format --check",
        "dev: FAILED  mypy",
        "dev: passed  lint-imports",
    ]


def test_drill_is_the_full_one(ready):
    asks = ready.python.read_text("utf-8")
    ready.put(
        ".venv/bin/python", asks.replace("$QT_QPA_PLATFORM", "$PEER_DAYBOOK_DRILL")
    )
    ready.dev("drill")
    assert ready.calls() == ["full: -m pytest -m drill tests"]
