"""The unlock page at first sight: plain parts, shown while the full page is loaded.

``tests/ui/test_first_sight.py`` holds its looks, places and names to the full page's.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.wording import _
from ui.plain_parts import (
    TALL,
    Picture,
    button,
    grown,
    in_the_middle,
    label,
    quiet_button,
    room,
    row_in,
    scrolled,
    sheet,
)
from ui.tokens import SMALL, TARGET, current_theme

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_WIDTH, _SIDE = 472, 16
_RING, _RING_EDGE = 5, 3  # how far the ring reaches out of the field, and its line


class FirstSight(QFrame):
    """Asks for the passphrase: ``FirstSight(window, practice=...)``.

    Once painted: :meth:`complete`; then :meth:`remember`, and :meth:`hand_over` to the
    full page in its place. Whatever is typed and pressed is kept for that.

    Signals:
        painted: It has been seen; sent once.
    """

    painted = Signal()

    def __init__(self, window: QWidget, *, practice: bool) -> None:
        super().__init__(window)
        self.setObjectName("first_sight")
        self._told = False
        self._pressed = self._focused = ""
        self._caret, self._selected = 0, (0, 0)
        self.passphrase = _made_passphrase()
        side = current_theme().px(64)
        self._tile = QFrame()
        self._tile.setObjectName("tile")
        self._tile.setFixedSize(side, side)
        self._line = label("foot", _foot_words())
        self._foot = _made_foot(self._line)
        self._corners = room(14 + grown(TARGET))
        self._in_card = room(grown(TARGET))
        self._below = [room(grown(TARGET)) for _each in range(2 if practice else 1)]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._corners)
        outer.addWidget(scrolled(self._made_column()), 1)
        outer.addWidget(self._foot)
        self.setStyleSheet(sheet())  # last: each move to a parent would wear it anew

    def complete(self) -> None:
        """Add what the first picture can do without; the next follows within 20 ms."""
        self._add_show_button()
        self._add_ways_round()
        self._add_corners()
        self._add_pictures()
        self.passphrase.returnPressed.connect(partial(self._press, "open"))
        for each in self.findChildren(QPushButton):
            each.clicked.connect(partial(self._press, each.objectName()))

    def set_compact(self, compact: bool) -> None:
        """Leave the tile and the footer out where the window is small."""
        self._tile.setVisible(not compact)
        self._foot.setVisible(not compact)

    def press(self, _event: QKeyEvent) -> bool:
        """Do what a key that no field wanted stands for: nothing yet."""
        return False

    def remember(self) -> None:
        """Note where the caret and the focus are; both go once this is hidden."""
        edit = self.passphrase
        self._caret = edit.cursorPosition()
        self._selected = edit.selectionStart(), edit.selectionLength()
        focused = self.focusWidget()
        self._focused = focused.objectName() if focused is not None else ""

    def hand_over(self, page: QWidget) -> None:
        """Give the full page what was typed and remembered, and press what was."""
        edit = page.findChild(QLineEdit, "passphrase")
        assert edit is not None  # both pages ask for it
        edit.setText(self.passphrase.text())
        edit.setCursorPosition(self._caret)
        start, length = self._selected
        if length:
            edit.setSelection(start, length)
        self.passphrase.clear()
        for name in filter(None, (self._focused, self._pressed)):
            there = page.findChild(QWidget, name)
            assert there is not None  # both pages have the same parts
            there.setFocus()
            if isinstance(there, QPushButton) and name == self._pressed:
                there.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def _press(self, name: str, _checked: bool = False) -> None:
        self._pressed = name

    def _made_column(self) -> QWidget:
        whole = QWidget()
        whole.setMaximumWidth(current_theme().px(_WIDTH) + 2 * _SIDE)
        column = QVBoxLayout(whole)
        column.setContentsMargins(_SIDE, 8, _SIDE, 8)
        column.setSpacing(0)
        column.addLayout(in_the_middle(self._tile))
        column.addSpacing(14)
        column.addWidget(label("title", _("Peer Daybook")))
        column.addWidget(label("second", _("Welcome back.")))
        column.addSpacing(18)
        column.addWidget(self._made_card())
        for gap, place in zip((16, 8), self._below, strict=False):
            column.addSpacing(gap)
            column.addWidget(place)
        return whole

    def _made_card(self) -> QFrame:
        name = label("label", _("&Passphrase"), wrap=False)
        name.setBuddy(self.passphrase)
        name.setContentsMargins(_RING, 0, 0, 0)
        ring = QFrame()
        ring.setObjectName("ring")
        inside = QVBoxLayout(ring)
        gap = _RING - _RING_EDGE
        inside.setContentsMargins(gap, gap, gap, gap)
        inside.addWidget(self.passphrase)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(31 - _RING, 23, 31 - _RING, 19)
        column.setSpacing(0)
        column.addWidget(name)
        column.addSpacing(6 - _RING)
        column.addWidget(ring)
        column.addSpacing(6 - _RING + TARGET + 8)  # room for the hint on Caps Lock
        column.addWidget(button("open", _("&Open")))
        column.addSpacing(8)
        column.addWidget(self._in_card)
        return card

    def _add_show_button(self) -> None:
        show = quiet_button("show", _("Show"), "eye")
        name = _("Show {what}").format(what=self.passphrase.accessibleName().lower())
        show.setAccessibleName(name)
        row = row_in(self.passphrase)
        row.setContentsMargins(0, 0, 4, 0)
        row.addStretch()
        row.addWidget(show)
        self.setTabOrder(self.passphrase, show)
        self.passphrase.setTextMargins(0, 0, show.sizeHint().width() - 6, 0)

    def _add_ways_round(self) -> None:
        ways = (
            ("use_code", _("Use my &recovery code"), "key-round"),
            ("another", _("Open another &caseload"), "folder-open"),
            ("practice", _("&Try it with made-up people"), "drama"),
        )
        places = (self._in_card, *self._below)
        for place, way in zip(places, ways, strict=False):
            row_in(place).addLayout(in_the_middle(quiet_button(*way)))

    def _add_corners(self) -> None:
        row = row_in(self._corners)
        row.setContentsMargins(20, 14, 20, 0)
        words = _("E&mergency numbers")
        row.addWidget(quiet_button("emergency", words, "life-buoy"))
        row.addStretch()
        row.addWidget(quiet_button("help", _("&Help"), "info"))

    def _add_pictures(self) -> None:
        side = self._tile.width()
        mark = Picture(self._tile, "notebook-pen", side // 2, "on_soft")
        mark.move(side // 4, side // 4)
        Picture(self._line, "wifi-off", current_theme().px(SMALL + 4), "ink2")
        for picture in self.findChildren(Picture):
            picture.draw()
            picture.show()


def _made_passphrase() -> QLineEdit:
    edit = QLineEdit()
    edit.setObjectName("passphrase")
    edit.setAccessibleName(_("Passphrase"))
    edit.setEchoMode(QLineEdit.EchoMode.Password)
    edit.setProperty("role", "field")
    edit.setFixedHeight(grown(TALL))
    return edit


def _foot_words() -> str:
    return _("Works without the internet. Your records stay on this laptop.")


def _made_foot(line: QLabel) -> QWidget:
    theme = current_theme()
    line.setContentsMargins(theme.px(SMALL + 4) + 8, 0, 0, 0)
    line.setMaximumWidth(theme.px(_WIDTH - 64))
    foot = QWidget()
    row = QHBoxLayout(foot)
    row.setContentsMargins(16, 0, 16, 16)
    row.addStretch()
    row.addWidget(line, 10)
    row.addStretch()
    return foot
