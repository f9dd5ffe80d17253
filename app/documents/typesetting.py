"""Set the blocks of a sheet as pieces of a page."""

from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch
from itertools import count

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

_GUTTER = 12.0
_BESIDE_NUMBER = 32.0
_CODES_IN_ROW = 3
_KEPT_WITH_ENDING = 28.0
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
_HEADINGS = {Tone.TITLE, Tone.HEADING, Tone.SUBHEADING}
_BARRED = {Tone.QUOTE, Tone.OWN_WORDS}


def set_blocks(
    blocks: tuple[Block, ...], ending: tuple[Block, ...], width: float
) -> list[Piece]:
    """Return the pieces in order; the ending is glued to the words before it."""
    pieces = [piece for block in blocks for piece in _pieces(block, width)]
    last = [piece for block in ending for piece in _pieces(block, width)]
    if ending and not isinstance(ending[0], Line):
        _glue_the_end(pieces)
    pieces += [replace(piece, glued=True) for piece in last[:-1]] + last[-1:]
    return _with_groups_numbered(pieces)


def _glue_the_end(pieces: list[Piece]) -> None:
    """Glue the last words to what follows, so that it is never alone on a page."""
    kept = 0.0
    for place in reversed(range(len(pieces))):
        if kept >= _KEPT_WITH_ENDING:
            break
        kept += pieces[place].part.height
        pieces[place] = replace(pieces[place], glued=True)


def _with_groups_numbered(pieces: list[Piece]) -> list[Piece]:
    """Give each run of pieces of a group its own number, in order."""
    numbers = count(1)
    numbered = []
    group = 0
    for piece in pieces:
        if piece.group == _GROUP_STARTS:
            group = next(numbers)
        numbered.append(replace(piece, group=group if piece.group else 0))
    return numbered


_GROUP_STARTS, _GROUP_GOES_ON = 1, 2


@singledispatch
def _pieces(block: Block, width: float) -> Iterator[Piece]:
    raise TypeError(type(block))


@_pieces.register
def _set_line(block: Line, width: float) -> Iterator[Piece]:
    barred = block.tone in _BARRED
    part: Part = Text(block, width - (14 if barred else 0))
    yield Piece(
        part=Barred(part) if barred else part,
        before=_BEFORE[block.tone],
        glued=block.keep or block.tone in _HEADINGS,
    )


@_pieces.register
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


@_pieces.register
def _set_facts(block: Facts, width: float) -> Iterator[Piece]:
    last = len(block.rows) - 1
    for place, facts in enumerate(block.rows):
        cells = []
        offset = 0.0
        shares = _FACT_SHARES if len(facts) == 3 else (1 / len(facts),) * len(facts)
        for fact, share in zip(facts, shares, strict=True):
            room = width * share - _GUTTER
            tone = Tone.STRONG if fact.strong else Tone.BODY
            label = Text(Line(words=fact.label, tone=Tone.LABEL), room)
            words = Text(Line(words=fact.words, tone=tone), room)
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


@_pieces.register
def _set_banner(block: Banner, width: float) -> Iterator[Piece]:
    left = width * 0.2
    title = Text(Line(words=block.title, tone=Tone.STRONG), left - 16)
    words = Text(Line(words=block.words), width - left - 22)
    cells = (
        FramedCell(width=left, parts=(title,)),
        FramedCell(width=width - left, parts=(words,)),
    )
    yield Piece(part=Frame(cells, filled=True), before=6, glued=True)


@_pieces.register
def _set_table(block: Table, width: float) -> Iterator[Piece]:
    headings = tuple(Line(words=words, tone=Tone.LABEL) for words in block.head)
    head = _table_row(headings, block.shares, width, below=1)
    yield Piece(part=head, before=3, glued=True)
    for lines in block.rows:
        row = _table_row(lines, block.shares, width, below=0.5)
        yield Piece(part=row, head=head)


def _table_row(
    lines: tuple[Line, ...], shares: tuple[float, ...], width: float, *, below: float
) -> Row:
    cells = []
    offset = 0.0
    for line, share in zip(lines, shares, strict=True):
        text = Text(line, width * share - _GUTTER)
        cells.append(Cell(offset=offset, parts=(text,)))
        offset += width * share
    return Row(cells=tuple(cells), width=width, pad=(2, 4), below=below)


@_pieces.register
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


@_pieces.register
def _set_bullets(block: Bullets, width: float) -> Iterator[Piece]:
    for item in block.items:
        yield Piece(part=_bullet(item, width), before=1)


def _bullet(item: str, width: float) -> Row:
    cells = (
        Cell(offset=0, parts=(Text(Line(words="\u2022"), 10),)),
        Cell(offset=10, parts=(Text(Line(words=item), width - 10),)),
    )
    return Row(cells=cells, width=width)


@_pieces.register
def _set_lists(block: Lists, width: float) -> Iterator[Piece]:
    room = width / len(block.columns)
    cells = []
    for place, (heading, items) in enumerate(block.columns):
        line = Line(words=heading, tone=Tone.SUBHEADING)
        bullets = (_bullet(item, room - _GUTTER) for item in items)
        parts: tuple[Part, ...] = (Text(line, room - _GUTTER), *bullets)
        cells.append(Cell(offset=place * room, parts=parts))
    yield Piece(part=Row(cells=tuple(cells), width=width), before=8)


@_pieces.register
def _set_codes(block: Codes, width: float) -> Iterator[Piece]:
    room = width / _CODES_IN_ROW
    numbered = list(enumerate(block.groups, 1))
    for start in range(0, len(numbered), _CODES_IN_ROW):
        cells = tuple(
            Cell(
                offset=place * room,
                parts=(
                    Text(Line(words=str(number), tone=Tone.LABEL), room),
                    Text(Line(words=group, tone=Tone.CODE), room),
                ),
            )
            for place, (number, group) in enumerate(
                numbered[start : start + _CODES_IN_ROW]
            )
        )
        yield Piece(part=Row(cells=cells, width=width), before=10, glued=True)


@_pieces.register
def _set_blanks(block: Blanks, width: float) -> Iterator[Piece]:
    row = Row(cells=_lines_to_sign(block.blanks, width), width=width)
    yield Piece(part=row, before=4)


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


@_pieces.register
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


@_pieces.register
def _set_numbered(block: Numbered, width: float) -> Iterator[Piece]:
    room = width - _BESIDE_NUMBER
    left = room * (0.6 if block.aside else 1)
    title = Text(Line(words=block.title, tone=Tone.NAME), left - _GUTTER)
    cells = [Cell(offset=0, parts=(title,))]
    if block.aside:
        aside = Text(Line(words=block.aside, tone=Tone.SMALL), room - left)
        cells.append(Cell(offset=left, parts=(aside,)))
    row = Row(cells=tuple(cells), width=room)
    yield Piece(
        part=Counted(block.number, row), before=10, glued=True, group=_GROUP_STARTS
    )
    for inner in block.blocks:
        for piece in _pieces(inner, room):
            yield replace(piece, indent=_BESIDE_NUMBER, group=_GROUP_GOES_ON)
