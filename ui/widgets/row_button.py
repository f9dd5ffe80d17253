"""A whole row as one button: what, why, and what pressing it does."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme import BODY, SMALL, Theme, current_theme
from ui.widgets.buttons import Button
from ui.widgets.painting import (
    colour,
    draw_box,
    draw_icon,
    draw_words,
    longest_word,
    words_size,
)

_PAD, _TILE, _GAP, _CHEVRON = 8, 40, 12, 20
_LEAST_HEIGHT = 54
_TONES = {
    "soft": ("soft", "on_soft"),
    "warn": ("warn_bg", "warn"),
    "bad": ("bad_bg", "bad"),
    "ok": ("ok_bg", "ok"),
    "neutral": ("sunken", "ink2"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The words and marks of one row.

    Attributes:
        title: What it is, in one line if it fits.
        second: Why, or when; wraps.
        icon: The Lucide name in the tile; empty for no tile.
        tone: Colour of the tile: soft, warn, bad, ok, neutral.
        action: What pressing does, bold at the right; may be empty.
        strong: The title is bold.
        small: The second line is 14 px, not 16.
        picked: The row has a soft ground: it is the next or current one.
        lead: Words in a column of their own at the left, such as a time.
        chevron: Show that it opens something.
    """

    title: str
    second: str = ""
    icon: str = ""
    tone: str = "soft"
    action: str = ""
    strong: bool = True
    small: bool = False
    picked: bool = False
    lead: str = ""
    chevron: bool = True


class RowButton(Button):
    """A row that is one target and one Tab stop: ``RowButton(Row(title=..., ...))``.

    Enter, Space and click press it (``clicked``). Its accessible name is the row.
    """

    radius = 10
    upright = QSizePolicy.Policy.Minimum

    def __init__(self, row: Row) -> None:
        self._row = row
        super().__init__()
        self.set_row(row)

    def row(self) -> Row:
        """Return what it shows."""
        return self._row

    def set_row(self, row: Row) -> None:
        """Show another row."""
        self._row = row
        parts = (row.lead, row.title, row.second, row.action)
        self.setAccessibleName(". ".join(_unstopped(part) for part in parts if part))
        self.updateGeometry()
        self.update()

    def wear(self, theme: Theme) -> None:
        self._title_font = theme.font(BODY, bold=self._row.strong)
        self._second_font = theme.font(SMALL if self._row.small else BODY)
        self._bold_font = theme.font(BODY, bold=True)

    def sizeHint(self) -> QSize:
        title = words_size(self._row.title, self._title_font).width()
        second = words_size(self._row.second, self._second_font).width()
        width = self._left() + max(title, second) + self._right() + 4
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = max(
            longest_word(self._row.title, self._title_font),
            longest_word(self._row.second, self._second_font),
        )
        width = self._left() + least + self._right() + 4
        return QSize(width, _LEAST_HEIGHT)

    def heightForWidth(self, width: int) -> int:
        room = width - self._left() - self._right()
        title, second = self._heights(room)
        tile = current_theme().px(_TILE) if self._row.icon else 0
        return max(_LEAST_HEIGHT, tile + 14, title + second + 2 * _PAD)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        hovered = self.underMouse() or self.isDown()
        if self._row.picked or hovered:
            ground = colour("soft" if self._row.picked else "sunken")
            draw_box(painter, QRectF(self.rect()), self.radius, ground)
        self._draw_left(painter)
        self._draw_words(painter)
        self._draw_right(painter)

    def _draw_left(self, painter: QPainter) -> None:
        theme = current_theme()
        left = _PAD
        if self._row.lead:
            room = QRect(left, 0, self._lead_width(), self.height())
            look = (self._bold_font, colour(self._ink()))
            draw_words(
                painter, room, self._row.lead, look, Qt.AlignmentFlag.AlignVCenter
            )
            left += self._lead_width() + _GAP
        if self._row.icon:
            fill, ink = _TONES[self._row.tone]
            if self._row.picked:
                fill = "surface"
            side = theme.px(_TILE)
            tile = QRectF(left, (self.height() - side) // 2, side, side)
            draw_box(painter, tile, 10, colour(fill))
            inset = theme.px(_TILE - 20) / 2
            draw_icon(
                painter,
                self._row.icon,
                tile.adjusted(inset, inset, -inset, -inset),
                colour(ink),
            )

    def _draw_words(self, painter: QPainter) -> None:
        room = self.width() - self._left() - self._right()
        title, second = self._heights(room)
        top = (self.height() - title - second) // 2
        left = self._left()
        ink, ink2 = colour(self._ink()), colour("on_soft" if self._soft() else "ink2")
        draw_words(
            painter,
            QRect(left, top, room, title),
            self._row.title,
            (self._title_font, ink),
        )
        draw_words(
            painter,
            QRect(left, top + title, room, second),
            self._row.second,
            (self._second_font, ink2),
        )

    def _draw_right(self, painter: QPainter) -> None:
        right = self.width() - _PAD
        ink = colour("on_soft" if self._soft() else "accent")
        if self._row.chevron:
            side = current_theme().px(_CHEVRON)
            top = (self.height() - side) // 2
            target = QRectF(right - side, top, side, side)
            draw_icon(painter, "chevron-right", target, ink)
            right -= side + _GAP
        if self._row.action:
            width = words_size(self._row.action, self._bold_font).width() + 2
            room = QRect(right - width, 0, width, self.height())
            draw_words(
                painter,
                room,
                self._row.action,
                (self._bold_font, ink),
                Qt.AlignmentFlag.AlignVCenter,
            )

    def _soft(self) -> bool:
        return self._row.picked

    def _ink(self) -> str:
        return "on_soft" if self._soft() else "ink"

    def _lead_width(self) -> int:
        if not self._row.lead:
            return 0
        least = current_theme().px(80)
        return max(least, words_size(self._row.lead, self._bold_font).width() + 2)

    def _left(self) -> int:
        left = _PAD
        if self._row.lead:
            left += self._lead_width() + _GAP
        if self._row.icon:
            left += current_theme().px(_TILE) + _GAP
        return left

    def _right(self) -> int:
        right = _PAD + _GAP
        if self._row.chevron:
            right += current_theme().px(_CHEVRON)
        if self._row.action:
            right += words_size(self._row.action, self._bold_font).width() + 2 + _GAP
        return right

    def _heights(self, room: int) -> tuple[int, int]:
        title = words_size(self._row.title, self._title_font, room).height()
        second = words_size(self._row.second, self._second_font, room).height()
        return title, second


def _unstopped(words: str) -> str:
    return words.rstrip(".")
