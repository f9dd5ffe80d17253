"""The unlock page at first sight: plain parts, shown while the full page is loaded.

What the full page is made of takes four times as long to load as an empty window: the
first use of Qt's own namespace alone has Python build 99 enumerations (34 ms), and a
first event filter, font, brush or icon object costs 2 to 4 ms each. Nothing here
touches any of them, so that one can type a passphrase at once. ``tests/ui/
test_first_sight.py`` holds its looks and its places to those of the full page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.wording import _
from ui.icons import pixmap
from ui.tokens import (
    FIELD_SHEET,
    SMALL,
    TARGET,
    current_theme,
    filled,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_WIDTH, _SIDE = 472, 16
_TALL = 52
_BEFORE, _AFTER = 4_999, 5_001  # in the middle; an odd pixel goes right or below
_RING = 5  # as far as the ring reaches out of the field: 3 px of colour, 2 px of ground


class FirstSight(QFrame):
    """Asks for the passphrase: ``FirstSight(practice=...)``, then :meth:`hand_over`.

    Whatever is typed and pressed is kept for the page that takes its place.

    Signals:
        painted: It has been seen; sent once.
    """

    painted = Signal()

    def __init__(self, *, practice: bool) -> None:
        super().__init__()
        self._told = False
        self._pressed = ""
        self._theme = current_theme()
        self.setObjectName("first_sight")
        self.setStyleSheet(self._sheet())
        self.passphrase = self._made_passphrase()
        self._tile = self._made_tile()
        column = self._made_column(practice=practice)
        self._foot = self._made_foot()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(_scrolled(column), 1)
        outer.addWidget(self._foot)
        outer.insertWidget(0, self._made_corners())

    def set_compact(self, compact: bool) -> None:
        """Leave the tile and the footer out where the window is small."""
        self._tile.setVisible(not compact)
        self._foot.setVisible(not compact)

    def press(self, _event: QKeyEvent) -> bool:
        """Do what a key that no field wanted stands for: nothing yet."""
        return False

    def hand_over(self, page: QWidget) -> None:
        """Give the full page what was typed, where the focus was, what was pressed."""
        edit = page.findChild(QLineEdit, self.passphrase.objectName())
        assert edit is not None  # both pages ask for it
        edit.setText(self.passphrase.text())
        edit.setCursorPosition(self.passphrase.cursorPosition())
        if self.passphrase.hasSelectedText():
            edit.setSelection(
                self.passphrase.selectionStart(), self.passphrase.selectionLength()
            )
        self.passphrase.clear()
        button = page.findChild(QPushButton, self._pressed) if self._pressed else None
        if button is not None:
            button.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._told:
            self._told = True
            QTimer.singleShot(0, self.painted.emit)

    def _sheet(self) -> str:
        px = self._theme.px
        sheet = _SHEET.replace("$corner;", f"{px(64) // 4}px")
        sheet = sheet.replace("$beside;", f"{14 + px(20) + 8}px")
        return filled(FIELD_SHEET + sheet, self._theme)

    def _made_passphrase(self) -> QLineEdit:
        edit = QLineEdit()
        edit.setObjectName("passphrase")
        edit.setAccessibleName(_("Passphrase"))
        edit.setEchoMode(QLineEdit.EchoMode.Password)
        edit.setProperty("role", "field")
        edit.setFixedHeight(max(_TALL, self._theme.px(20) + _TALL - 20))
        edit.returnPressed.connect(partial(self._press, "open"))
        show = self._quiet_button("show", _("Show"), "eye")
        row = QHBoxLayout(edit)
        row.setContentsMargins(0, 0, 4, 0)
        row.addStretch()
        row.addWidget(show)
        edit.setTextMargins(0, 0, show.sizeHint().width() - 6, 0)
        return edit

    def _made_tile(self) -> QLabel:
        side = self._theme.px(64)
        tile = QLabel()
        tile.setObjectName("tile")
        tile.setFixedSize(side, side)
        self._put_icon("notebook-pen", tile, side // 2, "on_soft", side // 4)
        return tile

    def _made_column(self, *, practice: bool) -> QWidget:
        title, second = QLabel(), QLabel()
        title.setObjectName("title")
        title.setText(_("Peer Daybook"))
        second.setObjectName("second")
        second.setText(_("Welcome back."))
        for label in (title, second):
            label.setWordWrap(True)
        words = _("Open another &caseload")
        below = [self._quiet_button("another", words, "folder-open")]
        if practice:
            words = _("&Try it with made-up people")
            below.append(self._quiet_button("practice", words, "drama"))
        whole = QWidget()
        whole.setMaximumWidth(self._theme.px(_WIDTH) + 2 * _SIDE)
        column = QVBoxLayout(whole)
        column.setContentsMargins(_SIDE, 8, _SIDE, 8)
        column.setSpacing(0)
        column.addLayout(_in_the_middle(self._tile))
        column.addSpacing(14)
        column.addWidget(title)
        column.addWidget(second)
        column.addSpacing(18)
        column.addWidget(self._made_card())
        for gap, button in zip((16, 8), below, strict=False):
            column.addSpacing(gap)
            column.addLayout(_in_the_middle(button))
        return whole

    def _made_card(self) -> QFrame:
        label = QLabel()
        label.setObjectName("label")
        label.setText(_("&Passphrase"))
        label.setBuddy(self.passphrase)
        label.setContentsMargins(_RING, 0, 0, 0)
        ring = QFrame()
        ring.setObjectName("ring")
        inside = QVBoxLayout(ring)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self.passphrase)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(31 - _RING, 23, 31 - _RING, 19)
        column.setSpacing(0)
        column.addWidget(label)
        column.addSpacing(6 - _RING)
        column.addWidget(ring)
        column.addSpacing(6 - _RING + TARGET + 8)
        column.addWidget(self._made_open())
        column.addSpacing(8)
        code = self._quiet_button("use_code", _("Use my &recovery code"), "key-round")
        column.addLayout(_in_the_middle(code))
        return card

    def _made_open(self) -> QPushButton:
        button = self._button("open", _("&Open"))
        button.setFixedHeight(max(_TALL, self._theme.px(20) + _TALL - 20))
        return button

    def _made_corners(self) -> QWidget:
        corners = QWidget()
        row = QHBoxLayout(corners)
        row.setContentsMargins(20, 14, 20, 0)
        words = _("E&mergency numbers")
        row.addWidget(self._quiet_button("emergency", words, "life-buoy"))
        row.addStretch()
        row.addWidget(self._quiet_button("help", _("&Help"), "info"))
        return corners

    def _made_foot(self) -> QWidget:
        side = self._theme.px(SMALL + 4)
        line = QLabel()
        line.setObjectName("foot")
        line.setText(_("Works without the internet. Your records stay on this laptop."))
        line.setWordWrap(True)
        line.setContentsMargins(side + 8, 0, 0, 0)
        line.setMaximumWidth(self._theme.px(_WIDTH - 64))
        self._put_icon("wifi-off", line, side, "ink2", 0)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 16)
        row.addStretch()
        row.addWidget(line, 10)
        row.addStretch()
        return foot

    def _quiet_button(self, name: str, words: str, icon: str) -> QPushButton:
        side = self._theme.px(20)
        button = self._button(name, words)
        button.setProperty("role", "quiet")
        button.setFixedHeight(max(TARGET, side + TARGET - 20))
        self._put_icon(icon, button, side, "accent", (button.height() - side) // 2)
        return button

    def _button(self, name: str, words: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setText(words)
        button.clicked.connect(partial(self._press, name))
        return button

    def _put_icon(
        self, name: str, on: QWidget, side: int, token: str, top: int
    ) -> None:
        left = {"quiet": 13}.get(on.property("role"), top)
        ink = getattr(self._theme.tokens, token)
        picture = QLabel(on)
        picture.setPixmap(pixmap(name, side, ink, self.devicePixelRatioF()))
        picture.setGeometry(left, top, side, side)

    def _press(self, name: str, _checked: bool = False) -> None:
        self._pressed = name


def _in_the_middle(widget: QWidget) -> QLayout:
    row = QHBoxLayout()
    row.addStretch(_BEFORE)
    row.addWidget(widget)
    row.addStretch(_AFTER)
    return row


def _scrolled(column: QWidget) -> QScrollArea:
    inside = QWidget()
    inside.setProperty("role", "page")
    middle = QHBoxLayout(inside)
    middle.setContentsMargins(0, 0, 0, 0)
    upright = QVBoxLayout()
    upright.addStretch(_BEFORE)
    upright.addWidget(column)
    upright.addStretch(_AFTER)
    middle.addStretch(1)
    middle.addLayout(upright, 1000)
    middle.addStretch(1)
    scroll = QScrollArea()
    scroll.setProperty("role", "page")
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    return scroll


# ``qproperty-`` says in words what would otherwise take an enumeration of Qt's.
_SHEET = """
* { font-family: "Atkinson Hyperlegible"; font-size: $body; color: $ink; }
#first_sight { background: $bg; }
#tile { background: $soft; border-radius: $corner;; }
#title { font-size: $title; font-weight: bold; qproperty-alignment: AlignHCenter; }
#second { color: $ink2; qproperty-alignment: AlignHCenter; }
#foot { color: $ink2; font-size: $small; }
#card { background: $surface; border: 1px solid $hairline; border-radius: 12px; }
#label { font-weight: bold; }
#ring { background: $surface; border: 3px solid $focus; border-radius: 15px; }
QScrollArea { qproperty-horizontalScrollBarPolicy: ScrollBarAlwaysOff;
  qproperty-focusPolicy: NoFocus; }
QPushButton { border: none; border-radius: 10px; font-weight: bold; }
QPushButton[role="quiet"] { color: $accent; padding: 0 12px 0 $beside;; }
#open { background: $accent; color: $on_accent; margin: 0 5px; padding-left: 2px; }
"""
