"""Passphrases and PINs: hidden, shown for a moment, Caps Lock told."""

import sys

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.widgets.passphrase_field import PassphraseField, PinField

HIDDEN, SHOWN = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal


@pytest.fixture
def phrase(qtbot, activate) -> PassphraseField:
    window = QWidget()
    column = QVBoxLayout(window)
    field = PassphraseField("&Passphrase")
    window.open_button = QPushButton("Open")
    column.addWidget(field)
    column.addWidget(window.open_button)
    qtbot.addWidget(window)
    activate(window)
    field.holder = window
    field.edit.setFocus()
    return field


def test_words_are_dots_until_shown(qtbot, phrase):
    qtbot.keyClicks(phrase.edit, "four words")
    assert phrase.edit.echoMode() == HIDDEN
    phrase.secret.show_button.click()
    assert phrase.edit.echoMode() == SHOWN
    assert phrase.secret.show_button.accessibleName() == "Hide passphrase"
    phrase.secret.show_button.click()
    assert phrase.edit.echoMode() == HIDDEN
    assert phrase.secret.show_button.accessibleName() == "Show passphrase"


def test_words_hide_again_by_themselves(qtbot, phrase):
    phrase.secret._timer.setInterval(20)
    phrase.secret.show_button.click()
    qtbot.waitUntil(lambda: phrase.edit.echoMode() == HIDDEN)


def test_words_hide_when_the_focus_leaves(qtbot, phrase):
    phrase.secret.show_button.click()
    phrase.secret.show_button.setFocus()
    assert phrase.edit.echoMode() == SHOWN
    phrase.holder.open_button.setFocus()
    assert phrase.edit.echoMode() == HIDDEN


def test_show_is_the_next_tab_stop_and_44_high(qtbot, phrase):
    qtbot.keyClick(phrase.edit, Qt.Key.Key_Tab)
    assert phrase.secret.show_button.hasFocus()
    assert phrase.secret.show_button.height() >= 44


def test_spaces_at_the_ends_belong_to_a_passphrase(qtbot, phrase):
    qtbot.keyClicks(phrase.edit, " a b ")
    assert phrase.text() == " a b "


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked itself")
@pytest.mark.parametrize(
    ("letter", "shift", "on"),
    [("A", False, True), ("a", True, True), ("a", False, False), ("A", True, False)],
)
def test_caps_lock_is_learnt_from_the_letters(qtbot, phrase, letter, shift, on):
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier(0)
    key(phrase, letter, held)
    assert phrase._slot.isVisible() is on


def key(phrase: PassphraseField, letter: str, held: Qt.KeyboardModifier) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, letter)
    QApplication.sendEvent(phrase.edit, event)


def test_hint_is_announced_once_and_nothing_jumps(qtbot, phrase, announced):
    before = phrase.height()
    for _ in range(3):
        key(phrase, "A", Qt.KeyboardModifier(0))
    assert announced == ["Caps Lock is on."]
    assert phrase.height() == before


def test_wrong_passphrase_takes_the_place_of_the_hint(qtbot, phrase, announced):
    phrase.set_error("That passphrase did not work. Check Caps Lock and try again.")
    assert phrase._slot.isVisible()
    assert phrase._slot.words() == phrase.error()
    assert phrase.edit.accessibleDescription() == phrase.error()
    assert announced[-1] == phrase.error()
    qtbot.keyClicks(phrase.edit, "x")
    assert phrase.error() == ""


def test_pin_takes_digits_only(qtbot):
    pin = PinField("Signing P&IN", most=6)
    qtbot.addWidget(pin)
    pin.show()
    qtbot.keyClicks(pin.edit, "12a 34x567")
    assert pin.text() == "123456"
    assert pin.edit.echoMode() == HIDDEN
    pin.clear()
    assert pin.text() == ""
