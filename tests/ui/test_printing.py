"""Printing sends the very page, says what a printer is, and leaves no file behind."""

import io
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from reportlab.pdfgen.canvas import Canvas

from app.services.papers import paper_bytes, print_queue, read_printout
from app.store import tables as t
from tests.ui.gates import faults
from tests.ui.session_world import (
    clock,
    context,
    derived_once,
    made_folder,
    show,
    store,
    travels,
)
from ui import printing
from ui.context import PageName, Place
from ui.pages.read_page import ReadPage
from ui.printing import PrintDialog, SaveDialog, print_dialog
from ui.printing.printers import PrinterChoice, leaves_a_trace, makes_files, print_host

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]

PAPER = PrinterChoice(name="office", words="HP LaserJet")
FILES = PrinterChoice(name="pdf", words="Microsoft Print to PDF", virtual=True)


def pdf_of(pages):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    for number in range(pages):
        canvas.drawString(72, 700, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def no_printers(monkeypatch):
    monkeypatch.setattr(print_dialog, "list_printers", tuple)
    monkeypatch.setattr(print_dialog, "print_host", str)
    monkeypatch.setattr(print_dialog, "leaves_a_trace", bool)


@pytest.fixture
def page(context, show):
    page = show(ReadPage(context))
    page.open(Place(page=PageName.READ, printout_id=queued(context).id))
    return page


def queued(context):
    return next(one for one in print_queue(context.store) if one.kind == "note")


@pytest.fixture
def dialog(page, context, no_printers, qtbot, tmp_path):
    printed = []
    dialog = printing.show_print_dialog(
        page, context.tasks, pdf_of(3), lambda: printed.append(1)
    )
    dialog.output_file = str(tmp_path / "out.pdf")
    dialog.printed = printed
    qtbot.waitUntil(dialog.notice.isVisible)  # nothing found yet
    return dialog


def test_all_pages_are_printed_on_letter_paper(dialog, qtbot, tmp_path):
    dialog.offer((PAPER,))
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(dialog.printed), timeout=15_000)
    out = pypdf.PdfReader(tmp_path / "out.pdf")
    assert len(out.pages) == 3
    box = out.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)
    assert out.metadata.title == "Document"


def test_printing_twice_at_once_prints_once(dialog, qtbot, tmp_path):
    dialog.offer((PAPER,))
    dialog.print_button.click()
    dialog.print_button.click()
    qtbot.waitUntil(lambda: bool(dialog.printed), timeout=15_000)
    qtbot.wait(200)
    assert dialog.printed == [1]


def test_without_a_printer_the_page_stays_in_the_queue(dialog):
    dialog.offer(())
    assert "stays in the print queue" in dialog.notice.words()
    assert not dialog.print_button.is_ready()
    dialog.print_button.click()
    assert dialog.printed == []


def test_a_printer_that_makes_files_is_named_and_never_picked_by_itself(dialog):
    dialog.offer((FILES,))
    assert dialog.printer.value() is None
    dialog.printer.pick_key("")
    dialog.printer.set_value("pdf")
    dialog.printer.picked.emit()
    assert dialog.notice.words() == "This is no printer: it saves a readable file."
    assert dialog.print_button.text() == "Save a readable file"
    assert "saves a readable file" in dialog.printer.text()


def test_another_computer_that_prints_is_named(dialog, monkeypatch):
    monkeypatch.setattr(print_dialog, "print_host", lambda: "print.example.org")
    dialog.offer((PAPER,))
    assert dialog.notice.words() == (
        "Printing goes through another computer: print.example.org."
    )


def test_a_copy_on_the_disk_is_asked_about_first(dialog, monkeypatch):
    monkeypatch.setattr(print_dialog, "leaves_a_trace", lambda: True)
    dialog.offer((PAPER,))
    assert "readable copy on its disk" in dialog.notice.words()
    assert dialog.print_button.text() == "&Print anyway"


@pytest.mark.qt_log_ignore("QPainter|QPdf|QPrint", extend=True)
def test_a_printer_that_refuses_leaves_the_page_in_the_queue(dialog, qtbot, tmp_path):
    dialog.offer((PAPER,))
    dialog.output_file = str(tmp_path / "nowhere" / "out.pdf")
    dialog.print_button.click()
    qtbot.waitUntil(lambda: "did not take" in dialog.notice.words(), timeout=10_000)
    assert dialog.printed == []
    assert dialog.isVisible()


