"""A scroll area that never scrolls sideways and keeps the focus in sight."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.widgets.top_column import TopColumn

_AROUND = 12
_GROWN = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class PageScroll(QScrollArea):
    """``PageScroll(content=None)``; add to :attr:`column`, or hand a widget over.

    Attributes:
        column: The layout of what scrolls, 12 px apart.
    """

    def __init__(self, content: QWidget | None = None) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("role", "page")
        inside = QWidget()
        inside.setProperty("role", "page")
        inside.setAutoFillBackground(False)
        # Asking Qt for its own viewport has Python make every widget class there is.
        ground = QWidget()
        ground.setAutoFillBackground(False)
        self.setViewport(ground)
        self.column = TopColumn(inside)
        if content is not None:
            self.column.addWidget(content, 1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        # What has just been added gets its place only when the content has grown.
        self._placed = QTimer(self, singleShot=True, interval=0)
        self._placed.timeout.connect(self._show_focus)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() in _GROWN:
            self._placed.start()
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._show_focus()

    def _show_focus(self) -> None:
        """Scroll to what has the focus: all of it, or its caret if it is too tall."""
        new, inside = QApplication.focusWidget(), self.widget()
        if new is None or inside is None or not inside.isAncestorOf(new):
            return
        self.ensureWidgetVisible(new, _AROUND, _AROUND)
        if new.height() + 2 * _AROUND <= self.viewport().height():
            at = QRect(new.mapTo(inside, QPoint(0, 0)), new.size())
            self.ensureVisible(at.x(), at.bottom(), 0, _AROUND)
            self.ensureVisible(at.x(), at.top(), 0, _AROUND)
