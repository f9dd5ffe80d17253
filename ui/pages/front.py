"""The opaque pages shown while nothing is unlocked: one column, no rail."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import _
from ui.context import Place
from ui.theme import SMALL, Theme, current_theme
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.empty_state import IconTile
from ui.widgets.labels import Line, Title
from ui.widgets.page_scroll import PageScroll
from ui.widgets.painting import colour
from ui.widgets.pill import IconLabel
from ui.widgets.themed import Themed

WIDTH = 472
_SIDE = 16


class FrontPage(Themed, QWidget):
    """A tile, a title, a line and a card in the middle of an opaque page.

    ``FrontPage(title, second="", width=472)``; fill :attr:`card` and :attr:`below`.

    Attributes:
        title: The heading; it takes the focus where no field does.
        second: The line under it.
        card: The card.
        below: The layout under the card, for quiet buttons.

    Signals:
        emergency_wanted: Emergency numbers was pressed.
        help_wanted: Help was pressed.
    """

    emergency_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, title: str, second: str = "", width: int = WIDTH) -> None:
        super().__init__()
        self._width = width
        self._compact = False
        self.title = Title(title)
        self.second = Line(second)
        for label in (self.title, self.second):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.card = Card()
        self.card.column.setContentsMargins(24, 24, 24, 20)
        self.below = QVBoxLayout()
        self.below.setSpacing(8)
        self._corners = self._made_corners()
        self._tile = IconTile("notebook-pen", 64)
        self._foot = self._made_foot()
        self._column = QWidget()
        self._fill()
        self.second.setVisible(bool(second))
        self.dress()

    def set_second(self, words: str) -> None:
        """Show another line under the title."""
        self.second.set_words(words)
        self.second.setVisible(bool(words))

    def set_compact(self, compact: bool) -> None:
        """Leave the tile and the footer out where the window is small."""
        self._compact = compact
        self._tile.setVisible(not compact)
        self._foot.setVisible(not compact)

    def add_below(self, button: QWidget) -> None:
        """Add a button under the card."""
        self.below.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def enter(self) -> None:
        """Take the focus; for subclasses with a field to extend."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> Place | None:
        """Say where we are: nowhere that is worth coming back to."""
        return None

    def stop(self) -> None:
        """Give up slow work: the page goes away; for subclasses."""

    def press(self, _event: QKeyEvent) -> bool:
        """Do what a key that no field wanted stands for; false if for nothing."""
        return False

    def wear(self, theme: Theme) -> None:
        self._column.setMaximumWidth(theme.px(self._width) + 2 * _SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("bg"))

    def _made_corners(self) -> QWidget:
        emergency = QuietButton(_("E&mergency numbers"), "life-buoy")
        emergency.setObjectName("emergency")
        emergency.clicked.connect(self.emergency_wanted)
        help_button = QuietButton(_("&Help"), "info")
        help_button.setObjectName("help")
        help_button.clicked.connect(self.help_wanted)
        corners = QWidget()
        row = QHBoxLayout(corners)
        row.setContentsMargins(20, 14, 20, 0)
        row.addWidget(emergency)
        row.addStretch()
        row.addWidget(help_button)
        return corners

    def _made_foot(self) -> QWidget:
        words = _("Works without the internet. Your records stay on this laptop.")
        line = IconLabel("wifi-off", words, "ink2", SMALL)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 16)
        row.addStretch()
        row.addWidget(line, 10)
        row.addStretch()
        line.setMaximumWidth(current_theme().px(WIDTH - 64))
        return foot

    def _fill(self) -> None:
        column = QVBoxLayout(self._column)
        column.setContentsMargins(_SIDE, 8, _SIDE, 8)
        column.setSpacing(0)
        column.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(14)
        column.addWidget(self.title)
        column.addWidget(self.second)
        column.addSpacing(18)
        column.addWidget(self.card)
        column.addSpacing(16)
        column.addLayout(self.below)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._column, 1000, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(PageScroll(middle), 1)
        outer.addWidget(self._foot)
        outer.insertWidget(0, self._corners)
        # Read and tabbed to last, though it stands first.
        self.setTabOrder(self.card, self._corners)