def test_the_print_window_holds_the_gates(dialog, qtbot):
    dialog.offer((PAPER, FILES))
    qtbot.waitUntil(lambda: dialog.pictures.pictures_held() > 0, timeout=5_000)
    assert faults(dialog) == []
    assert dialog.windowTitle() == "Peer Daybook"


@pytest.mark.parametrize(
    ("names", "virtual"),
    [
        ("Microsoft Print to PDF", True),
        ("CUPS-PDF Generic", True),
        ("Microsoft XPS Document Writer", True),
        ("Send to OneNote 2016", True),
        ("Fax", True),
        ("HP LaserJet Pro", False),
    ],
)
def test_printers_that_make_files_are_known_by_their_names(names, virtual):
    assert makes_files(names) is virtual


@pytest.mark.parametrize(
    ("line", "host"),
    [
        ("", ""),
        ("ServerName /run/cups/cups.sock", ""),
        ("ServerName localhost:631", ""),
        ("ServerName print.example.org:631/version=1.1", "print.example.org"),
        ("ServerName print.example.org", "print.example.org"),
    ],
)
def test_the_other_computer_is_read_from_the_settings(
    line, host, tmp_path, monkeypatch
):
    monkeypatch.delenv("CUPS_SERVER", raising=False)
    path = tmp_path / "client.conf"
    path.write_text(f"# settings\n{line}\n")
    assert print_host((tmp_path / "none", path)) == host


def test_files_for_the_printer_are_kept_in_memory(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "peer-daybook"))
    assert not leaves_a_trace()
    monkeypatch.setenv("TMPDIR", "/tmp")
    assert leaves_a_trace()


def test_printing_from_the_read_page_is_entered(
    page, context, no_printers, qtbot, tmp_path
):
    qtbot.waitUntil(lambda: page.preview.pictures.pictures_held() == 1)
    before = queued(context).id
    page.print_button.click()
    dialog = page.findChild(PrintDialog)
    dialog.output_file = str(tmp_path / "out.pdf")
    dialog.offer((PAPER,))
    dialog.print_button.click()
    printed = lambda: read_printout(context.store, before).printed_at  # noqa: E731
    qtbot.waitUntil(lambda: printed() is not None, timeout=15_000)
    assert page.pill.text() == "Waiting for ink"
    assert page.ink_filed.isVisible()


def test_ink_filed_goes_to_the_papers(page, context, travels):
    page.ink_filed.click()
    printout_id = queued(context).id
    assert travels.last == Place(page=PageName.PAPERS, printout_id=printout_id)


def test_a_copy_is_the_very_page_and_is_entered_in_the_ledger(
    page, context, qtbot, tmp_path
):
    qtbot.waitUntil(lambda: page.preview.pictures.pictures_held() == 1)
    page.save.click()
    dialog = page.findChild(SaveDialog)
    assert dialog.focusWidget() is dialog.keep
    dialog.choose.click()
    assert dialog.files.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert "Jordan" not in dialog.files.selectedFiles()[0]
    assert dialog.files.selectedFiles()[0].endswith("PD-2026-0001.pdf")
    path = tmp_path / "copy.pdf"
    dialog.files.fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: "copy_saved" in kinds(context), timeout=5_000)
    assert path.read_bytes() == paper_bytes(context.store, queued(context).paper_id)
    assert path.stat().st_mode & 0o077 == 0


def kinds(context):
    with context.store.reading() as db:
        return [row.kind for row in db.execute(t.ledger.select())]


def test_a_copy_never_overwrites_a_file(page, context, qtbot, tmp_path):
    qtbot.waitUntil(lambda: page.preview.pictures.pictures_held() == 1)
    path = tmp_path / "copy.pdf"
    path.write_text("mine")
    page.save.click()
    dialog = page.findChild(SaveDialog)
    dialog.save_to(path)
    qtbot.waitUntil(dialog.told.isVisible, timeout=5_000)
    assert path.read_text() == "mine"
    assert "copy_saved" not in kinds(context)


def test_a_page_that_is_lost_is_told(page, context):
    printout = queued(context)
    for file in Path(context.store.generation / "papers").rglob("*"):
        if file.is_file():
            file.unlink()
    page.open(Place(page=PageName.READ, printout_id=printout.id))
    page.open(Place(page=PageName.READ, printout_id=999))
    assert not page.bar.isVisible()
