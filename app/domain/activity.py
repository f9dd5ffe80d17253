"""Activities, and which of them a specialist's designations allow on a day.

Neither the activities nor the lists are code. They are the words of Miss. Admin.
Code 24-2-42.2, kept under ``resources/regulations`` one file to an edition, and
read by :mod:`app.regulations`.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from app.domain.designation import Designation, HeldDesignation
from app.domain.edition import (
    EDITION_UNTIL_ASKED,
    ActivityList,
    Basis,
    Delivery,
    Edition,
    Mapping,
    RegulationProblem,
    Regulations,
    RulesUnreadable,
)
from app.domain.wording import _

__all__ = [
    "EDITION_UNTIL_ASKED",
    "Activity",
    "ActivityList",
    "AllowedActivities",
    "Basis",
    "Delivery",
    "Edition",
    "Mapping",
    "RegulationProblem",
    "Regulations",
    "RulesUnreadable",
    "allowed_activities",
    "not_given_as",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity a specialist may record, complete enough to be kept as a copy.

    Attributes:
        edition: The edition it is from, by its current-through date.
        citation: Where the rule lists it, such as ``24-2-42.2(A)(1)(a)``.
        text: The item as published, without its letter and closing mark.
        designations: Every held designation that gives it, in the order of
            24-2-42.1(B), older certificate names last.
        deliveries: How that edition lets it be given.
        list_citation: Such as ``24-2-42.2(A)(1)``.
        list_name: Such as ``Adult``.
    """

    edition: date
    citation: str
    text: str
    designations: tuple[str, ...]
    deliveries: frozenset[Delivery]
    list_citation: str
    list_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedActivities:
    """What may be picked on a day, and what to know about it.

    Attributes:
        activities: The edition in use first, then lists kept from older ones, each
            in the rule's order; no (edition, citation) twice.
        notices: Plain sentences for the specialist to read.
        to_agree: Mappings in use that the specialist has not yet confirmed.
    """

    activities: tuple[Activity, ...] = ()
    notices: tuple[str, ...] = ()
    to_agree: tuple[Mapping, ...] = ()


def allowed_activities(
    rules: Regulations, held: Collection[HeldDesignation], edition: date, day: date
) -> AllowedActivities:
    """Return the activities the designations held on ``day`` allow: 24-2-42.1(K).

    A designation whose list the edition in use does not hold in full keeps the list
    of the newest older edition that does, and a notice says so.

    Args:
        rules: The rules on file.
        held: Every designation ever held, lapsed ones too.
        edition: The edition in use.
        day: The session's date.
    """
    if rules.edition(edition) is None:
        return AllowedActivities(notices=(_edition_not_here(edition),))
    on_day = [one for one in held if one.held_on(day)]
    if not on_day:
        return AllowedActivities(notices=(_nothing_held(held, day),))
    codes = _in_rule_order(rules, {_known_code(rules, one.code) for one in on_day})
    found = {code: _lists_of(rules, code, edition) for code in codes}
    agreed = {_known_code(rules, one.code) for one in on_day if one.agreed}
    to_agree = tuple(
        mapping
        for code, mappings in found.items()
        for mapping in mappings
        if mapping.basis is Basis.MAPPED and code not in agreed
    )
    return AllowedActivities(
        activities=tuple(_activities(rules, found)),
        notices=tuple(_notices(rules, found, edition, to_agree)),
        to_agree=to_agree,
    )


def not_given_as(
    activities: Iterable[Activity], delivery: Delivery
) -> tuple[Activity, ...]:
    """Return the activities whose edition does not allow this delivery."""
    return tuple(a for a in activities if delivery not in a.deliveries)


def _known_code(rules: Regulations, code: str) -> str:
    older = rules.older_name(code)
    return older.id if older else code


def _in_rule_order(rules: Regulations, codes: Collection[str]) -> list[str]:
    order = [*Designation, *(older.id for older in rules.older_names)]
    places = {str(code): place for place, code in enumerate(order)}
    return sorted(codes, key=lambda code: (places.get(code, len(places)), code))


