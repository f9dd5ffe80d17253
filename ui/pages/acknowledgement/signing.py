"""Make the acknowledgement: computed on the quick lane, written by the window."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.services.acknowledgements import (
    AcknowledgementDraft,
    PreparedAcknowledgement,
    finish_acknowledgement,
    prepare_acknowledgement,
)
from app.services.faults import LedgerMoved, StoreError, WrongPassphrase, WrongPin
from app.services.pins import count_pin_try, pin_opened, pin_state, reset_tries
from ui.context import Changed, Context
from ui.tasks import Lane


@dataclass(frozen=True, slots=True)
class _Wish:
    draft: AcknowledgementDraft
    pin: str | None


class Signing(QObject):
    """One acknowledgement at a time on its way into the record.

    ``Signing(context, parent)``

    Signals:
        made: It is in the record. Argument: the printout's id.
        pin_refused: The PIN did not work. Argument: how many tries are left.
        tries_returned: The passphrase gave five new tries.
        passphrase_refused: Argument: the sentence to show.
        failed: Nothing was written. Argument: the sentence to show.
    """

    made = Signal(int)
    pin_refused = Signal(int)
    tries_returned = Signal()
    passphrase_refused = Signal(str)
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wish: _Wish | None = None

    def is_busy(self) -> bool:
        """Return whether one is on its way."""
        return self._wish is not None

    def make(self, draft: AcknowledgementDraft, pin: str | None) -> None:
        """Make it: signed with a PIN, to be signed in ink without one.

        A try is counted before it is made, so that a kill in between wins nothing.
        """
        if self.is_busy():
            return
        if pin is not None:
            if not pin_state(self._context.store).tries_left:
                self.pin_refused.emit(0)
                return
            count_pin_try(self._context.store)
        self._wish = _Wish(draft, pin)
        self._prepare(self._wish)

    def return_tries(self, passphrase: str) -> None:
        """Give the tries back to somebody who knows the passphrase."""
        self._context.tasks.run(
            Lane.QUICK,
            partial(reset_tries, self._context.store, passphrase),
            on_done=self._on_tries_returned,
            on_failed=self._on_passphrase_refused,
            expected=(WrongPassphrase, StoreError),
        )

    def _prepare(self, wish: _Wish) -> None:
        context = self._context
        work = partial(
            prepare_acknowledgement,
            context.store,
            context.scope,
            wish.draft,
            wish.pin,
            now=context.now(),
        )
        context.tasks.run(
            Lane.QUICK,
            work,
            on_done=self._on_prepared,
            on_failed=self._on_failed,
            expected=(WrongPin, StoreError),
        )

    def _on_prepared(self, prepared: PreparedAcknowledgement) -> None:
        wish, store = self._wish, self._context.store
        if wish is None:
            return
        try:
            if wish.pin is not None:
                pin_opened(store)
            printout_id = finish_acknowledgement(
                store, prepared, now=self._context.now()
            )
        except LedgerMoved:
            self._prepare(wish)
            return
        except StoreError as error:
            self._on_failed(error)
            return
        self._wish = None
        self._context.notifier.changed.emit(Changed.SPECIALIST | Changed.PAPERS)
        self.made.emit(printout_id)

    def _on_failed(self, error: Exception) -> None:
        self._wish = None
        if isinstance(error, WrongPin):
            self.pin_refused.emit(pin_state(self._context.store).tries_left)
        else:
            self.failed.emit(str(error))

    def _on_tries_returned(self, _nothing: None) -> None:
        self.tries_returned.emit()

    def _on_passphrase_refused(self, error: Exception) -> None:
        self.passphrase_refused.emit(str(error))
