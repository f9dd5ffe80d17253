"""Use the program as a person does: find what is on the screen, click it, type.

Widgets are found by their object names, only where they can be seen.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

PATIENCE = 30.0
"""Seconds; a machine that does three things at once is slow."""


class Driver:
    """Hands and eyes at the program's windows."""

    def __init__(self, pictures: Path | None = None) -> None:
        self._pictures = pictures
        self._taken = 0

    def see(self, name: str, kind: type[Any] = QWidget) -> Any:
        """Return the visible widget of this name; wait for it."""
        found: list[QWidget] = []

        def is_there() -> bool:
            found[:] = [one for one in _all(kind) if one.objectName() == name]
            return bool(found)

        self.wait(is_there, name)
        return found[-1]

    def sees(self, name: str) -> bool:
        """Say whether a widget of this name can be seen now."""
        return any(one.objectName() == name for one in _all(QWidget))

    def click(self, name: str) -> None:
        """Click in the middle of what has this name, once it is enabled."""
        widget = self.see(name)
        self.wait(widget.isEnabled, f"{name} enabled")
        _show(widget)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_at(self, name: str, x: int, y: int) -> None:
        """Click at a place inside what has this name."""
        widget = self.see(name)
        _show(widget)
        QTest.mouseClick(
            widget,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(x, y),
        )

    def type(self, name: str, words: str, *, leave: bool = True) -> None:
        """Click into a field, take what is there away, and type."""
        field = typing_part(self.see(name))
        _show(field)
        target = field.viewport() if isinstance(field, QAbstractScrollArea) else field
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if isinstance(field, QLineEdit) and not words:
            QTest.keyClick(field, Qt.Key.Key_Delete)
        for letter in words:
            if letter.isascii():
                QTest.keyClick(field, letter)
            else:  # QTest knows keys, not every letter; an input method would do this
                _commit(field, letter)
        if leave:
            QTest.keyClick(field, Qt.Key.Key_Tab)

    def pick(self, name: str, words: str) -> None:
        """Click the chip that says this, in the group of this name."""
        group = self.see(name)
        chips = [
            chip
            for chip in group.findChildren(QAbstractButton)
            if self._says(chip, words)
        ]
        assert chips, f"no chip {words!r} in {name}"
        _show(chips[0])
        if not chips[0].isChecked():
            QTest.mouseClick(chips[0], Qt.MouseButton.LeftButton)

    def choose(self, name: str, words: str) -> None:
        """Open the list under a button, and take the line that says this."""
        self.click(name)
        menu = self.menu()
        action = next(a for a in menu.actions() if words in a.text().replace("&", ""))
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        self.wait(lambda: not menu.isVisible(), "the menu closed")
        main_window().activateWindow()  # offscreen, the menu keeps that otherwise

    def menu(self) -> QMenu:
        """Return the open menu; wait for it."""
        self.wait(lambda: bool(_all(QMenu)), "a menu")
        (menu,) = _all(QMenu)
        assert isinstance(menu, QMenu)
        return menu

    def open_row(self, name: str, row: int) -> None:
        """Double-click a row of a table."""
        table = self.see(name, QAbstractItemView)
        index = table.model().index(row, 0)
        place = table.visualRect(index).center()
        view = table.viewport()
        button, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view, button, nothing, place)
        QTest.mouseDClick(view, button, nothing, place)

    @staticmethod
    def _says(button: QAbstractButton, words: str) -> bool:
        said = f"{button.text()} {button.accessibleName()}".replace("&", "")
        return words.casefold() in said.casefold()

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is."""
        focus = QApplication.focusWidget() or main_window()
        QTest.keyClick(focus, key, modifiers)

    def wait(self, happened: Callable[[], bool], what: str = "") -> None:
        """Let the program work until it happened."""
        end = monotonic() + PATIENCE
        while not happened():
            if monotonic() > end:
                self.picture("stuck")
                raise AssertionError(f"waited in vain: {what}; on screen: {names()}")
            rest(10)

    def picture(self, name: str) -> None:
        """Keep a picture of the window, where pictures are wanted."""
        if self._pictures is None:
            return
        rest(60)
        self._taken += 1
        window = QApplication.activeModalWidget() or main_window()
        path = self._pictures / f"{self._taken:02d}-{name}.png"
        window.grab().save(str(path))


def rest(milliseconds: int) -> None:
    """Let the program work; ``QTest.qWait`` would keep its background lanes waiting."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def typing_part(widget: QWidget) -> QWidget:
    """Return what takes the keys: the widget, or the one field inside it."""
    if isinstance(widget, QLineEdit | QAbstractScrollArea):
        return widget
    for kind in (QLineEdit, QTextEdit, QPlainTextEdit):
        if (inside := widget.findChild(kind)) is not None:
            return inside
    raise AssertionError(f"nothing to type into: {widget.objectName()}")


def names() -> list[str]:
    """Return the names that can be seen now, for somebody who is stuck."""
    return sorted({one.objectName() for one in _all(QWidget) if one.objectName()})


def _all(kind: type[Any]) -> list[QWidget]:
    return [
        one
        for one in QApplication.allWidgets()
        if isinstance(one, kind) and one.isVisible()
    ]


def main_window() -> QWidget:
    """Return the largest window that can be seen."""
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    return max(shown, key=lambda one: one.width() * one.height())


def _show(widget: QWidget) -> None:
    parent = widget.parentWidget()
    while parent is not None:
        if hasattr(parent, "ensureWidgetVisible"):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    rest(1)


def _commit(field: QWidget, letter: str) -> None:
    from PySide6.QtGui import QInputMethodEvent

    event = QInputMethodEvent()
    event.setCommitString(letter)
    QApplication.sendEvent(field, event)
