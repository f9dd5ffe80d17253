"""Set-up after the caseload is made: its steps, and the ways in that it settles."""

from datetime import datetime

from app.domain.page_content import RecoverySheet
from app.domain.passphrase import check_passphrase_choice
from app.domain.problems import RuleViolation
from app.domain.set_up import STEPS
from app.services.answers import Answer, give_answer, latest_answer
from app.services.caseload import recovery_groups, set_up_done
from app.services.specialist import read_specialist
from app.store import audit, caseload
from app.store.database import Store

_TYPED = "set-up typed: {step}"


def set_up_left(store: Store) -> tuple[str, ...]:
    """Return the steps still to do, in order; none for the practice caseload."""
    if store.practice:
        return ()
    done = set_up_done(store) | {"passphrase"}
    return tuple(step for step in STEPS if step not in done)


def keep_typed(store: Store, step: str, typed: str, *, now: datetime) -> None:
    """Keep what is typed in a step that is not done yet; empty once it is."""
    name = _TYPED.format(step=step)
    last = latest_answer(store, name)
    if typed != (last.value if last else ""):
        give_answer(store, name, Answer(value=typed), now=now)


def read_typed(store: Store, step: str) -> str:
    """Return what was typed in a step that is not done yet, or an empty text."""
    last = latest_answer(store, _TYPED.format(step=step))
    return last.value if last else ""


def new_recovery_code(store: Store, passphrase: str, *, now: datetime) -> str:
    """Return a new recovery code; the one before opens nothing from now on.

    Derives a key: for the quick lane.

    Raises:
        WrongPassphrase: Nothing was changed.
        StoreError: The disk refused; the code before still holds.
    """
    code = caseload.new_recovery_code(store, passphrase)
    with store.transaction() as db:
        audit.append(db, "recovery_code_changed", {}, now=now)
    return code


def change_passphrase(store: Store, old: str, new: str, *, now: datetime) -> None:
    """Put a new passphrase in place of the old one. For the quick lane.

    Backups made before still open with the old one.

    Raises:
        RuleViolation: The new one is too short or too common. Nothing was changed.
        WrongPassphrase: The old one is wrong. Nothing was changed.
        StoreError: The disk refused; the old one still holds.
    """
    if problems := check_passphrase_choice(new):
        raise RuleViolation(problems)
    caseload.set_passphrase(store, old, new)
    with store.transaction() as db:
        audit.append(db, "passphrase_changed", {}, now=now)


def recovery_sheet(store: Store, code: str, *, now: datetime) -> RecoverySheet:
    """Return what the sealed sheet says."""
    return RecoverySheet(
        groups=recovery_groups(code),
        specialist=read_specialist(store).name,
        made_on=now.date(),
        practice=store.practice,
    )
