"""What every step of set-up is: questions, what is missing, and keeping the answers."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.set_up import keep_typed, read_typed
from ui.context import Context
from ui.pages.set_up.typed import type_again, typed_in
from ui.theme import current_theme
from ui.widgets.fields import Field

Done = Callable[[], None]


class Step(QWidget):
    """One step: ``Step(context)``; filled from the caseload when it is made.

    Attributes:
        key: Its name in ``app.services.set_up.STEPS``.
        column: The layout its parts stand in, 12 px apart.

    Signals:
        busy: It works in the background. Argument: what Next says meanwhile; empty
            when it is over.
        failed: It could not be kept. Argument: the sentence to show.
    """

    key: ClassVar[str]
    busy = Signal(str)
    failed = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._is_over = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.build()
        self.load()
        if typed := read_typed(context.store, self.key):
            type_again(self, typed)
        self.refresh()
        for field in self.findChildren(Field):
            field.settled.connect(self.keep_typed)

    def title(self) -> str:
        """Return the question the step asks."""
        raise NotImplementedError

    def line(self) -> str:
        """Return the line under it."""
        return ""

    def build(self) -> None:
        """Make the fields."""
        raise NotImplementedError

    def load(self) -> None:
        """Fill the fields from the caseload."""

    def refresh(self) -> None:
        """Show and hide what depends on what is filled in."""

    def enter(self) -> None:
        """Take the focus, at the first field."""
        if fields := self.findChildren(Field):
            fields[0].control().setFocus(Qt.FocusReason.OtherFocusReason)

    def extra(self) -> QWidget | None:
        """Return a button of its own for the bar."""
        return None

    def set_compact(self, compact: bool) -> None:
        """Lay out for a small or a large window."""

    def goes_to_missing(self) -> bool:
        """Go to the first thing missing and say it there; false if nothing is."""
        return False

    def keep(self) -> None:
        """Keep the answers in the caseload.

        Raises:
            StoreError: The disk refused. Nothing was kept.
        """

    def finish(self, done: Done) -> None:
        """Keep the answers, then call ``done``; slow steps call it later."""
        self.keep()
        done()

    def keep_typed(self) -> None:
        """Keep what is typed, fit or not, so that it is there after a lock."""
        if self._is_over:
            return
        store, now = self.context.store, self.context.now()
        keep_typed(store, self.key, typed_in(self), now=now)

    def forget_typed(self) -> None:
        """Forget what was typed, for good: the answers are kept now."""
        self._is_over = True
        keep_typed(self.context.store, self.key, "", now=self.context.now())


def narrow(field: Field, width: int = 320) -> Field:
    """Keep a short field short, such as a date; ``width`` in pixels at 100 %."""
    field.control().setMaximumWidth(current_theme().px(width))
    return field


def complain(field: Field, words: str) -> bool:
    """Say at a field what is missing and go there; always true."""
    field.set_error(words)
    field.control().setFocus(Qt.FocusReason.OtherFocusReason)
    return True
