"""Read a kept page and print it, as a program to be watched from outside.

``python -m tests.ui.print_flow FOLDER OUTPUT``: opens the caseload in the folder, shows
the first note's page, looks for printers and prints into the output file. Files opened
for writing and sockets, as Python sees them, are printed one a line.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.services.papers import print_queue
from tests import support
from tests.ui.session_world import Clock, context_of
from ui.context import PageName, Place
from ui.pages.read_page import ReadPage
from ui.printing import PrintDialog
from ui.printing.printers import PrinterChoice
from ui.tasks import Tasks
from ui.widgets.dressing import dress

_PATIENCE = 20.0  # seconds
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def _watch(event: str, args: tuple[object, ...]) -> None:
    if event == "open" and isinstance(args[2], int) and args[2] & _WRITES:
        sys.stderr.write(f"opened {args[0]}\n")
    elif event in ("socket.__new__", "socket.connect"):
        sys.stderr.write(f"socket {event}\n")


def _wait(app: QApplication, until: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not until():
        if time.monotonic() > end:
            raise TimeoutError
        app.processEvents()
        time.sleep(0.01)


def main(folder: Path, output: Path) -> None:
    """Show, look for printers, print."""
    app = QApplication([])
    dress(app)
    store = support.open_store(folder)
    context = context_of(store, Clock(), Tasks())
    sys.addaudithook(_watch)
    page = ReadPage(context)
    page.resize(1170, 700)
    page.show()
    note = next(one for one in print_queue(store) if one.kind == "note")
    page.open(Place(page=PageName.READ, printout_id=note.id))
    _wait(app, lambda: page.preview.pictures.pictures_held() > 0)
    page.print_button.click()
    dialog = page.findChild(PrintDialog)
    assert isinstance(dialog, PrintDialog)
    _wait(app, lambda: dialog.printer.text() != "Looking for printers…")
    dialog.offer((PrinterChoice(name="", words="Test printer"),))
    dialog.output_file = str(output)
    dialog.print_button.click()
    _wait(app, lambda: page.pill.text() != "In the print queue")
    context.tasks.stop(store.close_lane)
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
