"""Pieces of a page: each knows its height, where it may be cut, and how to draw it."""
# mypy: allow-untyped-calls

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from typing import Protocol
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph

from app.documents.blocks import Line
from app.documents.lettering import printable
from app.documents.tagging import Element, TaggedCanvas
from app.documents.typeface import BLACK, HAIRLINE, styles

_ANY_HEIGHT = 1e6
_FEWEST_LINES = 2
"""A cut leaves at least two lines of a paragraph on either side."""

_TALL_ROW = 400.0


class Part(Protocol):
    """What a piece is made of: it is measured, perhaps cut, and drawn."""

    @property
    def height(self) -> float:
        """In points."""

    @property
    def least(self) -> float:
        """The height of the smallest part a cut can leave, or all of it."""

    def cut(self, room: float) -> "tuple[Part, Part] | None":
        """Return what fits in ``room`` and the rest, or None if it stays whole."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it with its upper left corner there."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Piece:
    """A part with its place among the others.

    Attributes:
        before: Space above, dropped at the top of a page.
        indent: From the left edge of the text.
        glued: Whether the next piece must begin on the same page.
        group: Pieces of one group go on one page if they fit on any.
        head: What is repeated above it when it is the first on a page.
    """

    part: Part
    before: float = 0.0
    indent: float = 0.0
    glued: bool = False
    group: int = 0
    head: Part | None = None


class Text:
    """A paragraph of one :class:`Line`."""

    def __init__(
        self, line: Line, width: float, element: Element | None = None
    ) -> None:
        self._set(Paragraph(_markup(line), styles()[line.tone]), width)
        self._whole = line.keep
        self._element = element or Element("P")

    def _set(self, paragraph: Paragraph, width: float) -> None:
        self._paragraph = paragraph
        self._width = width
        self._leading: float = paragraph.style.leading
        self.height: float = paragraph.wrap(width, _ANY_HEIGHT)[1]

    @property
    def _lines(self) -> int:
        return round(self.height / self._leading)

    @property
    def least(self) -> float:
        if self._whole or self._lines < 2 * _FEWEST_LINES:
            return self.height
        return _FEWEST_LINES * self._leading

    def cut(self, room: float) -> "tuple[Text, Text] | None":
        fitting = int((room + 0.01) / self._leading)
        above = min(fitting, self._lines - _FEWEST_LINES)
        if self._whole or above < _FEWEST_LINES:
            return None
        first, rest = self._paragraph.split(self._width, above * self._leading + 0.01)
        return self._with(first), self._with(rest)

    def _with(self, paragraph: Paragraph) -> "Text":
        text = copy(self)
        text._whole = False  # noqa: SLF001 - of its own kind
        text._set(paragraph, self._width)  # noqa: SLF001
        return text

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        with canvas.tagged(self._element):
            self._paragraph.drawOn(canvas, x, top - self.height)


def _markup(line: Line) -> str:
    words = escape(printable(line.words.strip()))
    lead = f"<b>{escape(printable(line.lead))}</b> " if line.lead else ""
    return (lead + words).replace("\n", "<br/>")


def stack_height(parts: Iterable[Part]) -> float:
    """Return the height of parts under each other, in points."""
    return sum(part.height for part in parts)


def draw_stack(
    canvas: TaggedCanvas, parts: Iterable[Part], x: float, top: float
) -> None:
    """Draw parts under each other."""
    for part in parts:
        part.draw(canvas, x, top)
        top -= part.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Parts under each other, some way from the left edge of their row."""

    offset: float
    parts: tuple[Part, ...]

    @property
    def height(self) -> float:
        """Of all parts together, in points."""
        return stack_height(self.parts)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the parts from the top down."""
        draw_stack(canvas, self.parts, x + self.offset, top)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Cells beside each other, with a rule above or below.

    Attributes:
        width: Of the rules.
        pad: Space above and below the cells.
        above: Thickness of the rule above, 0 for none; ``below`` alike.
    """

    cells: tuple[Cell, ...]
    width: float
    pad: tuple[float, float] = (0.0, 0.0)
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        """Of the highest cell, with the space around it."""
        return sum(self.pad) + max(cell.height for cell in self.cells)

    @property
    def least(self) -> float:
        """All of it: a row is cut only where it is too high for any page."""
        return self.height

    def cut(self, room: float) -> "tuple[Row, Row] | None":
        """Cut a row higher than most of a page through all of its cells."""
        if self.height < _TALL_ROW or room < _TALL_ROW / 2:
            return None
        inside = room - sum(self.pad)
        halves = [_cut_cell(cell, inside) for cell in self.cells]
        return (
            replace(self, cells=tuple(half[0] for half in halves), below=0.0),
            replace(self, cells=tuple(half[1] for half in halves), above=0.0),
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the rules, then the cells from left to right."""
        if self.above:
            draw_rule(canvas, x, top, self.width, self.above)
        if self.below:
            draw_rule(canvas, x, top - self.height, self.width, self.below)
        for cell in self.cells:
            cell.draw(canvas, x, top - self.pad[0])


def _cut_cell(cell: Cell, room: float) -> tuple[Cell, Cell]:
    above: list[Part] = []
    below: list[Part] = []
    for part in cell.parts:
        halves = None if below or part.height <= room else part.cut(room)
        if halves:
            above.append(halves[0])
            below.append(halves[1])
        elif below or part.height > room:
            below.append(part)
        else:
            above.append(part)
            room -= part.height
    return replace(cell, parts=tuple(above)), replace(cell, parts=tuple(below))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrunk:
    """A part that is too high for any page, made smaller so that nothing is lost."""

    part: Part
    height: float

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def cut(self, room: float) -> None:
        """Stay whole."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it smaller."""
        scale = self.height / self.part.height
        canvas.saveState()
        canvas.translate(x, top)
        canvas.scale(scale, scale)
        self.part.draw(canvas, 0, 0)
        canvas.restoreState()


def draw_rule(
    canvas: TaggedCanvas, x: float, y: float, width: float, weight: float
) -> None:
    """Draw a level line; thin ones are grey."""
    with canvas.artifact():
        canvas.setStrokeColor(HAIRLINE if weight < 1 else BLACK)
        canvas.setLineWidth(weight)
        canvas.line(x, y, x + width, y)
