"""A layout that fills a line and then goes on in the next, like words on a page."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lays widgets out left to right and wraps; items in a line share its middle.

    A widget with a ``line_middle() -> int`` (px from its top) is lined up there.
    ``FlowLayout(parent=None, *, gap=8, line_gap=8, right=False)``; ``right`` pushes
    each line to the right edge.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = 8,
        line_gap: int = 8,
        right: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setContentsMargins(QMargins(0, 0, 0, 0))
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self._right = right

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        width = sum(item.sizeHint().width() for item in shown)
        width += self._gap * max(len(shown) - 1, 0)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        least = QSize(0, 0)
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.y()
        for line in self._lines(inner.width()):
            above = max(_middle(item, size) for item, size in line)
            below = max(size.height() - _middle(item, size) for item, size in line)
            if move:
                space = QRect(inner.x(), top, inner.width(), above + below)
                self._place_line(line, space, above)
            top += above + below + self._line_gap
        bottom = top - self._line_gap if top > inner.y() else top
        return bottom - rect.y() + self.contentsMargins().bottom()

    def _place_line(
        self, line: list[tuple[QLayoutItem, QSize]], room: QRect, middle: int
    ) -> None:
        used = sum(size.width() for _, size in line) + self._gap * (len(line) - 1)
        left = room.x() + (room.width() - used if self._right else 0)
        for item, size in line:
            top = room.y() + middle - _middle(item, size)
            item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + self._gap

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = _fitted(item, width)
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            lines[-1].append((item, size))
            left += size.width() + self._gap
        return lines


def _middle(item: QLayoutItem, size: QSize) -> int:
    """Return how far below its top an item's middle is; fields say it themselves."""
    own = getattr(item.widget(), "line_middle", None)
    return min(own(), size.height()) if own is not None else size.height() // 2


def _fitted(item: QLayoutItem, width: int) -> QSize:
    size = item.sizeHint().expandedTo(item.minimumSize())
    if size.width() > width:
        size.setWidth(max(width, item.minimumSize().width()))
        if item.hasHeightForWidth():
            size.setHeight(item.heightForWidth(size.width()))
    return size
