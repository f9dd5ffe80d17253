"""Our own print window: which printer, how many copies, and the page from memory."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.wording import _, plural
from ui.dialogs.dialog import Dialog
from ui.printing.job import PrintJob, PrintWish
from ui.printing.printers import (
    PrinterChoice,
    leaves_a_trace,
    list_printers,
    print_host,
)
from ui.tasks import Lane, Tasks
from ui.widgets.banner import Banner
from ui.widgets.buttons import IconButton, OutlineButton, PrimaryButton
from ui.widgets.chips import Choice
from ui.widgets.labels import Label, Line
from ui.widgets.page_pictures import PagePictures
from ui.widgets.pick_button import PickButton

_MOST_COPIES = 9
_LEAST_PAGE = 180


def show_print_dialog(
    parent: QWidget, tasks: Tasks, pdf: bytes, on_printed: Callable[[], None]
) -> "PrintDialog":
    """Ask where to print a PDF, print it, and call ``on_printed`` once it is sent.

    Not native: a lock closes it, since it is a child of ``parent``.
    """
    dialog = PrintDialog(parent, tasks, pdf, on_printed)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show_over(dialog.printer)
    return dialog


class PrintDialog(Dialog):
    """``PrintDialog(parent, tasks, pdf, on_printed)``; :func:`show_print_dialog`.

    Attributes:
        printer: The printer to use; only paper is picked by itself.
        print_button: Sends the pages.
        output_file: Tests print into this PDF.
    """

    wide = 760
    output_file = ""

    def __init__(
        self,
        parent: QWidget,
        tasks: Tasks,
        pdf: bytes,
        on_printed: Callable[[], None],
    ) -> None:
        super().__init__(_("Print this page"), parent)
        self._tasks = tasks
        self._pdf = pdf
        self._on_printed = on_printed
        self._job: PrintJob | None = None
        self._copies = 1
        self._choices: tuple[PrinterChoice, ...] = ()
        self.printer = PickButton(_("Printer"), [], _("Looking for printers…"))
        self.printer.setObjectName("printer")
        self.notice = Banner("", "warn")
        self.pictures = PagePictures(tasks)
        self.fewer = IconButton("minus", _("Fewer copies"))
        self.more = IconButton("plus", _("More copies"))
        self._copies_words = Label()
        self.close_button = OutlineButton(_("&Not now"))
        self.print_button = PrimaryButton(_("&Print"), "printer")
        self.print_button.setObjectName("print")
        self._lay_out()
        self._connect()
        self._show_copies()
        self.pictures.show_pdf(pdf)
        self._look_for_printers()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_P,
        ):
            self._on_print_clicked()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Close; a job under way is stopped after its page."""
        if self._job is not None:
            self._job.stop()
        super().reject()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.printer, 1)
        row.addWidget(self.fewer)
        row.addWidget(self._copies_words)
        row.addWidget(self.more)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(5, 5, 5, 5)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.notice)
        words = _("The computer keeps the page until it is printed.")
        column.addWidget(Line(f"{words} {_('Pick it up right away.')}"))
        self.body.addWidget(holder)
        self.pictures.setMinimumHeight(_LEAST_PAGE)
        self.body.addWidget(self.pictures, 1)
        self.bar.add_button(self.close_button)
        self.bar.add_button(self.print_button)
        self.notice.hide()

    def _connect(self) -> None:
        self.printer.picked.connect(self._show_notice)
        self.fewer.clicked.connect(partial(self._change_copies, -1))
        self.more.clicked.connect(partial(self._change_copies, 1))
        self.close_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(self._on_print_clicked)

    def _look_for_printers(self) -> None:
        self._tasks.run(
            Lane.QUICK,
            list_printers,
            on_done=self._on_printers_found,
            on_failed=_never,
        )

    def _on_printers_found(self, found: tuple[PrinterChoice, ...]) -> None:
        if isValid(self):
            self.offer(found)

    def offer(self, found: tuple[PrinterChoice, ...]) -> None:
        """Offer these printers; one that makes files is never picked by itself."""
        self._choices = found
        self.printer.set_choices(
            [Choice(value=one.name, words=_printer_words(one)) for one in found]
        )
        paper = next((one.name for one in found if not one.virtual), None)
        self.printer.set_value(paper)
        self.print_button.set_ready(paper is not None)
        self._show_notice()

    def _show_notice(self) -> None:
        picked = self._picked()
        self.print_button.set_ready(picked is not None)
        self.print_button.set_words(_("&Print"))
        words, tone = "", "warn"
        if not self._choices:
            words = _("No printer was found. The page stays in the print queue.")
            self.printer.set_words(_("No printer"))
        elif picked is not None and picked.virtual:
            words = _("This is no printer: it saves a readable file.")
            self.print_button.set_words(_("Save a readable file"))
        elif host := print_host():
            words = _("Printing goes through another computer: {host}.")
            words = words.format(host=host)
        elif leaves_a_trace():
            words = _("This computer keeps a readable copy on its disk for a moment.")
            self.print_button.set_words(_("&Print anyway"))
        self.notice.tell(words, tone)
        self.notice.setVisible(bool(words))

    def _picked(self) -> PrinterChoice | None:
        name = self.printer.value()
        return next((one for one in self._choices if one.name == name), None)

    def _change_copies(self, by: int, _checked: bool = False) -> None:
        self._copies = min(max(self._copies + by, 1), _MOST_COPIES)
        self._show_copies()

    def _show_copies(self) -> None:
        words = plural("{n} copy", "{n} copies", self._copies)
        self._copies_words.set_words(words.format(n=self._copies))

    def _on_print_clicked(self) -> None:
        picked = self._picked()
        if self._job is not None:
            return
        if picked is None:
            self.printer.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._choices:
                self.printer.click()
            return
        wish = PrintWish(
            pdf=self._pdf,
            printer=picked.name,
            copies=self._copies,
            output_file=self.output_file,
        )
        self._job = PrintJob(self._tasks, wish, self)
        self._job.progressed.connect(self._on_progressed)
        self._job.done.connect(self._on_done)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _on_progressed(self, page: int, count: int) -> None:
        words = _("Printing page {n} of {count}…").format(n=page, count=count)
        self.bar.tell(words, "printer", leads=False)

    def _on_done(self) -> None:
        self._job = None
        self._on_printed()
        self.accept()

    def _on_failed(self) -> None:
        self._job = None
        self.bar.tell("")
        self.notice.tell(
            _("The printer did not take the page. It is still in the print queue."),
            "bad",
        )
        self.notice.show()


def _printer_words(one: PrinterChoice) -> str:
    if one.virtual:
        return _("{printer} (saves a readable file)").format(printer=one.words)
    return one.words


def _never(error: Exception) -> None:
    """Stand where an expected error would go: listing printers has none."""
    raise error
