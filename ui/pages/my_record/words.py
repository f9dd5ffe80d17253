"""The sentences of My record: where a list comes from, since when, who said so."""

from datetime import date

from app.domain.designation import HeldDesignation
from app.domain.wording import _, plural
from app.services.answers import Answer
from app.services.pins import PinState
from ui.pages.my_record.facts import ListOrigin, RecordFacts
from ui.widgets.reading import date_words


def day_words(day: date) -> str:
    """Return ``Mar 14, 2025``."""
    return date_words(day, weekday=False)


def header_words(facts: RecordFacts) -> str:
    """Return the specialist, their certificate and their agency, as far as known."""
    number = facts.specialist.certificate_number
    certificate = _("certificate {number}").format(number=number) if number else ""
    parts = (facts.specialist.name, certificate, facts.agency.name)
    return "  ·  ".join(part for part in parts if part)


def held_words(held: HeldDesignation, today: date) -> str:
    """Return since when, or from when to when, a designation is held."""
    if held.ended_on is not None:
        return _("{first} to {last}").format(
            first=day_words(held.awarded_on), last=day_words(held.ended_on)
        )
    words = _("from {day}") if held.awarded_on > today else _("since {day}")
    return words.format(day=day_words(held.awarded_on))


def origin_words(
    held: HeldDesignation, origins: tuple[ListOrigin, ...], facts: RecordFacts
) -> tuple[str, str]:
    """Return an icon, and where the designation's list comes from."""
    if not origins and facts.allowed.activities:
        return "info", _("No list of its own: pick from your other lists")
    if not origins:
        return "info", _("No list of its own")
    places = _(" and ").join(origin.citation for origin in origins)
    older = origins[0].edition
    listed = plural("List {places}", "Lists {places}", len(origins))
    words = listed.format(places=places)
    if older != facts.edition:
        words = _("{list}, edition {day}").format(list=words, day=older.isoformat())
    if not any(origin.mapped for origin in origins):
        return "circle-check", words
    if not held.agreed or held.agreed_on is None:
        return "triangle-alert", _("{list}: not agreed yet").format(list=words)
    agreed = _("{list}, agreed with {who}, {day}")
    day = day_words(held.agreed_on)
    return "circle-check", agreed.format(list=words, who=held.agreed_with, day=day)


def said_words(said: Answer | None) -> str:
    """Return who said which edition is in use, and since when."""
    if said is None:
        return _("Your agency has not said yet. Until then this edition is used.")
    if said.said_by and said.said_on is not None:
        words = _("{who} said so on {day}.").format(
            who=said.said_by, day=day_words(said.said_on)
        )
    elif said.said_by:
        words = _("{who} said so.").format(who=said.said_by)
    else:
        words = _("You said so.")
    if said.starts_on is None:
        return words
    since = _("In use since {day}.").format(day=day_words(said.starts_on))
    return f"{words} {since}"


def pin_words(state: PinState) -> str:
    """Return whether a PIN is set, and what can be done without."""
    if not state.is_set:
        return _("Not set yet. Until then you can only sign in ink.")
    if not state.tries_left:
        return _("It was wrong five times. Your passphrase gives new tries.")
    return _("It is set. You type it each time you sign.")
