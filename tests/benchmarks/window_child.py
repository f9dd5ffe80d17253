"""One window, started as a person would, telling when it is there.

``unlock`` and ``empty`` print the monotonic nanosecond of the first paint; ``today
FOLDER`` prints milliseconds from the passphrase to Today, and of one key derivation,
as JSON. The caseload to open is in its usual place.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any


def main() -> None:
    """Do what the command line says."""
    what, *rest = sys.argv[1:]
    if what == "empty":
        _empty()
    elif what == "unlock":
        _unlock()
    else:
        _today(Path(rest[0]))


def _run(started: Callable[[Any], None]) -> None:
    """Run the program as ``python -m ui`` does; look in once its window has a page."""
    from ui.__main__ import main as run
    from ui.main_window import MainWindow

    show_content = MainWindow.show_content

    def show_and_tell(window: MainWindow, content: Any) -> None:
        MainWindow.show_content = show_content  # type: ignore[method-assign]
        show_content(window, content)
        started(window)

    MainWindow.show_content = show_and_tell  # type: ignore[assignment, method-assign]
    sys.exit(run([]))


def _tell_and_end(painted_at: int) -> None:
    print(painted_at, flush=True)
    os._exit(0)


def _empty() -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    app = QApplication([])
    window = QWidget()
    window.resize(1366, 700)
    window.show()
    _when_painted(window, _tell_and_end)
    app.exec()


def _unlock() -> None:
    def started(window: Any) -> None:
        def tell(painted_at: int) -> None:
            from PySide6.QtWidgets import QLineEdit

            assert window.findChild(QLineEdit, "passphrase").isVisible()
            _tell_and_end(painted_at)

        _when_painted(window, tell)

    _run(started)


def _today(folder: Path) -> None:
    def started(window: Any) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QLineEdit, QPushButton

        def type_and_open() -> None:
            from app.services.practice import PASSPHRASE

            window.findChild(QLineEdit, "passphrase").setText(PASSPHRASE)
            began = time.perf_counter()
            window.findChild(QPushButton, "open").click()
            _poll(window, lambda: _report(folder, began))

        QTimer.singleShot(4_000, type_and_open)  # as long as typing takes

    _run(started)


def _report(folder: Path, began: float) -> None:
    ours = (time.perf_counter() - began) * 1000
    from app.services.caseload import check_passphrase
    from app.services.practice import PASSPHRASE

    before = time.perf_counter()
    check_passphrase(folder, PASSPHRASE)
    derivation = (time.perf_counter() - before) * 1000
    print(json.dumps({"ours": ours, "derivation": derivation}), flush=True)
    os._exit(0)


def _poll(window: object, then: Callable[[], None]) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QWidget

    found = [
        page
        for page in window.findChildren(QWidget)  # type: ignore[attr-defined]
        if type(page).__name__ == "TodayPage" and page.isVisible()
    ]
    if found:
        found[0].grab()
        then()
    else:
        QTimer.singleShot(2, lambda: _poll(window, then))


def _when_painted(window: Any, then: Callable[[int], None]) -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, lambda: then(time.monotonic_ns()))
            return False

    watch = Watch(window)
    window.installEventFilter(watch)


if __name__ == "__main__":
    main()
