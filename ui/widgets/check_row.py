"""A check box whose whole row is the target and whose words wrap."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from ui.theme import BODY, SMALL, TARGET, Theme, current_theme
from ui.widgets.painting import (
    colour,
    draw_box,
    draw_check,
    draw_words,
    longest_word,
    words_size,
)
from ui.widgets.themed import Themed

_BOX, _GAP, _PAD = 28, 16, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckWords:
    """What stands beside a box.

    Attributes:
        lead: A bold word before the words, such as a code.
        second: A 14 px line under them.
        citation: A 14 px column at the right, such as the place in the rule.
    """

    words: str
    lead: str = ""
    second: str = ""
    citation: str = ""


class CheckRow(Themed, QCheckBox):
    """A 28 px box, words that wrap, the whole cell to press.

    ``CheckRow(words)`` or ``CheckRow(CheckWords(words=..., citation=...))``. Signals
    are those of ``QCheckBox``; use ``clicked`` for what the specialist did, since
    ``setChecked`` does not send it.
    """

    def __init__(self, words: str | CheckWords) -> None:
        super().__init__()
        self._words = (
            words if isinstance(words, CheckWords) else CheckWords(words=words)
        )
        self._ink, self._ink2 = "ink", "ink2"
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", 10)
        self.set_words(self._words)
        self.dress()

    def words(self) -> CheckWords:
        """Return what stands beside the box."""
        return self._words

    def set_words(self, words: str | CheckWords) -> None:
        """Show other words."""
        self._words = (
            words if isinstance(words, CheckWords) else CheckWords(words=words)
        )
        said = (self._words.lead, self._words.words)
        more = (self._words.second, self._words.citation)
        name = ". ".join(part for part in (" ".join(filter(None, said)), *more) if part)
        self.setAccessibleName(name)
        self.updateGeometry()
        self.update()

    def set_token(self, token: str) -> None:
        """Draw all words in one token, as on a ``soft`` or ``warn_bg`` ground."""
        self._ink = token
        self._ink2 = "ink2" if token == "ink" else token
        self.update()

    def wear(self, theme: Theme) -> None:
        self.setFont(theme.font(BODY))
        self._bold = theme.font(BODY, bold=True)
        self._small = theme.font(SMALL)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802  Qt's name
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        words = words_size(self._words.words, self.font()).width()
        second = words_size(self._words.second, self._small).width()
        width = self._left() + max(self._lead() + words, second) + self._right() + 6
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = max(
            self._lead() + longest_word(self._words.words, self.font()),
            longest_word(self._words.second, self._small),
        )
        return QSize(self._left() + least + self._right() + 6, TARGET)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words, second = self._heights(width)
        box = current_theme().px(_BOX)
        return max(TARGET, box + 2 * _PAD, words + second + 2 * _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() and self.isEnabled():
            draw_box(painter, QRectF(self.rect()), 10, None, (colour("hairline"), 1))
        words, second = self._heights(self.width())
        top = (self.height() - words - second) // 2
        self._draw_box(painter, top + words_size("X", self.font()).height() // 2)
        left, room = self._left(), self._room(self.width())
        ink, ink2 = colour(self._ink), colour(self._ink2)
        if self._words.lead:
            space = QRect(left, top, self._lead(), words)
            draw_words(painter, space, self._words.lead, (self._bold, ink))
        space = QRect(left + self._lead(), top, room - self._lead(), words)
        draw_words(painter, space, self._words.words, (self.font(), ink))
        space = QRect(left, top + words, room, second)
        draw_words(painter, space, self._words.second, (self._small, ink2))
        if self._words.citation:
            width = self._right() - _GAP
            space = QRect(self.width() - width - 4, 0, width, self.height())
            look = (self._small, ink2)
            end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            draw_words(painter, space, self._words.citation, look, end)

    def _draw_box(self, painter: QPainter, middle: int) -> None:
        side = current_theme().px(_BOX)
        top = max(middle - side / 2, _PAD)
        if not self._words.second:
            top = max(min(top, self.height() - side - _PAD), (TARGET - _BOX) // 2)
        else:
            top = (self.height() - side) / 2
        box = QRectF(_PAD, top, side, side)
        if self.isChecked():
            draw_box(painter, box, 6, colour("accent"))
            draw_check(painter, box, colour("on_accent"), side / 14)
        else:
            draw_box(painter, box, 6, colour("surface"), (colour("border"), 2))

    def _left(self) -> int:
        return _PAD + current_theme().px(_BOX) + _GAP

    def _lead(self) -> int:
        if not self._words.lead:
            return 0
        return words_size(self._words.lead, self._bold).width() + 10

    def _right(self) -> int:
        if not self._words.citation:
            return _PAD
        return words_size(self._words.citation, self._small).width() + 4 + _GAP

    def _room(self, width: int) -> int:
        return width - self._left() - self._right() - 4

    def _heights(self, width: int) -> tuple[int, int]:
        room = self._room(width)
        lines = room - self._lead()
        words = words_size(self._words.words or "X", self.font(), lines).height()
        second = words_size(self._words.second, self._small, room).height()
        return words, second
