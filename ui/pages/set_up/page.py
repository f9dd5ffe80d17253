"""Set-up of an open caseload: one step after the other, left and resumed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.set_up import STEPS
from app.domain.wording import _
from app.services.caseload import set_up_done, set_up_step_done
from app.services.faults import StoreError
from app.services.set_up import set_up_left
from ui.context import Changed, Context, PageName, Place
from ui.pages.set_up.agency_step import AgencyStep
from ui.pages.set_up.backup_step import BackupStep
from ui.pages.set_up.designations_step import DesignationsStep
from ui.pages.set_up.frame import SetUpFrame
from ui.pages.set_up.passphrase_step import PassphraseStep
from ui.pages.set_up.pin_step import PinStep
from ui.pages.set_up.sheet_step import NewCodeStep, SheetStep
from ui.pages.set_up.step import Step
from ui.pages.set_up.you_step import CertificateStep, YouStep
from ui.widgets.announce import announce

_KINDS: tuple[type[Step], ...] = (
    PassphraseStep,
    YouStep,
    CertificateStep,
    DesignationsStep,
    AgencyStep,
    PinStep,
    BackupStep,
)


class SetUpPage(SetUpFrame):
    """``SetUpPage(context, code="")``: begins at the first step that is left.

    ``code`` is the recovery code, known only right after the caseload was made.

    Signals:
        finished: Set-up is done, or left for later; everything typed is kept.
        lock_wanted: Ctrl+L.
    """

    finished = Signal()
    lock_wanted = Signal()

    def __init__(self, context: Context, code: str = "") -> None:
        super().__init__(STEPS)
        self._context = context
        self._code = code
        self._working = False
        self._step: Step | None = None
        self.back_wanted.connect(self._on_back_wanted)
        self.later_wanted.connect(self._on_later_wanted)
        self.next_wanted.connect(self._on_next_wanted)
        self.step_wanted.connect(self.go)
        self.go(next(iter(set_up_left(context.store)), STEPS[-1]))

    def step(self) -> Step:
        """Return the step shown."""
        assert self._step is not None  # one is shown from the start
        return self._step

    def go(self, key: str) -> None:
        """Show a step; what is typed in the one before it is kept."""
        self.leave()
        step = self._step = self._made_step(key)
        step.busy.connect(self._on_step_busy)
        step.failed.connect(self.tell)
        self.show_step(step, step.title(), step.line())
        self.show_path(key, set_up_done(self._context.store) | {"passphrase"})
        extra = step.extra()
        if extra is not None:
            self.set_extra(extra)
        self._name_next()
        step.set_compact(self.page.is_compact())
        self.set_compact(self.page.is_compact())
        self.enter()

    def leave(self) -> Place:
        """Keep what is typed, and say where we are."""
        if self._step is not None:
            self._step.keep_typed()
        return Place(page=PageName.SET_UP)

    def enter(self) -> None:
        """Take the focus."""
        self.step().enter()

    def set_compact(self, compact: bool) -> None:
        super().set_compact(compact)
        if self._step is not None:
            self._step.set_compact(compact)

    def press(self, event: QKeyEvent) -> bool:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() == Qt.Key.Key_L:
            self.lock_wanted.emit()
        elif ctrl and event.key() == Qt.Key.Key_S:
            self.leave()
            announce(self, _("Everything you typed is saved."))
        else:
            return super().press(event)
        return True

    def _made_step(self, key: str) -> Step:
        if key != SheetStep.key:
            kind = next(kind for kind in _KINDS if kind.key == key)
            return kind(self._context)
        if self._code:
            return SheetStep(self._context, self._code)
        step = NewCodeStep(self._context)
        step.code_made.connect(self._on_code_made)
        return step

    def _name_next(self) -> None:
        self.set_next(self._after(self.step().key))

    def _after(self, key: str) -> str:
        """Return the step Next leads to, or an empty text at the end."""
        left = set(set_up_left(self._context.store)) - {key}
        after = [step for step in STEPS[STEPS.index(key) + 1 :] if step in left]
        before = [step for step in STEPS if step in left]
        return next(iter([*after, *before]), "")

    def _on_back_wanted(self) -> None:
        at = STEPS.index(self.step().key)
        if at:
            self.go(STEPS[at - 1])

    def _on_later_wanted(self) -> None:
        self.leave()
        self.finished.emit()

    def _on_next_wanted(self) -> None:
        if self._working or self.step().goes_to_missing():
            return
        self.tell("")
        try:
            self.step().finish(self._on_step_finished)
        except StoreError as error:
            self.tell(str(error))

    def _on_step_finished(self) -> None:
        store, now, step = self._context.store, self._context.now(), self.step()
        try:
            set_up_step_done(store, step.key, now=now)
            step.forget_typed()
        except StoreError as error:
            self.tell(str(error))
            return
        self._context.notifier.changed.emit(Changed.SETTINGS)
        if step.key == SheetStep.key:
            self._code = ""
        after = self._after(step.key)
        self._step = None
        if after:
            self.go(after)
        else:
            self.finished.emit()

    def _on_step_busy(self, words: str) -> None:
        self._working = bool(words)
        self._name_next()
        if words:
            self.next_button.set_words(words)

    def _on_code_made(self, code: str) -> None:
        self._code = code
        self._step = None
        self.go(SheetStep.key)
