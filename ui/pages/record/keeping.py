"""Keep the draft while it is typed: soon, in one row, and said when it cannot be.

The timer starts at the first key that is not saved yet and is not started again by
the next ones: somebody who types without a pause is saved once a second all the same.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.session import SessionDraft
from app.services.faults import StoreError
from app.services.sessions import SavedDraft, save_draft, start_draft
from ui.context import Changed, Context

SAVED_AFTER = 1_000
"""Milliseconds from the first unsaved key to the save."""


class DraftKeeper(QObject):
    """Saves what ``build`` returns: ``DraftKeeper(context, build, parent)``.

    Attributes:
        draft_id: The draft's row, None until the first edit was saved.

    Signals:
        saved: All is in the store. Argument: the moment.
        failed: It could not be written and will be tried again. Argument: the
            sentence that says why.
    """

    saved = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        context: Context,
        build: Callable[[], SessionDraft],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._build = build
        self._timer = QTimer(self, singleShot=True, interval=SAVED_AFTER)
        self._timer.timeout.connect(self.save)
        self.forget()

    def forget(self) -> None:
        """Begin with a new, unwritten draft: no row yet."""
        self._timer.stop()
        self.draft_id: int | None = None
        self._unsaved = self._failing = self._told = self._open = False
        self._changed_at: datetime | None = None
        self._content: SessionDraft | None = None

    def follow(self, saved: SavedDraft) -> None:
        """Go on with a draft that is in the store; the form already shows it."""
        self.forget()
        self.draft_id = saved.id
        self._open = True
        self._changed_at = saved.draft.changed_at
        self._content = _content(self._build())

    def is_unsaved(self) -> bool:
        """Return whether something is on the screen that is not in the store."""
        return self._unsaved

    def touch(self) -> None:
        """Say that the specialist changed something."""
        self._unsaved = self._open = True
        if self._failing:
            self.save()
        elif not self._timer.isActive():
            self._timer.start()

    def save(self) -> bool:
        """Write what is not written yet, now; return whether all is in the store."""
        self._timer.stop()
        if not self._unsaved:
            return True
        now = self._context.now()
        draft = self._dated(self._build(), now)
        try:
            self._write(draft, now)
        except StoreError as error:
            self._failing = True
            self._timer.start()
            self.failed.emit(str(error))
            return False
        self._unsaved = self._failing = False
        self.saved.emit(now)
        return True

    def settle(self) -> bool:
        """Save on leaving, with the field that has the caret, and tell the others.

        Returns:
            Whether all is in the store.
        """
        if self._open and self.draft_id is not None:
            self._unsaved = True
        done = self.save()
        self._open = not done  # it may be signed from here on: write it no more
        if done and self._told:
            self._told = False
            self._context.notifier.changed.emit(Changed.DRAFTS)
        return done

    def _write(self, draft: SessionDraft, now: datetime) -> None:
        self._told = True
        if self.draft_id is not None:
            save_draft(self._context.store, self.draft_id, draft, now=now)
            return
        self.draft_id = start_draft(self._context.store, draft, now=now)
        self._context.notifier.changed.emit(Changed.DRAFTS)

    def _dated(self, draft: SessionDraft, now: datetime) -> SessionDraft:
        """Return the draft with the moment its content last changed."""
        content = _content(draft)
        if content != self._content:
            self._content = content
            self._changed_at = now.replace(microsecond=0)
        return replace(draft, changed_at=self._changed_at)


def _content(draft: SessionDraft) -> SessionDraft:
    """Return what a note would say: no caret, nothing half typed, no times of ours."""
    return replace(draft, unread=(), in_field="", changed_at=None)
