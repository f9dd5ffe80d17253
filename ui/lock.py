"""Lock: tell when nobody is here, take away what could be seen, close the store."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QEvent,
    QMimeData,
    QObject,
    QTimer,
    Signal,
    Slot,
)
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


class SystemWatch(QObject):
    """Tells when the system locks the session, switches the account, or goes to sleep.

    Linux says so on the message bus (a Unix socket), Windows in window messages. Where
    neither is to be had, :class:`IdleWatch` still sees a sleep when it is over.

    Signals:
        going: The person leaves, or the laptop sleeps: it is time to lock.
    """

    going = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._filter: QAbstractNativeEventFilter | None = None
        if sys.platform == "win32":
            self._filter = _MessageFilter(self.going.emit)
            _ask_for_session_messages(int(window.winId()))
            app = QCoreApplication.instance()
            if app is not None:
                app.installNativeEventFilter(self._filter)
        elif sys.platform.startswith("linux"):
            self._listen()

    def _listen(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        login = "org.freedesktop.login1"
        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        told, plain = SLOT("_on_told(bool)"), SLOT("_on_told_plainly()")
        for bus, service, interface, name, slot in (
            (system, login, f"{login}.Manager", "PrepareForSleep", told),
            (system, login, f"{login}.Session", "Lock", plain),
            (session, "", "org.gnome.ScreenSaver", "ActiveChanged", told),
            (session, "", "org.freedesktop.ScreenSaver", "ActiveChanged", told),
        ):
            # Its stub asks for bytes; only the text of SLOT() works.
            bus.connect(service, "", interface, name, self, slot)  # type: ignore[call-overload]

    @Slot(bool)
    def _on_told(self, leaving: bool) -> None:
        if leaving:
            self.going.emit()

    @Slot()
    def _on_told_plainly(self) -> None:
        self.going.emit()


class _MessageFilter(QAbstractNativeEventFilter):
    """Looks at the window messages of Windows for a session lock or a suspend."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave

    def nativeEventFilter(  # noqa: N802  Qt's name
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        from ctypes import wintypes

        said = wintypes.MSG.from_address(int(message))
        if means_leaving(said.message, said.wParam):
            self._leave()
        return False


def means_leaving(message: int, detail: int) -> bool:
    """Say whether a window message of Windows means a lock, a switch or a suspend."""
    return detail in _LEAVING.get(message, ())


def _ask_for_session_messages(window: int) -> None:
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)


_LEAVING = {
    0x02B1: (0x2, 0x4, 0x7),  # session change: console or remote left, locked
    0x0218: (0x4,),  # power: suspend
}


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
