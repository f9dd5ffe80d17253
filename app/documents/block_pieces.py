"""The pieces that each kind of block is set as, with their place in the tree."""

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch

from app.documents.blocks import (
    Banner,
    Blank,
    Blanks,
    Block,
    Boxes,
    Bullets,
    Codes,
    Facts,
    Letterhead,
    Line,
    Lists,
    Numbered,
    SignatureBlock,
    SignatureCell,
    Table,
    Tone,
)
from app.documents.furniture import (
    BESIDE_NUMBER,
    Barred,
    Counted,
    Frame,
    FramedCell,
    LineToSign,
    RightLine,
    Square,
    Tag,
)
from app.documents.pieces import Cell, Part, Piece, Row, Text
from app.documents.tagging import Element

_GUTTER = 12.0
_CODES_IN_ROW = 3
_FACT_SHARES = (0.38, 0.34, 0.28)

_BEFORE = {
    Tone.TITLE: 6.0,
    Tone.HEADING: 9.0,
    Tone.SUBHEADING: 6.0,
    Tone.BODY: 3.0,
    Tone.STRONG: 3.0,
    Tone.QUOTE: 5.0,
    Tone.OWN_WORDS: 5.0,
    Tone.NAME: 3.0,
    Tone.SUBTITLE: 0.0,
    Tone.ITALIC: 1.0,
    Tone.LABEL: 3.0,
    Tone.SMALL: 3.0,
    Tone.CODE: 10.0,
}
_HEADINGS = {Tone.TITLE: "H1", Tone.HEADING: "H2", Tone.SUBHEADING: "H3"}
_BARRED = {Tone.QUOTE, Tone.OWN_WORDS}


GROUP_STARTS, _GROUP_GOES_ON = 1, 2


@singledispatch
def pieces_of(block: Block, width: float) -> Iterator[Piece]:
    """Return the pieces of one block of this kind, for a text of this width."""
    raise TypeError(type(block))


@pieces_of.register
def _set_line(block: Line, width: float) -> Iterator[Piece]:
    barred = block.tone in _BARRED
    element = Element(_HEADINGS.get(block.tone, "P"))
    part: Part = Text(block, width - (14 if barred else 0), element)
    yield Piece(
        part=Barred(part) if barred else part,
        before=_BEFORE[block.tone],
        glued=block.keep or block.tone in _HEADINGS,
    )


@pieces_of.register
def _set_letterhead(block: Letterhead, width: float) -> Iterator[Piece]:
    left = width * 0.66
    lines = [Text(Line(words=block.name, tone=Tone.STRONG), left)]
    if block.below:
        lines.append(Text(Line(words=block.below, tone=Tone.SMALL), left))
    cells = [Cell(offset=0, parts=tuple(lines))]
    if block.status:
        right: list[Part] = [Tag(block.status, width)]
        if block.status_below:
            right.append(RightLine(block.status_below, width))
        cells.append(Cell(offset=0, parts=tuple(right)))
    yield Piece(part=Row(cells=tuple(cells), width=width), glued=True)


@pieces_of.register
def _set_facts(block: Facts, width: float) -> Iterator[Piece]:
    last = len(block.rows) - 1
    for place, facts in enumerate(block.rows):
        cells = []
        offset = 0.0
        shares = _FACT_SHARES if len(facts) == 3 else (1 / len(facts),) * len(facts)
        for fact, share in zip(facts, shares, strict=True):
            room = width * share - _GUTTER
            tone = Tone.STRONG if fact.strong else Tone.BODY
            element = Element("P")  # read as one: label, then what it stands for
            label = Text(Line(words=fact.label, tone=Tone.LABEL), room, element)
            words = Text(Line(words=fact.words, tone=tone), room, element)
            cells.append(Cell(offset=offset, parts=(label, words)))
            offset += width * share
        row = Row(
            cells=tuple(cells),
            width=width,
            pad=(4, 5),
            above=0 if place else 1.4,
            below=1.4 if place == last else 0.5,
        )
        yield Piece(part=row, before=0 if place else 6, glued=place < last)


@pieces_of.register
def _set_banner(block: Banner, width: float) -> Iterator[Piece]:
    left = width * 0.2
    element = Element("P")
    title = Text(Line(words=block.title, tone=Tone.STRONG), left - 16, element)
    words = Text(Line(words=block.words), width - left - 22, element)
    cells = (
        FramedCell(width=left, parts=(title,)),
        FramedCell(width=width - left, parts=(words,)),
    )
    yield Piece(part=Frame(cells, filled=True), before=6, glued=True)


@pieces_of.register
def _set_table(block: Table, width: float) -> Iterator[Piece]:
    table = Element("Table")
    widths = tuple(width * share for share in block.shares)
    headings = tuple(Line(words=words, tone=Tone.LABEL) for words in block.head)
    head = replace(_table_row(headings, widths, table, scope="Column"), below=1)
    yield Piece(part=head, before=3, glued=True)
    for lines in block.rows:
        yield Piece(part=_table_row(lines, widths, table), head=head)


