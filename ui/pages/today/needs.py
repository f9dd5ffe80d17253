"""What needs the specialist, as rows: what to do, why, and where pressing leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.person import display_name
from app.domain.session import SessionDraft
from app.domain.wording import _, plural
from app.services.overview import PlannedContact, Today
from app.services.sessions import SavedDraft, draft_problems
from ui.context import Context, PageName, Place
from ui.models.people_words import days_ago, long_day
from ui.widgets.reading import time_words
from ui.widgets.row_button import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One row.

    Attributes:
        key: The name of its button.
        place: Where pressing leads.
        contact: Set where it first has to be asked what became of it.
    """

    key: str
    row: Row
    place: Place
    contact: PlannedContact | None = None


def list_needs(
    context: Context, today: Today, drafts: tuple[SavedDraft, ...]
) -> tuple[Need, ...]:
    """Return the rows: late ones, drafts, papers, then open questions."""
    on_drafts = [_draft(context, draft) for draft in drafts]
    on_drafts.sort(key=lambda need: need.row.tone != "warn")
    return (
        *on_drafts,
        *(_unwritten(context, contact) for contact in today.not_written),
        *_papers(context, today),
        *_questions(today),
    )


def _draft(context: Context, saved: SavedDraft) -> Need:
    now = context.now()
    hidden = context.privacy.hidden
    name = display_name(saved.person_name, hidden=hidden)
    left = draft_problems(context.store, context.rules, saved.draft, now=now)
    where = Place(
        page=PageName.RECORD, person_id=saved.draft.person_id, draft_id=saved.id
    )
    when = _session_words(saved.draft, saved.started_at.date(), now.date())
    late = _("It will be marked as a late entry.") if saved.draft.late_marked else ""
    if left:
        title, action = _("Finish your draft for {name}"), _("Continue")
        count = plural("{n} thing left.", "{n} things left.", len(left))
        why = count.format(n=len(left))
        if len(left) == 1:
            why = f"{why} {left[0].message}"
        icon = "file-pen"
    else:
        title, action = _("Sign the note for {name}"), _("Read and sign")
        why, icon = _("All parts are filled in."), "signature"
        where = Place(
            page=PageName.SIGN, person_id=saved.draft.person_id, draft_id=saved.id
        )
    row = Row(
        title=title.format(name=name),
        second=" ".join(part for part in (when, why, late) if part),
        icon="clock-alert" if late else icon,
        tone="warn" if late else "soft",
        action=action,
    )
    return Need(key=f"draft:{saved.id}", row=row, place=where)


def _session_words(draft: SessionDraft, begun: date, today: date) -> str:
    if draft.held_on is None:
        return _("Begun {when}.").format(when=days_ago(begun, today).lower())
    when = days_ago(draft.held_on, today)
    if draft.started_at is not None:
        when = f"{when}, {time_words(draft.started_at)}"
    return f"{when}."


def _unwritten(context: Context, contact: PlannedContact) -> Need:
    name = display_name(contact.person_name, hidden=context.privacy.hidden)
    when = days_ago(contact.on, context.now().date()).lower()
    if contact.at is not None:
        when = f"{when}, {time_words(contact.at)}"
    row = Row(
        title=_("Write the session with {name}").format(name=name),
        second=_("Planned {when}. Nothing is written yet.").format(when=when),
        icon="calendar-clock",
        action=_("Record"),
    )
    place = Place(
        page=PageName.RECORD, person_id=contact.person_id, contact_id=contact.id
    )
    return Need(key=f"contact:{contact.id}", row=row, place=place, contact=contact)


def _papers(context: Context, today: Today) -> Iterator[Need]:
    place = Place(page=PageName.PAPERS)
    if today.awaiting_ink:
        count = plural(
            "{n} paper waits for ink", "{n} papers wait for ink", today.awaiting_ink
        )
        oldest = ""
        if today.oldest_ink is not None:
            day = long_day(today.oldest_ink, context.now().date())
            oldest = _("The oldest was printed {day}.").format(day=day)
        row = Row(
            title=count.format(n=today.awaiting_ink),
            second=oldest,
            icon="pen-line",
            action=_("Open"),
        )
        yield Need(key="ink", row=row, place=place)
    if today.to_print:
        count = plural("{n} paper to print", "{n} papers to print", today.to_print)
        row = Row(
            title=count.format(n=today.to_print),
            second=_("Your agency’s record needs them on paper."),
            icon="printer",
            action=_("Open"),
        )
        yield Need(key="print", row=row, place=place)


def _questions(today: Today) -> Iterator[Need]:
    words = _words_of_questions(today)
    for question in today.to_settle:
        title, why, icon, page = words[question]
        row = Row(title=title, second=why, icon=icon, action=_("Answer"))
        if question in ("set-up", "acknowledgement"):
            row = Row(title=title, second=why, icon=icon, action=_("Open"))
        field = question if page is PageName.SETTINGS else ""
        yield Need(key=question, row=row, place=Place(page=page, field=field))


def _words_of_questions(today: Today) -> dict[str, tuple[str, str, str, PageName]]:
    left = len(today.set_up_left)
    return {
        "set-up": (
            _("Finish set-up"),
            plural("{n} step left.", "{n} steps left.", left).format(n=left),
            "list-checks",
            PageName.SET_UP,
        ),
        "edition": (
            _("Which edition does your agency work from?"),
            _("Until you say, the edition of September 2024 is used."),
            "book-open",
            PageName.SETTINGS,
        ),
        "electronic": (
            _("Does your agency accept electronic signatures?"),
            _("Until you say, notes print a line for ink."),
            "signature",
            PageName.SETTINGS,
        ),
        "sheet": (
            _("Who holds your recovery sheet?"),
            _("Seal it, and give it to your supervisor."),
            "key-round",
            PageName.SETTINGS,
        ),
        "acknowledgement": (
            _("Sign your Scope of Activities acknowledgement"),
            _("Read it once, then sign it here or in ink."),
            "scroll-text",
            PageName.ACKNOWLEDGEMENT,
        ),
        "pin": (
            _("Choose your signing PIN"),
            _("Without it you cannot sign notes here."),
            "lock",
            PageName.SETTINGS,
        ),
    }
