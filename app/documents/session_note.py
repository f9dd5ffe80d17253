"""The session note: what happened, in the order of the record's headings."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from app.documents.blocks import (
    Banner,
    Block,
    Box,
    Boxes,
    Fact,
    Facts,
    Line,
    Sheet,
    SignatureBlock,
    SignatureCell,
    Tone,
)
from app.documents.dates import (
    clock,
    clock_with_zone,
    long_date,
    plain_date,
)
from app.documents.note_activities import activity_table, under_the_table
from app.documents.page import render
from app.documents.stamps import (
    foot,
    ink_cell,
    letterhead,
    representative,
    rule_with_editions,
    signer_lines,
    status_words,
    whose_page,
)
from app.domain.activity import Delivery
from app.domain.page_content import NoteContent, PageStatus, Stamp
from app.domain.session import NextContact, Support, crosses_midnight
from app.domain.wording import _, plural

_QUOTES = {"\u201c": "\u201d", '"': '"'}


def build_session_note(content: NoteContent, stamp: Stamp) -> bytes:
    """Return the note as a PDF on letter paper; the same note gives the same bytes."""
    return render(describe_note(content, stamp))


def describe_note(content: NoteContent, stamp: Stamp) -> Sheet:
    """Return what the note says: 23-223-6.6(A), 24-2-16.7, 24-2-42.1, 24-2-42.2."""
    return Sheet(
        title=_("Peer support session note"),
        author=content.signer.name,
        blocks=tuple(_blocks(content, stamp)),
        ending=tuple(_ending(content, stamp)),
        foot=foot(whose_page(content.person), stamp, _rules(content)),
        status=status_words(stamp.status),
        practice=content.practice,
    )


def _rules(content: NoteContent) -> str:
    by_rule: dict[str, list[date]] = {}
    for activity in content.activities:
        rule = activity.citation.partition("(")[0]
        by_rule.setdefault(rule, []).append(activity.edition)
    return "; ".join(
        rule_with_editions(rule, editions) for rule, editions in by_rule.items()
    )


def _blocks(content: NoteContent, stamp: Stamp) -> Iterator[Block]:
    yield letterhead(content.agency, stamp)
    yield Line(words=_("Peer support session note"), tone=Tone.TITLE)
    if content.late:
        yield Banner(title=_("LATE ENTRY"), words=_late_words(content))
    yield _facts(content)
    yield Line(words=_("Goals and activities"), tone=Tone.HEADING)
    if content.activities:
        yield activity_table(content)
    yield from under_the_table(content)
    yield from _narrative(content)


def _late_words(content: NoteContent) -> str:
    days = (content.written_at.date() - _ended_on(content)).days
    return _(
        "The session was {held}, and ended at {ended}. "
        "This note was written {written}, at {time}, {later}. {reason}"
    ).format(
        held=long_date(content.held_on),
        ended=clock(content.ended_at),
        written=long_date(content.written_at.date()),
        time=clock_with_zone(content.written_at),
        later=_days_later(days),
        reason=content.late,
    )


def _days_later(days: int) -> str:
    if days < 1:
        return _("the same day")
    return plural("1 day later", "{n} days later", days).format(n=days)


def _ended_on(content: NoteContent) -> date:
    over = crosses_midnight(content.started_at, content.ended_at)
    return content.held_on + timedelta(days=over)


def _facts(content: NoteContent) -> Facts:
    person = content.person
    return Facts(
        rows=(
            (
                Fact(label=_("Person"), words=person.name, strong=True),
                Fact(label=_("Record number"), words=person.record_number),
                Fact(label=_("Legal representative"), words=representative(person)),
            ),
            (
                Fact(label=_("Date"), words=long_date(content.held_on), strong=True),
                Fact(label=_("Time"), words=_times(content)),
                Fact(label=_("Length"), words=_length(content.minutes)),
            ),
            (
                Fact(label=_("Service"), words=_service(content)),
                Fact(label=_("How and where"), words=_how_and_where(content)),
                Fact(label=_("Who else took part"), words=_who_else(content)),
            ),
        )
    )


def _times(content: NoteContent) -> str:
    words = _("{start} to {end}").format(
        start=clock(content.started_at), end=clock(content.ended_at)
    )
    if crosses_midnight(content.started_at, content.ended_at):
        words += "\n" + _("Crosses midnight: ends {date}").format(
            date=long_date(_ended_on(content))
        )
    return words


def _length(minutes: int) -> str:
    return plural("1 minute", "{n} minutes", minutes).format(n=minutes)


def _service(content: NoteContent) -> str:
    if content.support == Support.GROUP:
        return _("Peer support, group, {n} present").format(n=content.number_present)
    return _("Peer support, one-on-one (1:1)")


def _how_and_where(content: NoteContent) -> str:
    if not content.person_present:
        return _(
            "The person was not present: not counted as face-to-face. Place: {place}"
        ).format(place=content.place)
    how = _("Remote") if content.delivery == Delivery.REMOTE else _("Face-to-face")
    return f"{how}, {content.place}"


def _who_else(content: NoteContent) -> str:
    return ", ".join(content.took_part) or _("Nobody else")


def _narrative(content: NoteContent) -> Iterator[Line]:
    called = content.person.called or content.person.name
    parts = (
        (_("What we did"), content.what_we_did),
        (_("How it went for {name}").format(name=called), content.how_it_went),
        (_("Next step"), content.next_step),
    )
    for heading, words in parts:
        yield Line(words=heading, tone=Tone.HEADING)
        yield from _paragraphs(words)
    yield Line(lead=_("Next contact:"), words=_next_contact(content.next_contact))
    if content.comment.strip():
        yield Line(words=_("Comment by {name}").format(name=called), tone=Tone.HEADING)
        yield from _paragraphs(content.comment)


def _paragraphs(words: str) -> Iterator[Line]:
    """Part typed words at empty lines; one wholly in quotation marks is a quotation."""
    written = "\n".join(line.strip() for line in words.strip().splitlines())
    if not written:
        yield Line(words=_("Nothing is written here yet."))
        return
    for paragraph in filter(None, written.split("\n\n")):
        closing = _QUOTES.get(paragraph[0])
        quoted = (
            closing is not None and paragraph.find(closing, 1) == len(paragraph) - 1
        )
        yield Line(
            words=paragraph.strip("\n"), tone=Tone.QUOTE if quoted else Tone.BODY
        )


def _next_contact(contact: NextContact | None) -> str:
    if contact is None:
        return _("none agreed yet")
    parts = [long_date(contact.on)]
    if contact.at is not None:
        parts.append(clock(contact.at))
    if contact.place:
        parts.append(contact.place)
    return ", ".join(parts)


def _ending(content: NoteContent, stamp: Stamp) -> Iterator[Block]:
    yield Boxes(
        boxes=(
            Box(
                words=_("Took part in writing this note"),
                checked=content.wrote_together,
            ),
            Box(words=_("Was offered a copy"), checked=content.offered_copy),
            Box(words=_("Added a comment"), checked=bool(content.comment.strip())),
        )
    )
    yield Line(words=_held_and_written(content))
    ink = content.ink_line or stamp.status is PageStatus.TO_SIGN_IN_INK
    signed = SignatureCell(
        lines=signer_lines(content.signer, stamp), share=0.6 if ink else 1.0
    )
    cells = (signed, ink_cell(content.signer, 0.4)) if ink else (signed,)
    yield SignatureBlock(cells=cells)


def _held_and_written(content: NoteContent) -> str:
    """Say both moments, as every note does: 24-2-16.7(E)."""
    written: datetime = content.written_at
    return _("Held {held}, {start} to {end} / Written {written}, {time}").format(
        held=plain_date(content.held_on),
        start=clock(content.started_at),
        end=clock(content.ended_at),
        written=plain_date(written.date()),
        time=clock_with_zone(written),
    )
