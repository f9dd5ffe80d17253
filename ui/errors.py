"""The top: what happens when something goes wrong that nobody expected.

The draft is saved first. Then the specialist reads what happened and that nothing is
lost. The log gets a code only: the text of an error may hold what somebody typed.
"""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.wording import _
from ui.widgets.notice import Notice

_log = logging.getLogger(__name__)
_NOT_OURS = (KeyboardInterrupt, SystemExit)


class LastResort(QObject):
    """Takes every unexpected error, from any thread, and keeps the program going.

    ``LastResort(save_draft)``; then :meth:`install`. ``save_draft`` writes what is
    being typed to the store; it must be safe to call at any time.
    """

    _met = Signal(str)

    def __init__(
        self, save_draft: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._save_draft = save_draft
        self._busy = False
        self.notice: Notice | None = None
        self._met.connect(self._on_met)

    def install(self) -> None:
        """Become the handler of whatever is not caught, in all threads."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_thread_uncaught

    def uninstall(self) -> None:
        """Give Python its own handlers back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_uncaught(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, _NOT_OURS):
            sys.__excepthook__(kind, error, trace)
            return
        code = code_of(kind, trace)
        _log.error("unexpected %s", code)
        self._met.emit(code)

    def _on_thread_uncaught(self, met: threading.ExceptHookArgs) -> None:
        if not issubclass(met.exc_type, _NOT_OURS):
            code = code_of(met.exc_type, met.exc_traceback)
            _log.error("unexpected %s", code)
            self._met.emit(code)

    @Slot(str)
    def _on_met(self, code: str) -> None:
        """Save, then tell. An error met while doing so is only logged."""
        if self._busy:
            return
        self._busy = True
        try:
            saved = self._saved()
            self._tell(code, saved=saved)
        finally:
            self._busy = False

    def _saved(self) -> bool:
        try:
            self._save_draft()
        except Exception as error:  # noqa: BLE001  the top: nothing is above it
            _log.error("draft not saved %s", code_of(type(error), error.__traceback__))
            return False
        return True

    def _tell(self, code: str, *, saved: bool) -> None:
        if self.notice is not None:
            return
        self.notice = Notice(
            QApplication.activeWindow(),
            _("Something in the program went wrong"),
            _told(saved=saved),
            _("If you call the help desk, read them this: {code}").format(code=code),
            "warn" if saved else "bad",
        )
        self.notice.finished.connect(self._on_notice_finished)
        self.notice.open()

    def _on_notice_finished(self) -> None:
        if self.notice is not None:
            self.notice.deleteLater()
            self.notice = None


def show_expected(
    parent: QWidget, error: Exception, title: str | None = None
) -> Notice:
    """Show an expected error in its own words; returns the open window.

    ``str(error)`` must be the sentence for the reader: what, why, the next step.
    """
    notice = Notice(parent, title or _("That did not work"), str(error))
    notice.open()
    return notice


def code_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return a code for the log and the help desk: kind, module, line. No words."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return kind.__name__
    module = Path(trace.tb_frame.f_code.co_filename).stem
    return f"{kind.__name__}-{module}-{trace.tb_lineno}"


def _told(*, saved: bool) -> str:
    fault = _("This is a fault in the program. You did nothing wrong.")
    if saved:
        safe = _("Your draft is safe. You can go on.")
    else:
        safe = _(
            "We could not save your last words just now. What was saved before is safe."
        )
    again = _("If this happens again, close the program and open it again.")
    return f"{fault} {safe} {again}"