def _table_row(
    lines: tuple[Line, ...], widths: tuple[float, ...], table: Element, scope: str = ""
) -> Row:
    row = Element("TR", table)
    cells = []
    offset = 0.0
    for line, room in zip(lines, widths, strict=True):
        cell = Element("TH" if scope else "TD", row, scope=scope)
        text = Text(line, room - _GUTTER, Element("P", cell))
        cells.append(Cell(offset=offset, parts=(text,)))
        offset += room
    return Row(cells=tuple(cells), width=sum(widths), pad=(2, 4), below=0.5)


@pieces_of.register
def _set_boxes(block: Boxes, width: float) -> Iterator[Piece]:
    wide = [Square.natural_width(box.answer) for box in block.boxes]
    cells = []
    offset = 0.0
    for box, natural in zip(block.boxes, wide, strict=True):
        room = width * natural / sum(wide)
        cells.append(
            Cell(offset=offset, parts=(Square(box.answer, box.checked, room),))
        )
        offset += room
    yield Piece(part=Row(cells=tuple(cells), width=width), before=8)


@pieces_of.register
def _set_bullets(block: Bullets, width: float) -> Iterator[Piece]:
    items = Element("L")
    for item in block.items:
        yield Piece(part=_bullet(item, width, items), before=1)


def _bullet(words: str, width: float, items: Element) -> Row:
    item = Element("LI", items)
    bullet = Text(Line(words="\u2022"), 10, Element("Lbl", item))
    text = Text(Line(words=words), width - 10, Element("LBody", item))
    cells = (Cell(offset=0, parts=(bullet,)), Cell(offset=10, parts=(text,)))
    return Row(cells=cells, width=width)


@pieces_of.register
def _set_lists(block: Lists, width: float) -> Iterator[Piece]:
    room = width / len(block.columns)
    cells = []
    for place, (heading, items) in enumerate(block.columns):
        line = Line(words=heading, tone=Tone.SUBHEADING)
        title = Text(line, room - _GUTTER, Element("H3"))
        listed = Element("L")
        bullets = (_bullet(item, room - _GUTTER, listed) for item in items)
        parts: tuple[Part, ...] = (title, *bullets)
        cells.append(Cell(offset=place * room, parts=parts))
    yield Piece(part=Row(cells=tuple(cells), width=width), before=8)


@pieces_of.register
def _set_codes(block: Codes, width: float) -> Iterator[Piece]:
    room = width / _CODES_IN_ROW
    numbered = list(enumerate(block.groups, 1))
    for start in range(0, len(numbered), _CODES_IN_ROW):
        cells = tuple(
            Cell(offset=place * room, parts=_code(number, group, room))
            for place, (number, group) in enumerate(
                numbered[start : start + _CODES_IN_ROW]
            )
        )
        yield Piece(part=Row(cells=cells, width=width), before=10, glued=True)


def _code(number: int, group: str, room: float) -> tuple[Text, Text]:
    element = Element("P")
    return (
        Text(Line(words=str(number), tone=Tone.LABEL), room, element),
        Text(Line(words=group, tone=Tone.CODE), room, element),
    )


@pieces_of.register
def _set_blanks(block: Blanks, width: float) -> Iterator[Piece]:
    cells = _lines_to_sign(block.blanks, width)
    yield Piece(part=Row(cells=cells, width=width, pad=(0, 7)), before=4)


def _lines_to_sign(blanks: tuple[Blank, ...], width: float) -> tuple[Cell, ...]:
    whole = sum(blank.share for blank in blanks)
    cells = []
    offset = 0.0
    for blank in blanks:
        room = width * blank.share / whole
        gap = 0.0 if blank is blanks[-1] else _GUTTER
        cells.append(Cell(offset=offset, parts=(LineToSign(blank, room - gap),)))
        offset += room
    return tuple(cells)


@pieces_of.register
def _set_signature_block(block: SignatureBlock, width: float) -> Iterator[Piece]:
    cells = tuple(_signature_cell(cell, width * cell.share) for cell in block.cells)
    yield Piece(part=Frame(cells), before=6)


def _signature_cell(cell: SignatureCell, width: float) -> FramedCell:
    room = width - 22
    return FramedCell(
        width=width,
        parts=tuple(Text(line, room) for line in cell.lines),
        foot=_foot_of(cell, room),
    )


def _foot_of(cell: SignatureCell, room: float) -> tuple[Part, ...]:
    foot: list[Part] = []
    if cell.blanks:
        foot.append(Row(cells=_lines_to_sign(cell.blanks, room), width=room))
    return (*foot, *(Text(line, room) for line in cell.below))


@pieces_of.register
def _set_numbered(block: Numbered, width: float) -> Iterator[Piece]:
    room = width - BESIDE_NUMBER
    left = room * (0.6 if block.aside else 1)
    heading = Element("H3")
    title = Text(Line(words=block.title, tone=Tone.NAME), left - _GUTTER, heading)
    cells = [Cell(offset=0, parts=(title,))]
    if block.aside:
        aside = Text(Line(words=block.aside, tone=Tone.SMALL), room - left)
        cells.append(Cell(offset=left, parts=(aside,)))
    row = Row(cells=tuple(cells), width=room)
    yield Piece(
        part=Counted(block.number, row, heading),
        before=10,
        glued=True,
        group=GROUP_STARTS,
    )
    for inner in block.blocks:
        for piece in pieces_of(inner, room):
            yield replace(piece, indent=BESIDE_NUMBER, group=_GROUP_GOES_ON)
