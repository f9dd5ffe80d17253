"""Which activity list a designation works from, in words."""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.activity import Mapping, allowed_activities
from app.domain.designation import Designation, HeldDesignation
from app.domain.wording import _
from app.services.rules import Regulations


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFact:
    """What a designation may pick from.

    Attributes:
        places: Short places of its lists, such as ``A.1``; empty for none.
        names: Their names, such as ``Adult``.
        activities: How many activities they hold together.
        edition: The edition they are in.
        to_agree: The mapping the specialist has to agree on, if the rule itself does
            not name the list for the designation.
    """

    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    activities: int = 0
    edition: date | None = None
    to_agree: Mapping | None = None


def list_fact(rules: Regulations, code: str, edition: date, day: date) -> ListFact:
    """Return the lists a designation gives while working from an edition."""
    held = HeldDesignation(code=code, awarded_on=day)
    allowed = allowed_activities(rules, [held], edition, day)
    if not allowed.activities:
        return ListFact()
    places = dict.fromkeys(_short(a.list_citation) for a in allowed.activities)
    return ListFact(
        places=tuple(places),
        names=tuple(dict.fromkeys(a.list_name for a in allowed.activities)),
        activities=len(allowed.activities),
        edition=allowed.activities[0].edition,
        to_agree=next(iter(allowed.to_agree), None),
    )


def _short(citation: str) -> str:
    """Return ``A.1`` for ``24-2-42.2(A)(1)``."""
    return ".".join(re.findall(r"\((\w+)\)", citation))


def list_words(fact: ListFact) -> str:
    """Return ``List A.3``, or ``Lists A.1 and A.4``."""
    if len(fact.places) == 1:
        return _("List {place}").format(place=fact.places[0])
    return _("Lists {places}").format(places=_(" and ").join(fact.places))


def mapping_words(fact: ListFact, name: str) -> str:
    """Return why the list of this designation has to be agreed on."""
    return _(
        "The {edition} edition of the rule has no list called “{designation}”. "
        "It has one called “{list}” ({place}, {n} activities). "
        "This program matches the two. The rule does not say so. "
        "Please agree on it with your supervisor."
    ).format(
        edition=fact.edition,
        designation=name,
        list=fact.names[0],
        place=fact.places[0],
        n=fact.activities,
    )


def plain_words(code: str) -> str:
    """Return who holds a designation, in a few plain words: 24-2-42.1(B)."""
    return (
        {
            Designation.MENTAL_HEALTH: _(
                "Adult with lived experience of a mental health condition"
            ),
            Designation.SUBSTANCE_USE: _(
                "Adult with lived experience of a substance use disorder"
            ),
            Designation.YOUTH: _("Aged 18 to 26, with lived experience"),
            Designation.PARENT: _("Parent or relative caregiver of a child or youth"),
            Designation.FORENSIC: _("Experience in the criminal justice system"),
            Designation.PEER_BRIDGER: _("From inpatient care to the community"),
        }.get(Designation(code), "")
        if code in set(Designation)
        else ""
    )
