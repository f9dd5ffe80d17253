"""A person on the caseload: names, status with dates, service plan objectives."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from app.domain.problems import Problem
from app.domain.wording import _


class StatusKind(StrEnum):
    """Where a person stands with this support, which is voluntary: 24-2-42.1(D)."""

    OFFERED = "offered"
    REQUESTED = "requested"
    INDICATED = "indicated"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    PAUSED = "paused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoluntaryStatus:
    """One dated step of a person's choice.

    Attributes:
        by_whom: To whom it was offered, or who asked or indicated it: the person, the
            legal representative, a mental health professional or a physician.
    """

    kind: StatusKind
    on: date
    by_whom: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceObjective:
    """An objective of the Individual Service Plan: 24-2-42.1(F), 24-2-42.2(A)."""

    id: int = 0
    words: str
    plan_date: date
    ended_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is kept of a person, apart from plan and sessions.

    Attributes:
        representative: The legal representative's name, empty where there is none.
        preference: How they like to meet, in a few words.
    """

    id: int = 0
    name: str = ""
    preferred_name: str = ""
    birth_date: date | None = None
    record_number: str = ""
    representative: str = ""
    representative_role: str = ""
    preference: str = ""
    ended_on: date | None = None

    @property
    def called(self) -> str:
        """The name to speak of the person by: preferred, else the first name."""
        return self.preferred_name or (self.name.split() or [""])[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSummary:
    """A person as lists show them.

    Attributes:
        done: Face-to-face or remote sessions signed this month.
        planned: Sessions planned for this month, None where "as needed" or no plan.
        next_on: The next planned contact's day; ``next_at`` its time, if agreed.
        needs: The most pressing thing: ``draft``, ``plan``, ``review``, ``not_seen``,
            ``paused``, ``stopped``, ``ended`` or ``on_track``.
    """

    id: int
    name: str
    preferred_name: str
    record_number: str
    last_seen: date | None
    done: int
    planned: int | None
    next_on: date | None
    status: StatusKind | None
    needs: str
    next_at: time | None = None
    next_place: str = ""


def initials(name: str) -> str:
    """Return a name's initials for a public place, such as ``R. P.``."""
    return " ".join(f"{part[0].upper()}." for part in name.split())


def display_name(name: str, *, hidden: bool) -> str:
    """Return the name as views show it; every view asks here."""
    return initials(name) if hidden else name


def find_key(text: str) -> str:
    """Return the text folded for finding: no case, no accents, single spaces."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in parted if not unicodedata.combining(c)).split())


def same_person(one: Person, other: Person) -> bool:
    """Say whether two may be the same: same name, and birth dates do not differ."""
    if find_key(one.name) != find_key(other.name):
        return False
    dates = {one.birth_date, other.birth_date} - {None}
    return len(dates) < 2


def check_person(person: Person, *, today: date) -> tuple[Problem, ...]:
    """Return what keeps a person from being added; empty when fit."""
    return tuple(_problems(person, today))


def _problems(person: Person, today: date) -> Iterator[Problem]:
    if not person.name.strip():
        yield Problem("name", _("Type the person's name."))
    if person.birth_date is not None and person.birth_date > today:
        yield Problem("birth_date", _("This day has not come yet. Check the date."))
    if person.representative_role.strip() and not person.representative.strip():
        yield Problem("representative", _("Type the legal representative's name."))


def check_status(status: VoluntaryStatus, *, today: date) -> tuple[Problem, ...]:
    """Return what keeps a step of the person's choice from being kept."""
    if status.on > today:
        return (Problem("on", _("This day has not come yet. Check the date.")),)
    return ()
