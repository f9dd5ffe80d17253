"""Fields: what they hold, when they speak, what they say is wrong."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.theme import Scheme
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField, TextField
from ui.widgets.time_field import TimeField


def shown(qtbot, field):
    qtbot.addWidget(field)
    field.show()
    return field


def typed(qtbot, field, words: str) -> None:
    field.edit.setFocus()
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, words)
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)


@pytest.fixture(params=["line", "text"])
def field(request, qtbot):
    kind = LineField if request.param == "line" else TextField
    return shown(qtbot, kind("&Next step", hint="You both agree on it."))


def test_filling_in_never_looks_like_an_edit(qtbot, field):
    with qtbot.assertNotEmitted(field.edited):
        field.set_text("Bring the list")
        field.set_text("")
    assert field.text() == ""


def test_each_key_is_an_edit(qtbot, field):
    with qtbot.waitSignals([field.edited] * 3):
        qtbot.keyClicks(field.edit, "abc")
    assert field.text() == "abc"


def test_label_names_the_control_and_alt_letter_reaches_it(field):
    assert field.edit.accessibleName() == "Next step"
    assert field.label.buddy() is field.edit


def test_error_is_linked_announced_and_cleared_by_typing(qtbot, field, announced):
    field.set_error("Say what comes next.")
    assert field.edit.accessibleDescription() == "Say what comes next."
    assert announced == ["Say what comes next."]
    assert field.error() == "Say what comes next."
    qtbot.keyClicks(field.edit, "a")
    assert field.error() == ""
    assert field.edit.accessibleDescription() == "You both agree on it."


def test_leaving_a_changed_field_settles_it(qtbot, field):
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "abc")
    with qtbot.waitSignal(field.settled):
        field.edit.clearFocus()


def test_tab_leaves_a_text_field(qtbot):
    field = shown(qtbot, TextField("What we did"))
    assert field.edit.tabChangesFocus()


def test_text_field_grows_with_its_words_and_then_stops(qtbot):
    field = shown(qtbot, TextField("What we did", 2, 5))
    least = field.edit.minimumHeight()
    field.set_text("line\n" * 3 + "line")
    grown = field.edit.minimumHeight()
    field.set_text("line\n" * 40)
    most = field.edit.minimumHeight()
    field.set_text("line\n" * 80)
    assert least < grown < most == field.edit.minimumHeight()


def test_text_field_takes_no_formatting(qtbot):
    field = shown(qtbot, TextField("What we did"))
    assert not field.edit.acceptRichText()


def test_starter_words_count_as_an_edit(qtbot):
    field = shown(qtbot, TextField("How it went"))
    with qtbot.waitSignal(field.edited):
        field.insert("Jordan said, ")
    qtbot.keyClicks(field.edit, "hi")
    assert field.text() == "Jordan said, hi"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_fields_are_never_under_44(qtbot, look, scale):
    look(Scheme.LIGHT, scale)
    field = shown(qtbot, LineField("Next step"))
    assert field.edit.height() >= 44
    assert field.edit.height() >= field.edit.fontMetrics().height() + 10


def test_time_field_reads_on_leaving_and_shows_one_way(qtbot, clock):
    field = shown(qtbot, TimeField("&Start", clock))
    typed(qtbot, field, "1005")
    assert field.edit.text() == "10:05 AM"
    assert field.value() == time(10, 5)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (time(10, 5), Qt.Key.Key_Up, time(10, 10)),
        (time(10, 5), Qt.Key.Key_Down, time(10, 0)),
        (time(10, 7), Qt.Key.Key_Up, time(10, 10)),
        (time(10, 7), Qt.Key.Key_Down, time(10, 5)),
        (time(23, 55), Qt.Key.Key_Up, time(0, 0)),
        (None, Qt.Key.Key_Up, time(8, 42)),
    ],
)
def test_arrows_step_a_time_by_five_minutes(qtbot, clock, start, key, end):
    field = shown(qtbot, TimeField("&Start", clock))
    field.set_value(start)
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field.edit, key)
    assert field.value() == end


@pytest.mark.parametrize("kind", [TimeField, DateField])
def test_what_cannot_be_read_is_kept_and_told(qtbot, clock, announced, kind):
    field = shown(qtbot, kind("&When", clock))
    typed(qtbot, field, "sometime")
    assert field.text() == "sometime"
    assert field.value() is None
    assert field.is_unreadable()
    assert field.error().startswith("Type the ")
    assert announced == [field.error()]


def test_empty_is_not_an_error(qtbot, clock):
    field = shown(qtbot, TimeField("&Start", clock))
    typed(qtbot, field, " ")
    assert field.error() == ""
    assert not field.is_unreadable()


def test_filling_a_value_in_sends_no_signal(qtbot, clock):
    field = shown(qtbot, DateField("&Date", clock))
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(date(2026, 11, 24))
        field.set_value(None)
    assert field.value() is None


def test_date_field_reads_and_steps_by_days(qtbot, clock):
    field = shown(qtbot, DateField("&Date", clock))
    typed(qtbot, field, "yesterday")
    assert field.edit.text() == "Mon, Nov 23, 2026"
    qtbot.keyClick(field.edit, Qt.Key.Key_Up)
    assert field.value() == date(2026, 11, 24)


def test_date_to_come_is_read_forward(qtbot, clock):
    field = shown(qtbot, DateField("Next contact", clock))
    field.look_ahead()
    typed(qtbot, field, "mon")
    assert field.value() == date(2026, 11, 30)


def test_date_and_time_take_one_tab_each(qtbot, clock):
    for kind in (TimeField, DateField):
        field = shown(qtbot, kind("&When", clock))
        stops = [
            part
            for part in field.findChildren(QLineEdit)
            if part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert stops == [field.edit]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_longest_date_fits_its_field(qtbot, look, clock, scale):
    look(Scheme.LIGHT, scale)
    field = shown(qtbot, DateField("&Date", clock))
    field.set_value(date(2026, 11, 25))
    field.adjustSize()
    words = field.edit.fontMetrics().horizontalAdvance(field.edit.text())
    assert words + 28 <= field.edit.width()
