"""Let a widget take its fonts and colours from the theme, now and when it changes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from ui.icons import icon
from ui.theme import Theme, current_theme

if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object

_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.PaletteChange)


class Themed(_Widget):
    """Mixed in before a Qt widget class; call :meth:`dress` at the end of building."""

    _worn: Theme | None = None

    def dress(self) -> None:
        """Put the theme in force on, if it is not worn yet."""
        theme = current_theme()
        if theme is not self._worn:
            self._worn = theme
            self.wear(theme)
            self.updateGeometry()
            self.update()

    def wear(self, theme: Theme) -> None:
        """Take fonts, colours and sizes from ``theme``; for subclasses to extend."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED and self._worn is not None:
            self.dress()


def tinted(name: str, token: str = "ink") -> QIcon:
    """Return an icon in a token's colour, for Qt's own menus; made anew to re-tint."""
    return icon(name, current_theme().colour(token))
