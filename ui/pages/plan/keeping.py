"""Keep the plan while it is typed: no later than 1.5 s after the first unsaved key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.plan import PlanDraft
from app.services.faults import StoreError
from app.services.plans import save_plan_draft
from ui.context import Changed, Context

SAVED_AFTER = 1_000
"""Milliseconds from the first unsaved key to the save; typing on starts no new wait."""


class PlanKeeper(QObject):
    """Saves what ``build`` returns: ``PlanKeeper(context, build, parent)``.

    Signals:
        saved: All is in the store. Argument: the moment.
        failed: It could not be written; it is tried again with the next key.
            Argument: the sentence that says why.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        context: Context,
        build: Callable[[], PlanDraft],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._build = build
        self._person_id = 0
        self._unsaved = self._known = False
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER)
        self._timer.timeout.connect(self.save)

    def follow(self, person_id: int, *, known: bool) -> None:
        """Go on with a person's plan; ``known``: a draft of it is in the store."""
        self._timer.stop()
        self._person_id, self._known, self._unsaved = person_id, known, False

    def touch(self) -> None:
        """Say that the specialist changed something."""
        self._unsaved = True
        if not self._timer.isActive():
            self._timer.start()

    def is_unsaved(self) -> bool:
        """Return whether something is on the screen that is not in the store."""
        return self._unsaved

    def save(self) -> bool:
        """Write what is not written yet, now; return whether all is in the store."""
        self._timer.stop()
        if not self._unsaved:
            return True
        context, now = self._context, self._context.now()
        try:
            save_plan_draft(context.store, self._person_id, self._build(), now=now)
        except StoreError as error:
            self.failed.emit(str(error))
            self._timer.start()
            return False
        self._unsaved = False
        self.saved.emit(now)
        if not self._known:
            self._known = True
            context.notifier.changed.emit(Changed.DRAFTS)
        return True
