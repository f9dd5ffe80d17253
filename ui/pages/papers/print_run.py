"""Print pages of the queue, one after the other, each in our own print window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.services.faults import StoreError
from app.services.papers import Printout, mark_printed, paper_bytes
from ui.context import Changed, Context
from ui.printing import show_print_dialog


class PrintRun(QObject):
    """Opens one print window after another: ``PrintRun(context, parent)``.

    Closing a window without printing ends the run; the rest stays in the queue.

    Signals:
        failed: A page could not be read or entered. Argument: the sentence to show.
    """

    failed = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self._left: list[Printout] = []
        # The window of the page before closes itself first.
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._print_next)

    def start(self, pages: Sequence[Printout]) -> None:
        """Ask where to print the first page; the others follow once it is sent."""
        self._left = list(pages)
        self._print_next()

    def _print_next(self) -> None:
        if not self._left:
            return
        try:
            pdf = paper_bytes(self._context.store, self._left[0].paper_id)
        except StoreError as error:
            self.failed.emit(str(error))
            return
        show_print_dialog(self._window, self._context.tasks, pdf, self._on_printed)

    def _on_printed(self) -> None:
        page, *self._left = self._left
        try:
            mark_printed(self._context.store, page.id, now=self._context.now())
        except StoreError as error:
            self.failed.emit(str(error))
            return
        self._context.notifier.changed.emit(Changed.PAPERS)
        self._next.start()
