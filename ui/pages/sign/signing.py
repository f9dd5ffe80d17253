"""Sign a note: the slow half on the quick lane, the write on the window's thread."""

from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from app.domain.page_content import NoteContent
from app.domain.wording import _
from app.services.faults import (
    LedgerMoved,
    NoPin,
    RuleViolation,
    StoreError,
    WrongPin,
)
from app.services.pins import count_pin_try, pin_opened, pin_state
from app.services.signing import Prepared, finish_signature, prepare_signature
from ui.context import Changed, Context
from ui.tasks import Lane

_ROUNDS = 3  # something else may enter the ledger between the halves


class Signing(QObject):
    """One signature at a time: ``Signing(context, parent)``.

    Signals:
        busy_changed: Argument: whether a signature is being made.
        signed: The note is in the record. Argument: the ``SignedNote``.
        wrong_pin: Argument: how many tries are left.
        no_pin: No PIN is set yet.
        missing: Something is not filled in. Argument: the problems.
        failed: Nothing was signed. Argument: the sentence that says why.
    """

    busy_changed = Signal(bool)
    signed = Signal(object)
    wrong_pin = Signal(int)
    no_pin = Signal()
    missing = Signal(object)
    failed = Signal(str)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._busy = False
        self._read: NoteContent | None = None

    def is_busy(self) -> bool:
        """Return whether a signature is being made."""
        return self._busy

    def start(self, draft_id: int, pin: str, read: NoteContent) -> None:
        """Sign a draft as saved, unless a signature is being made already.

        Args:
            read: What the page said that was read: nothing else is signed.
        """
        if self._busy:
            return
        self._read = read
        try:
            state = pin_state(self._context.store)
            if not state.is_set:
                self.no_pin.emit()
                return
            if not state.tries_left:
                self.wrong_pin.emit(0)
                return
            count_pin_try(self._context.store)
        except StoreError as error:
            self.failed.emit(str(error))
            return
        self._set_busy(True)
        self._prepare(draft_id, pin, _ROUNDS)

    def cancel(self) -> None:
        """Drop a signature that is being made: nothing is signed."""
        self._read = None
        self._busy = False

    def _prepare(self, draft_id: int, pin: str, rounds: int) -> None:
        context = self._context
        context.tasks.run(
            Lane.QUICK,
            partial(
                prepare_signature,
                context.store,
                context.rules,
                draft_id,
                pin,
                now=context.now(),
            ),
            on_done=partial(self._on_prepared, pin, rounds - 1),
            on_failed=self._on_failed,
            expected=(WrongPin, NoPin, RuleViolation, LookupError, StoreError),
        )

    def _on_prepared(self, pin: str, rounds: int, prepared: Prepared) -> None:
        if not isValid(self) or not self._busy or self._read is None:
            return
        context = self._context
        if replace(prepared.content, number=self._read.number) != self._read:
            self._give_up(_("The note changed. Read it again, then sign."))
            return
        try:
            note = finish_signature(context.store, prepared, now=context.now())
        except LedgerMoved:
            if rounds:
                self._prepare(prepared.draft_id, pin, rounds)
                return
            self._give_up(_("Something else was saved just then. Sign again."))
            return
        except StoreError as error:
            self._give_up(str(error))
            return
        with suppress(StoreError):  # it is signed: the count of tries can wait
            pin_opened(context.store)
        self._set_busy(False)
        self.signed.emit(note)
        parts = Changed.DRAFTS | Changed.SESSIONS | Changed.PAPERS
        context.notifier.changed.emit(parts)

    def _on_failed(self, error: Exception) -> None:
        if not isValid(self) or not self._busy:
            return
        self._set_busy(False)
        if isinstance(error, WrongPin):
            self.wrong_pin.emit(pin_state(self._context.store).tries_left)
        elif isinstance(error, NoPin):
            self.no_pin.emit()
        elif isinstance(error, RuleViolation):
            self.missing.emit(error.problems)
        elif isinstance(error, StoreError):
            self.failed.emit(str(error))
        elif type(error) is LookupError:
            self.failed.emit(_("This draft was signed or discarded."))
        else:
            raise error  # a KeyError is a bug of ours, not a draft that is gone

    def _give_up(self, why: str) -> None:
        self._set_busy(False)
        self.failed.emit(why)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.busy_changed.emit(busy)
