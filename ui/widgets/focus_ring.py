"""One ring around whatever has the focus: 2 px of surface, then 3 px of colour."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from ui.widgets.painting import colour

_GAP, _WIDTH = 2, 3
_REACH = _GAP + _WIDTH
_MOVED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.LayoutRequest,
)


class FocusRing(QObject):
    """Follows the focus through the whole program; make one and keep it.

    A widget's ``ringRadius`` property is the radius of its own corners.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._overlay: _Overlay | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def overlay(self) -> QWidget | None:
        """Return the ring now drawn, or ``None``."""
        shown = self._overlay is not None and shiboken6.isValid(self._overlay)
        return self._overlay if shown else None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED:
            self._place()
        return False

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for watched in self._watched:
            if shiboken6.isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        self._target = new
        if new is None or new.focusPolicy() == Qt.FocusPolicy.NoFocus:
            self._drop()
            return
        widget: QWidget | None = new
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()
        window = new.window()
        overlay = self.overlay()
        if overlay is None or overlay.parentWidget() is not window:
            self._drop()
            self._overlay = _Overlay(window)
        self._place()

    def _drop(self) -> None:
        overlay = self.overlay()
        self._overlay = None
        if overlay is not None:
            overlay.hide()
            overlay.deleteLater()

    def _place(self) -> None:
        overlay, target = self._overlay, self._target
        if self.overlay() is None or overlay is None:
            return
        if target is None or not shiboken6.isValid(target) or not target.isVisible():
            overlay.hide()
            return
        overlay.surround(target)


class _Overlay(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._ring = QRectF()
        self._radius = 10.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, target: QWidget) -> None:
        window = target.window()
        place = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
        ring = place.adjusted(-_REACH, -_REACH, _REACH, _REACH)
        seen = ring.intersected(_in_sight(target, window))
        if seen.isEmpty():
            self.hide()
            return
        radius = target.property("ringRadius")
        self._radius = float(radius) if radius is not None else 10.0
        self._radius = min(self._radius, place.height() / 2)
        self._ring = QRectF(ring.translated(-seen.topLeft()))
        self.setGeometry(seen)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for token, width, inset in (
            ("surface", _GAP, _WIDTH + _GAP / 2),
            ("focus", _WIDTH, _WIDTH / 2),
        ):
            painter.setPen(QPen(colour(token), width))
            radius = self._radius + _REACH - inset
            rect = self._ring.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(rect, radius, radius)


def _in_sight(target: QWidget, window: QWidget) -> QRect:
    """Return the part of the window in which ``target`` may show, scrolling minded."""
    seen = window.rect()
    widget = target.parentWidget()
    while widget is not None and widget is not window:
        above = widget.parentWidget()
        if isinstance(above, QAbstractScrollArea) and above.viewport() is widget:
            place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
            seen = seen.intersected(place)
        widget = above
    return seen
