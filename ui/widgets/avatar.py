"""The initials of a person on a round ground."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import Theme, current_theme
from ui.widgets.painting import colour, draw_box, draw_words
from ui.widgets.themed import Themed

_MOST = 2


def initials(name: str) -> str:
    """Return the first letters of the first and last word of a name."""
    words = [word for word in name.split() if word[0].isalpha()]
    letters = [words[0], words[-1]][: len(words)] if words else []
    return "".join(word[0] for word in letters[:_MOST]).upper()


class Avatar(Themed, QWidget):
    """Up to two initials, or a number: ``Avatar(letters, size=40, *, on_soft=False)``.

    Says nothing to screen readers: the name stands beside it. ``on_soft`` draws it on
    the surface colour, for rows with a soft ground.
    """

    def __init__(self, letters: str, size: int = 40, *, on_soft: bool = False) -> None:
        super().__init__()
        self._letters, self._size, self._on_soft = letters, size, on_soft
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.dress()

    def set_letters(self, letters: str) -> None:
        """Show other initials."""
        self._letters = letters
        self.update()

    def wear(self, theme: Theme) -> None:
        self._font = theme.font(max(14, round(self._size * 0.36)), bold=True)

    def sizeHint(self) -> QSize:
        side = current_theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill = colour("surface" if self._on_soft else "soft")
        draw_box(painter, QRectF(self.rect()), self.width() / 2, fill)
        look = (self._font, colour("on_soft"))
        middle = Qt.AlignmentFlag.AlignCenter
        draw_words(painter, self.rect(), self._letters, look, middle)
