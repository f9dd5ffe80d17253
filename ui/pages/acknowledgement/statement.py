"""One "I acknowledge" statement with its box and what is wrong with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.announce import announce
from ui.widgets.check_row import CheckRow
from ui.widgets.pill import IconLabel
from ui.widgets.top_column import TopColumn


class Statement(QWidget):
    """A statement in the words of the source: ``Statement(words, name)``.

    ``name`` is the draft's field. Signals: ``edited`` when the specialist checks it.
    """

    edited = Signal()

    def __init__(self, words: str, name: str) -> None:
        super().__init__()
        self.row = CheckRow(words)
        self.row.setObjectName(name)
        self.row.clicked.connect(self._on_row_clicked)
        self._told = IconLabel("circle-alert", "", "bad")
        self.setFocusProxy(self.row)
        column = TopColumn(self, 2)
        column.addWidget(self.row)
        column.addWidget(self._told)
        self._told.hide()

    def is_checked(self) -> bool:
        """Return whether it is checked."""
        return self.row.isChecked()

    def set_checked(self, checked: bool) -> None:
        """Check it or not, without a signal; clears the error."""
        self.row.setChecked(checked)
        self.set_error("")

    def error(self) -> str:
        """Return the error shown, or an empty text."""
        return "" if self._told.isHidden() else self._told.text()

    def set_error(self, words: str) -> None:
        """Show what is wrong under it, and have it read out; empty clears."""
        if words == self.error():
            return
        self._told.set_words(words)
        self._told.setVisible(bool(words))
        self.row.setAccessibleDescription(words)
        announce(self.row, words, urgent=True)

    def set_locked(self, locked: bool) -> None:
        """Show only what was answered."""
        self.row.setEnabled(not locked)
        policy = Qt.FocusPolicy.NoFocus if locked else Qt.FocusPolicy.StrongFocus
        self.row.setFocusPolicy(policy)

    def _on_row_clicked(self) -> None:
        self.set_error("")
        self.edited.emit()
