"""Read a sheet's blocks as text, in the order of the page."""

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch

from app.documents.blocks import (
    Banner,
    Blanks,
    Block,
    Boxes,
    Bullets,
    Codes,
    Facts,
    Foot,
    Letterhead,
    Line,
    Lists,
    Numbered,
    Sheet,
    SignatureBlock,
    Table,
    Tone,
)
from app.documents.lettering import loses_marks, printable
from app.domain.page_blocks import TextBlock
from app.domain.wording import _

_HEADINGS = {Tone.TITLE, Tone.HEADING, Tone.SUBHEADING}


def practice_words() -> str:
    """Return the mark on every page of the practice caseload."""
    return _("PRACTICE: made-up people, not a record")


def with_note_on_letters(sheet: Sheet) -> Sheet:
    """Return the sheet with a line that says so where letters lose a mark."""
    if not any(loses_marks(words) for kind, words in _all_of(sheet)):
        return sheet
    words = _("Some letters are printed without a mark this typeface lacks.")
    return replace(sheet, blocks=(*sheet.blocks, Line(words=words, tone=Tone.SMALL)))


def read_as_text(sheet: Sheet) -> tuple[TextBlock, ...]:
    """Return every word of a sheet in reading order, its foot once at the end."""
    whole = with_note_on_letters(sheet)
    return tuple(
        TextBlock(kind, printable(words)) for kind, words in _all_of(whole) if words
    )


def _all_of(sheet: Sheet) -> Iterator[tuple[str, str]]:
    if sheet.practice:
        yield "paragraph", practice_words()
    for block in (*sheet.blocks, *sheet.ending):
        yield from _read(block)
    yield from _read_foot(sheet.foot)


def _read_foot(foot: Foot) -> Iterator[tuple[str, str]]:
    for words in (foot.whose, foot.document, foot.chain, foot.rules, foot.key):
        yield "paragraph", words


def _fact(label: str, words: str) -> tuple[str, str]:
    return "fact", f"{label}: {words}"


@singledispatch
def _read(block: Block) -> Iterator[tuple[str, str]]:
    raise TypeError(type(block))


@_read.register
def _read_line(block: Line) -> Iterator[tuple[str, str]]:
    yield "heading" if block.tone in _HEADINGS else "paragraph", block.whole


@_read.register
def _read_letterhead(block: Letterhead) -> Iterator[tuple[str, str]]:
    yield "paragraph", block.name
    yield "paragraph", block.below
    yield "paragraph", block.status
    yield "paragraph", block.status_below


@_read.register
def _read_facts(block: Facts) -> Iterator[tuple[str, str]]:
    for facts in block.rows:
        for fact in facts:
            yield _fact(fact.label, fact.words)


@_read.register
def _read_banner(block: Banner) -> Iterator[tuple[str, str]]:
    yield _fact(block.title, block.words)


@_read.register
def _read_table(block: Table) -> Iterator[tuple[str, str]]:
    for lines in block.rows:
        cells = zip(block.head, lines, strict=True)
        yield "row", "; ".join(f"{head}: {line.whole}" for head, line in cells)


@_read.register
def _read_boxes(block: Boxes) -> Iterator[tuple[str, str]]:
    for box in block.boxes:
        yield "fact", box.answer


@_read.register
def _read_bullets(block: Bullets) -> Iterator[tuple[str, str]]:
    for item in block.items:
        yield "row", item


@_read.register
def _read_lists(block: Lists) -> Iterator[tuple[str, str]]:
    for heading, items in block.columns:
        yield "heading", heading
        for item in items:
            yield "row", item


@_read.register
def _read_codes(block: Codes) -> Iterator[tuple[str, str]]:
    for number, group in enumerate(block.groups, 1):
        yield _fact(str(number), group)


@_read.register
def _read_blanks(block: Blanks) -> Iterator[tuple[str, str]]:
    for blank in block.blanks:
        yield _fact(blank.label, blank.filled or _("blank line"))


@_read.register
def _read_signature_block(block: SignatureBlock) -> Iterator[tuple[str, str]]:
    for cell in block.cells:
        for line in cell.lines:
            yield "paragraph", line.whole
        for blank in cell.blanks:
            yield _fact(blank.label, blank.filled or _("blank line"))
        for line in cell.below:
            yield "paragraph", line.whole


@_read.register
def _read_numbered(block: Numbered) -> Iterator[tuple[str, str]]:
    yield "heading", f"{block.number}. {block.title}"
    yield "paragraph", block.aside
    for inner in block.blocks:
        yield from _read(inner)
