"""A list that scrolls in its card on a large page and is laid out whole elsewhere."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current_theme
from ui.widgets.page_scroll import PageScroll

SEEN_WHOLE = "seenWhole"
"""A property of widgets to be scrolled into sight whole when the focus enters them."""


class GrowingScroll(PageScroll):
    """``GrowingScroll(least)``: at least so many px high, and more if there is room.

    After :meth:`show_whole` it takes the height of its content and never scrolls:
    the page around it does. The widgets stay where they are, so does the caret.
    """

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self._whole = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        inside = self.widget()
        if inside is not None:
            inside.installEventFilter(self)

    def show_whole(self, *, whole: bool) -> None:
        """Take all the height of the content, or scroll again."""
        self._whole = whole
        bars = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if whole else bars.ScrollBarAsNeeded
        )
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if not self._whole:
            return current_theme().px(self._least)
        inside = self._inside()
        if inside.hasHeightForWidth():
            return inside.heightForWidth(width)
        return inside.sizeHint().height()

    def sizeHint(self) -> QSize:
        width = self._inside().sizeHint().width()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def minimumSizeHint(self) -> QSize:
        least = self._inside().minimumSizeHint().width()
        height = self.heightForWidth(self.width()) if self._whole else self._least
        return QSize(least, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._whole:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        super()._on_focus_changed(old, new)
        see(self, new)

    def _inside(self) -> QWidget:
        inside = self.widget()
        assert inside is not None  # PageScroll makes one
        return inside


def see(scroll: PageScroll, widget: QWidget | None) -> None:
    """Scroll until a widget, and the row it stands in, are in sight."""
    inside = scroll.widget()
    if widget is None or inside is None or not inside.isAncestorOf(widget):
        return
    scroll.ensureWidgetVisible(widget, 12, 12)
    part: QWidget | None = widget
    while part is not None and part is not inside:
        if part.property(SEEN_WHOLE):
            scroll.ensureWidgetVisible(part, 0, 4)
            return
        part = part.parentWidget()
