"""Open and make caseloads: where they are, their ways in, and the practice one.

Importing this module brings SQLAlchemy with it, which takes longer than to show a
window: the windows import it on a background lane while the passphrase is typed.
"""

from datetime import datetime
from pathlib import Path

from app.domain.passphrase import check_passphrase_choice
from app.domain.problems import RuleViolation
from app.services.answers import (
    SET_UP,
    Answer,
    latest_answer,
    read_answer,
    write_answer,
)
from app.services.papers import remove_unnamed_papers
from app.store import audit, caseload
from app.store.caseload import (
    FLOOR,
    KeyCost,
    caseload_exists,
    check_passphrase,
    code_is_sound,
    groups_match,
    recovery_groups,
)
from app.store.database import Store

__all__ = [
    "FLOOR",
    "KeyCost",
    "Store",
    "caseload_exists",
    "check_passphrase",
    "code_is_sound",
    "create",
    "groups_match",
    "open_caseload",
    "open_with_code",
    "recovery_groups",
    "remove_unnamed_papers",
    "set_up_done",
    "set_up_step_done",
]


def create(
    folder: Path,
    passphrase: str,
    *,
    now: datetime,
    practice: bool = False,
    cost: KeyCost | None = None,
) -> tuple[Store, str]:
    """Make an empty caseload; return it open, with its recovery code.

    Raises:
        RuleViolation: The passphrase is too short or too common. Nothing was made.
        StoreError: The folder or the disk refused. Nothing was made.
    """
    if problems := check_passphrase_choice(passphrase):
        raise RuleViolation(problems)
    return caseload.create_caseload(
        folder, passphrase, now=now, practice=practice, cost=cost
    )


def open_caseload(folder: Path, passphrase: str, *, now: datetime) -> Store:
    """Open a caseload.

    Raises:
        StoreError: Each fault by its class; ``str()`` is the sentence to show.
    """
    return caseload.open_caseload(folder, passphrase, now=now)


def open_with_code(
    folder: Path, code: str, new_passphrase: str, *, now: datetime
) -> Store:
    """Open with the recovery code and put a new passphrase in force.

    Raises:
        RuleViolation: The new passphrase is too short or too common.
        StoreError: Each fault by its class. Nothing was changed.
    """
    if problems := check_passphrase_choice(new_passphrase):
        raise RuleViolation(problems)
    return caseload.open_with_recovery_code(folder, code, new_passphrase, now=now)


def set_up_done(store: Store) -> frozenset[str]:
    """Return the names of the set-up steps that are done."""
    answer = latest_answer(store, SET_UP)
    return frozenset(answer.value.split()) if answer else frozenset()


def set_up_step_done(store: Store, step: str, *, now: datetime) -> None:
    """Remember that a set-up step is done, so that set-up resumes after it."""
    with store.transaction() as db:
        answer = read_answer(db, SET_UP)
        done = set(answer.value.split()) if answer else set()
        if step in done:
            return
        value = " ".join(sorted({*done, step}))
        write_answer(db, SET_UP, Answer(value=value), now=now)
        audit.append(db, "settings", {"what": "set-up", "step": step}, now=now)
