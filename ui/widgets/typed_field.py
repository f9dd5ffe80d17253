"""What time and date fields share: one line that is read when the focus leaves it."""

from typing import Generic, TypeVar, Unpack

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from ui.widgets.fields import FieldLook, LineEdit, LineField

T = TypeVar("T")

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class TypedField(LineField, Generic[T]):
    """A line field that holds a value of type ``T`` or what could not be read.

    Up and Down step the value. What cannot be read is kept, and told.
    """

    def __init__(self, label: str, sample: T, **look: Unpack[FieldLook]) -> None:
        super().__init__(label, LineEdit(sample=self._shown(sample)), **look)
        self._value: T | None = None
        self.edit.installEventFilter(self)

    def value(self) -> T | None:
        """Return the value typed, or ``None`` if empty or not to be read."""
        return self._read(self.text()) if self.text() else None

    def set_value(self, value: T | None) -> None:
        """Show a value, without a signal; clears the error."""
        self.set_text("" if value is None else self._shown(value))

    def is_unreadable(self) -> bool:
        """Return whether something is typed that cannot be read."""
        return bool(self.text()) and self.value() is None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None and not event.modifiers():
                self._step(by)
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        self.set_value(self._stepped(self.value(), by))
        self.edited.emit()

    def _on_edit_finished(self) -> None:
        value = self.value()
        if value is not None:
            self.set_value(value)
        elif self.text():
            self.set_error(self._unreadable())
        super()._on_edit_finished()

    def _read(self, words: str) -> T | None:
        raise NotImplementedError

    def _shown(self, value: T) -> str:
        raise NotImplementedError

    def _stepped(self, value: T | None, by: int) -> T:
        raise NotImplementedError

    def _unreadable(self) -> str:
        raise NotImplementedError
