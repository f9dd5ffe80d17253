"""Fields to type in: one line, or text that grows."""

from typing import Unpack

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QTextEdit

from ui.theme import BODY, TARGET, Theme
from ui.widgets.field import Field, FieldLook
from ui.widgets.painting import words_size
from ui.widgets.themed import Themed

__all__ = ["Field", "FieldLook", "LineEdit", "LineField", "TextEdit", "TextField"]


class LineEdit(Themed, QLineEdit):
    """The bare one-line control: ``LineEdit(tall=..., sample="")``; it needs a name.

    ``sample`` are words it must have room for.
    """

    def __init__(self, *, tall: bool = False, sample: str = "") -> None:
        super().__init__()
        self._tall = tall
        self._sample = sample
        self.setProperty("role", "field")
        self.setProperty("ringRadius", 10)
        self.dress()

    def wear(self, theme: Theme) -> None:
        self.setFont(theme.font(BODY))
        least = 52 if self._tall else TARGET + 2
        self.setFixedHeight(max(least, theme.px(20) + least - 20))

    def sizeHint(self) -> QSize:
        least = words_size(self._sample, self.font()).width() + 34
        return QSize(max(least, 120), self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint() if self._sample else super().minimumSizeHint()


class LineField(Field):
    """One line of text.

    ``LineField(label, **look)``; look: hint, note, placeholder, strong, beside.

    Attributes:
        edit: The ``QLineEdit`` inside.
    """

    def __init__(
        self, label: str, edit: LineEdit | None = None, **look: Unpack[FieldLook]
    ) -> None:
        self.edit = edit or LineEdit()
        self.edit.setPlaceholderText(look.get("placeholder", ""))
        super().__init__(label, self.edit, **look)
        self.edit.textEdited.connect(self._on_edit_edited)
        self.edit.editingFinished.connect(self._on_edit_finished)

    def text(self) -> str:
        """Return what is typed, without spaces at the ends."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Fill it in, without a signal; clears the error."""
        if text != self.edit.text():
            self.edit.setText(text)
        self.clear_error()

    def _on_edit_edited(self, _text: str) -> None:
        self.clear_error()
        self.edited.emit()

    def _on_edit_finished(self) -> None:
        self.settled.emit()


class TextEdit(Themed, QTextEdit):
    """The bare text control that grows with its words; Tab moves on."""

    left = Signal()

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setProperty("role", "field")
        self.setProperty("ringRadius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        self.dress()

    def wear(self, theme: Theme) -> None:
        self.setFont(theme.font(BODY))
        self.document().setDefaultFont(theme.font(BODY))
        self._on_grown()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._height_of(self._least))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _on_grown(self, _size: object = None) -> None:
        self.setMinimumHeight(self._wanted())

    def _wanted(self) -> int:
        lines = round(self.document().size().height()) + 18
        return max(
            min(lines, self._height_of(self._most)), self._height_of(self._least)
        )

    def _height_of(self, lines: int) -> int:
        return self.fontMetrics().lineSpacing() * lines + 26


class TextField(Field):
    """Text of several lines that grows from ``lines`` to ``most`` lines, then scrolls.

    ``TextField(label, lines=3, most=10, **look)``.

    Attributes:
        edit: The ``QTextEdit`` inside.
    """

    _grows = True

    def __init__(
        self, label: str, lines: int = 3, most: int = 10, **look: Unpack[FieldLook]
    ) -> None:
        self.edit = TextEdit(lines, most)
        self.edit.setPlaceholderText(look.get("placeholder", ""))
        self._filling = False
        super().__init__(label, self.edit, **look)
        self.edit.textChanged.connect(self._on_edit_changed)
        self.edit.left.connect(self.settled)

    def text(self) -> str:
        """Return what is typed, without space at the ends."""
        return self.edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Fill it in, without a signal; clears the error."""
        if text != self.edit.toPlainText():
            self._filling = True
            self.edit.setPlainText(text)
            self._filling = False
        self.clear_error()

    def insert(self, words: str) -> None:
        """Put words in at the caret, as the specialist's own edit, and go there."""
        self.edit.insertPlainText(words)
        self.edit.moveCursor(QTextCursor.MoveOperation.NoMove)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_edit_changed(self) -> None:
        if not self._filling:
            self.clear_error()
            self.edited.emit()
