"""One line to search in, with a magnifying glass at its start."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from ui.theme import Theme, current_theme
from ui.widgets.fields import LineEdit
from ui.widgets.painting import colour, draw_icon

_ICON, _LEFT = 18, 13


class SearchEdit(LineEdit):
    """``SearchEdit(name, placeholder)``: ``name`` is read out."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)

    def wear(self, theme: Theme) -> None:
        super().wear(theme)
        self.setTextMargins(theme.px(_ICON) + 10, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = current_theme().px(_ICON)
        spot = QRectF(_LEFT, (self.height() - side) / 2, side, side)
        draw_icon(QPainter(self), "search", spot, colour("ink2"))
