"""A checkout to set up in tests, without installing and without a network.

It is a copy, and its Python a stand-in that writes down how it was called.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

STAND_IN = """#!/bin/sh
case "$*" in
  *dev.py*) exec '{python}' "$@" ;;
  -c\\ import*sys.version_info*) exec '{python}' "$@" ;;
  -c\\ ) ;;
  *) echo "$QT_QPA_PLATFORM: $*" >>'{calls}'
     case "$*" in *{fails}*) exit 1 ;; esac ;;
esac
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
