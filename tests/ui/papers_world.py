"""Pages of paper at each step of their way, for the tests of the papers page."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.services import papers
from tests import support
from tests.app.services.test_papers import NEW, pdf
from tests.ui.session_world import JORDAN
from ui.context import PageName, Place
from ui.pages.papers.words import Shelf
from ui.pages.papers_page import PapersPage

__all__ = [
    "HERE",
    "filed",
    "page",
    "pdf",
    "printed",
    "queue",
    "row_of",
    "rows",
    "titles",
]

HERE = Place(page=PageName.PAPERS)


@pytest.fixture
def page(context, show):
    """The page, open."""
    shown = show(PapersPage(context))
    shown.open(HERE)
    return shown


def queue(store, subject, **changes):
    """Put a page into the print queue and return its id."""
    new = replace(NEW, person_id=JORDAN, subject_id=subject, **changes)
    new = replace(new, document_id=f"PD-2026-{subject:04d}")
    kept = papers.keep_paper(store, pdf())
    with store.transaction() as db:
        papers.name_paper(db, kept, new.kind, now=support.NOW)
        return papers.queue_printout(db, kept, new, now=support.NOW)


def printed(store, subject, days=0, **changes):
    """Make a page that was printed so many days ago."""
    made = queue(store, subject, **changes)
    papers.mark_printed(store, made, now=support.NOW - timedelta(days=days))
    return made


def filed(store, subject):
    """Make a page that is filed today."""
    made = printed(store, subject)
    papers.file_printout(
        store, made, on=support.TODAY, where="Chart room", now=support.NOW
    )
    return made


def rows(page, shelf):
    """Return the rows of a shelf, top first."""
    return page.shelf(shelf).rows()


def titles(page, shelf):
    """Return what the rows of a shelf are, top first."""
    return [row.button.row().title for row in rows(page, shelf)]


def row_of(page, printout_id):
    """Return the row of one page."""
    every = (row for shelf in Shelf for row in rows(page, shelf))
    return next(row for row in every if row.printout_id == printout_id)
