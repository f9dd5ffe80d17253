"""One command per job: what dev.sh and dev.py start, refuse, install and mend.

The checkout is a copy and its Python a stand-in that writes down how it was called, so
nothing is installed and no network is used.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="dev.sh is not for Windows")

LIBRARIES = [
    *("libGL.so.1", "libEGL.so.1", "libdbus-1.so.3", "libfontconfig.so.1"),
    *("libxkbcommon.so.0", "libglib-2.0.so.0", "libxkbcommon-x11.so.0"),
    *("libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxcb-shape.so.0"),
    *("libwayland-cursor.so.0", "libcups.so.2", "libxcb-cursor.so.0"),
]
STAND_IN = """#!/bin/sh
case "$*" in
  *dev.py*) exec '{python}' "$@" ;;
  -c\\ import*sys.version_info*) exec '{python}' "$@" ;;
  -c\\ ) ;;
  *) echo "$QT_QPA_PLATFORM: $*" >>'{calls}'
     case "$*" in *{fails}*) exit 1 ;; esac ;;
esac
"""
SYSTEM_PYTHON = """#!/bin/sh
case "$*" in *dev.py\\ test) echo "set up" >>'{calls}' ;; esac
"""
VENV_STAND_IN = """
import shutil
def create(folder, clear, with_pip, symlinks):
    assert clear and with_pip
    (folder / "bin").mkdir(parents=True, exist_ok=True)
    shutil.copy({python!r}, folder / "bin" / "python")
    print("made anew", flush=True)
"""


class Checkout:
    """A copy of what sets up, with a log of the calls it made.

    Attributes:
        root: Its top folder.
        calls_file: Where the stand-ins write each call.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls_file = root / "calls"
        shutil.copytree("installers", root / "installers")

    def put(self, name: str, script: str) -> None:
        """Write a program that anybody may run."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script, "utf-8")
        path.chmod(0o755)

    def make_ready(self, fails: str = "nothing-fails") -> None:
        """Give it an environment made for the lock as it is now."""
        script = STAND_IN.format(
            python=sys.executable, calls=self.calls_file, fails=fails
        )
        self.put(".venv/bin/python", script)
        python = ".".join(map(str, sys.version_info[:2]))
        self.stamp.write_text(f"{self.digest()} {python}\n", "ascii")

    def dev(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Give a command as a person does, without a display unless one is given."""
        kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
        return subprocess.run(
            ["/bin/sh", self.root / "installers" / "dev.sh", *words],
            env=kept | environment,
            cwd=self.root.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=60,
        )

    @property
    def python(self) -> Path:
        return self.root / ".venv" / "bin" / "python"

    @property
    def stamp(self) -> Path:
        return self.root / ".venv" / "ready"

    @property
    def lock(self) -> Path:
        return self.root / "installers" / "locks" / "dev.txt"

    def digest(self) -> str:
        return hashlib.sha256(self.lock.read_bytes()).hexdigest()

    def calls(self) -> list[str]:
        if not self.calls_file.exists():
            return []
        return self.calls_file.read_text("utf-8").splitlines()


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "a checkout")


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


class TestBareLinux:
    """On a Linux machine where something may be missing, seen through stand-ins."""

    @pytest.fixture
    def machine(self, checkout):
        self._provide(checkout, "uname", "echo Linux")
        self._provide(checkout, "ldconfig", "true")
        self._provide(checkout, "id", "echo 1000")
        self._provide(checkout, "apt-get", f"echo \"$*\" >>'{checkout.calls_file}'")
        checkout.put("bin/python3", SYSTEM_PYTHON.format(calls=checkout.calls_file))
        for name in ("dirname", "sh", "env"):
            (checkout.root / "bin" / name).symlink_to(shutil.which(name))
        return checkout

    @staticmethod
    def _provide(checkout, name, line):
        checkout.put(f"bin/{name}", f"#!/bin/sh\n{line}\n")

    @staticmethod
    def _has_all_but(checkout, *missing):
        have = [name for name in LIBRARIES if name not in missing]
        lines = "\n".join(f"\t{name} (libc6,x86-64) => /lib/{name}" for name in have)
        TestBareLinux._provide(checkout, "ldconfig", f"cat <<'END'\n{lines}\nEND")
        (checkout.root / "bin" / "cat").symlink_to(shutil.which("cat"))

    def _test(self, checkout, *words, **environment):
        path = str(checkout.root / "bin")
        return checkout.dev("test", *words, PATH=path, **environment)

    def test_whoever_may_not_install_is_given_the_one_line(self, machine):
        self._has_all_but(machine, "libEGL.so.1", "libcups.so.2")
        done = self._test(machine)
        assert done.returncode == 3
        line = "dev:   apt-get install --no-install-recommends libegl1 libcups2"
        assert line in done.stderr.splitlines()
        assert machine.calls() == []

    def test_root_gets_only_what_is_missing(self, machine):
        self._has_all_but(machine, "libxcb-cursor.so.0")
        self._provide(machine, "id", "echo 0")
        assert self._test(machine).returncode == 0
        install, set_up = machine.calls()
        assert install.endswith("--no-install-recommends libxcb-cursor0")
        assert set_up == "set up"

    def test_nothing_missing_means_nothing_installed(self, machine):
        self._has_all_but(machine)
        assert self._test(machine).returncode == 0
        assert machine.calls() == ["set up"]

    def test_nobody_there_to_ask_means_no_sudo(self, machine):
        self._provide(machine, "sudo", f"echo sudo >>'{machine.calls_file}'")
        assert self._test(machine).returncode == 3
        assert machine.calls() == []

    @pytest.mark.parametrize("how", [{"CI": "true"}, {}], ids=["CI", "--yes"])
    def test_sudo_shows_its_line_before_it_runs(self, machine, how):
        self._has_all_but(machine, "libGL.so.1")
        self._provide(machine, "sudo", 'exec "$@"')
        words = [] if how else ["--yes"]
        done = self._test(machine, *words, **how)
        assert done.returncode == 0
        assert "dev:   sudo apt-get install --no-install-recommends libgl1" in (
            done.stderr.splitlines()
        )
        assert machine.calls()[0].endswith("libgl1")

    def test_a_bare_machine_is_told_of_python_too(self, machine):
        (machine.root / "bin" / "python3").unlink()
        done = self._test(machine)
        assert done.returncode == 3
        assert "python3 python3-venv libgl1" in done.stderr
