"""What the repository holds: no traces of machines, and licences for all it ships."""

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

TOP_LEVEL = {
    *("app", "ui", "resources", "installers", "tests", ".ci"),
    *("pyproject.toml", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"),
    ".gitignore",
}
REGISTRIES = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|registry\.yarnpkg\.com"
    r"|crates\.io|proxy\.golang\.org|deb\.debian\.org|archive\.ubuntu\.com"
    r"|index-url[ =]+\S*:|pkg\.dev"
)
OWN_FOLDERS = re.compile(r"(?<![\w.~])(/(home|work|root|Users)/\w|[A-Z]:\\Users\\)")
LOCKS = ("app", "dev")
LOCKED = re.compile(r"^([a-z0-9.-]+)==([^\s;]+)(.*?)(?=^[a-z]|\Z)", re.M | re.S)

each_lock = pytest.mark.parametrize("lock", LOCKS)


@cache
def _tracked() -> tuple[Path, ...]:
    """Return the files git keeps; in an export without git, all that it would keep."""
    if not Path(".git").exists():
        ignored = set(Path(".gitignore").read_text("utf-8").replace("/", "").split())
        every = (path for path in Path().rglob("*") if path.is_file())
        return tuple(path for path in every if not ignored & set(path.parts))
    # Where CI checks out as somebody else, git asks to be told that this is fine.
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"],
        capture_output=True,
        text=True,
        check=True,
    )
    names = listed.stdout.split("\0")
    return tuple(Path(name) for name in names if name and Path(name).is_file())


def _texts() -> list[tuple[Path, str]]:
    """Return every file's text; of pictures, fonts and caseloads what reads as such."""
    return [(path, path.read_text("utf-8", "replace")) for path in _tracked()]


def _pins(lock: str) -> dict[str, tuple[str, str]]:
    """Return each locked package's version and the rest of its entry."""
    text = Path(f"installers/locks/{lock}.txt").read_text("ascii")
    return {name: (version, rest) for name, version, rest in LOCKED.findall(text)}


def test_top_level_holds_only_what_the_house_allows():
    assert {path.parts[0] for path in _tracked()} <= TOP_LEVEL


@pytest.mark.parametrize("trace", [REGISTRIES, OWN_FOLDERS], ids=["registry", "folder"])
def test_no_file_names_a_registry_or_a_folder_of_one_machine(trace):
    found = [
        f"{path}:{number}"
        for path, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if trace.search(line)
    ]
    assert not found


@pytest.mark.parametrize("name", ["uv.lock", "pylock.toml"])
def test_locks_that_record_where_packages_came_from_are_not_kept(name):
    assert name not in {path.name for path in _tracked()}


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_what_others_drew_ships_with_its_licence(folder):
    inside = [path for path in _tracked() if path.parts[:2] == ("resources", folder)]
    drawn = {p.parent for p in inside if p.suffix in {".ttf", ".otf", ".svg"}}
    assert drawn
    licensed = {p.parent for p in inside if re.search("LICENSE|OFL", p.name)}
    assert drawn <= licensed | {p for p in drawn if p.parent in licensed}


def test_the_program_has_its_own_licence():
    assert Path("LICENSE").read_text("utf-8").startswith("MIT License")


@each_lock
def test_lock_pins_every_package_by_hash(lock):
    pins = _pins(lock)
    assert pins
    assert not [
        name for name, (_, rest) in pins.items() if "--hash=sha256:" not in rest
    ]


def test_locks_hold_what_the_project_asks_for():
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))
    asked = {
        "app": project["project"]["dependencies"],
        "dev": project["dependency-groups"]["dev"],
    }
    for lock, requirements in asked.items():
        pins = _pins(lock)
        for requirement in map(Requirement, requirements):
            version, _ = pins[canonicalize_name(requirement.name)]
            assert Version(version) in requirement.specifier


def test_what_is_shipped_is_what_was_tested():
    shipped, tested = _pins("app"), _pins("dev")
    assert {n: v for n, (v, _) in shipped.items()}.items() <= {
        n: v for n, (v, _) in tested.items()
    }.items()
