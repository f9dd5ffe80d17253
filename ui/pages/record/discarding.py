"""Put a draft aside on purpose, with ten seconds to think again."""

from PySide6.QtCore import Signal

from app.domain.wording import _
from app.services.sessions import discard_draft, restore_draft
from ui.context import Changed, Context
from ui.widgets.bars import UndoBar


class Discarding(UndoBar):
    """The bar that says so and undoes it: ``Discarding(context)``.

    Signals:
        restored: The draft is back. Argument: its id.
        let_go: The ten seconds are over.
    """

    restored = Signal(int)
    let_go = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._draft_id: int | None = None
        self.undone.connect(self._on_undone)
        self.expired.connect(self._on_expired)

    def discard(self, draft_id: int) -> None:
        """Put the draft aside and offer to undo it."""
        discard_draft(self._context.store, draft_id, now=self._context.now())
        self._draft_id = draft_id
        self.offer(_("Draft discarded."))
        self._context.notifier.changed.emit(Changed.DRAFTS)

    def settle(self) -> None:
        """End an open offer, as when the page is left; nobody is sent elsewhere."""
        self._draft_id = None
        super().settle()

    def _on_undone(self) -> None:
        draft_id, self._draft_id = self._draft_id, None
        if draft_id is None:
            return
        restore_draft(self._context.store, draft_id, now=self._context.now())
        self._context.notifier.changed.emit(Changed.DRAFTS)
        self.restored.emit(draft_id)

    def _on_expired(self) -> None:
        if self._draft_id is not None:
            self._draft_id = None
            self.let_go.emit()
