"""What a signature says and covers, and the short codes printed for it."""

from base64 import b32encode
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.problems import Problem
from app.domain.wording import _

MIN_PIN_DIGITS = 6
MAX_PIN_TRIES = 5


def statement() -> str:
    """Return the words the specialist signs under."""
    return _("I did this work and this note is true.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """What the ECDSA signature covers; kept as canonical JSON beside it.

    Attributes:
        kind: ``note`` or ``acknowledgement``.
        previous: The ledger's head before this signature.
    """

    kind: str
    number: int
    content_sha256: str
    pdf_sha256: str
    previous: str
    statement: str
    name: str
    credentials: tuple[str, ...]
    certificate_number: str
    signed_at: datetime
    signed_at_utc: datetime
    editions: tuple[date, ...]
    program: str
    key_fingerprint: str


def short_code(sha256_hex: str) -> str:
    """Return 40 bits of a digest as eight letters and digits: ``T4XN 2HKD``."""
    code = b32encode(bytes.fromhex(sha256_hex)[:5]).decode()
    return f"{code[:4]} {code[4:]}"


def document_id(number: int, made_on: date, *, series: str = "PD") -> str:
    """Return a page's id, such as ``PD-2026-0031``.

    Args:
        series: ``PD`` for notes, ``RSP`` for plans, ``SA`` for acknowledgements.
    """
    return f"{series}-{made_on.year}-{number:04d}"


def check_pin(pin: str) -> tuple[Problem, ...]:
    """Return what is wrong with a new signing PIN; empty when fit."""
    if not pin.isdecimal() or len(pin) < MIN_PIN_DIGITS:
        return (Problem("pin", _("Use at least 6 digits.")),)
    if len(set(pin)) == 1 or pin in "01234567890" or pin in "09876543210":
        return (Problem("pin", _("This PIN is easy to guess. Mix the digits more.")),)
    return ()