def _lists_of(rules: Regulations, code: str, in_use: date) -> tuple[Mapping, ...]:
    for edition in rules.editions:
        if edition.current_through > in_use:
            continue
        mappings = rules.mappings_of(code, edition.current_through)
        if mappings and all(_is_complete(edition, m) for m in mappings):
            return mappings
        if edition.complete and rules.older_name(code) is None:
            return ()  # the whole edition is here and gives this designation no list
    return ()


def _is_complete(edition: Edition, mapping: Mapping) -> bool:
    entry = edition.list_at(mapping.list_citation)
    return entry is not None and entry.complete


def _activities(
    rules: Regulations, found: dict[str, tuple[Mapping, ...]]
) -> Iterator[Activity]:
    for edition in rules.editions:
        for entry in edition.lists:
            givers = tuple(
                code
                for code, mappings in found.items()
                for mapping in mappings
                if mapping.edition == edition.current_through
                and mapping.list_citation == entry.citation
            )
            if givers:
                yield from _activities_of(edition, entry, givers)


def _activities_of(
    edition: Edition, entry: ActivityList, givers: tuple[str, ...]
) -> Iterator[Activity]:
    for letter, text in zip(ascii_lowercase, entry.items, strict=False):
        yield Activity(
            edition=edition.current_through,
            citation=f"{entry.citation}({letter})",
            text=text,
            designations=givers,
            deliveries=edition.deliveries,
            list_citation=entry.citation,
            list_name=entry.name,
        )


def _notices(
    rules: Regulations,
    found: dict[str, tuple[Mapping, ...]],
    in_use: date,
    to_agree: tuple[Mapping, ...],
) -> Iterator[str]:
    for code, mappings in found.items():
        if not mappings:
            yield _no_list(code, alone=not any(found.values()))
        elif mappings[0].edition != in_use:
            yield _list_kept(code, in_use, mappings[0].edition)
    for mapping in to_agree:
        yield _not_agreed(rules, mapping)


def _edition_not_here(edition: date) -> str:
    return _(
        "The edition of {edition} is not on file, so there is nothing to pick. "
        "Import it, or choose another edition in Settings."
    ).format(edition=edition.isoformat())


def _nothing_held(held: Collection[HeldDesignation], day: date) -> str:
    if not held:
        return _(
            "No designation is entered yet, so there is nothing to pick. "
            "Enter yours in My record."
        )
    ended = [one.ended_on for one in held if one.ended_on and one.ended_on < day]
    if ended:
        return _(
            "Your designation ended on {date}, "
            "so there is nothing to pick for this day."
        ).format(date=_spoken(max(ended)))
    return _(
        "Your designation starts on {date}, so there is nothing to pick for this day."
    ).format(date=_spoken(min(one.awarded_on for one in held)))


def _no_list(code: str, *, alone: bool) -> str:
    if alone:
        return _(
            "The rule on file has no activity list for {designation}, so there is "
            "nothing to pick. Ask your supervisor which list you work from."
        ).format(designation=code)
    return _(
        "The rule on file has no activity list for {designation}. "
        "Pick from the lists of your other designations."
    ).format(designation=code)


def _list_kept(code: str, in_use: date, kept: date) -> str:
    return _(
        "The edition of {newer} has no complete list here for {designation}. "
        "You pick from the edition of {older}."
    ).format(newer=in_use.isoformat(), designation=code, older=kept.isoformat())


def _not_agreed(rules: Regulations, mapping: Mapping) -> str:
    edition = rules.edition(mapping.edition)
    entry = edition and edition.list_at(mapping.list_citation)
    return _(
        "The rule gives the list for {designation} another name: {name}. "
        "Confirm in My record who agreed to it, and when."
    ).format(designation=mapping.designation, name=entry.name if entry else "")


def _spoken(day: date) -> str:
    return f"{day:%a, %b} {day.day}, {day.year}"
