"""What stands where a list has nothing to show."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.theme import current_theme
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Line, Strong
from ui.widgets.painting import colour, draw_box, draw_icon


class IconTile(QWidget):
    """An icon on a rounded tile: ``IconTile(icon, size=40, tone=("soft", "on_soft"))``.

    Only a picture: it says nothing to screen readers.
    """

    def __init__(
        self, icon: str, size: int = 40, tone: tuple[str, str] = ("soft", "on_soft")
    ) -> None:
        super().__init__()
        self._icon_name, self._size, self._tone = icon, size, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, tone: tuple[str, str] = ("soft", "on_soft")) -> None:
        """Show another icon and tone (ground and ink tokens)."""
        self._icon_name, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = current_theme().px(self._size)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        draw_box(painter, rect, rect.width() / 4, colour(self._tone[0]))
        inset = rect.width() / 4
        inner = rect.adjusted(inset, inset, -inset, -inset)
        draw_icon(painter, self._icon_name, inner, colour(self._tone[1]))


class EmptyState(QWidget):
    """Icon, a bold line, a sentence, and what to do next.

    ``EmptyState(icon, title, words="", action="")``.

    Signals:
        action_pressed: The action was pressed.
    """

    action_pressed = Signal()

    def __init__(
        self, icon: str, title: str, words: str = "", action: str = ""
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 16)
        column.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconTile(icon, 48), 0, middle)
        self._title, self._words = Strong(title), Line(words)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
            label.setVisible(bool(label.text()))
        self._action = QuietButton(action)
        self._action.clicked.connect(self.action_pressed)
        column.addWidget(self._action, 0, middle)
        self._action.setVisible(bool(action))

    def set_words(self, title: str, words: str = "", action: str = "") -> None:
        """Show other words."""
        self._title.set_words(title)
        self._words.set_words(words)
        self._words.setVisible(bool(words))
        self._action.set_words(action)
        self._action.setVisible(bool(action))
