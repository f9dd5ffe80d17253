"""The window: one thing at a time fills it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.tokens import is_compact

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from ui.first_sight import FirstSight
    from ui.pages.front import FrontPage
    from ui.pages.set_up.frame import SetUpFrame
    from ui.pages.shell import Shell

    Kept: TypeAlias = FrontPage | SetUpFrame | Shell
    Content: TypeAlias = FirstSight | Kept

_USUAL, _LEAST = QSize(1366, 700), QSize(640, 400)


class MainWindow(QWidget):
    """Holds one thing at a time: a front page, set-up, or the unlocked pages.

    Attributes:
        closes: Asked before it closes; false keeps it open.
    """

    def __init__(self, closes: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self.closes = closes
        self._covered: Content | None = None
        self.setWindowTitle("Peer Daybook")
        self.setMinimumSize(_LEAST)
        self.resize(_USUAL.boundedTo(self.screen().availableSize()))
        self._content: Content | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def content(self) -> Content | None:
        """Return what is shown."""
        return self._content

    def kept(self) -> Kept | None:
        """Return what holds words to save: what is covered, or else what is shown."""
        kept = self._content if self._covered is None else self._covered
        # The first sight is gone before anything can be unlocked.
        return cast("Kept | None", kept)

    def show_content(self, content: Content) -> None:
        """Show this instead of what was shown, which is destroyed."""
        old, self._content = self._content, content
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._layout.addWidget(content)
        self._fit()
        content.show()

    def is_covered(self) -> bool:
        """Return whether something that could not be saved is covered."""
        return self._covered is not None

    def cover(self, page: FrontPage) -> None:
        """Show a page over the content, which is kept, out of sight."""
        if self._content is not None:
            self._covered, self._content = self._content, None
            self._covered.hide()
        self.show_content(page)

    def uncover(self) -> None:
        """Show again what was covered."""
        if self._covered is not None:
            covered, self._covered = self._covered, None
            self.show_content(covered)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._content is None or not self._content.press(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.closes())

    def _fit(self) -> None:
        if self._content is not None:
            self._content.set_compact(is_compact(self.size()))
