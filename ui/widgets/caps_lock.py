"""Find out whether Caps Lock is on."""

import sys

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

_VK_CAPITAL = 0x14


class CapsLock(QObject):
    """Knows Caps Lock from Windows, elsewhere from the letters that are typed.

    Signals:
        changed: It is now on (true) or off.
    """

    changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._on = False

    def look(self) -> None:
        """Ask the system, where it can be asked."""
        if sys.platform == "win32":
            import ctypes

            state = ctypes.windll.user32.GetKeyState(_VK_CAPITAL)
            self._set(on=bool(state & 1))

    def learn(self, event: QKeyEvent) -> None:
        """Learn from one key press."""
        letter = event.text()
        if sys.platform == "win32":
            self.look()
        elif event.key() == Qt.Key.Key_CapsLock:
            self._set(on=not self._on)
        elif len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set(on=letter.isupper() != shifted)

    def _set(self, *, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.changed.emit(on)
