"""The designations a specialist can hold, and when each one is held.

The words come from Miss. Admin. Code 24-2-42.1(B). Two rules number the
designations in different orders, so everything here joins by name.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Designation(StrEnum):
    """The six designations of 24-2-42.1(B), edition of 2024-12-10, by their code."""

    MENTAL_HEALTH = "CPSSP-MH"
    SUBSTANCE_USE = "CPSSP-SU"
    YOUTH = "CPSSP-Y"
    PARENT = "CPSSP-P"
    FORENSIC = "CPSSP-Forensic"
    PEER_BRIDGER = "CPSSP-Peer Bridger"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDesignation:
    """One designation as the specialist's certificate gives it.

    Attributes:
        code: A ``Designation``, or the id of an :class:`OlderName` such as
            ``CPSSP-A``.
        awarded_on: The first day it is held.
        ended_on: The last day it is held; None while it goes on.
        certificate_name: The designation as printed on an older certificate.
        agreed_with: Who agreed that a list the rule gives under another name is
            the one to work from.
        agreed_on: When they agreed.
    """

    code: str
    awarded_on: date
    ended_on: date | None = None
    certificate_name: str = ""
    agreed_with: str = ""
    agreed_on: date | None = None

    @property
    def agreed(self) -> bool:
        """Whether a list mapped to it is confirmed: with whom, and when."""
        return bool(self.agreed_with.strip()) and self.agreed_on is not None

    def held_on(self, day: date) -> bool:
        """Return whether it is held on ``day``; its first and last days count."""
        return self.awarded_on <= day and (
            self.ended_on is None or day <= self.ended_on
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignationText:
    """What the rule says one designation is.

    Attributes:
        code: Such as ``CPSSP-MH``.
        name: As the rule names it, such as ``Mental Health``.
        citation: Such as ``24-2-42.1(B)(1)``.
        text: The rule's words.
        numbers: Name and value pairs the program reads from these words.
    """

    code: str
    name: str
    citation: str
    text: str
    numbers: tuple[tuple[str, int], ...] = ()

    def number(self, name: str) -> int:
        """Return the number of this name; raises KeyError where there is none."""
        return dict(self.numbers)[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of 24-2-42.1 the program acts on, with the numbers it justifies.

    Attributes:
        citation: Such as ``24-2-42.1(M)``.
        text: The rule's words.
        current_through: The edition, by the date its publisher gives.
        numbers: Name and value pairs the program reads from these words.
    """

    citation: str
    text: str
    current_through: date
    numbers: tuple[tuple[str, int], ...] = ()

    def number(self, name: str) -> int:
        """Return the number of this name; raises KeyError where there is none."""
        return dict(self.numbers)[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class OlderName:
    """A designation as older certificates print it; it gives lists directly.

    Attributes:
        id: What ``HeldDesignation.code`` holds, and what a note prints.
        names: Every spelling it is found by, the printed one first.
        edition: The edition of 24-2-42.2 whose lists it names.
        lists: The citations of those lists.
        source: The file the name was seen in.
        words: Its words there.
    """

    id: str
    names: tuple[str, ...]
    edition: date
    lists: tuple[str, ...]
    source: str
    words: str
