"""The acknowledgement's page, filled in and signed as a person does it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.services.acknowledgements import latest_acknowledgement
from tests import support
from ui.context import PageName, Place
from ui.pages.acknowledgement_page import AcknowledgementPage
from ui.widgets.check_row import CheckRow
from ui.widgets.labels import Body

HERE = Place(page=PageName.ACKNOWLEDGEMENT)


@pytest.fixture
def page(context, show):
    """The page, open, with nothing filled in."""
    shown = show(AcknowledgementPage(context))
    shown.open(HERE)
    return shown


@pytest.fixture
def filled(page, qtbot):
    """The page with everything filled in, as a person does it."""
    qtbot.keyClicks(page.form.initials.edit, "SR")
    page.form.received_copy.row.click()
    page.form.read_and_understood.row.click()
    qtbot.keyClicks(page.form.full_name.edit, "Sam Rivers")
    return page


def sign(page, qtbot, pin=support.PIN):
    """Ask the PIN, type it, press Enter, and wait."""
    page.bar.sign_here.click()
    qtbot.keyClicks(page.panel.way.pin.edit, pin)
    qtbot.keyClick(page.panel.way.pin.edit, Qt.Key.Key_Return)
    settle(page, qtbot)


def print_for_ink(page, qtbot):
    """Press the filled button and wait."""
    page.bar.main.click()
    settle(page, qtbot)


def settle(page, qtbot):
    """Wait until nothing is on its way into the record."""
    qtbot.waitUntil(lambda: not page.signing.is_busy(), timeout=10_000)


def kept(context):
    """Return the acknowledgement in the record, None where there is none."""
    return latest_acknowledgement(context.store, context.scope)


def words_of(page):
    """Return every label of a page, without the marks of mnemonics."""
    found = [label.text() for label in page.findChildren(QLabel)]
    found += [body.words() for body in page.findChildren(Body)]
    found += [row.words().words for row in page.findChildren(CheckRow)]
    return [words.replace("&", "") for words in found]
