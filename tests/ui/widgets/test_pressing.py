"""Buttons, rows, check rows, picks, tabs and the rail."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible

from tests.tools.gallery import RAIL
from ui.theme import Scheme
from ui.widgets.banner import Banner
from ui.widgets.bars import ActionBar, UndoBar
from ui.widgets.buttons import IconButton, OutlineButton, PrimaryButton, QuietButton
from ui.widgets.check_row import CheckRow, CheckWords
from ui.widgets.chips import Choice
from ui.widgets.drawn import Step, StepState
from ui.widgets.pick_button import PickButton
from ui.widgets.rail import Rail
from ui.widgets.row_button import Row, RowButton
from ui.widgets.step_dots import StepDots

ROW = Row(
    title="Finish the note for Ruth Penwell",
    second="The session was 4 days ago. It will be marked as a late entry.",
    icon="clock-alert",
    tone="warn",
    action="Finish",
)
MADE = {
    "primary": lambda: PrimaryButton("Record a session", "plus"),
    "outline": lambda: OutlineButton("Go"),
    "quiet": lambda: QuietButton("Add", "plus"),
    "icon": lambda: IconButton("ellipsis", "More for Jordan"),
    "row": lambda: RowButton(ROW),
    "check": lambda: CheckRow("Yes"),
    "pick": lambda: PickButton("Goal", [Choice(value=1, words="A")]),
}


def face(widget) -> str:
    said = QAccessible.queryAccessibleInterface(widget)
    return said.text(QAccessible.Text.Name)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("kind", MADE)
def test_targets_are_44_and_named(qtbot, look, scale, kind):
    look(Scheme.LIGHT, scale)
    button = MADE[kind]()
    qtbot.addWidget(button)
    button.adjustSize()
    button.show()
    assert button.width() >= 44
    assert button.height() >= 44
    assert face(button)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("kind", ["primary", "row", "check"])
def test_narrow_ones_grow_higher_instead_of_cutting_words(qtbot, look, scale, kind):
    look(Scheme.LIGHT, scale)
    button = MADE[kind]()
    qtbot.addWidget(button)
    narrow = button.minimumSizeHint().width()
    assert button.heightForWidth(narrow) >= button.heightForWidth(2000)


def test_button_that_is_not_ready_stays_enabled(qtbot):
    button = PrimaryButton("Sign", "pen-line")
    qtbot.addWidget(button)
    button.set_ready(False)
    assert button.isEnabled()
    assert button.look().fill == "surface"
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_row_says_all_its_words(qtbot):
    row = RowButton(ROW)
    qtbot.addWidget(row)
    assert face(row) == (
        "Finish the note for Ruth Penwell. The session was 4 days ago. It will be "
        "marked as a late entry. Finish"
    )


def test_row_is_pressed_by_keyboard_and_anywhere(qtbot):
    row = RowButton(ROW)
    qtbot.addWidget(row)
    row.resize(700, 54)
    row.show()
    for press in (
        lambda: qtbot.keyClick(row, Qt.Key.Key_Space),
        lambda: qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(690, 5)),
    ):
        with qtbot.waitSignal(row.clicked):
            press()


def test_check_row_toggles_from_any_place_in_its_cell(qtbot):
    row = CheckRow(CheckWords(words="I did this work and this note is true."))
    qtbot.addWidget(row)
    row.resize(500, 44)
    row.show()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(480, 40))
    assert row.isChecked()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked()


def test_check_row_says_code_words_and_place_in_the_rule(qtbot):
    row = CheckRow(
        CheckWords(words="Relate stories", lead="CPSSP-MH", citation="24-2-42.2(A)")
    )
    qtbot.addWidget(row)
    assert face(row) == "CPSSP-MH Relate stories. 24-2-42.2(A)"
    role = QAccessible.queryAccessibleInterface(row).role()
    assert role == QAccessible.Role.CheckBox


def test_pick_button_says_what_is_picked(qtbot):
    goals = [Choice(value=7, words="Ask early", key="1")]
    button = PickButton("Own goal for Lee T.", goals, "Pick a goal")
    qtbot.addWidget(button)
    assert face(button) == "Own goal for Lee T.: not picked"
    with qtbot.assertNotEmitted(button.picked):
        button.set_value(7)
    assert face(button) == "Own goal for Lee T.: Ask early"
    button.set_value(None)
    with qtbot.waitSignal(button.picked):
        assert button.pick_key("1")
    assert button.value() == 7


def test_value_no_longer_offered_is_dropped(qtbot):
    button = PickButton("Goal", [Choice(value=7, words="Ask early")])
    qtbot.addWidget(button)
    button.set_value(7)
    button.set_choices([Choice(value=8, words="Join")])
    assert button.value() is None


@pytest.fixture
def rail(qtbot, activate) -> Rail:
    rail = Rail(RAIL)
    qtbot.addWidget(rail)
    rail.resize(196, 700)
    activate(rail)
    return rail


def test_rail_marks_one_page_and_tells_which_was_chosen(qtbot, rail):
    with qtbot.waitSignal(rail.page_chosen) as chosen:
        rail.button("people").click()
    assert chosen.args == ["people"]
    rail.set_current("today")
    assert rail.button("today").isChecked()
    assert not rail.button("people").isChecked()


def test_pressing_the_open_page_again_keeps_it_marked(rail):
    rail.set_current("today")
    rail.button("today").click()
    assert rail.button("today").isChecked()


def test_rail_says_how_many_wait(rail):
    rail.set_count("today", 4)
    assert face(rail.button("today")) == "Today, 4 waiting"
    rail.set_count("today", 0)
    assert face(rail.button("today")) == "Today"


def test_compact_rail_keeps_names_keys_and_44(qtbot, rail):
    rail.set_compact(True)
    rail.resize(72, 480)
    for entry in RAIL:
        button = rail.button(entry.key)
        assert face(button) == entry.words
        assert button.toolTip() == entry.words
        assert min(button.width(), button.height()) >= 44
    assert rail.width() == 72


def test_hide_names_says_what_it_will_do_next(qtbot, rail):
    with qtbot.waitSignal(rail.names_hidden) as hidden:
        rail.hide_names.click()
    assert hidden.args == [True]
    assert face(rail.hide_names) == "Show names"
    with qtbot.assertNotEmitted(rail.names_hidden):
        rail.set_names_hidden(hidden=False)
    assert face(rail.hide_names) == "Hide names"


def test_arrows_walk_the_rail(qtbot, rail):
    rail.button("today").setFocus()
    qtbot.keyClick(rail.button("today"), Qt.Key.Key_Up)
    assert rail.lock.hasFocus()
    qtbot.keyClick(rail.lock, Qt.Key.Key_Down)
    assert rail.button("today").hasFocus()


def test_bar_message_leads_somewhere_and_is_announced(qtbot, announced):
    bar = ActionBar()
    bar.add_button(OutlineButton("Finish later"))
    qtbot.addWidget(bar)
    bar.show()
    bar.tell("1 thing left: link one activity to a goal")
    bar.tell("1 thing left: link one activity to a goal")
    assert announced == ["1 thing left: link one activity to a goal"]
    with qtbot.waitSignal(bar.message_pressed):
        qtbot.mouseClick(bar._message, Qt.MouseButton.LeftButton)
    bar.tell("Saved.", "check", leads=False)
    assert bar._message.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize(("width", "lines"), [(900, 1), (420, 2)])
def test_bar_takes_a_second_line_rather_than_cutting(qtbot, width, lines):
    bar = ActionBar()
    qtbot.addWidget(bar)
    bar.tell("1 thing left: link one activity to a goal")
    bar.add_button(OutlineButton("Finish later"))
    bar.add_button(PrimaryButton("Sign and finish"))
    assert (bar.heightForWidth(width) > 100) is (lines == 2)


def test_undo_is_offered_and_taken(qtbot, announced):
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar.offer("The paper is filed.")
    assert bar.isVisible()
    assert announced == ["The paper is filed. You can undo this."]
    with qtbot.waitSignal(bar.undone), qtbot.assertNotEmitted(bar.expired):
        bar._button.click()
    assert not bar.isVisible()


def test_undo_expires_once(qtbot):
    bar = UndoBar()
    qtbot.addWidget(bar)
    bar._timer.setInterval(10)
    with qtbot.waitSignal(bar.expired):
        bar.offer("The paper is filed.")
    assert not bar.isVisible()
    with qtbot.assertNotEmitted(bar.expired):
        bar.settle()


def test_banner_tells_other_words_aloud(qtbot, announced):
    banner = Banner("Agree on it.", "warn", action="Agree")
    qtbot.addWidget(banner)
    banner.show()
    banner.tell("That did not work.", "bad")
    assert banner.words() == "That did not work."
    assert announced == ["That did not work."]


def test_only_done_steps_can_be_pressed(qtbot):
    steps = tuple(
        Step(name=name, state=state)
        for name, state in zip(("You", "Agency", "PIN"), StepState, strict=True)
    )
    dots = StepDots(steps)
    qtbot.addWidget(dots)
    dots.show()
    rows = dots._rows
    assert [row.accessibleName() for row in rows] == [
        "You: done",
        "Agency: you are here",
        "PIN: to come",
    ]
    with qtbot.waitSignal(dots.step_pressed) as pressed:
        rows[0].click()
    assert pressed.args == [0]
    with qtbot.assertNotEmitted(dots.step_pressed):
        rows[2].click()
