"""The data key: random, never changed by a new passphrase, wrapped for each way in.

The database and the papers are encrypted under one random 256-bit key. A passphrase
or the recovery code only unwraps it (AES-256-GCM), so that either can be changed
without touching a record, and a wrong one is told from a damaged file for certain.
"""

import secrets
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.store.errors import KeysLost, StoreError, WrongPassphrase, WrongRecoveryCode
from app.store.recovery import code_secret, new_code
from app.store.sidecar import How, Sidecar, Slot, bound_to

PASSPHRASE, RECOVERY = "passphrase", "recovery"

_KEY_BYTES = 32
_LARGEST_MEMORY_KIB = 256 * 1024
_SALT_BYTES, _NONCE_BYTES = 16, 12


@dataclass(frozen=True, slots=True)
class DataKey:
    """The key that everything is encrypted under. It never shows itself."""

    raw: bytes = field(repr=False)

    def derive(self, purpose: str) -> bytes:
        """Return 32 bytes for one purpose, from which no other can be found."""
        return _hkdf(self.raw, b"", f"peer-daybook {purpose}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyCost:
    """What one try at the passphrase costs (Argon2id); the defaults are the floor.

    Attributes:
        memory_kib: Memory in KiB, 64 MiB at least.
        passes: Passes over it.
        lanes: Lanes in parallel.
    """

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4

    def is_fit(self) -> bool:
        """Say whether it is neither below the floor nor beyond any computer."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= 4 * _LARGEST_MEMORY_KIB
            and FLOOR.passes <= self.passes <= 4 * FLOOR.passes
            and FLOOR.lanes <= self.lanes <= 4 * FLOOR.lanes
        )


FLOOR = KeyCost()


def calibrated_cost(
    limit_seconds: float = 0.7, clock: Callable[[], float] = time.perf_counter
) -> KeyCost:
    """Return the dearest cost, up to 256 MiB, that this computer pays in time."""
    cost = FLOOR
    while cost.memory_kib < _LARGEST_MEMORY_KIB:
        dearer = KeyCost(memory_kib=cost.memory_kib * 2)
        started = clock()
        _argon2id("calibration", bytes(_SALT_BYTES), dearer)
        if clock() - started > limit_seconds:
            break
        cost = dearer
    return cost


def new_vault(
    passphrase: str, cost: KeyCost, *, practice: bool
) -> tuple[Sidecar, DataKey, str]:
    """Return a key file for a new caseload, its data key and its recovery code."""
    key = DataKey(secrets.token_bytes(_KEY_BYTES))
    empty = Sidecar(
        vault_id=secrets.token_hex(16), practice=practice, generation=-1, slots=()
    )
    locked = with_passphrase(empty, key, passphrase, cost)
    sidecar, code = with_new_code(locked, key)
    return sidecar, key, code


def with_passphrase(
    sidecar: Sidecar, key: DataKey, passphrase: str, cost: KeyCost
) -> Sidecar:
    """Return the key file with this passphrase in place of the one before."""
    if not cost.is_fit():
        raise ValueError("below the floor")
    salt = secrets.token_bytes(_SALT_BYTES)
    how: How = {
        "derivation": "argon2id",
        "lanes": cost.lanes,
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "salt": salt.hex(),
    }
    wrapping = _argon2id(passphrase, salt, cost)
    return sidecar.with_slot(_wrapped(sidecar, PASSPHRASE, how, wrapping, key))


def with_new_code(sidecar: Sidecar, key: DataKey) -> tuple[Sidecar, str]:
    """Return the key file with a new recovery code, and the code."""
    code = new_code()
    secret = code_secret(code)
    assert secret is not None  # it was made a line above
    salt = secrets.token_bytes(_SALT_BYTES)
    how: How = {"derivation": "hkdf-sha256", "salt": salt.hex()}
    slot = _wrapped(sidecar, RECOVERY, how, _hkdf(secret, salt, RECOVERY), key)
    return sidecar.with_slot(slot), code


def unwrap_with_passphrase(sidecar: Sidecar, passphrase: str) -> DataKey:
    """Return the data key.

    Raises:
        WrongPassphrase: It does not open the slot, or the slot was tampered with.
        KeysLost: The slot asks for less than the floor: we never wrote it.
    """
    slot = sidecar.slot(PASSPHRASE)
    if slot is None:
        raise KeysLost
    cost, salt = cost_of(sidecar), _salt(slot)
    return _unwrapped(sidecar, slot, _argon2id(passphrase, salt, cost), WrongPassphrase)


def unwrap_with_code(sidecar: Sidecar, code: str) -> DataKey:
    """Return the data key.

    Raises:
        WrongRecoveryCode: It has a slip, or it is not this caseload's, or was replaced.
    """
    slot, secret = sidecar.slot(RECOVERY), code_secret(code)
    if slot is None or secret is None:
        raise WrongRecoveryCode
    wrapping = _hkdf(secret, _salt(slot), RECOVERY)
    return _unwrapped(sidecar, slot, wrapping, WrongRecoveryCode)


def cost_of(sidecar: Sidecar) -> KeyCost:
    """Return what a try at this key file's passphrase costs.

    Raises:
        KeysLost: It is out of bounds, so we never wrote it.
    """
    slot = sidecar.slot(PASSPHRASE)
    how = slot.how if slot is not None else {}
    numbers = [how.get(name) for name in ("memory_kib", "passes", "lanes")]
    if not all(type(number) is int for number in numbers):
        raise KeysLost
    memory, passes, lanes = (int(number or 0) for number in numbers)
    cost = KeyCost(memory_kib=memory, passes=passes, lanes=lanes)
    if how.get("derivation") != "argon2id" or not cost.is_fit():
        raise KeysLost
    return cost


def _wrapped(
    sidecar: Sidecar, kind: str, how: How, wrapping: bytes, key: DataKey
) -> Slot:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    bound = bound_to(sidecar.vault_id, sidecar.practice, kind, how)
    wrapped = AESGCM(wrapping).encrypt(nonce, key.raw, bound)
    return Slot(kind=kind, how=how, nonce=nonce, wrapped=wrapped)


def _unwrapped(
    sidecar: Sidecar, slot: Slot, wrapping: bytes, wrong: type[StoreError]
) -> DataKey:
    bound = bound_to(sidecar.vault_id, sidecar.practice, slot.kind, slot.how)
    try:
        raw = AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, bound)
    except (InvalidTag, ValueError):  # ValueError: a nonce of a length nobody writes
        raise wrong from None
    return DataKey(raw)


def _salt(slot: Slot) -> bytes:
    try:
        salt = bytes.fromhex(str(slot.how.get("salt")))
    except ValueError:
        raise KeysLost from None
    if len(salt) != _SALT_BYTES:
        raise KeysLost
    return salt


def _argon2id(passphrase: str, salt: bytes, cost: KeyCost) -> bytes:
    """Return 32 bytes. NFKC: one passphrase however a keyboard composes it."""
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return Argon2id(
        salt=salt,
        length=_KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    ).derive(typed)


def _hkdf(secret: bytes, salt: bytes, purpose: str) -> bytes:
    return HKDF(
        algorithm=SHA256(), length=_KEY_BYTES, salt=salt, info=purpose.encode()
    ).derive(secret)
