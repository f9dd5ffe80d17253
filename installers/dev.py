"""Set up .venv from the hash-locked packages once, then do one job in it.

Called by ``dev.sh`` and ``dev.cmd``, which find Python first. Standard library only.

``.venv/ready`` says which lock and which Python the environment was made for, and is
written last. Without it, or with a Python that no longer starts, the environment is
made anew: whatever stopped a set-up half way, the next command heals it.

Every command from a checkout uses ``locks/dev.txt``, also ``run``: one environment is
made and mended in one way, and what is tried by hand is what the tests ran on.
``locks/app.txt`` holds the same versions without the tools; installers ship that.
"""

import hashlib
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

if not (3, 11) <= sys.version_info[:2] < (3, 15):
    sys.exit(f"dev: Python 3.11 to 3.14 is needed; this is {sys.version.split()[0]}")

ROOT = Path(__file__).resolve().parent.parent
LOCKS = Path("installers/locks")
VENV = ROOT / ".venv"
STAMP = VENV / "ready"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

UNKNOWN_COMMAND, NO_DISPLAY, STOPPED = 2, 4, 130
UV_COMPILE = (
    *("-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal"),
    *("--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"),
    *("--no-annotate", "--custom-compile-command", "sh installers/dev.sh lock"),
)
CHECKS = {
    "ruff check": ("-m", "ruff", "check"),
    "ruff format --check": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "lint-imports": (
        "-c",
        "from importlinter.cli import lint_imports_command; lint_imports_command()",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One job and the Python calls that do it.

    Attributes:
        purpose: What it is for, in one line of the usage.
        steps: Arguments to Python, one tuple a call. Further words given by the
            caller go to each.
        folder: Whether the caller must name a folder to write to.
        shown: Whether it opens windows, so that it needs a display.
    """

    purpose: str
    steps: tuple[tuple[str, ...], ...]
    folder: bool = False
    shown: bool = False


COMMANDS = {
    "run": Command(purpose="open Peer Daybook", steps=(("-m", "ui"),), shown=True),
    "demo": Command(
        purpose="open it with the fictional practice caseload",
        steps=(("-m", "ui", "--practice"),),
        shown=True,
    ),
    "journey": Command(
        purpose="walk through a working day without a display, with pictures in DIR",
        steps=(("-m", "tests.tools.journey"),),
        folder=True,
    ),
    "screens": Command(
        purpose="save a picture of every screen in DIR, without a display",
        steps=(("-m", "tests.tools.screens"),),
        folder=True,
    ),
    "papers": Command(
        purpose="save every paper it prints, as PDF, in DIR",
        steps=(("-m", "tests.tools.papers"),),
        folder=True,
    ),
    "test": Command(
        purpose="run the tests; further words go to pytest",
        steps=(("-m", "pytest"),),
    ),
    "check": Command(
        purpose="lint, format, types and import contracts",
        steps=tuple(CHECKS.values()),
    ),
    "bench": Command(
        purpose="measure speed; --json FILE keeps the figures",
        steps=(("-m", "tests.benchmarks.bench"),),
    ),
    "drill": Command(
        purpose="run the long fault tests in full",
        steps=(("-m", "pytest", "-m", "drill", "tests"),),
    ),
    "lock": Command(
        purpose="remake installers/locks; add --upgrade for newer versions",
        steps=(
            (*UV_COMPILE, "-o", f"{LOCKS.as_posix()}/app.txt"),
            (
                *(*UV_COMPILE, "--group", "dev", "-c", f"{LOCKS.as_posix()}/app.txt"),
                *("-o", f"{LOCKS.as_posix()}/dev.txt"),
            ),
        ),
    ),
}


def main() -> int:
    """Do what the command line asks and return the exit code."""
    words = sys.argv[1:]
    only_refuse = words[:1] == ["--refuse-early"]
    if only_refuse:
        words = words[1:]
    name, further = (words or [""])[0], words[1:]
    refusal = _refusal(name, further)
    if only_refuse or refusal:
        return refusal
    _make_ready()
    return _do(name, _from_callers_folder(COMMANDS[name], further))


def _refusal(name: str, further: list[str]) -> int:
    """Say why the command cannot be done, and return its exit code; 0 if it can."""
    command = COMMANDS.get(name)
    if command is None or (command.folder and not further):
        _say_usage()
        return UNKNOWN_COMMAND
    if command.shown and not _has_display():
        _say("There is no display here to open a window on.")
        _say("To see the program without one, let it draw into files:")
        _say("  sh installers/dev.sh journey DIR   a working day, step by step")
        _say("  sh installers/dev.sh screens DIR   every screen")
        return NO_DISPLAY
    return 0


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    where = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in where)


def _say_usage() -> None:
    start = "installers\\dev.cmd" if os.name == "nt" else "sh installers/dev.sh"
    _say(f"usage: {start} COMMAND, where COMMAND is one of")
    for name, command in COMMANDS.items():
        _say(f"  {name + ' DIR' * command.folder:<13}{command.purpose}")


def _make_ready() -> None:
    """Make or mend ``.venv`` unless it is ready for the lock as it is now.

    Raises:
        SystemExit: The packages could not be installed.
    """
    lock = ROOT / LOCKS / "dev.txt"
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    python = _environment_python()
    stamp = STAMP.read_text("ascii").split() if STAMP.exists() else []
    if python and stamp == [digest, python]:
        return
    same_python = python and stamp[1:] == [python]
    STAMP.unlink(missing_ok=True)
    if same_python:
        _say("the locked packages have changed; bringing .venv up to date")
    else:
        _say("making .venv; this happens once and takes a minute or two")
        _make_environment()
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    safely = ("--only-binary=:all:", "--require-hashes", "-r", str(lock))
    if subprocess.run([PYTHON, *install, *safely], cwd=ROOT).returncode:
        sys.exit(
            "dev: pip could not install the packages. It needs a network this once.\n"
            "dev: Give the same command again to go on."
        )
    STAMP.write_text(f"{digest} {_environment_python()}\n", "ascii")


def _environment_python() -> str:
    """Return the version of ``.venv``'s Python, such as 3.13; empty if it is broken."""
    if Path(sys.prefix).resolve() == VENV.resolve():
        return ".".join(map(str, sys.version_info[:2]))
    tell = "import sys; print(*sys.version_info[:2], sep='.')"
    try:
        asked = subprocess.run([PYTHON, "-c", tell], capture_output=True, text=True)
    except OSError:
        return ""
    return asked.stdout.strip() if asked.returncode == 0 else ""


def _make_environment() -> None:
    # Not everywhere is venv there: Debian packs it apart, and dev.sh asks for it.
    import venv

    venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")


def _from_callers_folder(command: Command, further: list[str]) -> list[str]:
    """Make the folder or file the caller named absolute: the work is done in ROOT."""
    places = {0} if command.folder else set()
    if "--json" in further:
        places.add(further.index("--json") + 1)
    return [
        os.path.abspath(word) if place in places else word
        for place, word in enumerate(further)
    ]


def _do(name: str, further: list[str]) -> int:
    command = COMMANDS[name]
    environment = dict(os.environ)
    if not command.shown:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    if name == "drill":
        environment["PEER_DAYBOOK_DRILL"] = "full"
    if name == "check":
        return _judge(environment)
    *first, last = ([str(PYTHON), *step, *further] for step in command.steps)
    for call in first:
        subprocess.run(call, cwd=ROOT, env=environment, check=True)
    _become(last, environment)


def _judge(environment: dict[str, str]) -> int:
    """Run every check, list which passed, and return 1 if one did not."""
    codes = {}
    for name, step in CHECKS.items():
        _say(name)
        call = [str(PYTHON), *step]
        codes[name] = subprocess.run(call, cwd=ROOT, env=environment).returncode
    for name, code in codes.items():
        _say(f"{'FAILED' if code else 'passed'}  {name}")
    return int(any(codes.values()))


def _become(call: list[str], environment: dict[str, str]) -> NoReturn:
    """Turn into the call, so that its signals and exit code are its own."""
    if os.name == "nt":  # exec on Windows returns to the prompt at once
        sys.exit(subprocess.run(call, cwd=ROOT, env=environment).returncode)
    os.chdir(ROOT)
    os.execve(call[0], call, environment)


def _say(line: str) -> None:
    print(f"dev: {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        _say("stopped; give the same command again to go on")
        sys.exit(STOPPED)
