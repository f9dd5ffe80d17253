"""What every dialog is built on: a heading, a body that scrolls, a bar of buttons."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.wording import _
from ui.theme import current_theme
from ui.widgets.bars import ActionBar
from ui.widgets.labels import Line, Title
from ui.widgets.page_scroll import PageScroll
from ui.widgets.painting import colour

_SIDE, _TOP = 24, 16
_AROUND = 24
_NARROW = 600


class Dialog(QDialog):
    """A window over its page: ``Dialog(title, parent, second="")``.

    Esc closes it. It stays as it was, so that what was typed is there when it is
    opened again: :meth:`show_over` opens it over its page and takes its size.

    Attributes:
        title: The heading.
        body: Where the content goes, 12 px apart; it scrolls.
        bar: The buttons at the bottom.
    """

    wide = 720

    def __init__(self, title: str, parent: QWidget, second: str = "") -> None:
        super().__init__(parent)
        # Neutral, as all window titles: the heading inside may hold a name.
        self.setWindowTitle("Peer Daybook")
        self.setAccessibleName(_("Dialog"))
        self.title = Title(title)
        self.title.set_compact(compact=True)
        self.second = Line(second)
        self.second.setVisible(bool(second))
        self._scroll = PageScroll()
        self.body = self._scroll.column
        self.bar = ActionBar()
        self.bar.set_compact(compact=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        inner = QVBoxLayout()
        inner.setContentsMargins(_SIDE, _TOP, _SIDE, 12)
        inner.setSpacing(8)
        inner.addWidget(self.title)
        inner.addWidget(self.second)
        inner.addWidget(self._scroll, 1)
        self._column.addLayout(inner, 1)
        self._column.addWidget(self.bar)

    def set_title(self, title: str, second: str = "") -> None:
        """Show another heading and line."""
        self.title.set_words(title)
        self.second.set_words(second)
        self.second.setVisible(bool(second))

    def show_over(self, first: QWidget | None = None) -> None:
        """Open over the page, as large as its content needs and the window has."""
        page = self.parentWidget()
        window = page.window().size() if page is not None else QSize(1366, 700)
        wide = min(current_theme().px(self.wide), window.width() - _AROUND)
        self.fit(narrow=wide < current_theme().px(_NARROW))
        self.resize(wide, window.height() - _AROUND)
        self.open()
        self._shrink(window)
        self.bring_to(first or self.title)

    def fit(self, *, narrow: bool) -> None:
        """Lay out for a narrow window or large text; for subclasses."""

    def bring_to(self, widget: QWidget) -> None:
        """Give a widget the focus, in sight."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        # Errors that appear with it move it once they are laid out.
        QTimer.singleShot(0, self, partial(self._keep_in_sight, widget))

    def _keep_in_sight(self, widget: QWidget) -> None:
        inside = self._scroll.widget()
        if isValid(widget) and inside is not None and inside.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 12, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), colour("bg"))

    def _shrink(self, window: QSize) -> None:
        inside = self._scroll.widget()
        if inside is None:
            return
        width = self._scroll.viewport().width()
        wanted = inside.heightForWidth(width) if inside.hasHeightForWidth() else -1
        wanted = max(wanted, inside.sizeHint().height())
        rest = self.height() - self._scroll.height()
        self.resize(self.width(), min(wanted + rest, window.height() - _AROUND))
