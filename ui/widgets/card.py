"""Grounds that things stand on: cards, soft bands, boxes."""

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from ui.theme import RADIUS_CARD, Theme
from ui.widgets.labels import Second, SectionTitle
from ui.widgets.painting import colour, draw_box
from ui.widgets.themed import Themed
from ui.widgets.top_column import TopColumn

_EDGE, _INNER = 12, 8


class Panel(Themed, QFrame):
    """A rounded ground in one token's colour.

    ``Panel(fill="soft", edge="", radius=12)``; no layout of its own.
    """

    def __init__(
        self, fill: str = "soft", edge: str = "", radius: int = RADIUS_CARD
    ) -> None:
        super().__init__()
        self._fill, self._edge, self._radius = fill, edge, radius
        self.dress()

    def set_fill(self, fill: str, edge: str = "") -> None:
        """Take other tokens for ground and edge; an empty fill draws no ground."""
        if (fill, edge) != (self._fill, self._edge):
            self._fill, self._edge = fill, edge
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        edge = (colour(self._edge), 1.0) if self._edge else None
        fill = colour(self._fill) if self._fill else None
        painter = QPainter(self)
        draw_box(painter, QRectF(self.rect()), self._radius, fill, edge)


class Card(Panel):
    """A white card with a heading.

    ``Card(title="", note="", trailing=None)``: ``note`` is a small line after the
    title, ``trailing`` a widget at the right end of the same line.

    Attributes:
        column: The layout everything stands in, 8 px apart, room left at the bottom.
        title: The heading, a :class:`SectionTitle`; hidden without words.
        note: The small line after it.
    """

    def __init__(
        self, title: str = "", note: str = "", trailing: QWidget | None = None
    ) -> None:
        super().__init__("surface", "hairline")
        self.column = TopColumn(self, 8)
        self.column.setContentsMargins(QMargins(_EDGE, _EDGE, _EDGE, _EDGE + 2))
        self.title = SectionTitle(title)
        self.note = Second(note)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(_INNER, 0, _INNER, 0)
        self._head.setSpacing(12)
        self._head.addWidget(self.title)
        self._head.addWidget(self.note, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addStretch()
        self.column.addLayout(self._head)
        # Not before they have a parent: a widget shown without one is a window.
        self.title.setVisible(bool(title))
        self.note.setVisible(bool(note))
        if trailing is not None:
            self.add_trailing(trailing)

    def set_title(self, title: str, note: str = "") -> None:
        """Show another heading and small line."""
        self.title.set_words(title)
        self.title.setVisible(bool(title))
        self.note.set_words(note)
        self.note.setVisible(bool(note))

    def add_trailing(self, widget: QWidget) -> None:
        """Add a widget at the right end of the heading's line."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add(self, widget: QWidget, *, to_edge: bool = False, stretch: int = 0) -> None:
        """Add a widget below; ``to_edge`` for rows that pad themselves (8 px)."""
        if to_edge:
            self.column.addWidget(widget, stretch)
            return
        line = QHBoxLayout()
        line.setContentsMargins(_INNER, 0, _INNER, 0)
        line.addWidget(widget)
        self.column.addLayout(line, stretch)

    def add_layout(self, layout: QLayout, stretch: int = 0) -> None:
        """Add a layout below, in line with the heading."""
        line = QHBoxLayout()
        line.setContentsMargins(_INNER, 0, _INNER, 0)
        line.addLayout(layout)
        self.column.addLayout(line, stretch)

    def add_rule(self) -> None:
        """Add a hairline."""
        self.add(Rule())

    def add_stretch(self) -> None:
        """Push what is added after this to the bottom."""
        self.column.addStretch(1)


class Band(Panel):
    """A soft ground for what is picked or next: ``Band(fill="soft")``.

    Attributes:
        column: Its vertical layout, padded 10 and 8 px.
    """

    def __init__(self, fill: str = "soft") -> None:
        super().__init__(fill, radius=10)
        self.column = TopColumn(self, 8)
        self.column.setContentsMargins(10, 8, 10, 8)


class Rule(Themed, QFrame):
    """A hairline between rows: ``Rule()``."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self.dress()

    def wear(self, theme: Theme) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("hairline"))


class RowList(QWidget):
    """Rows one under the other, replaced as a whole: ``RowList(gap=8)``."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self._column = TopColumn(self, gap)
        self._rows: list[QWidget] = []

    def rows(self) -> tuple[QWidget, ...]:
        """Return the rows shown, top first."""
        return tuple(self._rows)

    def set_rows(self, rows: list[QWidget]) -> None:
        """Show these rows and drop the ones before."""
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = list(rows)
        for row in rows:
            self._column.addWidget(row)
