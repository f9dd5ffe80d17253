"""A copy is filed on a day and at a place, and the filing can be taken back."""

import pytest
from PySide6.QtCore import Qt

from app.services import papers
from app.services.faults import DiskFull
from tests import support
from tests.ui.papers_world import (
    HERE,
    filed,
    page,
    printed,
    queue,
    row_of,
    rows,
    titles,
)
from tests.ui.session_world import (
    clock,
    context,
    derived_once,
    focused_name,
    made_folder,
    show,
    store,
    travels,
)
from ui.context import Changed, PageName, Place
from ui.pages.papers.words import Shelf
from ui.pages.papers_page import PapersPage

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


def test_the_filed_copy_is_dated_today_unless_another_day_is_typed(page, store, qtbot):
    made = printed(store, 70)
    page.open(HERE)

    row_of(page, made).action.click()
    assert focused_name() == "filed_on"
    qtbot.keyClicks(page.panel.filed_where.edit, "Chart room")
    page.panel.keep.click()

    (known,) = papers.filed(store)
    assert (known.id, known.filed_on, known.filed_where) == (
        made,
        support.TODAY,
        "Chart room",
    )
    assert titles(page, Shelf.FILED) == ["Session note, Jordan Mayfield"]


def test_enter_files_the_copy(page, store, qtbot):
    made = printed(store, 70)
    page.open(HERE)
    row_of(page, made).action.click()

    qtbot.keyClick(page.panel.filed_on.edit, Qt.Key.Key_Return)

    assert [known.id for known in papers.filed(store)] == [made]


@pytest.mark.parametrize("typed", ["", "sometime", "tomorrow", "11/20/26"])
def test_a_day_that_cannot_be_is_told_at_its_field_and_nothing_is_filed(
    page, store, typed
):
    made = printed(store, 70)
    page.open(HERE)
    row_of(page, made).action.click()
    page.panel.filed_on.edit.setText(typed)

    page.panel.keep.click()

    assert page.panel.filed_on.error()
    assert focused_name() == "filed_on"
    assert papers.filed(store) == ()


def test_the_place_of_the_last_copy_is_offered_again(page, store):
    filed(store, 71)
    made = printed(store, 70)
    page.open(HERE)

    row_of(page, made).action.click()

    assert page.panel.filed_where.text() == "Chart room"


def test_filing_can_be_undone(page, store):
    made = printed(store, 70)
    page.open(HERE)
    row_of(page, made).action.click()
    page.panel.keep.click()

    page.undo_bar.undone.emit()

    assert [known.id for known in papers.waiting_for_ink(store)] == [made]
    assert focused_name() == f"act_{made}"


def test_what_was_filed_stays_filed_when_the_page_is_left(page, store):
    made = printed(store, 70)
    page.open(HERE)
    row_of(page, made).action.click()
    page.panel.keep.click()

    page.leave()

    assert page.undo_bar.isHidden()
    assert [known.id for known in papers.filed(store)] == [made]


def test_esc_closes_the_question_and_returns_the_focus(page, store, qtbot):
    made = printed(store, 70)
    page.open(HERE)
    row_of(page, made).action.click()

    qtbot.keyClick(page.panel.filed_on.edit, Qt.Key.Key_Escape)

    assert page.panel.isHidden()
    assert focused_name() == f"act_{made}"
    assert papers.filed(store) == ()


def test_a_full_disk_is_told_at_the_field_and_what_was_typed_stays(
    page, store, monkeypatch
):
    made = printed(store, 70)
    page.open(HERE)
    row_of(page, made).action.click()
    page.panel.filed_where.edit.setText("Chart room")

    def refuse(*_args, **_more):
        raise DiskFull

    monkeypatch.setattr(papers, "file_printout", refuse)
    page.panel.keep.click()

    assert page.panel.filed_on.error() == str(DiskFull())
    assert page.panel.filed_where.text() == "Chart room"


def test_another_change_leaves_the_question_as_it_is(page, store, context):
    made = printed(store, 70)
    page.open(HERE)
    row_of(page, made).action.click()
    page.panel.filed_where.edit.setText("Blue binder")

    queue(store, 71)
    context.notifier.changed.emit(Changed.PAPERS)

    assert page.panel.filed_where.text() == "Blue binder"
    assert page.panel.isVisibleTo(row_of(page, made))
    assert len(rows(page, Shelf.QUEUE)) == 3


def test_the_question_is_there_again_after_a_lock(page, store, context, show):
    made = printed(store, 70)
    page.open(HERE)
    row_of(page, made).action.click()
    where = page.place()

    again = show(PapersPage(context))
    again.open(where)

    assert where == Place(page=PageName.PAPERS, printout_id=made, field="filed_on")
    assert focused_name() == "filed_on"
    assert again.panel.printout_id == made
