"""Pages of the queue are printed as they were kept, one or all of them."""

import pytest
from PySide6.QtGui import QKeySequence

from app.services import papers
from app.store.errors import PaperDamaged
from tests.ui.papers_world import HERE, page, pdf, queue, row_of
from tests.ui.session_world import (
    clock,
    context,
    derived_once,
    made_folder,
    show,
    store,
    travels,
)
from ui.pages.papers import print_run

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "page",
    "show",
    "store",
    "travels",
]


@pytest.fixture
def windows(monkeypatch):
    """The print windows that were opened: their bytes and what to call once sent."""
    opened = []

    def open_window(_parent, _tasks, content, on_printed):
        opened.append((content, on_printed))

    monkeypatch.setattr(print_run, "show_print_dialog", open_window)
    return opened


def test_print_opens_the_kept_bytes_and_marks_the_page_once_sent(page, store, windows):
    made = queue(store, 70)
    page.open(HERE)

    row_of(page, made).action.click()
    ((content, on_printed),) = windows
    waiting = [known.id for known in papers.waiting_for_ink(store)]
    on_printed()

    assert content == pdf()
    assert waiting == []
    assert [known.id for known in papers.waiting_for_ink(store)] == [made]


def test_print_all_goes_on_only_when_the_page_before_is_sent(
    page, store, windows, qtbot
):
    page.print_all.click()
    assert len(windows) == 1

    windows[0][1]()
    qtbot.waitUntil(lambda: len(windows) == 2)
    windows[1][1]()

    qtbot.wait(20)
    assert len(windows) == 2
    assert papers.print_queue(store) == ()


def test_closing_a_print_window_leaves_the_rest_in_the_queue(page, store, windows):
    page.print_all.click()  # and the window is closed without printing

    assert len(windows) == 1
    assert len(papers.print_queue(store)) == 2


def test_control_p_prints_the_queue(page, windows, qtbot):
    qtbot.keySequence(page, QKeySequence("Ctrl+P"))

    assert len(windows) == 1


def test_a_page_that_cannot_be_read_says_so_and_stays(
    page, store, windows, monkeypatch
):
    def refuse(*_args):
        raise PaperDamaged

    monkeypatch.setattr(print_run, "paper_bytes", refuse)
    page.print_all.click()

    assert windows == []
    assert page.told.words() == str(PaperDamaged())
    assert page.told.isVisible()
    assert len(papers.print_queue(store)) == 2
