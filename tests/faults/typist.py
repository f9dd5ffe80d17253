"""Somebody who types without a pause: ``python -m tests.faults.typist FOLDER``.

Opens the caseload in the folder, records a session and types ten letters a second into
"What we did" until it is killed. After each letter it prints how many there are.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests import support
from tests.ui.session_world import JORDAN, Clock, context_of
from ui.context import PageName, Place
from ui.pages.record import RecordPage
from ui.tasks import Tasks
from ui.widgets.dressing import dress

EVERY_MS = 100


class Typist:
    """Types into a page, letter by letter."""

    def __init__(self, page: RecordPage) -> None:
        self._edit = page.form.words.what_we_did.edit
        self._typed = 0
        self._timer = QTimer(page, interval=EVERY_MS)
        self._timer.timeout.connect(self._type)
        self._timer.start()

    def _type(self) -> None:
        QTest.keyClicks(self._edit, "a")
        self._typed += 1
        sys.stdout.write(f"{self._typed} {time.monotonic()}\n")
        sys.stdout.flush()


def main(folder: Path) -> None:
    """Type until killed."""
    app = QApplication([])
    dress(app)
    context = context_of(support.open_store(folder), Clock(), Tasks())
    page = RecordPage(context)
    page.resize(1170, 700)
    page.show()
    page.open(Place(page=PageName.RECORD, person_id=JORDAN))
    typist = Typist(page)
    app.exec()
    del typist


if __name__ == "__main__":
    main(Path(sys.argv[1]))
