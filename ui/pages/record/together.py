"""A field and the button that fills it, never parted by the end of a line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.field import Field


class Together(QWidget):
    """``Together(field, button)``, side by side, lined up by their controls."""

    def __init__(self, field: Field, button: QWidget) -> None:
        super().__init__()
        self._field = field
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (field, button):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def line_middle(self) -> int:
        """Return how far below the top the middle of the field's control is."""
        return self._field.line_middle()
