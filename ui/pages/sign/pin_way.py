"""How the specialist shows that it is them: the PIN, the passphrase, or a new PIN."""

from enum import StrEnum, auto
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.signing import MAX_PIN_TRIES
from app.domain.wording import _, plural
from app.services.faults import RuleViolation, StoreError
from app.services.pins import (
    SigningKey,
    finish_pin,
    pin_state,
    prepare_pin,
    reset_tries,
)
from app.services.practice import PIN as PRACTICE_PIN
from ui.context import Changed, Context
from ui.tasks import Lane
from ui.widgets.buttons import QuietButton
from ui.widgets.labels import Strong
from ui.widgets.passphrase_field import PassphraseField, PinField


class Way(StrEnum):
    """What is asked for."""

    PIN = auto()
    PASSPHRASE = auto()
    NEW_PIN = auto()


class PinWay(QWidget):
    """Asks for the PIN; after five wrong ones for the passphrase: ``PinWay(context)``.

    Signals:
        pin_given: A PIN to sign with. Argument: it.
        way_changed: Something else is asked for. Argument: the :class:`Way`.
        busy_changed: Argument: whether a passphrase or a new PIN is being worked on.
        entered: Enter was pressed in one of the fields.
    """

    pin_given = Signal(str)
    way_changed = Signal(object)
    busy_changed = Signal(bool)
    entered = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._busy = False
        self._proven = False  # the passphrase was given on this visit
        self.way = Way.PIN
        self.pin = PinField(_("Signing &PIN"), strong=True)
        self.passphrase = PassphraseField(_("Your &passphrase"), strong=True)
        self.new_pin = PinField(_("New PIN, 6 digits or more"))
        self.new_pin_again = PinField(_("The same PIN once more"))
        self.heading = Strong(_("Set your signing PIN"))
        self.forgot = QuietButton(_("Set a new PIN"))
        self._lay_out()

    def begin(self) -> None:
        """Ask for what is needed now."""
        self._proven = False
        state = pin_state(self._context.store)
        if not state.is_set:
            self._ask(Way.NEW_PIN)
        elif not state.tries_left:
            self._ask(Way.PASSPHRASE)
        else:
            self._ask(Way.PIN)
        self._show_tries(state.tries_left)

    def submit(self) -> None:
        """Take what was typed one step on, unless that is being done."""
        if self._busy:
            return
        if self.way is Way.PIN:
            self._give_pin()
        elif self.way is Way.PASSPHRASE:
            self._try_passphrase()
        else:
            self._set_pin()

    def refuse(self, tries_left: int) -> None:
        """Say that the PIN did not work; without tries ask for the passphrase."""
        self.pin.clear()
        self._show_tries(tries_left)
        if not tries_left:
            self._ask(Way.PASSPHRASE)
            self.passphrase.set_error(
                _("That PIN did not work. Type your passphrase to try again.")
            )
        else:
            words = plural(
                "That PIN did not work. {n} try left.",
                "That PIN did not work. {n} tries left.",
                tries_left,
            )
            self.pin.set_error(words.format(n=tries_left))
        self.go()

    def ask_new(self) -> None:
        """Ask for a first PIN."""
        self._ask(Way.NEW_PIN)
        self.go()

    def go(self) -> None:
        """Put the focus into the field that is asked for."""
        fields = {
            Way.PIN: self.pin,
            Way.PASSPHRASE: self.passphrase,
            Way.NEW_PIN: self.new_pin,
        }
        fields[self.way].setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget everything that was typed."""
        for field in (self.pin, self.passphrase, self.new_pin, self.new_pin_again):
            field.clear()
            field.clear_error()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for name, field in (
            ("pin", self.pin),
            ("passphrase", self.passphrase),
            ("new_pin", self.new_pin),
            ("new_pin_again", self.new_pin_again),
        ):
            field.setObjectName(name)
            field.edit.returnPressed.connect(self.entered)
        self.forgot.setObjectName("forgot")
        self.forgot.clicked.connect(self._on_forgot_clicked)
        column.addWidget(self.heading)
        for part in (self.pin, self.passphrase, self.new_pin, self.new_pin_again):
            column.addWidget(part)
        column.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignRight)
        self._ask(Way.PIN)

    def _ask(self, way: Way) -> None:
        self.way = way
        self.pin.setVisible(way is Way.PIN)
        self.passphrase.setVisible(way is Way.PASSPHRASE)
        for part in (self.heading, self.new_pin, self.new_pin_again):
            part.setVisible(way is Way.NEW_PIN)
        self.forgot.setVisible(way is Way.PIN)
        self.clear()
        self.way_changed.emit(way)

    def _show_tries(self, left: int) -> None:
        if left == MAX_PIN_TRIES:
            words = _("{n} tries, then your passphrase").format(n=left)
            if self._context.store.practice:
                words = _("For practice it is {pin}").format(pin=PRACTICE_PIN)
        else:
            words = plural("{n} try left", "{n} tries left", left).format(n=left)
        self.pin.set_note(words)

    def _give_pin(self) -> None:
        pin = self.pin.text()
        if not pin:
            self.pin.set_error(_("Type your signing PIN."))
            self.go()
            return
        self.pin_given.emit(pin)

    def _try_passphrase(self) -> None:
        self._set_busy(True)
        self._context.tasks.run(
            Lane.QUICK,
            partial(reset_tries, self._context.store, self.passphrase.text()),
            on_done=self._on_passphrase_right,
            on_failed=self._on_passphrase_wrong,
            expected=(StoreError,),
        )

    def _on_passphrase_right(self, _nothing: None) -> None:
        if not isValid(self):
            return
        self._set_busy(False)
        self._proven = True
        self._ask(Way.PIN)
        self._show_tries(MAX_PIN_TRIES)
        self.go()

    def _on_passphrase_wrong(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._set_busy(False)
        self.passphrase.clear()
        self.passphrase.set_error(str(error))
        self.go()

    def _set_pin(self) -> None:
        if self.new_pin.text() != self.new_pin_again.text():
            self.new_pin_again.set_error(_("The two PINs are not the same."))
            self.new_pin_again.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._set_busy(True)
        self._context.tasks.run(
            Lane.QUICK,
            partial(prepare_pin, self.new_pin.text()),
            on_done=self._on_pin_prepared,
            on_failed=self._on_pin_unfit,
            expected=(RuleViolation, StoreError),
        )

    def _on_pin_prepared(self, key: SigningKey) -> None:
        if not isValid(self):
            return
        self._set_busy(False)
        try:
            finish_pin(self._context.store, key, now=self._context.now())
        except StoreError as error:
            self.new_pin.set_error(str(error))
            return
        self._context.notifier.changed.emit(Changed.SPECIALIST)
        self._ask(Way.PIN)
        self._show_tries(MAX_PIN_TRIES)
        self.pin.set_note(_("Your PIN is set. Type it to sign."))
        self.go()

    def _on_pin_unfit(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._set_busy(False)
        words = str(error)
        if isinstance(error, RuleViolation):
            words = error.problems[0].message
        self.new_pin.set_error(words)
        self.new_pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_forgot_clicked(self) -> None:
        self._ask(Way.NEW_PIN if self._proven else Way.PASSPHRASE)
        self.go()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
