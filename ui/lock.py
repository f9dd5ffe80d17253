"""Lock: tell when nobody is here, take away what could be seen, close the store."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QWidget

from ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.caseload import Store

_LOOK_EVERY = 1_000  # milliseconds
_COPIED_FOR = 60_000  # milliseconds
_ASLEEP_AFTER = 30.0  # seconds between two looks that should be one second apart
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Tells when there was no key and no click for too long, or the laptop slept.

    Two clocks are asked, since one stands still while the laptop sleeps and the other
    can be set: whichever says more time has passed is believed.

    Signals:
        idle: It is time to lock. Sent once; :meth:`start` again after unlocking.
    """

    idle = Signal()

    def __init__(
        self,
        app: QApplication,
        clocks: tuple[Callable[[], float], ...] = (time.monotonic, time.time),
    ) -> None:
        super().__init__(app)
        self._app = app
        self._clocks = clocks
        self._limit = 0.0
        self._alive_at = self._looked_at = self._times()
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Watch from now on; lock after this many minutes."""
        self.set_minutes(minutes)
        self._alive_at = self._looked_at = self._times()
        self._app.installEventFilter(self)
        self._timer.start()

    def set_minutes(self, minutes: int) -> None:
        """Lock after another number of minutes."""
        self._limit = minutes * 60.0

    def stop(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def look(self) -> None:
        """Send ``idle`` if it is time."""
        now = self._times()
        slept = _passed(self._looked_at, now) > _ASLEEP_AFTER
        self._looked_at = now
        if slept or _passed(self._alive_at, now) >= self._limit:
            self.stop()
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and event.spontaneous():
            self._alive_at = self._times()
        return False

    def _times(self) -> tuple[float, ...]:
        return tuple(clock() for clock in self._clocks)


def _passed(before: tuple[float, ...], now: tuple[float, ...]) -> float:
    return max(late - early for early, late in zip(before, now, strict=True))


class Closer:
    """Closes locked caseloads on a thread of its own, so that the window stays free."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="closer")
        self._last: Future[None] | None = None

    def close(self, store: Store, tasks: Tasks) -> None:
        """Stop all work, close the store and forget its key; returns at once.

        Must be called on the GUI thread, whose own connection is closed here.
        """
        store.close_lane()
        self._last = self._thread.submit(_close, store, tasks)

    def settled(self) -> None:
        """Wait until the caseload closed last has let go of its files.

        What closing raised is raised here.
        """
        if self._last is not None:
            self._last.result()


def _close(store: Store, tasks: Tasks) -> None:
    store.interrupt()
    try:
        tasks.stop(store.close_lane)
    finally:
        store.close()


def close_dialogs(window: QWidget) -> None:
    """Destroy every dialog and menu that stands over the window, and their words."""
    while popup := QApplication.activePopupWidget():
        popup.close()
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
            other.deleteLater()


class ClipboardGuard(QObject):
    """Marks what is copied here to stay out of histories, and takes it off in time.

    Copies made by other programs are never touched.
    """

    def __init__(self, clipboard: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._marking = False
        self._timer = QTimer(self, singleShot=True, interval=_COPIED_FOR)
        self._timer.timeout.connect(self.clear)
        clipboard.dataChanged.connect(self._on_data_changed)

    def clear(self) -> None:
        """Empty the clipboard if what is on it was copied here."""
        self._timer.stop()
        if self._clipboard.ownsClipboard():
            self._clipboard.clear()

    def _on_data_changed(self) -> None:
        if self._marking:
            return
        self._timer.stop()
        text = self._clipboard.text()
        if not (text and self._clipboard.ownsClipboard()):
            return
        self._marking = True
        self._clipboard.setMimeData(_marked(text))
        self._marking = False
        self._timer.start()


def _marked(text: str) -> QMimeData:
    """Return text with the marks by which systems keep it out of their histories."""
    data = QMimeData()
    data.setText(text)
    data.setData("x-kde-passwordManagerHint", b"secret")
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        data.setData(f'application/x-qt-windows-mime;value="{name}"', bytes(4))
    return data
