"""What dev.sh installs on a Linux machine, seen through stand-ins for its programs."""

import os
import shutil

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="dev.sh is not for Windows")

LIBRARIES = [
    *("libGL.so.1", "libEGL.so.1", "libdbus-1.so.3", "libfontconfig.so.1"),
    *("libxkbcommon.so.0", "libglib-2.0.so.0", "libxkbcommon-x11.so.0"),
    *("libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxcb-shape.so.0"),
    *("libwayland-cursor.so.0", "libcups.so.2", "libxcb-cursor.so.0"),
]
SYSTEM_PYTHON = """#!/bin/sh
case "$*" in *dev.py\\ test) echo "set up" >>'{calls}' ;; esac
"""


@pytest.fixture
def machine(checkout):
    provide(checkout, "uname", "echo Linux")
    provide(checkout, "ldconfig", "true")
    provide(checkout, "id", "echo 1000")
    provide(checkout, "apt-get", f"echo \"$*\" >>'{checkout.calls_file}'")
    checkout.put("bin/python3", SYSTEM_PYTHON.format(calls=checkout.calls_file))
    for name in ("dirname", "sh", "env"):
        (checkout.root / "bin" / name).symlink_to(shutil.which(name))
    return checkout


def provide(checkout, name, line):
    checkout.put(f"bin/{name}", f"#!/bin/sh\n{line}\n")


def has_all_but(checkout, *missing):
    have = [name for name in LIBRARIES if name not in missing]
    lines = "\n".join(f"\t{name} (libc6,x86-64) => /lib/{name}" for name in have)
    provide(checkout, "ldconfig", f"cat <<'END'\n{lines}\nEND")
    (checkout.root / "bin" / "cat").symlink_to(shutil.which("cat"))


def give_test(checkout, *words, **environment):
    path = str(checkout.root / "bin")
    return checkout.dev("test", *words, PATH=path, **environment)


def test_whoever_may_not_install_is_given_the_one_line(machine):
    has_all_but(machine, "libEGL.so.1", "libcups.so.2")
    done = give_test(machine)
    assert done.returncode == 3
    line = "dev:   apt-get install --no-install-recommends libegl1 libcups2"
    assert line in done.stderr.splitlines()
    assert machine.calls() == []


def test_root_gets_only_what_is_missing(machine):
    has_all_but(machine, "libxcb-cursor.so.0")
    provide(machine, "id", "echo 0")
    assert give_test(machine).returncode == 0
    install, set_up = machine.calls()
    assert install.endswith("--no-install-recommends libxcb-cursor0")
    assert set_up == "set up"


def test_nothing_missing_means_nothing_installed(machine):
    has_all_but(machine)
    assert give_test(machine).returncode == 0
    assert machine.calls() == ["set up"]


def test_nobody_there_to_ask_means_no_sudo(machine):
    provide(machine, "sudo", f"echo sudo >>'{machine.calls_file}'")
    assert give_test(machine).returncode == 3
    assert machine.calls() == []


@pytest.mark.parametrize("how", [{"CI": "true"}, {}], ids=["CI", "--yes"])
def test_sudo_shows_its_line_before_it_runs(machine, how):
    has_all_but(machine, "libGL.so.1")
    provide(machine, "sudo", 'exec "$@"')
    words = [] if how else ["--yes"]
    done = give_test(machine, *words, **how)
    assert done.returncode == 0
    assert "dev:   sudo apt-get install --no-install-recommends libgl1" in (
        done.stderr.splitlines()
    )
    assert machine.calls()[0].endswith("libgl1")


def test_a_bare_machine_is_told_of_python_too(machine):
    (machine.root / "bin" / "python3").unlink()
    done = give_test(machine)
    assert done.returncode == 3
    assert "python3 python3-venv libgl1" in done.stderr
