"""Make the acknowledgement: computed on the quick lane, written by the window."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.domain.wording import _
from app.services.acknowledgements import (
    AcknowledgementDraft,
    PreparedAcknowledgement,
    finish_acknowledgement,
    prepare_acknowledgement,
)
from app.services.faults import LedgerMoved, StoreError, WrongPin
from app.services.pins import count_pin_try, pin_opened, pin_state
from ui.context import Changed, Context
from ui.tasks import Lane

_ROUNDS = 3  # something else may enter the ledger between the halves


@dataclass(frozen=True, slots=True)
class _Wish:
    draft: AcknowledgementDraft
    pin: str | None
    rounds: int


class Signing(QObject):
    """One acknowledgement at a time: ``Signing(context, parent)``.

    Signals:
        busy_changed: Argument: whether one is on its way into the record.
        made: It is in the record. Argument: the printout's id.
        wrong_pin: Argument: how many tries are left.
        failed: Nothing was written. Argument: the sentence that says why.
    """

    busy_changed = Signal(bool)
    made = Signal(int)
    wrong_pin = Signal(int)
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._busy = False

    def is_busy(self) -> bool:
        """Return whether one is on its way."""
        return self._busy

    def make(self, draft: AcknowledgementDraft, pin: str | None) -> None:
        """Make it: signed with a PIN, to be signed in ink without one.

        A try is counted before it is made, so that a kill in between wins nothing.
        """
        if self._busy:
            return
        store = self._context.store
        try:
            if pin is not None:
                if not pin_state(store).tries_left:
                    self.wrong_pin.emit(0)
                    return
                count_pin_try(store)
        except StoreError as error:
            self.failed.emit(str(error))
            return
        self._set_busy(True)
        self._prepare(_Wish(draft, pin, _ROUNDS))

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
            on_done=partial(self._on_prepared, wish),
            on_failed=self._on_failed,
            expected=(WrongPin, StoreError),
        )

    def _on_prepared(self, wish: _Wish, prepared: PreparedAcknowledgement) -> None:
        if not isValid(self):
            return
        store, now = self._context.store, self._context.now()
        try:
            printout_id = finish_acknowledgement(store, prepared, now=now)
            if wish.pin is not None:
                pin_opened(store)
        except LedgerMoved:
            if wish.rounds > 1:
                self._prepare(_Wish(wish.draft, wish.pin, wish.rounds - 1))
                return
            self._give_up(_("Something else was saved just then. Sign again."))
            return
        except StoreError as error:
            self._give_up(str(error))
            return
        self._set_busy(False)
        self._context.notifier.changed.emit(Changed.SPECIALIST | Changed.PAPERS)
        self.made.emit(printout_id)

    def _on_failed(self, error: Exception) -> None:
        if not isValid(self):
            return
        self._set_busy(False)
        if isinstance(error, WrongPin):
            self.wrong_pin.emit(pin_state(self._context.store).tries_left)
        else:
            self.failed.emit(str(error))

    def _give_up(self, why: str) -> None:
        self._set_busy(False)
        self.failed.emit(why)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
