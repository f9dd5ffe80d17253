"""The rail at the left: the pages, and below them Hide names and Lock."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout

from app.domain.wording import _, plural
from ui.theme import BODY, SMALL, Theme, current_theme
from ui.widgets.buttons import Button, Look
from ui.widgets.painting import (
    colour,
    draw_box,
    draw_icon,
    draw_words,
    longest_word,
    words_size,
)
from ui.widgets.pill import StatusPill
from ui.widgets.themed import Themed

_WIDTH, _COMPACT_WIDTH = 196, 72
_SIDE, _ICON, _PAD = 13, 24, 15
_HEIGHT, _COMPACT_HEIGHT = 54, 46
_ACCENT_BAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RailEntry:
    """One page of the rail: its key, Lucide icon and words."""

    key: str
    icon: str
    words: str


class Rail(Themed, QFrame):
    """The way between pages: ``Rail(entries)``.

    Signals:
        page_chosen: A page's button was pressed; argument: its key.
        names_hidden: Hide names was pressed; argument: whether names are now hidden.
        lock_pressed: Lock was pressed.
    """

    page_chosen = Signal(str)
    names_hidden = Signal(bool)
    lock_pressed = Signal()

    def __init__(self, entries: Sequence[RailEntry]) -> None:
        super().__init__()
        self._compact = False
        self._column = QVBoxLayout(self)
        self._pages: dict[str, RailButton] = {}
        for entry in entries:
            button = RailButton(entry.words, entry.icon)
            button.setObjectName(entry.key)
            button.clicked.connect(self._on_page_clicked)
            self._pages[entry.key] = button
            self._column.addWidget(button)
        self._column.addStretch()
        self.practice = StatusPill("drama", _("PRACTICE"), "warn", small=True)
        self.practice.setAccessibleName(_("Practice caseload: made-up people"))
        self.practice.setSizePolicy(
            QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed
        )
        self.practice.hide()
        self._column.addWidget(self.practice)
        self.hide_names = RailButton(_("Hide names"), "eye-off")
        self.hide_names.clicked.connect(self._on_hide_names_clicked)
        self.lock = RailButton(_("Lock"), "lock")
        self.lock.setCheckable(False)
        self.lock.clicked.connect(self.lock_pressed)
        self._column.addWidget(self.hide_names)
        self._column.addWidget(self.lock)
        self.set_names_hidden(hidden=False)
        self.set_compact(compact=False)
        self.dress()

    def button(self, key: str) -> "RailButton":
        """Return a page's button."""
        return self._pages[key]

    def set_current(self, key: str) -> None:
        """Mark the page that is open; a key of no page marks none."""
        for name, button in self._pages.items():
            button.setChecked(name == key)

    def set_count(self, key: str, count: int) -> None:
        """Show how many things wait on a page; 0 shows nothing."""
        self._pages[key].set_count(count)

    def set_practice(self, *, shown: bool) -> None:
        """Show that the made-up people are open."""
        self.practice.setVisible(shown)

    def set_names_hidden(self, *, hidden: bool) -> None:
        """Show whether names are hidden, without a signal."""
        self.hide_names.setChecked(hidden)
        self.hide_names.set_words(_("Show names") if hidden else _("Hide names"))
        self.hide_names.set_icon("eye" if hidden else "eye-off")

    def set_compact(self, compact: bool) -> None:
        """Show icons only, 72 px wide."""
        self._compact = compact
        edge = 10 if compact else 20
        side = (_COMPACT_WIDTH - 48) // 2 if compact else _SIDE
        self._column.setContentsMargins(side, edge, side, edge - 2)
        self._column.setSpacing(6 if compact else 8)
        for button in (*self._pages.values(), self.hide_names, self.lock):
            button.set_compact(compact=compact)
        self.practice.setText("" if compact else _("PRACTICE"))
        self._worn = None
        self.dress()

    def wear(self, theme: Theme) -> None:
        self.setFixedWidth(_COMPACT_WIDTH if self._compact else theme.px(_WIDTH))
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        """Let a compact rail's icons grow with the text, as far as the height goes."""
        if not self._compact:
            return
        buttons = [*self._pages.values(), self.hide_names, self.lock]
        least = (len(buttons) + 1) * (_COMPACT_HEIGHT + 6)
        room = (self.height() - 20) / least
        factor = max(min(current_theme().scale, room), 1.0)
        self.setFixedWidth(round(_COMPACT_WIDTH * factor))
        for button in buttons:
            button.set_factor(factor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        buttons = [*self._pages.values(), self.hide_names, self.lock]
        at = next((i for i, button in enumerate(buttons) if button.hasFocus()), None)
        if step and at is not None:
            to = buttons[(at + step) % len(buttons)]
            to.setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("sunken"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour("hairline"))

    def _on_page_clicked(self) -> None:
        pressed = self.sender()
        for key, button in self._pages.items():
            if button is pressed:
                self.set_current(key)
                self.page_chosen.emit(key)

    def _on_hide_names_clicked(self) -> None:
        hidden = self.hide_names.isChecked()
        self.set_names_hidden(hidden=hidden)
        self.names_hidden.emit(hidden)


class RailButton(Button):
    """One button of the rail; the open page has soft fill, bold word, accent bar."""

    def __init__(self, words: str, icon: str) -> None:
        self._count = 0
        self._compact = False
        self._factor = 1.0
        super().__init__(words, icon)
        self.setCheckable(True)
        self._name()

    def set_count(self, count: int) -> None:
        """Show a number; 0 hides it."""
        self._count = count
        self._name()
        self.update()

    def set_words(self, words: str) -> None:
        """Show other words."""
        super().set_words(words)
        self._name()

    def set_factor(self, factor: float) -> None:
        """Draw a compact button this much larger."""
        if factor != self._factor:
            self._factor = factor
            self.updateGeometry()
            self.update()

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon only; the words stay as name and tool tip."""
        self._compact = compact
        self.setToolTip(self.text() if compact else "")
        self.updateGeometry()
        self.update()

    def wear(self, theme: Theme) -> None:
        self._plain, self._bold = theme.font(BODY), theme.font(BODY, bold=True)
        self._small = theme.font(SMALL, bold=True)

    def look(self) -> Look:
        if self.isChecked():
            return Look(fill="soft", ink="on_soft", hover="soft")
        return Look(hover="bg")

    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(48, round(_COMPACT_HEIGHT * self._factor))
        words = words_size(self.text(), self._bold)
        width = self._left() + words.width() + _PAD
        return QSize(width, max(_HEIGHT, words.height() + 24))

    def minimumSizeHint(self) -> QSize:
        if self._compact:
            return QSize(48, _COMPACT_HEIGHT)
        width = self._left() + longest_word(self.text(), self._bold) + _PAD
        return QSize(width, 48)

    def heightForWidth(self, width: int) -> int:
        if self._compact:
            return round(_COMPACT_HEIGHT * self._factor)
        room = width - self._left() - _PAD
        return max(_HEIGHT, words_size(self.text(), self._bold, room).height() + 16)

    def draw_content(self, painter: QPainter, room: QRect, ink: str) -> None:
        theme = current_theme()
        side = round(_ICON * self._factor) if self._compact else theme.px(_ICON)
        left = (room.width() - side) // 2 if self._compact else _PAD
        top = (room.height() - side) // 2
        if self.isChecked():
            bar = QRectF(0, (room.height() - 30) / 2, _ACCENT_BAR, 30)
            draw_box(painter, bar, 2, colour("accent"))
        draw_icon(painter, self._icon_name, QRectF(left, top, side, side), colour(ink))
        if not self._compact:
            font = self._bold if self.isChecked() else self._plain
            words = room.adjusted(self._left(), 0, -_PAD, 0)
            look = (font, colour(ink))
            middle = Qt.AlignmentFlag.AlignVCenter
            draw_words(painter, words, self.text(), look, middle)
        if self._count:
            self._draw_count(painter, room)

    def _draw_count(self, painter: QPainter, room: QRect) -> None:
        shown = str(self._count)
        font = QFont(self._small)
        if self._compact:
            font.setPixelSize(SMALL)
        height = 20 if self._compact else current_theme().px(24)
        width = max(height, words_size(shown, font).width() + 12)
        right = room.right() - (1 if self._compact else 12)
        top = room.y() if self._compact else (room.height() - height) / 2
        badge = QRectF(right - width, top, width, height)
        edge = (colour("border"), 1.0)
        draw_box(painter, badge, height / 2, colour("surface"), edge)
        look = (font, colour("ink"))
        draw_words(painter, badge.toRect(), shown, look, Qt.AlignmentFlag.AlignCenter)

    def _name(self) -> None:
        name = self.text().replace("&", "")
        if self._count:
            waiting = plural("{name}, {n} waiting", "{name}, {n} waiting", self._count)
            name = waiting.format(name=name, n=self._count)
        self.setAccessibleName(name)

    def _left(self) -> int:
        return _PAD + current_theme().px(_ICON) + 10
