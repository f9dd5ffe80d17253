"""Drawn parts of a page: the status tag, squares, lines to sign on, frames."""
# mypy: allow-untyped-calls

from dataclasses import dataclass

from app.documents.blocks import Blank, Line, Tone
from app.documents.lettering import printable
from app.documents.pieces import (
    Part,
    Text,
    draw_rule,
    draw_stack,
    stack_height,
)
from app.documents.tagging import Element, TaggedCanvas
from app.documents.typeface import (
    BLACK,
    BODY_SIZE,
    BOLD,
    FILL,
    GREY,
    HAIRLINE,
    REGULAR,
    SMALL_LEADING,
    SMALL_SIZE,
    width_of,
)

_SQUARE = 11.0
_ROOM_TO_SIGN = 30.0
BESIDE_NUMBER = 32.0


class Whole:
    """A part that is never cut."""

    height: float

    @property
    def least(self) -> float:
        return self.height

    def cut(self, room: float) -> None:
        """Stay whole."""


class Tag(Whole):
    """Words in a black frame, at the right edge."""

    height = 22.0

    def __init__(self, words: str, width: float) -> None:
        self._words = printable(words)
        self._right = width

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        size = 9.0
        wide = width_of(self._words, BOLD, size) + 16
        left = x + self._right - wide
        with canvas.artifact():
            canvas.setStrokeColor(BLACK)
            canvas.setLineWidth(1.2)
            canvas.roundRect(left, top - 17, wide, 17, 3)
        with canvas.tagged(Element("P")):
            canvas.setFillColor(BLACK)
            canvas.setFont(BOLD, size)
            canvas.drawString(left + 8, top - 11.7, self._words)


class RightLine(Whole):
    """One small line that ends at the right edge."""

    height = float(SMALL_LEADING)

    def __init__(self, words: str, width: float) -> None:
        self._words = printable(words)
        self._right = width

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.tagged(Element("P")):
            canvas.setFillColor(GREY)
            canvas.setFont(REGULAR, SMALL_SIZE)
            canvas.drawRightString(x + self._right, top - SMALL_SIZE, self._words)


class Square(Whole):
    """A square, checked or empty, before its words."""

    @staticmethod
    def natural_width(words: str) -> float:
        """Return the width it needs on one line, with the space after it."""
        return width_of(printable(words), REGULAR, BODY_SIZE) + _SQUARE + 20

    def __init__(self, words: str, checked: bool, width: float) -> None:
        self._checked = checked
        self._text = Text(Line(words=words), width - _SQUARE - 6)
        self.height = self._text.height

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():  # the words beside it say yes or no
            self._draw_square(canvas, x, top - 13)
        self._text.draw(canvas, x + _SQUARE + 6, top)

    def _draw_square(self, canvas: TaggedCanvas, x: float, y: float) -> None:
        canvas.setStrokeColor(BLACK)
        canvas.setLineWidth(1)
        canvas.rect(x + 0.5, y, _SQUARE, _SQUARE)
        if self._checked:
            canvas.setLineWidth(1.8)
            canvas.lines(
                [(x + 3, y + 5.5, x + 5.2, y + 3), (x + 5.2, y + 3, x + 9.4, y + 8.6)]
            )


class LineToSign(Whole):
    """A line to write on, its label below, and above it what is filled in."""

    def __init__(self, blank: Blank, width: float) -> None:
        self._width = width
        self._filled = Text(Line(words=blank.filled), width) if blank.filled else None
        self._label = Text(Line(words=blank.label, tone=Tone.SMALL), width)
        above = self._filled.height + 10 if self._filled else _ROOM_TO_SIGN
        self._above = max(_ROOM_TO_SIGN, above)
        self.height = self._above + 2 + self._label.height

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        if self._filled:
            bottom = top - self._above
            self._filled.draw(canvas, x, bottom + self._filled.height + 3)
        draw_rule(canvas, x, top - self._above, self._width, 1)
        self._label.draw(canvas, x, top - self._above - 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class FramedCell:
    """A cell of a frame: its parts from the top, others at its foot."""

    width: float
    parts: tuple[Part, ...]
    foot: tuple[Part, ...] = ()


class Frame(Whole):
    """Cells beside each other in one frame, with lines between them."""

    def __init__(self, cells: tuple[FramedCell, ...], *, filled: bool = False) -> None:
        self._cells = cells
        self._filled = filled
        self._pad = 7.0
        inside = max(stack_height(cell.parts + cell.foot) for cell in cells)
        self.height = inside + 2 * self._pad

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            self._draw_frame(canvas, x, top)
        for cell in self._cells:
            self._draw_cell(canvas, cell, x + 11, top)
            x += cell.width

    def _draw_frame(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        bottom = top - self.height
        canvas.setStrokeColor(BLACK)
        canvas.setFillColor(FILL)
        canvas.setLineWidth(1.6 if self._filled else 1)
        width = sum(cell.width for cell in self._cells)
        canvas.rect(x, bottom, width, self.height, fill=int(self._filled))
        if self._filled:
            return
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.5)
        for cell in self._cells[:-1]:
            x += cell.width
            canvas.line(x, bottom, x, top)

    def _draw_cell(
        self, canvas: TaggedCanvas, cell: FramedCell, x: float, top: float
    ) -> None:
        draw_stack(canvas, cell.parts, x, top - self._pad)
        foot_top = top - self.height + self._pad + stack_height(cell.foot)
        draw_stack(canvas, cell.foot, x, foot_top)


class Barred(Whole):
    """A quotation with a black bar at its left."""

    def __init__(self, text: Part) -> None:
        self._text = text
        self.height = text.height + 4

    @property
    def least(self) -> float:
        return min(self._text.least + 4, self.height)

    def cut(self, room: float) -> "tuple[Barred, Barred] | None":  # type: ignore[override]
        halves = self._text.cut(room - 4)
        return halves and (Barred(halves[0]), Barred(halves[1]))

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.setFillColor(BLACK)
            canvas.rect(x, top - self.height, 2.5, self.height, stroke=0, fill=1)
        self._text.draw(canvas, x + 12, top - 2)


class Counted(Whole):
    """A part beside its number in a black square."""

    def __init__(self, number: int, part: Part, element: Element) -> None:
        self._element = element
        self._number = str(number)
        self._part = part
        self.height = max(24.0, part.height)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.artifact():
            canvas.setFillColor(BLACK)
            canvas.roundRect(x, top - 22, 22, 22, 3, stroke=0, fill=1)
        with canvas.tagged(self._element):
            canvas.setFillColor("#FFFFFF")
            canvas.setFont(BOLD, 11)
            canvas.drawCentredString(x + 11, top - 15, self._number)
        self._part.draw(canvas, x + BESIDE_NUMBER, top)
