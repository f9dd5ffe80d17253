"""A small window of our own that says one thing and how to go on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import _
from ui.theme import current_theme
from ui.widgets.buttons import PrimaryButton
from ui.widgets.empty_state import IconTile
from ui.widgets.labels import Body, Second, SectionTitle
from ui.widgets.painting import colour
from ui.widgets.pill import TONES

_WIDTH = 520


class Notice(QDialog):
    """Icon, heading, sentences, an optional small line, one button.

    ``Notice(parent, title, words, small="", tone="warn")``; ``open()`` it. The window
    title stays neutral, for the task bar.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        words: str,
        small: str = "",
        tone: str = "warn",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Peer Daybook"))
        self.setModal(True)
        self.setMinimumWidth(min(current_theme().px(_WIDTH), 880))
        self.title, self.words, self.small = SectionTitle(title), Body(words), Second()
        self.small.set_words(small)
        self.small.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleDescription(f"{title}. {words}")
        column = QVBoxLayout()
        column.setSpacing(8)
        for label in (self.title, self.words, self.small):
            column.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(16)
        tile = IconTile("triangle-alert", 48, TONES[tone])
        top.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(column, 1)
        self.go_on = PrimaryButton(_("&Go on"))
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(28, 24, 28, 24)
        outer.setSpacing(20)
        outer.addLayout(top)
        outer.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignRight)
        self.small.setVisible(bool(small))
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("surface"))
