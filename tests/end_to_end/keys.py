"""Use the program by keyboard alone: real X key events, Tab to reach everything."""

import subprocess
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QWidget,
)

from tests.end_to_end.driver import Driver, main_window, rest

_MOST_TABS = 120
_NAMES = {
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_Return: "Return",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Escape: "Escape",
    Qt.Key.Key_L: "l",
    Qt.Key.Key_N: "n",
    Qt.Key.Key_2: "2",
    Qt.Key.Key_4: "4",
    Qt.Key.Key_5: "5",
}
_WITH = {
    Qt.KeyboardModifier.NoModifier: "",
    Qt.KeyboardModifier.ControlModifier: "ctrl+",
    Qt.KeyboardModifier.ShiftModifier: "shift+",
}


class Keys(Driver):
    """Hands that have no mouse; eyes as before."""

    def click(self, name: str) -> None:
        """Reach what has this name by Tab, and press Space."""
        widget = self.see(name)
        self.wait(widget.isEnabled, f"{name} enabled")
        self._reach(name)
        self.press(Qt.Key.Key_Space)

    def pick(self, name: str, words: str) -> None:
        """Reach a group of chips by Tab, go to one by arrows, and press Space."""
        self.see(name)
        self._reach(name)
        for _turn in range(30):
            focus = QApplication.focusWidget()
            if isinstance(focus, QAbstractButton) and self._says(focus, words):
                break
            self.press(Qt.Key.Key_Right)
        else:
            raise AssertionError(f"no chip {words!r} in {name}")
        if not focus.isChecked():
            self.press(Qt.Key.Key_Space)

    def choose(self, name: str, words: str) -> None:
        """Open the list under a button, go down to a line, and press Enter."""
        self.click(name)
        menu = self.menu()
        for _turn in menu.actions():
            self.press(Qt.Key.Key_Down)
            active = menu.activeAction()
            if active is not None and words in active.text().replace("&", ""):
                break
        self.press(Qt.Key.Key_Return)

    def type(self, name: str, words: str, *, leave: bool = True) -> None:
        """Reach a field by Tab, and type over what is there."""
        self.see(name)
        self._reach(name)
        self._keep_keyboard()
        _xdotool("key", "ctrl+a")
        if not words:
            _xdotool("key", "Delete")
        for line, part in enumerate(words.split("\n")):
            if line:
                _xdotool("key", "Return")
            _xdotool("type", "--delay", "4", part)
        self._settle()
        if leave:
            self.press(Qt.Key.Key_Tab)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key, whatever has the focus."""
        self._keep_keyboard()
        _xdotool("key", _WITH[modifiers] + _NAMES[key])
        self._settle()

    def open_row(self, name: str, row: int) -> None:
        """Reach a table by Tab, go down to a row, and press Enter."""
        table: Any = self.see(name, QAbstractItemView)
        while QApplication.focusWidget() is not table:
            self.press(Qt.Key.Key_Tab)
        while table.currentIndex().row() < row:
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Return)

    def focus_window(self, window: QWidget) -> None:
        """Give a window the keyboard: there is no window manager to do it."""
        _xdotool("windowfocus", "--sync", str(int(window.winId())))
        self.wait(window.isActiveWindow, "window has the keyboard")

    def _keep_keyboard(self) -> None:
        """Do what a window manager does when a dialog closes."""
        if QApplication.activeWindow() is None and not QApplication.activePopupWidget():
            self.focus_window(QApplication.activeModalWidget() or main_window())

    def _reach(self, name: str) -> None:
        for _turn in range(_MOST_TABS):
            if _has_focus(name):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}")

    def _settle(self) -> None:
        for _turn in range(3):
            rest(6)


def _has_focus(name: str) -> bool:
    widget = QApplication.focusWidget()
    while widget is not None:
        if widget.objectName() == name:
            return True
        widget = widget.parentWidget()
    return False


def _xdotool(*words: str) -> None:
    subprocess.run(["xdotool", *words], check=True, capture_output=True)
