"""Bars at the bottom of a page: what is left and what to do, and undo."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QWidget

from app.domain.wording import _
from ui.theme import RADIUS_FIELD
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, Look, QuietButton
from ui.widgets.card import Panel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.painting import colour
from ui.widgets.pill import IconLabel

_UNDO_FOR = 10_000  # milliseconds
_SIDE, _SIDE_COMPACT = 28, 16


class ActionBar(QWidget):
    """The bar fixed at the bottom: a message that leads somewhere, and buttons.

    ``ActionBar()``; then :meth:`add_button`, :meth:`add_start`, :meth:`tell`.

    Signals:
        message_pressed: The message was pressed: go to what is missing.
    """

    message_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._message = _MessageButton()
        self._message.hide()
        self._message.clicked.connect(self.message_pressed)
        self._start = FlowLayout(gap=12)
        self._end = FlowLayout(gap=12, right=True)
        self._ends = _Ends(self, self._start, self._end)
        self._start.addWidget(self._message)
        self.set_compact(compact=False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add_button(self, button: QWidget) -> QWidget:
        """Add a button at the right end; the main one last."""
        self._end.addWidget(button)
        return button

    def add_start(self, widget: QWidget) -> QWidget:
        """Add a widget at the left, such as Back."""
        self._start.addWidget(widget)
        return widget

    def tell(
        self, words: str, icon: str = "list-checks", *, leads: bool = True
    ) -> None:
        """Show a message at the left, and have it read out when it changes.

        With ``leads`` it can be pressed; else it is words only. Empty words hide it.
        """
        changed = words != self._message.text()
        self._message.set_words(words)
        self._message.set_icon(icon)
        self._message.set_leads(leads=leads)
        self._message.setVisible(bool(words))
        if changed and self.isVisible():
            announce(self, words)

    def message(self) -> str:
        """Return the message shown."""
        return self._message.text()

    def set_compact(self, compact: bool) -> None:
        """Take less room in small windows."""
        side = _SIDE_COMPACT if compact else _SIDE
        height = 8 if compact else 10
        self._ends.setContentsMargins(QMargins(side, height + 1, side, height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("surface"))
        painter.fillRect(0, 0, self.width(), 1, colour("hairline"))


class _Ends(QLayout):
    """Two layouts at the ends of one line; one under the other if they do not fit."""

    def __init__(self, parent: QWidget, start: QLayout, end: QLayout) -> None:
        super().__init__(parent)
        self._parts = [start, end]
        for part in self._parts:
            self.addChildLayout(part)

    def addItem(self, _item: object) -> None:
        raise NotImplementedError

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int) -> QLayout | None:
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, _index: int) -> None:
        return None

    def hasHeightForWidth(self) -> bool:
        return True

    def sizeHint(self) -> QSize:
        start, end = (part.sizeHint() for part in self._parts)
        size = QSize(
            start.width() + 16 + end.width(), max(start.height(), end.height())
        )
        return size.grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        start, end = (part.minimumSize() for part in self._parts)
        least = QSize(
            max(start.width(), end.width()), max(start.height(), end.height())
        )
        return least.grownBy(self.contentsMargins())

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        start, end = self._parts
        fits = start.sizeHint().width() + 16 + end.sizeHint().width() <= inner.width()
        if fits:
            height = max(start.sizeHint().height(), end.sizeHint().height())
            wide = end.sizeHint().width()
            left = QRect(inner.x(), inner.y(), inner.width() - wide - 16, height)
            right = QRect(inner.x() + inner.width() - wide, inner.y(), wide, height)
        else:
            above = start.heightForWidth(inner.width()) if not start.isEmpty() else 0
            below = end.heightForWidth(inner.width())
            gap = 8 if above and below else 0
            left = QRect(inner.x(), inner.y(), inner.width(), above)
            right = QRect(inner.x(), inner.y() + above + gap, inner.width(), below)
            height = above + gap + below
        if move:
            start.setGeometry(_centred(left, start))
            end.setGeometry(_centred(right, end))
        return height + margins.top() + margins.bottom()


def _centred(room: QRect, part: QLayout) -> QRect:
    height = part.heightForWidth(room.width())
    return QRect(
        room.x(), room.y() + (room.height() - height) // 2, room.width(), height
    )


class _MessageButton(Button):
    padding = 8

    def __init__(self) -> None:
        super().__init__()
        self._leads = True

    def set_leads(self, *, leads: bool) -> None:
        self._leads = leads
        policy = Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not leads)

    def look(self) -> Look:
        return Look(hover="soft", icon="accent")


class UndoBar(Panel):
    """What was just done, with Undo for ten seconds: ``UndoBar()``, hidden at first.

    Signals:
        undone: Undo was pressed in time.
        expired: The ten seconds are over, or another message took its place.
    """

    undone = Signal()
    expired = Signal()

    def __init__(self) -> None:
        super().__init__("soft", radius=RADIUS_FIELD)
        self._line = IconLabel("circle-check", "", "on_soft", 16)
        self._button = QuietButton(_("&Undo"), "undo-2")
        self._button.clicked.connect(self._on_undo_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.addWidget(self._line, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self, singleShot=True, interval=_UNDO_FOR)
        self._timer.timeout.connect(self._on_time_over)
        self.hide()

    def offer(self, words: str) -> None:
        """Say what was done and offer to undo it; an offer still open expires."""
        if self._timer.isActive():
            self.expired.emit()
        self._line.set_words(words)
        self.show()
        announce(self, _("{done} You can undo this.").format(done=words))
        self._timer.start()

    def settle(self) -> None:
        """End an open offer now, as when the page is left."""
        if self._timer.isActive():
            self._timer.stop()
            self._on_time_over()

    def _on_undo_clicked(self) -> None:
        self._timer.stop()
        self.hide()
        self.undone.emit()

    def _on_time_over(self) -> None:
        self.hide()
        self.expired.emit()
