"""What every field shares: its label, its hint, and what is wrong with it."""

from typing import TypedDict, Unpack

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from ui.theme import BODY, SMALL, current_theme
from ui.widgets.announce import announce
from ui.widgets.labels import Label, Second, buddy_label, plain
from ui.widgets.pill import IconLabel

_LABEL_GAP = 6  # the focus ring reaches 5 px out of the control
_ERROR_WIDTH = 220


class FieldLook(TypedDict, total=False):
    """How a field is laid out; every key may be left out.

    Attributes:
        hint: A small line under it, also its accessible description.
        note: A small line at the right end of the label's line.
        placeholder: Words inside while it is empty; never the only label.
        strong: The label is 16 px bold, not 14 px.
        beside: The label stands at the left, not above.
    """

    hint: str
    note: str
    placeholder: str
    strong: bool
    beside: bool


class Field(QWidget):
    """What every field shares: label, control, hint, error. Use a class below.

    Attributes:
        label: The label; its ``&`` letter with Alt goes to the control.

    Signals:
        edited: The specialist changed something; never sent by a ``set_...`` method.
        settled: The focus left after a change, or Enter was pressed.
    """

    edited = Signal()
    settled = Signal()

    _grows = False

    def __init__(self, label: str, control: QWidget, **look: Unpack[FieldLook]) -> None:
        super().__init__()
        self._control = control
        self._hint = look.get("hint", "")
        self._beside = beside = look.get("beside", False)
        strong = look.get("strong", False)
        size = BODY if beside or strong else SMALL
        self.label = Label(size=size, bold=strong, token="ink")
        buddy_label(label, control, self.label)
        self._note = Second(look.get("note", ""))
        self._told = _Told("circle-alert", "", "bad")
        self._told.hide()
        self._hint_line = Second(self._hint)
        control.setAccessibleDescription(self._hint)
        self.setFocusProxy(control)
        self._lay_out(beside=beside)
        # Not before they have a parent: a widget shown without one is a window.
        self.label.setVisible(bool(label))
        self._note.setVisible(bool(self._note.text()))
        self._hint_line.setVisible(bool(self._hint))

    def control(self) -> QWidget:
        """Return the widget that takes the focus."""
        return self._control

    def name_as(self, name: str) -> None:
        """Say more to screen readers than the label does, so that names are unique."""
        self._control.setAccessibleName(plain(name))

    def set_note(self, words: str) -> None:
        """Show a small line at the right end of the label's line."""
        self._note.set_words(words)
        self._note.setVisible(bool(words))

    def error(self) -> str:
        """Return the error shown, or an empty text."""
        return "" if self._told.isHidden() else self._told.text()

    def set_error(self, words: str) -> None:
        """Show what is wrong and the next step, and have it read out; empty clears."""
        if words == self.error():
            return
        self._told.set_words(words)
        self._told.setVisible(bool(words))
        self._hint_line.setVisible(bool(self._hint) and not words)
        self._control.setAccessibleDescription(words or self._hint)
        self._control.setProperty("wrong", bool(words))
        style = self._control.style()
        style.unpolish(self._control)
        style.polish(self._control)
        announce(self._control, words, urgent=True)

    def line_middle(self) -> int:
        """Return how far below the top the middle of the control is."""
        control = self._control.sizeHint().height() // 2
        if self._beside or not self.label.text():
            return max(control, self.label.sizeHint().height() // 2)
        return self.label.sizeHint().height() + _LABEL_GAP + control

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the control, in its column."""
        self._below.addWidget(widget)

    def clear_error(self) -> None:
        """Take the error away."""
        self.set_error("")

    def _lay_out(self, *, beside: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(_LABEL_GAP)
        if beside:
            grid.addWidget(self.label, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            head = QHBoxLayout()
            head.setContentsMargins(0, 0, 0, 0)
            head.addWidget(self.label)
            self._note.setAlignment(Qt.AlignmentFlag.AlignRight)
            head.addWidget(self._note, 1)
            grid.addLayout(head, 0, 1)
        self._below = QVBoxLayout()
        self._below.setSpacing(4)
        self._below.addWidget(self._hint_line)
        self._below.addWidget(self._told)
        grid.addWidget(self._control, 0 if beside else 1, 1)
        grid.addLayout(self._below, 2, 1)
        grid.setColumnStretch(1, 1)
        if not self._grows:
            grid.setRowStretch(3, 1)


class _Told(IconLabel):
    """Asks for little width: a field hardly jumps when it has an error."""

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        width = min(hint.width(), current_theme().px(_ERROR_WIDTH))
        return QSize(width, self.heightForWidth(max(self.width(), width)))
