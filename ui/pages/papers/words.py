"""What the papers page says of one page of paper, and what can be done with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.person import display_name
from app.domain.wording import _, plural
from app.services.papers import Printout
from ui.widgets.reading import date_words, time_words

INK_DAYS = 7
"""A page that waits longer for ink than this is shown in warm colour."""

_ICONS = {
    "note": "file-text",
    "plan": "clipboard-list",
    "acknowledgement": "scroll-text",
}


class Shelf(StrEnum):
    """Where a page is on its way from the queue to the agency's record."""

    QUEUE = "queue"
    INK = "waiting for ink"
    LOOSE = "printed"
    FILED = "filed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfWords:
    """What a shelf says of itself.

    Attributes:
        action: What can be done with each page, empty where nothing.
    """

    title: str
    note: str
    icon: str
    empty: str
    empty_note: str
    action: str = ""
    action_icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """One row: its icon and tone, what it is, and where it stands.

    Attributes:
        said: All of it for screen readers, unlike any other row's.
    """

    icon: str
    tone: str
    title: str
    second: str
    said: str


def shelf_words(shelf: Shelf) -> ShelfWords:
    """Return what a shelf says of itself."""
    if shelf is Shelf.QUEUE:
        return ShelfWords(
            title=_("Print queue"),
            note=_("Pick them up right away."),
            icon="printer",
            empty=_("Nothing to print."),
            empty_note=_("What you sign comes here."),
            action=_("Print"),
            action_icon="printer",
        )
    if shelf is Shelf.INK:
        return ShelfWords(
            title=_("Waiting for ink"),
            note=_("Sign on paper, then file it."),
            icon="pen-line",
            empty=_("No page waits for ink."),
            empty_note=_("Printed pages to sign come here."),
            action=_("Ink copy filed"),
            action_icon="circle-check",
        )
    if shelf is Shelf.LOOSE:
        return ShelfWords(
            title=_("Printed, not yet filed"),
            note=_("Signed on this laptop."),
            icon="file-clock",
            empty=_("No page waits to be filed."),
            empty_note=_("Signed pages come here once printed."),
            action=_("Filed"),
            action_icon="circle-check",
        )
    return ShelfWords(
        title=_("Filed"),
        note=_("In the agency's record."),
        icon="file-check",
        empty=_("Nothing is filed yet."),
        empty_note=_("Say so when a page is in the record."),
    )


def paper_words(
    page: Printout, shelf: Shelf, *, today: date, hidden: bool
) -> PaperWords:
    """Return one page's row; with ``hidden`` it shows initials for the name."""
    late = shelf is Shelf.INK and days_waiting(page, today) > INK_DAYS
    title = paper_title(page, hidden=hidden)
    facts = [fact for fact in _facts(page, shelf, today) if fact]
    return PaperWords(
        icon="clock-alert" if late else _icon(page, shelf),
        tone="warn" if late else "soft",
        title=title,
        second="  ·  ".join(facts),
        said=". ".join((title, *facts, page.document_id)),
    )


def paper_title(page: Printout, *, hidden: bool) -> str:
    """Return ``Session note, Jordan Mayfield``."""
    kind = {
        "note": _("Session note"),
        "plan": _("Recovery Support Plan"),
        "acknowledgement": _("Scope acknowledgement"),
    }[page.kind]
    if not page.person_name:
        return kind
    name = display_name(page.person_name, hidden=hidden)
    return _("{kind}, {name}").format(kind=kind, name=name)


def days_waiting(page: Printout, today: date) -> int:
    """Return how many days ago the page was printed; 0 where it was not."""
    return (today - page.printed_at.date()).days if page.printed_at else 0


def day_words(day: date, today: date) -> str:
    """Return ``Today``, ``Yesterday``, ``Nov 21``, or ``Nov 21, 2025``."""
    near = {0: _("Today"), 1: _("Yesterday")}
    shown = date_words(day, weekday=False, year=day.year != today.year)
    return near.get((today - day).days, shown)


def _icon(page: Printout, shelf: Shelf) -> str:
    if shelf is Shelf.FILED:
        return "file-check"
    return "pen-line" if shelf is Shelf.INK else _ICONS[page.kind]


def _facts(page: Printout, shelf: Shelf, today: date) -> tuple[str, ...]:
    pages = plural("{n} page", "{n} pages", page.pages).format(n=page.pages)
    if shelf is Shelf.QUEUE:
        when = _("{day}, {time}").format(
            day=day_words(page.queued_at.date(), today),
            time=time_words(page.queued_at.time()),
        )
        return (when, pages)
    if shelf is Shelf.FILED:
        assert page.filed_on is not None  # it would not be on this shelf
        filed = _("Filed {day}").format(day=_inside(page.filed_on, today))
        signed = _("signed in ink") if page.needs_ink else _("signed on this laptop")
        return (filed, signed, page.filed_where)
    assert page.printed_at is not None  # only printed pages wait here
    since = _("Printed {day}").format(day=_inside(page.printed_at.date(), today))
    days = days_waiting(page, today)
    if shelf is Shelf.INK and days > INK_DAYS:
        since = plural("Waiting {n} day", "Waiting {n} days", days).format(n=days)
    code = _("check code {code}").format(code=page.check_code)
    return (since, code if page.check_code else page.document_id)


def _inside(day: date, today: date) -> str:
    """Return a day as it stands inside a sentence."""
    near = {0: _("today"), 1: _("yesterday")}
    return near.get((today - day).days, day_words(day, today))
