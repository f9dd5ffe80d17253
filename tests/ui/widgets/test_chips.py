"""Chip groups by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.theme import Scheme
from ui.widgets.chips import ChipGroup, Choice

PLACES = [Choice(value=word, words=word) for word in ("Library", "Home", "Clinic")]
GOALS = [
    Choice(value=20, words="Ask for help early", key="2"),
    Choice(value=10, words="Calmer mornings", key="1"),
]


@pytest.fixture
def places(qtbot) -> ChipGroup:
    return shown(qtbot, ChipGroup("&Place", PLACES))


def shown(qtbot, group: ChipGroup) -> ChipGroup:
    window = QWidget()
    window.before, window.after = QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (window.before, group, window.after):
        column.addWidget(widget)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    group.holder = window
    return group


def focused(group: ChipGroup) -> str | None:
    return next((c.choice.words for c in group.chips() if c.hasFocus()), None)


def press(qtbot, group: ChipGroup, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(group.holder.focusWidget(), key)


def test_nothing_is_picked_by_itself(places):
    assert places.value() is None
    assert places.values() == ()


def test_one_tab_enters_and_one_tab_leaves(qtbot, places):
    places.holder.before.setFocus()
    press(qtbot, places, Qt.Key.Key_Tab)
    assert focused(places) == "Library"
    press(qtbot, places, Qt.Key.Key_Tab)
    assert places.holder.after.hasFocus()


def test_arrows_move_without_picking_and_go_round(qtbot, places):
    places.focus_first()
    press(qtbot, places, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert focused(places) == "Clinic"
    press(qtbot, places, Qt.Key.Key_Right)
    assert focused(places) == "Library"
    press(qtbot, places, Qt.Key.Key_Left)
    assert focused(places) == "Clinic"
    press(qtbot, places, Qt.Key.Key_Home)
    assert focused(places) == "Library"
    press(qtbot, places, Qt.Key.Key_End)
    assert focused(places) == "Clinic"
    assert places.value() is None


def test_space_picks_and_says_so_once(qtbot, places):
    places.focus_first()
    with qtbot.waitSignal(places.picked):
        press(qtbot, places, Qt.Key.Key_Space)
    assert places.value() == "Library"


def test_picking_another_lets_go_of_the_first(qtbot, places):
    places.chips()[0].click()
    places.chips()[2].click()
    assert places.values() == ("Clinic",)


def test_space_on_the_picked_chip_clears_it(qtbot, places):
    places.focus_first()
    press(qtbot, places, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert places.value() is None


def test_choice_that_must_stay_cannot_be_cleared(qtbot):
    group = shown(qtbot, ChipGroup("Sort", PLACES, clearable=False))
    group.set_value("Home")
    with qtbot.assertNotEmitted(group.picked):
        group.chips()[1].click()
    assert group.value() == "Home"


def test_several_can_be_picked_where_allowed(qtbot):
    group = shown(qtbot, ChipGroup("Took part", PLACES, several=True))
    group.chips()[2].click()
    group.chips()[0].click()
    assert group.values() == ("Library", "Clinic")


def test_filling_in_sends_no_signal(qtbot, places):
    with qtbot.assertNotEmitted(places.picked):
        places.set_value("Home")
        places.set_choices(PLACES[:2])
    assert places.value() == "Home"


def test_tab_comes_back_to_the_picked_chip(qtbot, places):
    places.set_value("Clinic")
    places.holder.before.setFocus()
    press(qtbot, places, Qt.Key.Key_Tab)
    assert focused(places) == "Clinic"


def test_a_digit_picks_its_chip_wherever_it_stands(qtbot):
    group = shown(qtbot, ChipGroup("Goal", GOALS))
    group.focus_first()
    press(qtbot, group, Qt.Key.Key_1)
    assert group.value() == 10
    assert not group.pick_key("7")


def test_names_say_the_group_and_are_checkable(places):
    names = [chip.accessibleName() for chip in places.chips()]
    assert names == ["Place: Library", "Place: Home", "Place: Clinic"]
    assert all(chip.isCheckable() for chip in places.chips())


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_picking_does_not_change_the_width(qtbot, look, scale):
    look(Scheme.LIGHT, scale)
    group = shown(qtbot, ChipGroup("Goal", GOALS))
    before = [chip.sizeHint() for chip in group.chips()]
    group.set_value(20)
    assert [chip.sizeHint() for chip in group.chips()] == before


def test_long_row_wraps_and_stays_44_high(qtbot, look):
    look(Scheme.LIGHT, 2.0)
    group = shown(qtbot, ChipGroup("Goal", GOALS))
    group.holder.resize(320, 500)
    qtbot.waitUntil(lambda: group.chips()[1].y() > group.chips()[0].y())
    for chip in group.chips():
        assert chip.height() >= max(44, chip.heightForWidth(chip.width()))
        assert chip.geometry().right() <= group.width()
