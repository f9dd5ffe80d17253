"""The signing PIN: at least six digits, typed twice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.signing import check_pin
from app.domain.wording import _
from app.services.pins import SigningKey, finish_pin, pin_state, prepare_pin
from ui.context import Changed, Context
from ui.pages.set_up.step import Done, Step, complain, narrow
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.labels import Body
from ui.widgets.passphrase_field import PinField


class NewPin(QWidget):
    """A new PIN and the same once more."""

    def __init__(self) -> None:
        super().__init__()
        self.pin = PinField(
            _("Signing &PIN"), strong=True, hint=_("At least 6 digits.")
        )
        self.pin.edit.setObjectName("pin")
        self.again = PinField(_("The same PIN a&gain"), strong=True)
        self.again.edit.setObjectName("pin_again")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(narrow(self.pin))
        column.addWidget(narrow(self.again))

    def goes_to_missing(self) -> bool:
        """Say what is wrong and go there; false if nothing is."""
        if problems := check_pin(self.pin.text()):
            return complain(self.pin, problems[0].message)
        if self.again.text() != self.pin.text():
            self.again.clear()
            return complain(self.again, _("The two do not match. Type it again."))
        return False

    def clear(self) -> None:
        """Forget both."""
        self.pin.clear()
        self.again.clear()

    def keep(self, context: Context, done: Done) -> None:
        """Make the signing key on the quick lane, keep it, then call ``done``."""
        context.tasks.run(
            Lane.QUICK,
            partial(prepare_pin, self.pin.text()),
            on_done=partial(self._on_key_made, context, done),
            on_failed=_never,
        )

    def _on_key_made(self, context: Context, done: Done, key: SigningKey) -> None:
        finish_pin(context.store, key, now=context.now())
        self.clear()
        context.notifier.changed.emit(Changed.SPECIALIST)
        done()


class PinStep(Step):
    """Asks for a PIN and makes the signing key under it."""

    key = "pin"

    def title(self) -> str:
        return _("Choose a signing PIN")

    def line(self) -> str:
        return _("You type it each time you sign a note.")

    def build(self) -> None:
        self._is_set = pin_state(self.context.store).is_set
        self.new_pin = NewPin()
        card = Card()
        card.add(
            Body(
                _(
                    "The PIN shows that you meant to sign. It does not open your "
                    "daybook. Your passphrase does that. Tell nobody your PIN."
                )
            )
        )
        if self._is_set:
            card.add(Banner(_("Your PIN is set. You can change it in Settings."), "ok"))
        else:
            card.add(self.new_pin)
        self.new_pin.setVisible(not self._is_set)
        self.column.addWidget(card)

    def goes_to_missing(self) -> bool:
        return not self._is_set and self.new_pin.goes_to_missing()

    def finish(self, done: Done) -> None:
        if self._is_set:
            done()
            return
        self.busy.emit(_("Making your key…"))
        self.new_pin.keep(self.context, partial(self._on_kept, done))

    def _on_kept(self, done: Done) -> None:
        self.busy.emit("")
        done()


def _never(error: Exception) -> None:
    """The PIN was checked before: nothing is expected to fail."""
    raise error
