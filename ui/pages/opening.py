"""What every way into a caseload shares: where it is, and what comes out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.services.starting import WrongPassphrase
from ui.context import Preferences
from ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.caseload import Store
    from app.services.rules import Regulations, ScopeOfActivities


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorway:
    """What the pages before unlocking work with.

    Attributes:
        folder: The caseload to open, or to make.
        base: The folder that holds this computer's caseloads.
        now: The clock.
        settled: Waits until a caseload that is being locked has let go of its files.
    """

    folder: Path
    base: Path
    tasks: Tasks
    preferences: Preferences
    now: Callable[[], datetime]
    settled: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open caseload with the rules it is read by.

    Attributes:
        code: The recovery code, right after the caseload was made.
    """

    store: Store
    rules: Regulations
    scope: ScopeOfActivities
    code: str = ""


def with_rules(store: Store, code: str = "") -> Opened:
    """Return an open caseload with the rules on file. For the quick lane."""
    from app.services.rules import load_rules, load_scope

    return Opened(store=store, rules=load_rules(), scope=load_scope(), code=code)


def open_by_passphrase(door: Doorway, passphrase: str) -> Opened:
    """Open the caseload. For the quick lane: it derives a key.

    Raises:
        StoreError: Each fault by its class; ``str()`` is the sentence to show.
    """
    from app.services.caseload import open_caseload

    door.settled()
    return with_rules(open_caseload(door.folder, passphrase, now=door.now()))


def prove_passphrase(door: Doorway, passphrase: str) -> None:
    """Do nothing if the passphrase is right. For the quick lane.

    Raises:
        StoreError: It is not, or there is nothing to check it by.
    """
    if not passphrase_is_right(door.folder, passphrase):
        raise WrongPassphrase


def passphrase_is_right(folder: Path, passphrase: str) -> bool:
    """Say whether the passphrase opens a caseload. For the quick lane.

    Raises:
        StoreError: There is nothing to check it by.
    """
    from app.services.caseload import check_passphrase

    return check_passphrase(folder, passphrase)


def open_by_code(door: Doorway, code: str, passphrase: str) -> Opened:
    """Open the caseload with the recovery code and set a new passphrase.

    Raises:
        RuleViolation: The new passphrase is too short or too common.
        StoreError: Each fault by its class. Nothing was changed.
    """
    from app.services.caseload import open_with_code

    door.settled()
    return with_rules(open_with_code(door.folder, code, passphrase, now=door.now()))


def make_caseload(door: Doorway, passphrase: str) -> Opened:
    """Make an empty caseload and return it open, with its recovery code.

    Raises:
        RuleViolation: The passphrase is too short or too common. Nothing was made.
        StoreError: The folder or the disk refused. Nothing was made.
    """
    from app.services.caseload import create

    door.settled()
    store, code = create(door.folder, passphrase, now=door.now())
    return with_rules(store, code)


def open_practice(
    door: Doorway, specialist: str, progress: Callable[[int, int], None]
) -> Opened:
    """Open the made-up people of one practice specialist, making them at first.

    Raises:
        StoreError: The folder or the disk refused.
    """
    from app.services import practice

    door.settled()
    base = door.base / "practice"
    store = practice.open_practice(base, specialist, now=door.now(), progress=progress)
    return with_rules(store)


def practice_choices() -> tuple[tuple[str, str, str], ...]:
    """Return each practice specialist's id, name and designations in words."""
    from app.services.practice import practice_specialists

    return tuple(
        (one.id, one.name, ", ".join(one.designations))
        for one in practice_specialists()
    )
