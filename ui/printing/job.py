"""Print a PDF page by page on the quick lane, so that the window stays free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter
from shiboken6 import isValid

from app.services.pages import count_pages, picture_of
from ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    # Loading Qt's printing asks the system for its printers: not before it is wanted.
    from PySide6.QtPrintSupport import QPrinter

DPI = 300
JOB_NAME = "Document"  # neutral: it shows in the computer's list of print jobs


class PrinterRefused(Exception):
    """The printer did not take the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintWish:
    """What is to be printed, and where.

    Attributes:
        printer: The system's name for it; empty with an output file.
        output_file: A PDF to write instead of paper, as tests do.
    """

    pdf: bytes
    printer: str = ""
    copies: int = 1
    output_file: str = ""


class PrintJob(QObject):
    """One document on its way to a printer: ``PrintJob(tasks, wish, parent)``.

    Only one page's picture is in memory at a time. The printer is made and used on
    the quick lane, page by page, so that other work goes between.

    Signals:
        progressed: A page is on its way. Arguments: its number, how many.
        done: All pages are with the printer.
        failed: The printer did not take them, or the job was stopped.
    """

    progressed = Signal(int, int)
    done = Signal()
    failed = Signal()

    def __init__(self, tasks: Tasks, wish: PrintWish, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wish = wish
        self._stopped = False
        self._sheet = _Sheets(wish)

    def start(self) -> None:
        """Begin; the signals say how it goes."""
        self._run(self._sheet.begin, self._on_begun)

    def stop(self) -> None:
        """Print no further page; what the printer has already stays there."""
        self._stopped = True

    def _run(self, work: Callable[[], int], on_done: Callable[[int], None]) -> None:
        self._tasks.run(
            Lane.QUICK,
            work,
            on_done=on_done,
            on_failed=self._on_failed,
            expected=(PrinterRefused,),
        )

    def _on_begun(self, count: int) -> None:
        self._print_page(0, count)

    def _print_page(self, page: int, count: int) -> None:
        if not isValid(self):
            return
        if self._stopped:
            self._run(self._sheet.abort, self._on_stopped)
        elif page < count:
            self.progressed.emit(page + 1, count)
            work = partial(self._sheet.print_page, page)
            self._run(work, partial(self._on_page_printed, count))
        else:
            self._run(self._sheet.end, self._on_ended)

    def _on_page_printed(self, count: int, page: int) -> None:
        self._print_page(page + 1, count)

    def _on_ended(self, _pages: int) -> None:
        if isValid(self):
            self.done.emit()

    def _on_stopped(self, _pages: int) -> None:
        if isValid(self):
            self.failed.emit()

    def _on_failed(self, _error: Exception) -> None:
        if isValid(self):
            self.failed.emit()


class _Sheets:
    """The printer and the painter; used on the quick lane only."""

    def __init__(self, wish: PrintWish) -> None:
        self._wish = wish
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None

    def begin(self) -> int:
        """Open the printer and return how many pages there are."""
        self._printer = _printer_for(self._wish)
        self._painter = QPainter()
        if not self._painter.begin(self._printer):
            self._let_go()
            raise PrinterRefused
        return count_pages(self._wish.pdf)

    def print_page(self, page: int) -> int:
        """Draw one page in 8-bit grey and return its number."""
        assert self._printer is not None  # begin() comes first
        assert self._painter is not None
        if page and not self._printer.newPage():
            self.abort()
            raise PrinterRefused
        picture = picture_of(self._wish.pdf, page, dpi=DPI)
        image = QImage(
            picture.grey,
            picture.width,
            picture.height,
            picture.stride,
            QImage.Format.Format_Grayscale8,
        )
        whole = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        self._painter.drawImage(whole, image)
        return page

    def end(self) -> int:
        """Hand everything to the printer."""
        assert self._painter is not None
        done = self._painter.end()
        self._let_go()
        if not done:
            raise PrinterRefused
        return 0

    def abort(self) -> int:
        """Take back what the printer has not printed yet."""
        if self._printer is not None:
            self._printer.abort()
        if self._painter is not None:
            self._painter.end()
        self._let_go()
        return 0

    def _let_go(self) -> None:
        self._painter = self._printer = None


def _printer_for(wish: PrintWish) -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if wish.output_file:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(wish.output_file)
    else:
        printer.setPrinterName(wish.printer)
    printer.setDocName(JOB_NAME)
    printer.setCreator("")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setFullPage(True)
    printer.setResolution(DPI)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setCopyCount(wish.copies)
    return printer
