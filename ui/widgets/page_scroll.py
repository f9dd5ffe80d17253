"""A scroll area that never scrolls sideways and keeps the focus in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.widgets.top_column import TopColumn

_AROUND = 12


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
        self.viewport().setAutoFillBackground(False)
        self.column = TopColumn(inside)
        if content is not None:
            self.column.addWidget(content, 1)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = self.widget()
        if new is not None and inside is not None and inside.isAncestorOf(new):
            self.ensureWidgetVisible(new, _AROUND, _AROUND)
