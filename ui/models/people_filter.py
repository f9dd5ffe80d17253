"""Which people a list shows, and in which order: plain functions, no Qt."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from app.domain.person import PersonSummary, find_key

_NEEDS_YOU = frozenset({"draft", "plan", "review"})
_RESTING = frozenset({"paused", "stopped"})
_NEVER = date.min
_UNPLANNED = date.max


class Shown(StrEnum):
    """The filter chips of the people page."""

    ALL = "all"
    NEEDS_YOU = "needs you"
    NOT_SEEN = "not seen"
    PAUSED = "paused"
    ENDED = "ended"


class Order(StrEnum):
    """The ways to sort people."""

    NEEDS_YOU = "needs you"
    LAST_SEEN = "last seen"
    NAME = "name"
    NEXT_PLANNED = "next planned"


def belongs(person: PersonSummary, shown: Shown) -> bool:
    """Say whether a person is among those a chip shows."""
    match shown:
        case Shown.ALL:
            return person.needs != "ended"
        case Shown.NEEDS_YOU:
            return person.needs in _NEEDS_YOU
        case Shown.NOT_SEEN:
            return person.needs == "not_seen"
        case Shown.PAUSED:
            return person.needs in _RESTING
    return person.needs == "ended"


def matches(person: PersonSummary, words: str) -> bool:
    """Say whether every word begins one of the person's names or numbers."""
    text = f"{person.name} {person.preferred_name} {person.record_number}"
    parts = find_key(text).replace("-", " ").split()
    asked = find_key(words).replace("-", " ").split()
    return all(any(part.startswith(word) for part in parts) for word in asked)


def chosen(
    people: Sequence[PersonSummary], shown: Shown, words: str
) -> tuple[PersonSummary, ...]:
    """Return the people to show; with words to find, those of every chip."""
    if words.strip():
        return tuple(p for p in people if matches(p, words))
    return tuple(p for p in people if belongs(p, shown))


def in_order(
    people: Sequence[PersonSummary], order: Order
) -> tuple[PersonSummary, ...]:
    """Return people sorted; they come with what needs the specialist first."""
    match order:
        case Order.LAST_SEEN:
            return tuple(sorted(people, key=lambda p: p.last_seen or _NEVER))
        case Order.NAME:
            return tuple(sorted(people, key=lambda p: p.name.casefold()))
        case Order.NEXT_PLANNED:
            return tuple(sorted(people, key=lambda p: p.next_on or _UNPLANNED))
    return tuple(people)
