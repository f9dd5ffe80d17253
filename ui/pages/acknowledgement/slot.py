"""Where a signature or a date stands on the form, and what stands there now."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.theme import RADIUS_FIELD, TARGET, Theme, current_theme
from ui.widgets.labels import Second
from ui.widgets.painting import colour
from ui.widgets.pill import IconLabel
from ui.widgets.themed import Themed
from ui.widgets.top_column import TopColumn

_LEAST = 132


class Slot(QWidget):
    """A label, and under it a frame with an icon and words; never a focus stop.

    ``Slot(label, least=132)``; ``least`` is the frame's least width at 100 %.
    """

    def __init__(self, label: str, least: int = _LEAST) -> None:
        super().__init__()
        self._label = label
        self._words = IconLabel("pen-line", "", "ink2")
        frame = _Frame(self._words, least)
        column = TopColumn(self, 6)
        column.addWidget(Second(label, "ink"))
        column.addWidget(frame)
        self._frame = frame

    def words(self) -> str:
        """Return what stands in the frame."""
        return self._words.text()

    def show_words(self, words: str, icon: str, *, filled: bool) -> None:
        """Show what stands here; ``filled`` draws the frame whole, not dashed."""
        self._words.set_words(words)
        self._words.set_icon(icon)
        self._words.setAccessibleName(f"{self._label}: {words}")
        self._words.set_token("ink" if filled else "ink2")
        self._frame.set_filled(filled=filled)


class _Frame(Themed, QWidget):
    def __init__(self, words: QWidget, least: int) -> None:
        super().__init__()
        self._least = least
        self._filled = False
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.dress()

    def set_filled(self, *, filled: bool) -> None:
        """Draw the frame whole or dashed."""
        self._filled = filled
        self.update()

    def wear(self, theme: Theme) -> None:
        self.setMinimumSize(theme.px(self._least), max(TARGET, theme.px(TARGET)))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(hint.width(), current_theme().px(self._least)), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour("border"), 1 if self._filled else 2)
        if not self._filled:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        inner = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(inner, RADIUS_FIELD, RADIUS_FIELD)
