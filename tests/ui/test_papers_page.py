"""Papers says where each page is on its way, and shows names only when asked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services import papers
from tests import support
from tests.ui.gates import faults
from tests.ui.papers_world import HERE, filed, page, printed, row_of, rows, titles
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
from ui.context import PageName, Place
from ui.pages.papers.words import Shelf
from ui.theme import Scheme

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


def test_what_was_signed_waits_in_the_print_queue(page):
    assert sorted(titles(page, Shelf.QUEUE)) == [
        "Recovery Support Plan, Jordan Mayfield",
        "Session note, Jordan Mayfield",
    ]
    assert titles(page, Shelf.INK) == []


@pytest.mark.parametrize(
    ("needs_ink", "shelf"), [(True, Shelf.INK), (False, Shelf.LOOSE)]
)
def test_a_printed_page_waits_for_what_it_still_needs(page, store, needs_ink, shelf):
    made = printed(store, 70, needs_ink=needs_ink)
    page.open(HERE)

    assert [row.printout_id for row in rows(page, shelf)] == [made]


@pytest.mark.parametrize(
    ("days", "tone", "words"),
    [
        (0, "soft", "Printed today"),
        (1, "soft", "Printed yesterday"),
        (7, "soft", "Printed Nov 17"),
        (8, "warn", "Waiting 8 days"),
        (11, "warn", "Waiting 11 days"),
    ],
)
def test_a_page_that_waits_long_for_ink_says_how_long(page, store, days, tone, words):
    made = printed(store, 70, days)
    page.open(HERE)

    row = row_of(page, made).button.row()

    assert row.tone == tone
    assert row.second.startswith(words)


def test_pressing_a_page_shows_it(page, travels):
    row = rows(page, Shelf.QUEUE)[0]

    row.button.click()

    assert travels.last == Place(page=PageName.READ, printout_id=row.printout_id)


def test_more_than_four_pages_are_behind_see_all(page, store, qtbot):
    for subject in range(70, 75):
        filed(store, subject)
    page.open(HERE)
    assert len(rows(page, Shelf.FILED)) == 4

    page.shelf(Shelf.FILED).see_all.click()
    shown = [shelf for shelf in Shelf if page.shelf(shelf).isVisible()]
    assert (len(rows(page, Shelf.FILED)), shown) == (5, [Shelf.FILED])
    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert all(page.shelf(shelf).isVisible() for shelf in Shelf)
    assert focused_name() == "see_all_filed"


def test_hidden_names_leave_only_initials(page, context):
    context.privacy.set_hidden(True)

    words = [
        text
        for row in rows(page, Shelf.QUEUE)
        for text in (
            row.button.row().title,
            row.button.accessibleName(),
            row.action.accessibleName(),
        )
    ]

    assert all("J. M." in text for text in words)
    assert not any("Jordan" in text or "Mayfield" in text for text in words)


def test_nothing_to_do_is_said_in_words(page, store):
    for known in papers.print_queue(store):
        papers.mark_printed(store, known.id, now=support.NOW)
        papers.file_printout(
            store, known.id, on=support.TODAY, where="", now=support.NOW
        )
    page.open(HERE)

    assert page.print_all.isHidden()
    assert page.shelf(Shelf.QUEUE).empty.isVisible()
    assert page.shelf(Shelf.INK).empty.isVisible()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1170, 700, 1.0), (1021, 530, 1.0), (839, 480, 1.0), (1294, 700, 2.0)],
)
def test_every_part_is_named_large_enough_and_not_cut(
    page, store, look, scheme, width, height, scale
):
    look(scheme, scale)
    made = printed(store, 70, days=11)
    filed(store, 71)
    page.set_compact(width < 1100 or scale > 1)
    page.resize(width, height)
    page.open(HERE)
    row_of(page, made).action.click()
    for _round in range(10):
        QApplication.processEvents()

    assert faults(page) == []
