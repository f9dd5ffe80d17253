"""What every page is built on: a header, a body, and a bar at the bottom."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.bars import ActionBar
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Line, Title
from ui.widgets.page_scroll import PageScroll
from ui.widgets.painting import colour
from ui.widgets.top_column import TopColumn

_SIDE, _SIDE_COMPACT = 28, 16
_SCROLLS_UNDER = 400


class Page(QWidget):
    """A page: title, a line under it, widgets at the right, body, bar.

    ``Page(title, second="")``. Subclasses fill :attr:`body` and may override
    :meth:`relayout` and :meth:`regions`.

    Attributes:
        title: The heading.
        second: The line under it; hidden without words.
        body: The vertical layout of the content, 12 px apart.
    """

    def __init__(self, title: str = "", second: str = "") -> None:
        super().__init__()
        self._compact = False
        self._bar: ActionBar | None = None
        self.title = Title(title)
        self.second = Line(second)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._header = QWidget()
        self._fill_header()
        self._main = QVBoxLayout()
        self._main.addWidget(self._header)
        self._main.addLayout(self.body, 1)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._outer.addLayout(self._main, 1)
        self.second.setVisible(bool(second))  # with a parent: else it is a window
        self._place()

    def set_title(self, title: str, second: str = "") -> None:
        """Show another heading and line."""
        self.title.set_words(title)
        self.second.set_words(second)
        self.second.setVisible(bool(second))

    def add_lead(self, widget: QWidget) -> None:
        """Put a widget, such as an avatar, before the title."""
        self._head_row.insertWidget(0, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_beside_title(self, widget: QWidget) -> None:
        """Put a widget, such as a pill, right after the title's words."""
        self._title_row.addWidget(widget)

    def add_trailing(self, widget: QWidget) -> None:
        """Put a widget at the right end of the header; the main button last."""
        self._trailing.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_bar(self, bar: ActionBar) -> ActionBar:
        """Fix a bar at the bottom."""
        self._bar = bar
        self._outer.addWidget(bar)
        return bar

    def is_compact(self) -> bool:
        """Return whether the page is laid out for a small window."""
        return self._compact

    def set_compact(self, compact: bool) -> None:
        """Lay out for a small or a large window; the widgets stay the same."""
        if compact == self._compact:
            return
        self._compact = compact
        self._place()
        self.title.set_compact(compact)
        for columns in self.findChildren(Columns):
            columns.set_compact(compact)
        if self._bar is not None:
            self._bar.set_compact(compact)
        self.relayout(compact)

    def relayout(self, compact: bool) -> None:
        """Move the page's own parts; for subclasses."""

    def regions(self) -> list[QWidget]:
        """Return the parts F6 steps through, in order; for subclasses to extend."""
        parts: list[QWidget] = [self._header]
        parts += self.findChildren(Columns)[:1]
        return parts + ([self._bar] if self._bar is not None else [])

    def focus_heading(self) -> None:
        """Put the focus on the title, so that it is read out first."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hold_header()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("bg"))

    def _fill_header(self) -> None:
        self._title_row = FlowLayout(gap=14, line_gap=2)
        self._title_row.addWidget(self.title)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(self._title_row)
        words.addWidget(self.second)
        self._trailing = QHBoxLayout()
        self._trailing.setSpacing(12)
        self._head_row = QHBoxLayout(self._header)
        self._head_row.setContentsMargins(0, 0, 0, 0)
        self._head_row.setSpacing(14)
        self._head_row.addLayout(words, 1)
        self._head_row.addLayout(self._trailing)

    def _hold_header(self) -> None:
        """Let the header scroll with the content where it would fill the window."""
        first = self.body.itemAt(0)
        scroll = first.widget() if first is not None else None
        short = self.height() < _SCROLLS_UNDER * current_theme().scale
        if isinstance(scroll, PageScroll) and short:
            scroll.column.insertWidget(0, self._header)
        elif self._main.indexOf(self._header) < 0:
            self._main.insertWidget(0, self._header)

    def _place(self) -> None:
        side = _SIDE_COMPACT if self._compact else _SIDE
        top, bottom = (8, 8) if self._compact else (16, 20)
        self._main.setContentsMargins(side, top, side, bottom)
        self._main.setSpacing(8 if self._compact else 14)


class Columns(QWidget):
    """Two columns side by side, one under the other in compact mode.

    ``Columns(left, right, shares=(17, 10))``; 16 px apart.
    """

    def __init__(
        self, left: QWidget, right: QWidget, shares: tuple[int, int] = (17, 10)
    ) -> None:
        super().__init__()
        self._shares = shares
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(left, shares[0])
        self._row.addWidget(right, shares[1])
        self.set_compact(compact=False)

    def set_compact(self, compact: bool) -> None:
        """Stack the columns, or set them side by side again."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if compact else ways.LeftToRight)
        self._row.setSpacing(12 if compact else 16)
        for place, share in enumerate(self._shares):
            self._row.setStretch(place, 0 if compact else share)


class Column(QWidget):
    """Widgets one under the other, 12 px apart: ``Column(*widgets)``.

    Attributes:
        column: Its layout; add with ``stretch=1`` what is to fill the room left.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.column = TopColumn(self)
        for widget in widgets:
            self.column.addWidget(widget)
