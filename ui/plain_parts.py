"""Plain parts that look like the shared widgets and are made in a few milliseconds.

Only for :mod:`ui.first_sight`. The first use of Qt's own namespace has Python build 99
enumerations (34 ms); a first event filter, font, brush or icon object costs 2 to 4 ms
each. Nothing here touches any of them.
"""

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.tokens import FIELD_SHEET, TARGET, current_theme, filled

TALL = 52
_BEFORE, _AFTER = 4_999, 5_001  # in the middle; an odd pixel goes right or below
_QUIET_PADDING = 13


class Picture(QLabel):
    """An icon, seen once it is drawn: ``Picture(on, icon, side, token)``."""

    def __init__(self, on: QWidget, icon: str, side: int, token: str) -> None:
        super().__init__(on)
        self._icon, self._token = icon, token
        self.resize(side, side)

    def draw(self) -> None:
        """Draw it; a first one takes 8 ms, with all that has to be imported."""
        from ui.icons import pixmap

        ink = getattr(current_theme().tokens, self._token)
        self.setPixmap(pixmap(self._icon, self.width(), ink, self.devicePixelRatioF()))


def grown(height: int) -> int:
    """Return the height of a control around one line of text, which may be large."""
    return max(height, current_theme().px(20) + height - 20)


def label(name: str, words: str, *, wrap: bool = True) -> QLabel:
    """Return words to read."""
    made = QLabel()
    made.setObjectName(name)
    made.setText(words)
    made.setWordWrap(wrap)
    return made


def button(name: str, words: str, height: int = TALL) -> QPushButton:
    """Return a button; the sheet tells the main one by its name."""
    made = QPushButton()
    made.setObjectName(name)
    made.setText(words)
    made.setFixedHeight(grown(height))
    return made


def quiet_button(name: str, words: str, icon: str) -> QPushButton:
    """Return a bold accent word with an icon before it."""
    made = button(name, words, TARGET)
    made.setProperty("role", "quiet")
    side = current_theme().px(20)
    picture = Picture(made, icon, side, "accent")
    picture.move(_QUIET_PADDING, (made.height() - side) // 2)
    return made


def room(height: int) -> QWidget:
    """Return room for what is added later: see :func:`row_in`."""
    made = QWidget()
    made.setFixedHeight(height)
    return made


def row_in(place: QWidget) -> QHBoxLayout:
    """Return a row that fills a widget."""
    row = QHBoxLayout(place)
    row.setContentsMargins(0, 0, 0, 0)
    return row


def in_the_middle(widget: QWidget) -> QLayout:
    """Return a row with one widget in its middle."""
    row = QHBoxLayout()
    row.addStretch(_BEFORE)
    row.addWidget(widget)
    row.addStretch(_AFTER)
    return row


def scrolled(column: QWidget) -> QScrollArea:
    """Return a column in the middle of whatever room there is, scrolling if short."""
    inside = QWidget()
    inside.setProperty("role", "page")
    middle = QHBoxLayout(inside)
    middle.setContentsMargins(0, 0, 0, 0)
    upright = QVBoxLayout()
    upright.addStretch(_BEFORE)
    upright.addWidget(column)
    upright.addStretch(_AFTER)
    middle.addStretch(1)
    middle.addLayout(upright, 1_000)
    middle.addStretch(1)
    scroll = QScrollArea()
    scroll.setProperty("role", "page")
    scroll.setWidgetResizable(True)
    scroll.setWidget(inside)
    return scroll


def sheet() -> str:
    """Return the stylesheet of all this in the theme in force."""
    theme = current_theme()
    beside = _QUIET_PADDING + 1 + theme.px(20) + 8
    lengths = {"$corner;": theme.px(64) // 4, "$beside;": beside}
    made = FIELD_SHEET + _SHEET
    for name, length in lengths.items():
        made = made.replace(name, f"{length}px;")
    return filled(made, theme)


# ``qproperty-`` says in words what would otherwise take an enumeration of Qt's.
_SHEET = """
* { font-family: "Atkinson Hyperlegible"; font-size: $body; color: $ink; }
#first_sight { background: $bg; }
#tile { background: $soft; border-radius: $corner; }
#title { font-size: $title; font-weight: bold; qproperty-alignment: AlignHCenter; }
#second { color: $ink2; qproperty-alignment: AlignHCenter; }
#foot { color: $ink2; font-size: $small; }
#card { background: $surface; border: 1px solid $hairline; border-radius: 12px; }
#label { font-weight: bold; }
#ring { background: $surface; border: 3px solid $focus; border-radius: 15px; }
QScrollArea { qproperty-horizontalScrollBarPolicy: ScrollBarAlwaysOff;
  qproperty-focusPolicy: NoFocus; }
QPushButton { border: none; border-radius: 10px; font-weight: bold; }
QPushButton[role="quiet"] { color: $accent; padding: 0 12px 0 $beside; }
#open { background: $accent; color: $on_accent; margin: 0 5px; padding-left: 2px; }
"""
