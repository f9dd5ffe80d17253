"""Tabs of a page: a real tab bar with an accent line under the open one."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from ui.theme import BODY, TARGET, Theme
from ui.widgets.painting import colour, draw_words, words_size
from ui.widgets.themed import Themed

_PAD, _LINE = 14, 3


class Tabs(Themed, QTabBar):
    """``Tabs(name, *words)``; signals and indexes are those of ``QTabBar``.

    ``name`` is read out. Put counts in the words: "Sessions  36". Left and Right move.
    """

    def __init__(self, name: str, *words: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setProperty("ringRadius", 6)
        for word in words:
            self.addTab(word)
        self.dress()

    def wear(self, theme: Theme) -> None:
        self.setFont(theme.font(BODY))

    def tabSizeHint(self, index: int) -> QSize:
        words = words_size(self.tabText(index), self.font())
        return QSize(words.width() + 2 * _PAD + 2, max(TARGET, words.height() + 20))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        bottom = self.height() - 1
        painter.fillRect(0, bottom, self.width(), 1, colour("hairline"))
        for index in range(self.count()):
            self._draw_tab(painter, index, self.tabRect(index))

    def _draw_tab(self, painter: QPainter, index: int, rect: QRect) -> None:
        current = index == self.currentIndex()
        ink = colour("accent" if current else "ink2")
        middle = Qt.AlignmentFlag.AlignCenter
        draw_words(painter, rect, self.tabText(index), (self.font(), ink), middle)
        if current:
            top = rect.bottom() - _LINE + 1
            painter.fillRect(rect.x(), top, rect.width(), _LINE, colour("accent"))
