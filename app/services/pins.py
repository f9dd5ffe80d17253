"""The signing PIN: made, counted, and opened again with the passphrase."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection

from app.domain.problems import RuleViolation
from app.domain.signing import MAX_PIN_TRIES, check_pin
from app.services.columns import utc_text
from app.store import audit
from app.store import tables as t
from app.store.caseload import check_passphrase
from app.store.database import Store
from app.store.errors import WrongPassphrase
from app.store.signing_keys import SigningKey, WrongPin, make_signing_key

__all__ = [
    "PinSpent",
    "PinState",
    "SigningKey",
    "WrongPin",
    "count_pin_try",
    "finish_pin",
    "key_in",
    "pin_opened",
    "pin_state",
    "prepare_pin",
    "require_tries",
    "reset_tries",
    "set_pin",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PinState:
    """Whether a PIN is set, and how many tries are left before the passphrase."""

    is_set: bool
    tries_left: int


def set_pin(store: Store, pin: str, *, now: datetime) -> None:
    """Make a new signing key under this PIN; older keys stay to check with.

    Raises:
        RuleViolation: The PIN is too short or easy to guess.
    """
    finish_pin(store, prepare_pin(pin), now=now)


def prepare_pin(pin: str) -> SigningKey:
    """Make a signing key under this PIN; slow, so for the quick lane.

    Raises:
        RuleViolation: The PIN is too short or easy to guess.
    """
    if problems := check_pin(pin):
        raise RuleViolation(problems)
    return make_signing_key(pin)


def finish_pin(store: Store, key: SigningKey, *, now: datetime) -> None:
    """Put a prepared key in use; older keys stay to check with."""
    with store.transaction() as db:
        write_key(db, key, now=now)


def write_key(db: Connection, key: SigningKey, *, now: datetime) -> None:
    """Put a signing key in use, within the caller's transaction."""
    db.execute(
        insert(t.signing_key).values(
            made_at_utc=utc_text(now),
            fingerprint=key.fingerprint,
            public_key=key.public_key,
            wrapped=key.wrapped,
        )
    )
    body = {"key": key.fingerprint, "public": key.public_key}
    audit.append(db, "signing_key", body, now=now)


def pin_state(store: Store) -> PinState:
    """Return whether a PIN is set, and how many tries are left."""
    newest = t.signing_key.c.id.desc()
    query = select(t.signing_key.c.failed_tries).order_by(newest).limit(1)
    with store.reading() as db:
        failed = db.execute(query).scalar()
    left = MAX_PIN_TRIES - (failed or 0)
    return PinState(is_set=failed is not None, tries_left=max(0, left))


def count_pin_try(store: Store) -> None:
    """Count a try before it is made, so that a kill in between wins nothing."""
    _set_tries(store, t.signing_key.c.failed_tries + 1)


def pin_opened(store: Store) -> None:
    """Start counting anew: the PIN was right."""
    _set_tries(store, 0)


def reset_tries(store: Store, passphrase: str) -> None:
    """Give the five tries back to somebody who knows the passphrase.

    Raises:
        WrongPassphrase: It is not the one.
    """
    if not check_passphrase(store.folder, passphrase):
        raise WrongPassphrase
    _set_tries(store, 0)


class PinSpent(Exception):
    """All tries are used up: the passphrase is asked before the PIN is tried again."""


def require_tries(db: Connection) -> None:
    """Refuse to try a PIN once all tries are used up, whoever asks.

    Raises:
        PinSpent: :func:`reset_tries` with the passphrase gives the tries back.
    """
    newest = t.signing_key.c.id.desc()
    query = select(t.signing_key.c.failed_tries).order_by(newest).limit(1)
    if (db.execute(query).scalar() or 0) > MAX_PIN_TRIES:
        raise PinSpent


def key_in(db: Connection) -> SigningKey | None:
    """Return the signing key in use, within the caller's transaction."""
    row = db.execute(
        select(t.signing_key).order_by(t.signing_key.c.id.desc()).limit(1)
    ).first()
    if row is None:
        return None
    return SigningKey(
        fingerprint=row.fingerprint, public_key=row.public_key, wrapped=row.wrapped
    )


def _set_tries(store: Store, value: object) -> None:
    newest = select(t.signing_key.c.id).order_by(t.signing_key.c.id.desc()).limit(1)
    with store.transaction() as db:
        db.execute(
            update(t.signing_key)
            .where(t.signing_key.c.id == newest.scalar_subquery())
            .values(failed_tries=value)
        )
