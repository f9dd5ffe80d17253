"""Where the signing PIN is typed on the form; after five tries, the passphrase."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.wording import _, plural
from ui.theme import Theme, current_theme
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Band
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Line
from ui.widgets.passphrase_field import PassphraseField, PinField

_WIDTH = 340


class PinPanel(Band):
    """Asks for the PIN, or for the passphrase when no try is left: ``PinPanel()``.

    Signals:
        pin_typed: Enter was pressed in the PIN.
        passphrase_typed: Enter was pressed in the passphrase.
        closed: Cancel was pressed.
    """

    pin_typed = Signal()
    passphrase_typed = Signal()
    closed = Signal()

    _fields: tuple[QWidget, ...] = ()

    def __init__(self) -> None:
        super().__init__()
        self.words = Line("", "on_soft")
        self.pin = PinField(_("Signing &PIN"), strong=True)
        self.pin.edit.setObjectName("pin")
        self.passphrase = PassphraseField(_("Your &passphrase"), strong=True)
        self.passphrase.edit.setObjectName("passphrase")
        self.cancel = QuietButton(_("Do not sign now"))
        self.cancel.setObjectName("cancel_sign")
        self.column.addWidget(self.words)
        line = FlowLayout(gap=12)
        for widget in (self.pin, self.passphrase, self.cancel):
            line.addWidget(widget)
        self.column.addLayout(line)
        self.pin.edit.returnPressed.connect(self.pin_typed)
        self.passphrase.edit.returnPressed.connect(self.passphrase_typed)
        self.cancel.clicked.connect(self.closed)
        self.passphrase.hide()
        self.hide()
        self._fields = (self.pin, self.passphrase)
        self.wear(current_theme())

    def asks_passphrase(self) -> bool:
        """Return whether the passphrase is asked now."""
        return not self.passphrase.isHidden()

    def ask(self, tries_left: int) -> None:
        """Show the field that is asked now and go there."""
        lost = tries_left == 0
        self.words.set_words(
            _("The PIN did not work five times. Your passphrase gives new tries.")
            if lost
            else _("Your PIN signs sections 1 and 2 and the last line.")
        )
        self.pin.setVisible(not lost)
        self.passphrase.setVisible(lost)
        self.show()
        field = self.passphrase if lost else self.pin
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_wrong_pin(self, tries_left: int) -> None:
        """Say that the PIN did not work, and ask again."""
        self.pin.clear()
        self.ask(tries_left)
        if tries_left:
            words = plural(
                "That PIN did not work. {n} try left.",
                "That PIN did not work. {n} tries left.",
                tries_left,
            )
            self.pin.set_error(words.format(n=tries_left))

    def end(self) -> None:
        """Forget what was typed and close."""
        for field in (self.pin, self.passphrase):
            field.clear()
            field.clear_error()
        self.hide()

    def wear(self, theme: Theme) -> None:
        for field in self._fields:
            field.setMinimumWidth(theme.px(_WIDTH))
