"""Moving between the pages: the rail, the keys, the way back."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from app.services.overview import count_waiting
from app.services.people import read_person
from tests.ui.daybook_world import Hands, caseload, hands, homes, made_caseload
from ui.context import Changed, PageName, Place
from ui.pages.roll import page_class
from ui.pages.shell import Shell
from ui.widgets.page import Page

__all__ = ["caseload", "hands", "homes", "made_caseload"]

CTRL = Qt.KeyboardModifier.ControlModifier
RAIL = (
    PageName.TODAY,
    PageName.PEOPLE,
    PageName.PAPERS,
    PageName.MY_RECORD,
    PageName.SETTINGS,
)


@pytest.fixture
def shell(hands: Hands) -> Shell:
    """The pages of an open caseload."""
    hands.unlock()
    content = hands.window.content()
    assert isinstance(content, Shell)
    return content


def shown(shell: Shell) -> type:
    return type(shell.stack.currentWidget())


@pytest.mark.parametrize(("digit", "page"), list(enumerate(RAIL, start=1)))
def test_ctrl_and_a_digit_lead_to_a_page_of_the_rail(
    hands: Hands, shell: Shell, digit: int, page: PageName
) -> None:
    hands.key(Qt.Key(Qt.Key.Key_0 + digit), CTRL)
    assert shown(shell) is page_class(page)
    assert shell.rail.button(page).isChecked()
    assert hands.window.windowTitle() == "Peer Daybook"


@pytest.mark.parametrize("page", RAIL)
def test_a_button_of_the_rail_leads_to_its_page(shell: Shell, page: PageName) -> None:
    shell.rail.button(page).click()
    assert shown(shell) is page_class(page)


def test_every_page_keeps_the_focus_inside_the_window(
    hands: Hands, shell: Shell
) -> None:
    for page in RAIL:
        shell.go(Place(page=page))
        focus = QApplication.focusWidget()
        assert focus is not None
        assert shell.isAncestorOf(focus)


def test_esc_goes_back_the_way_one_came(hands: Hands, shell: Shell) -> None:
    shell.go(Place(page=PageName.PEOPLE))
    shell.go(Place(page=PageName.PERSON, person_id=1))
    shell.go(Place(page=PageName.SETTINGS))
    for page in (PageName.PERSON, PageName.PEOPLE, PageName.TODAY, PageName.TODAY):
        shell.back()
        assert shown(shell) is page_class(page)
    shell.go(Place(page=PageName.PAPERS))
    hands.key(Qt.Key.Key_Escape)
    assert shown(shell) is page_class(PageName.TODAY)


def test_back_leads_to_the_same_person(shell: Shell) -> None:
    shell.go(Place(page=PageName.PERSON, person_id=1))
    shell.go(Place(page=PageName.PAPERS))
    shell.back()
    assert shell.leave() is not None
    place = shell.leave()
    assert place is not None
    assert place.person_id == 1


def test_ctrl_n_on_a_person_records_a_session_with_them(
    hands: Hands, shell: Shell
) -> None:
    shell.go(Place(page=PageName.PERSON, person_id=1))
    hands.key(Qt.Key.Key_N, CTRL)
    assert shown(shell) is page_class(PageName.RECORD)
    place = shell.leave()
    assert place is not None
    assert place.person_id == 1


def test_f8_hides_names_everywhere_and_shows_them_again(
    hands: Hands, shell: Shell
) -> None:
    shell.go(Place(page=PageName.PERSON, person_id=1))
    name = read_person(hands.context.store, 1).name
    assert name in hands.words(shown_only=True)
    hands.key(Qt.Key.Key_F8)
    assert shell.rail.hide_names.isChecked()
    for page in (PageName.PERSON, *RAIL):
        shell.go(Place(page=page, person_id=1))
        assert name not in hands.words(shown_only=True)
    hands.key(Qt.Key.Key_F8)
    shell.go(Place(page=PageName.PERSON, person_id=1))
    assert name in hands.words(shown_only=True)


def test_f6_steps_from_the_rail_through_the_page_and_round(
    hands: Hands, shell: Shell
) -> None:
    stops = []
    for _step in range(6):
        hands.key(Qt.Key.Key_F6)
        stops.append(QApplication.focusWidget())
    in_rail = [stop is not None and shell.rail.isAncestorOf(stop) for stop in stops]
    assert any(in_rail)
    assert not all(in_rail)


def test_ctrl_s_says_that_the_draft_is_saved(
    hands: Hands, shell: Shell, announced: list[str]
) -> None:
    hands.key(Qt.Key.Key_S, CTRL)
    assert announced[-1] == "The draft is saved."


def test_the_rail_counts_what_waits_after_each_change(
    hands: Hands, shell: Shell
) -> None:
    waiting = count_waiting(hands.context.store, now=hands.now)
    button = shell.rail.button(PageName.TODAY)
    assert f"{waiting.today} waiting" in button.accessibleName()
    button.set_count(0)
    hands.context.notifier.changed.emit(Changed.DRAFTS)
    hands.wait(lambda: f"{waiting.today} waiting" in button.accessibleName())


@pytest.mark.parametrize(
    ("size", "compact"),
    [
        (QSize(1366, 700), False),
        (QSize(1093, 530), True),
        (QSize(911, 480), True),
    ],
)
def test_small_windows_are_laid_out_compactly(
    hands: Hands, shell: Shell, size: QSize, compact: bool
) -> None:
    hands.window.resize(size)
    page = shell.stack.currentWidget()
    assert isinstance(page, Page)
    assert page.is_compact() is compact
    assert (shell.rail.width() == 72) is compact


def test_every_page_of_the_program_can_be_opened(shell: Shell) -> None:
    for name in PageName:
        if name not in (PageName.SET_UP, PageName.PRACTICE):
            assert issubclass(page_class(name), Page)


def test_asking_for_set_up_fills_the_window(hands: Hands, shell: Shell) -> None:
    hands.context.navigator.go(PageName.SET_UP)
    assert hands.window.content() is not shell
    assert hands.sees("next")


def test_asking_for_the_made_up_people_locks_first(hands: Hands, shell: Shell) -> None:
    hands.context.navigator.go(PageName.PRACTICE)
    assert hands.daybook.context is None
    hands.wait(lambda: hands.sees("rivers"))
