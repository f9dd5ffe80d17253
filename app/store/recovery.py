"""The recovery code as it is printed and typed: eight groups and a check group."""

import base64
import hashlib
import secrets
from collections.abc import Mapping

_BYTES = 20  # 160 bits
_LETTERS = 32  # what they are in base32
_GROUP = 4
# Base32 has no 0, 1 or 8, so these can only be slips of the eye.
_LOOKALIKES = str.maketrans({"0": "O", "1": "I", "8": "B"})


def new_code() -> str:
    """Return a new random code, written in groups with hyphens."""
    letters = base64.b32encode(secrets.token_bytes(_BYTES)).decode("ascii")
    return "-".join(recovery_groups(letters + _check(letters)))


def recovery_groups(code: str) -> tuple[str, ...]:
    """Return the code's groups of four letters, the check group last."""
    letters = _letters(code)
    return tuple(
        letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP)
    )


def code_is_sound(typed: str) -> bool:
    """Say whether a typed code has no slip in it: its check group fits."""
    letters = _letters(typed)
    code, check = letters[:_LETTERS], letters[_LETTERS:]
    return len(code) == _LETTERS and check == _check(code)


def groups_match(code: str, typed: Mapping[int, str]) -> bool:
    """Say whether each typed group is the code's group of that number, from 1."""
    groups = recovery_groups(code)
    return bool(typed) and all(
        1 <= number <= len(groups) and _letters(letters) == groups[number - 1]
        for number, letters in typed.items()
    )


def code_secret(typed: str) -> bytes | None:
    """Return the 160 bits that a typed code stands for, ``None`` if it has a slip."""
    if not code_is_sound(typed):
        return None
    return base64.b32decode(_letters(typed)[:_LETTERS])


def _letters(typed: str) -> str:
    kept = "".join(letter for letter in typed if letter.isalnum())
    return kept.upper().translate(_LOOKALIKES)


def _check(letters: str) -> str:
    digest = hashlib.sha256(b"peer-daybook recovery " + letters.encode()).digest()
    return base64.b32encode(digest).decode("ascii")[:_GROUP]
