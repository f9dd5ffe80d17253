"""A new passphrase, typed once, with a plain word on its strength (NIST 800-63B-4)."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.passphrase import check_passphrase_choice, strength_words
from app.domain.wording import _
from ui.widgets.labels import Second
from ui.widgets.passphrase_field import PassphraseField


class NewPassphrase(QWidget):
    """``NewPassphrase(label)``: the field, and a hint that follows each key.

    Signals:
        entered: Enter was pressed in it.
    """

    entered = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.field = PassphraseField(label, strong=True)
        self.field.edit.setObjectName("new_passphrase")
        self.field.edit.textChanged.connect(self._on_text_changed)
        self.field.edit.returnPressed.connect(self.entered)
        self._hint = Second()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._hint)
        column.addWidget(self.field)
        self._on_text_changed("")

    def text(self) -> str:
        """Return exactly what is typed."""
        return self.field.text()

    def goes_to_missing(self) -> bool:
        """Say why it will not do, and go there; false if it will."""
        problems = check_passphrase_choice(self.text())
        if problems:
            self.field.set_error(problems[0].message)
            self.enter()
        return bool(problems)

    def enter(self) -> None:
        """Take the focus."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was typed."""
        self.field.clear()

    def _on_text_changed(self, text: str) -> None:
        rule = _("At least 15 characters. Spaces and any letters are fine.")
        self._hint.set_words(f"{rule} {strength_words(text)}")
