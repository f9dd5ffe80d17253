"""Make a PDF of a sheet: letter paper, one layout pass, the same bytes each time."""
# mypy: allow-untyped-calls

from contextlib import nullcontext
from io import BytesIO

from reportlab.lib.pagesizes import LETTER

from app.documents.archival import ArchivalCanvas
from app.documents.blocks import Sheet
from app.documents.lettering import printable
from app.documents.pagination import Paginator, Placed
from app.documents.pieces import draw_rule
from app.documents.reading import practice_words, with_note_on_letters
from app.documents.tagging import TaggedCanvas
from app.documents.typeface import (
    BLACK,
    BOLD,
    GREY,
    REGULAR,
    SMALL_LEADING,
    SMALL_SIZE,
    width_of,
)
from app.documents.typesetting import set_blocks
from app.domain.wording import _

_WIDE, _HIGH = LETTER
MARGIN = 54.0
TEXT_WIDTH = _WIDE - 2 * MARGIN
_FIRST_TOP = _HIGH - 36
_NEXT_TOP = _HIGH - 68
_RUNNING_HEAD = _HIGH - 50
_PRACTICE_MARK = _HIGH - 20
_BOTTOM = 70.0
_FOOT_RULE = 62.0


def render(sheet: Sheet) -> bytes:
    """Lay the sheet out on letter paper and return the PDF.

    The pages are divided before the first is drawn, so "page 1 of 3" needs no second
    pass. The same sheet always gives the same bytes.
    """
    sheet = with_note_on_letters(sheet)
    pieces = set_blocks(sheet.blocks, sheet.ending, TEXT_WIDTH)
    rooms = (_FIRST_TOP - _BOTTOM, _NEXT_TOP - _BOTTOM)
    pages = Paginator(pieces, rooms).pages()
    buffer = BytesIO()
    canvas = ArchivalCanvas(
        buffer,
        pagesize=LETTER,
        invariant=1,
        initialFontName=REGULAR,
        initialFontSize=SMALL_SIZE,
        lang="en-US",
    )
    canvas.setTitle(sheet.title)
    canvas.setAuthor(printable(sheet.author))
    canvas.setSubject(sheet.title)
    canvas.setCreator("Peer Daybook")
    for number, placed in enumerate(pages, 1):
        _draw_page(canvas, sheet, placed, (number, len(pages)))
        canvas.end_page()
    canvas.save()
    return buffer.getvalue()


def _draw_page(
    canvas: TaggedCanvas, sheet: Sheet, placed: list[Placed], place: tuple[int, int]
) -> None:
    first = place[0] == 1
    with canvas.artifact():
        if sheet.practice:
            _draw_practice_mark(canvas)
        if not first:
            _draw_running_head(canvas, sheet)
    top = _FIRST_TOP if first else _NEXT_TOP
    for one in placed:
        with canvas.artifact() if one.repeated else nullcontext():
            one.part.draw(canvas, MARGIN + one.indent, top - one.down)
    with canvas.artifact():
        _draw_foot(canvas, sheet, place)


def _draw_practice_mark(canvas: TaggedCanvas) -> None:
    words = practice_words()
    wide = width_of(words, BOLD, SMALL_SIZE) + 24
    canvas.setFillColor(BLACK)
    canvas.roundRect((_WIDE - wide) / 2, _PRACTICE_MARK - 10, wide, 14, 3, fill=1)
    canvas.setFillColor("#FFFFFF")
    canvas.setFont(BOLD, SMALL_SIZE)
    canvas.drawCentredString(_WIDE / 2, _PRACTICE_MARK - 6, words)


def _draw_running_head(canvas: TaggedCanvas, sheet: Sheet) -> None:
    words = _("{title}, continued").format(title=sheet.title)
    canvas.setFillColor(GREY)
    canvas.setFont(REGULAR, SMALL_SIZE)
    canvas.drawString(MARGIN, _RUNNING_HEAD, words)
    if sheet.status:
        canvas.setFillColor(BLACK)
        canvas.setFont(BOLD, SMALL_SIZE)
        canvas.drawRightString(_WIDE - MARGIN, _RUNNING_HEAD, sheet.status)
    draw_rule(canvas, MARGIN, _RUNNING_HEAD - 6, TEXT_WIDTH, 0.5)


def _draw_foot(canvas: TaggedCanvas, sheet: Sheet, place: tuple[int, int]) -> None:
    foot = sheet.foot
    draw_rule(canvas, MARGIN, _FOOT_RULE, TEXT_WIDTH, 0.5)
    page = _("Page {number} of {total}").format(number=place[0], total=place[1])
    if sheet.status and place[0] > 1:
        page = f"{sheet.status} \u00b7 {page}"
    canvas.setFillColor(BLACK)
    _draw_foot_line(canvas, 1, (foot.whose, page), BOLD)
    canvas.setFillColor(GREY)
    lines = [(foot.document, foot.chain), (foot.rules, foot.key)]
    for number, words in enumerate(filter(any, lines), 2):
        _draw_foot_line(canvas, number, words, REGULAR)


def _draw_foot_line(
    canvas: TaggedCanvas, number: int, words: tuple[str, str], font: str
) -> None:
    y = _FOOT_RULE - 2 - number * SMALL_LEADING
    left, right = (printable(each) for each in words)
    room = TEXT_WIDTH - width_of(right, font, SMALL_SIZE) - 12
    canvas.setFont(font, SMALL_SIZE)
    canvas.drawString(MARGIN, y, _fitted(left, font, room))
    canvas.drawRightString(_WIDE - MARGIN, y, right)


def _fitted(words: str, font: str, room: float) -> str:
    """Return the words, with what is too long for the line cut from their start."""
    if width_of(words, font, SMALL_SIZE) <= room:
        return words
    while words and width_of("\u2026" + words, font, SMALL_SIZE) > room:
        words = words[1:]
    return "\u2026" + words
