"""The small file beside the database that holds the wrapped data key.

Shape: the line ``PEER-DAYBOOK-KEYS``, the SHA-256 of the rest in hex on a line of
its own, and one line of JSON::

    {"format": 1, "generation": 3, "practice": false, "slots": [...], "vault": "hex"}

Each slot is ``{"kind": ..., "how": {...}, "nonce": hex, "wrapped": hex}``. The
checksum tells damage from a wrong passphrase; the slots' own authentication, with
everything but the generation bound to it, tells forgery.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.canonical import to_canonical
from app.store.errors import CaseloadTooNew, KeysLost
from app.store.files import sync_folder, write_atomically

NAME = "caseload.keys"
BACKUP_NAME = "caseload.keys.bak"

_MAGIC = b"PEER-DAYBOOK-KEYS\n"
_FORMAT = 1
_CHECKSUM = 64  # hex digits
_LARGEST = 65_536  # bytes; a real one has about 900

How = Mapping[str, str | int]


class _Damaged(Exception):
    """The bytes are not a sidecar that was written whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One way in: the data key, wrapped under a key made from a secret.

    Attributes:
        kind: ``passphrase``, ``recovery`` or ``quick``; one slot of each at most.
        how: How the wrapping key is made from the secret; bound as associated data.
        nonce: AES-GCM's nonce, 12 bytes.
        wrapped: The data key and its tag, 48 bytes.
    """

    kind: str
    how: How
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What the key file says.

    Attributes:
        vault_id: 32 hex digits, the same in the database.
        practice: Whether this is the fictional caseload to practise with.
        generation: Counts the writes, from 1.
        slots: The ways in.
    """

    vault_id: str
    practice: bool
    generation: int
    slots: tuple[Slot, ...]

    def slot(self, kind: str) -> Slot | None:
        """Return the slot of this kind, if there is one."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, new: Slot) -> "Sidecar":
        """Return the next generation, with this slot in place of its kind."""
        others = tuple(slot for slot in self.slots if slot.kind != new.kind)
        return replace(self, generation=self.generation + 1, slots=(*others, new))


def bound_to(vault_id: str, practice: bool, kind: str, how: How) -> bytes:
    """Return the associated data of a slot: change any of it and nothing opens."""
    return to_canonical(
        {
            "format": _FORMAT,
            "how": dict(how),
            "kind": kind,
            "practice": practice,
            "vault": vault_id,
        }
    ).encode()


def write_sidecar(folder: Path, sidecar: Sidecar) -> None:
    """Replace the key file; the one before stays beside it as the copy."""
    path, backup = folder / NAME, folder / BACKUP_NAME
    if path.exists():
        _link(path, backup)
    write_atomically(path, _encode(sidecar))


def write_backup(folder: Path, sidecar: Sidecar) -> None:
    """Make the copy say the same as the key file: what was taken away is gone."""
    write_atomically(folder / BACKUP_NAME, _encode(sidecar))


def put_back_sidecar(folder: Path) -> None:
    """Make the copy the key file again: what was written since is not good.

    A rename, as a full disk has no room for more. The next opening makes a new copy.
    """
    os.replace(folder / BACKUP_NAME, folder / NAME)
    sync_folder(folder)


def read_sidecar(folder: Path) -> tuple[Sidecar, bool]:
    """Return the key file, or its copy, and whether both are whole and the same.

    Raises:
        KeysLost: Neither is whole.
        CaseloadTooNew: A newer release wrote it.
    """
    written = _read(folder / NAME)
    kept = _read(folder / BACKUP_NAME)
    best = written or kept
    if best is None:
        raise KeysLost
    return best, written == kept


def read_only_sidecar(folder: Path) -> Sidecar | None:
    """Return the key file without a look at its copy; ``None`` if it is not whole."""
    return _read(folder / NAME)


def _read(path: Path) -> Sidecar | None:
    try:
        if path.stat().st_size > _LARGEST:
            return None
        return _decode(path.read_bytes())
    except (FileNotFoundError, _Damaged):
        return None


def _encode(sidecar: Sidecar) -> bytes:
    body = to_canonical(
        {
            "format": _FORMAT,
            "generation": sidecar.generation,
            "practice": sidecar.practice,
            "slots": [
                {
                    "how": dict(slot.how),
                    "kind": slot.kind,
                    "nonce": slot.nonce.hex(),
                    "wrapped": slot.wrapped.hex(),
                }
                for slot in sidecar.slots
            ],
            "vault": sidecar.vault_id,
        }
    ).encode()
    return _MAGIC + hashlib.sha256(body).hexdigest().encode() + b"\n" + body


def _decode(content: bytes) -> Sidecar:
    start = len(_MAGIC) + _CHECKSUM + 1
    head, body = content[:start], content[start:]
    checksum = hashlib.sha256(body).hexdigest().encode()
    if not hmac.compare_digest(head, _MAGIC + checksum + b"\n"):
        raise _Damaged
    try:
        said = json.loads(body)
        if said["format"] > _FORMAT:
            raise CaseloadTooNew
        return Sidecar(
            vault_id=str(said["vault"]),
            practice=bool(said["practice"]),
            generation=int(said["generation"]),
            slots=tuple(_slot(one) for one in said["slots"]),
        )
    except (ValueError, KeyError, TypeError):
        # The checksum is right, so somebody wrote this on purpose, and not we.
        raise _Damaged from None


def _slot(said: Mapping[str, object]) -> Slot:
    how = said["how"]
    if not isinstance(how, dict):
        raise ValueError
    return Slot(
        kind=str(said["kind"]),
        how=how,
        nonce=bytes.fromhex(str(said["nonce"])),
        wrapped=bytes.fromhex(str(said["wrapped"])),
    )


def _link(path: Path, backup: Path) -> None:
    part = backup.with_name(backup.name + ".part")
    with suppress(FileNotFoundError):
        part.unlink()
    try:
        os.link(path, part)
    except OSError:  # a file system without links: a USB stick, a share
        write_atomically(backup, path.read_bytes())
        return
    os.replace(part, backup)
    sync_folder(backup.parent)
