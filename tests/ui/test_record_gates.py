"""The pages of a session hold the gates at every size, and are quick by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.domain.session import PickedActivity
from tests import support
from tests.ui import session_world as world
from tests.ui.gates import faults, focusable
from tests.ui.session_world import (
    clock,
    context,
    derived_once,
    made_folder,
    show,
    store,
    travels,
)
from ui.context import PageName, Place
from ui.pages.record import RecordPage
from ui.pages.sign_page import SignPage
from ui.theme import Scheme
from ui.tokens import is_compact

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]

RAIL, RAIL_COMPACT = 196, 72
B = "24-2-42.2(A)(1)(b)"
windows = pytest.mark.parametrize(
    "window", [QSize(1366, 700), QSize(1093, 530), QSize(911, 480)]
)
scales = pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])


def fitted(page, window, qtbot):
    """Show a page as it stands beside the rail in a window of that size."""
    compact = is_compact(window)
    page.set_compact(compact)
    rail = RAIL_COMPACT if compact else RAIL
    page.setFixedSize(window.width() - rail, window.height())
    qtbot.wait(250)  # a new layout reaches every widget in several turns


@pytest.fixture
def busy(context):
    """A draft with most of the page in use."""
    picked = (
        replace(support.FIRST, goal_number=2),
        PickedActivity(citation=B, edition=support.EDITION),
    )
    return world.keep(
        context, activities=picked, took_part=("Interpreter",), place_kind="other"
    )


@windows
@scales
def test_the_record_page_holds_the_gates(
    context, show, qtbot, look, busy, window, scale
):
    look(Scheme.LIGHT, scale)
    page = show(RecordPage(context))
    page.open(Place(page=PageName.RECORD, draft_id=busy))
    fitted(page, window, qtbot)
    assert faults(page) == []


@windows
@scales
def test_the_sign_page_holds_the_gates(context, show, qtbot, look, window, scale):
    look(Scheme.LIGHT, scale)
    page = show(SignPage(context))
    draft_id = world.keep(context)
    page.open(Place(page=PageName.SIGN, person_id=world.JORDAN, draft_id=draft_id))
    qtbot.waitUntil(lambda: page.preview.pictures.pictures_held() > 0)
    fitted(page, window, qtbot)
    assert faults(page) == []


def test_tab_reaches_everything_in_reading_order(context, show, qtbot, busy):
    page = show(RecordPage(context))
    page.open(Place(page=PageName.RECORD, draft_id=busy, field="held_on"))
    stops = [
        widget
        for widget in focusable(page)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    reached = []
    for _press in range(len(stops) + 3):
        at = QApplication.focusWidget()
        if at in reached:
            break
        reached.append(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert {id(one) for one in stops} <= {id(one) for one in reached}
    names = [one.objectName() or one.parentWidget().objectName() for one in reached]
    order = ["held_on", "started_at", "started_now", "ended_at", "ended_now"]
    assert [name for name in names if name in order] == order


class Actions:
    """Presses keys and counts them as the product's figures do."""

    def __init__(self, qtbot):
        self._qtbot = qtbot
        self.count = 0

    def chord(self, words):
        """Press one key or chord."""
        keys = QKeySequence(words)[0]
        at = QApplication.focusWidget()
        self._qtbot.keyClick(at, keys.key(), keys.keyboardModifiers())
        self._qtbot.wait(150)  # a button clicked by its letter takes 100 ms
        self.count += 1

    def type(self, words):
        """Type one field, whatever its length."""
        self._qtbot.keyClicks(QApplication.focusWidget(), words)
        self.count += 1


def test_a_repeat_session_takes_twelve_actions(context, show, qtbot, clock):
    page = show(RecordPage(context))
    page.open(Place(page=PageName.RECORD, person_id=world.JORDAN))
    page.focus_heading()
    do = Actions(qtbot)
    do.count += 1  # Ctrl+N, which the main window hears
    do.chord("Alt+T")  # started now
    clock.move(minutes=45)
    do.chord("Alt+O")  # ended now
    do.chord("L")  # at the library
    do.chord("Alt+A")  # what was done: the activity used most stands first
    do.chord("2")  # picked, for the goal of last time
    do.chord("Alt+W")
    do.type("We wrote three steps.")
    do.chord("Alt+H")
    do.type("It bought me a minute.")
    do.chord("Alt+N")
    do.type("Bring the group list.")
    assert page.form.problems() == ()
    assert do.count <= 12
