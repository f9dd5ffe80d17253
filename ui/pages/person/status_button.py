"""Where a person stands with this support, as a button that opens the history."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter

from app.domain.person import VoluntaryStatus
from app.domain.wording import _
from ui.theme import SMALL, TARGET, Theme, current_theme
from ui.widgets.buttons import Button, Look
from ui.widgets.painting import colour, draw_icon, words_size
from ui.widgets.pill import TONES

_SIDE, _ICON, _GAP = 14, 16, 6


class StatusButton(Button):
    """A chip with icon, words and date; 44 px high."""

    radius = 22

    def __init__(self) -> None:
        self._tone, self._icon = "neutral", "circle-dashed"
        super().__init__(_("Not asked yet"))

    def show_status(
        self, status: VoluntaryStatus | None, mark: tuple[str, str], words: str
    ) -> None:
        """Show a step; ``mark`` is icon and tone."""
        self._icon, self._tone = mark
        said = words if status is not None else _("Not asked yet")
        self.set_words(said)
        name = _("Their choice: {said}. Open the history.").format(said=said)
        self.setAccessibleName(name)
        self.update()

    def wear(self, theme: Theme) -> None:
        self.setFont(theme.font(SMALL))

    def look(self) -> Look:
        ground, ink = TONES[self._tone]
        return Look(fill=ground, ink=ink, edge="border", hover="")

    def sizeHint(self) -> QSize:
        theme = current_theme()
        words = words_size(self.text(), self.font())
        width = words.width() + theme.px(_ICON) + _GAP + 2 * _SIDE + 4
        return QSize(width, max(TARGET, words.height() + 24))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

    def draw_content(self, painter: QPainter, room: QRect, ink: str) -> None:
        side = current_theme().px(_ICON)
        top = (room.height() - side) / 2
        draw_icon(painter, self._icon, QRectF(_SIDE, top, side, side), colour(ink))
        painter.setFont(self.font())
        painter.setPen(colour(ink))
        words = room.adjusted(_SIDE + side + _GAP, 0, -_SIDE + 2, 0)
        painter.drawText(words, 0x0080, self.text())  # Qt.AlignVCenter
