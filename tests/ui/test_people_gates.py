"""People, a person, their plan and Today pass the gates at every size and text size."""

import pytest
from PySide6.QtCore import QSize

from tests.ui import session_world as world
from tests.ui.gates import faults
from tests.ui.session_world import (
    JORDAN,
    clock,
    context,
    derived_once,
    made_folder,
    store,
)
from ui.context import PageName, Place
from ui.dialogs.add_person import AddPersonDialog
from ui.dialogs.status_history import StatusDialog
from ui.pages.people_page import PeoplePage
from ui.pages.person.page import PersonPage
from ui.pages.plan.page import PlanPage
from ui.pages.today_page import TodayPage
from ui.theme import Scheme
from ui.tokens import is_compact

__all__ = ["clock", "context", "derived_once", "made_folder", "store"]

PAGES = {
    "today": (TodayPage, Place(page=PageName.TODAY)),
    "people": (PeoplePage, Place(page=PageName.PEOPLE)),
    "person": (PersonPage, Place(page=PageName.PERSON, person_id=JORDAN)),
    "sessions": (
        PersonPage,
        Place(page=PageName.PERSON, person_id=JORDAN, field="sessions"),
    ),
    "plan": (PlanPage, Place(page=PageName.PLAN, person_id=JORDAN)),
}
WINDOWS = {"large": QSize(1366, 700), "small": QSize(911, 480)}
RAILS = {"large": 196, "small": 72}


def settled(window):
    """Wait until nothing moves: nested layouts take a few turns."""
    return lambda: not faults(window)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_passes_the_gates(name, window, scale, context, qtbot, look):
    look(Scheme.LIGHT, scale)
    world.keep(context, next_step="")
    kind, place = PAGES[name]
    page = kind(context)
    qtbot.addWidget(page)
    size = WINDOWS[window]
    page.resize(size.width() - RAILS[window], size.height())
    page.set_compact(is_compact(size))
    with qtbot.waitExposed(page):
        page.show()
    page.open(place)
    try:
        qtbot.waitUntil(settled(page), timeout=3_000)
    finally:
        assert faults(page) == []


@pytest.fixture
def small(context, qtbot, look, request):
    """A page in the smallest window, at the text size asked for."""
    look(Scheme.LIGHT, request.param)
    page = PeoplePage(context)
    qtbot.addWidget(page)
    page.resize(WINDOWS["small"])
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.mark.parametrize("small", [1.0, 2.0], indirect=True)
@pytest.mark.parametrize("kind", [AddPersonDialog, StatusDialog])
def test_a_dialog_passes_the_gates_in_the_smallest_window(kind, small, context, qtbot):
    dialog = kind(context, small)
    dialog.begin(*([] if kind is AddPersonDialog else [JORDAN]))
    try:
        qtbot.waitUntil(settled(dialog), timeout=3_000)
    finally:
        assert faults(dialog) == []
