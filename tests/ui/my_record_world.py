"""My record, with other designations, and with its panels open."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.designation import HeldDesignation
from app.services import specialist
from tests import support
from ui.context import Changed, PageName, Place
from ui.pages.my_record_page import MyRecordPage
from ui.widgets.labels import Body

HERE = Place(page=PageName.MY_RECORD)
NEWER = date(2024, 12, 10)


def held(code, **changes):
    """Return a designation held since last year."""
    whole = HeldDesignation(code=code, awarded_on=date(2025, 3, 14))
    return replace(whole, **changes)


@pytest.fixture
def page(context, show):
    """The page, open."""
    shown = show(MyRecordPage(context))
    shown.open(HERE)
    return shown


def hold(context, page, *those):
    """Hold these designations and return what their card says."""
    specialist.save_designations(context.store, those, now=support.NOW)
    context.notifier.changed.emit(Changed.SPECIALIST)
    return words_of(page.designations)


def words_of(part):
    """Return the words that a part of a page shows."""
    QApplication.processEvents()  # new rows show themselves
    labels = [w for w in part.findChildren(QLabel) if w.isVisibleTo(part)]
    return [w.words() if isinstance(w, Body) else w.text() for w in labels]


def panel_of(page, name):
    """Open a panel and return it."""
    page.open(Place(page=PageName.MY_RECORD, field=name))
    assert page.panel is not None
    return page.panel
