"""The specialist whose daybook this is, and the agency they work for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.problems import Problem
from app.domain.wording import _

TITLE = "Certified Peer Support Specialist Professional"


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialist:
    """Who signs.

    Attributes:
        employed_since: First day of employment as a CPSSP: 24-2-42.1(M).
        birthday: Asked only of holders of CPSSP-Y (aged 18-26: 24-2-42.1(B)(3)).
    """

    name: str = ""
    certificate_number: str = ""
    certified_on: date | None = None
    employed_since: date | None = None
    birthday: date | None = None

    @property
    def first_name(self) -> str:
        """The name a greeting uses."""
        return self.name.split()[0] if self.name.split() else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """The agency, as its letterhead gives it."""

    name: str = ""
    address: str = ""
    phone: str = ""
    crisis_number: str = ""
    incident_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """The specialist as a page names them: 24-2-16.7(D) wants the credentials.

    Attributes:
        credentials: Codes of the designations held on the day, such as CPSSP-MH.
    """

    name: str
    title: str
    credentials: tuple[str, ...]
    certificate_number: str


def check_specialist(specialist: Specialist, *, today: date) -> tuple[Problem, ...]:
    """Return what is missing before anything can be signed."""
    return tuple(_problems(specialist, today))


def _problems(specialist: Specialist, today: date) -> Iterator[Problem]:
    if not specialist.name.strip():
        yield Problem("name", _("Type your name, as on your certificate."))
    if not specialist.certificate_number.strip():
        yield Problem("certificate_number", _("Type your certificate number."))
    for field in ("certified_on", "employed_since", "birthday"):
        day = getattr(specialist, field)
        if day is not None and day > today:
            yield Problem(field, _("This day has not come yet. Check the date."))
