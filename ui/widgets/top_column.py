"""A column whose widgets keep their own height and stand at the top."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

_ANYWHERE = Qt.AlignmentFlag(0)


class TopColumn(QVBoxLayout):
    """A ``QVBoxLayout`` with the room left over at its bottom: ``TopColumn(parent)``.

    What is added with a ``stretch`` takes that room instead.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 12) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._stretched = False
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        policy = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, policy.Minimum, policy.Expanding))

    def addWidget(  # noqa: N802  Qt's name
        self,
        widget: QWidget,
        stretch: int | None = 0,
        alignment: Qt.AlignmentFlag = _ANYWHERE,
    ) -> None:
        self._stretched |= bool(stretch)
        self.insertWidget(self.count() - 1, widget, stretch or 0, alignment)

    def addLayout(self, layout: QLayout, stretch: int | None = 0) -> None:
        self._stretched |= bool(stretch)
        self.insertLayout(self.count() - 1, layout, stretch or 0)

    def addStretch(self, stretch: int | None = 0) -> None:  # noqa: N802  Qt's name
        self.insertStretch(self.count() - 1, stretch or 0)

    def addSpacing(self, size: int) -> None:  # noqa: N802  Qt's name
        self.insertSpacing(self.count() - 1, size)

    def expandingDirections(self) -> Qt.Orientation:
        """Want more height only for what was added with a stretch.

        Without this the room at the bottom would count, and a card in a column of
        cards would take the height that is left over.
        """
        ways = super().expandingDirections()
        return ways if self._stretched else ways & ~Qt.Orientation.Vertical
