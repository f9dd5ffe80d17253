"""The acknowledgement is signed here with the PIN only, once, and kept whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from app.services import pins
from app.services.faults import DiskFull, LedgerMoved
from app.services.verify import verify_record
from tests import support
from tests.ui.acknowledgement_world import (
    HERE,
    filled,
    kept,
    page,
    settle,
    sign,
    words_of,
)
from tests.ui.session_world import (
    clock,
    context,
    derived_once,
    focused_name,
    made_folder,
    show,
    store,
    travels,
)
from ui.pages.acknowledgement import signing as ui_signing
from ui.pages.acknowledgement_page import AcknowledgementPage
from ui.pages.sign.pin_way import Way

__all__ = [
    "clock",
    "context",
    "derived_once",
    "filled",
    "made_folder",
    "page",
    "show",
    "store",
    "travels",
]


def test_signed_here_it_is_closed_and_says_so(filled, context, qtbot):
    sign(filled, qtbot)

    known = kept(context)
    assert (known.way, known.is_open) == ("electronic", False)
    assert known.content.full_name == "Sam Rivers"
    assert filled.pill.text() == "Signed"
    assert verify_record(context.store).findings == ()


def test_the_signed_form_shows_name_and_time_and_takes_no_more_words(filled, qtbot):
    sign(filled, qtbot)

    assert words_of(filled).count("Sam Rivers, 11:02 AM") == 3
    assert filled.form.initials.edit.isReadOnly()
    assert not filled.form.received_copy.row.isEnabled()
    assert filled.bar.sign_here.isHidden()


def test_control_enter_asks_the_pin_and_then_signs(filled, context, qtbot):
    qtbot.keySequence(filled, QKeySequence("Ctrl+Return"))
    qtbot.keyClicks(filled.panel.way.pin.edit, support.PIN)
    qtbot.keySequence(filled.panel.way.pin.edit, QKeySequence("Ctrl+Return"))
    settle(filled, qtbot)

    assert kept(context).way == "electronic"


def test_a_wrong_pin_signs_nothing_and_counts(filled, context, qtbot):
    sign(filled, qtbot, "000000")

    assert kept(context) is None
    assert pins.pin_state(context.store).tries_left == 4
    assert "4 tries left" in filled.panel.way.pin.error()
    assert filled.panel.way.pin.text() == ""


def test_without_a_try_left_the_passphrase_is_asked(filled, context, qtbot):
    for _try in range(5):
        pins.count_pin_try(context.store)

    filled.bar.sign_here.click()

    assert filled.panel.way.way is Way.PASSPHRASE
    assert kept(context) is None


def test_the_right_pin_gives_all_tries_back(filled, context, qtbot):
    sign(filled, qtbot, "000000")
    filled.panel.end()
    sign(filled, qtbot)

    assert pins.pin_state(context.store).tries_left == 5


def test_a_try_is_counted_before_it_is_made(filled, context, qtbot, monkeypatch):
    seen = []

    def look(store, *_args, **_more):
        seen.append(pins.pin_state(store).tries_left)
        raise DiskFull

    monkeypatch.setattr(ui_signing, "prepare_acknowledgement", look)
    sign(filled, qtbot)

    assert seen == [4]


def test_a_form_changed_while_the_pin_is_asked_is_checked_again(filled, context, qtbot):
    filled.bar.sign_here.click()
    filled.form.received_copy.row.click()
    qtbot.keyClicks(filled.panel.way.pin.edit, support.PIN)
    qtbot.keyClick(filled.panel.way.pin.edit, Qt.Key.Key_Return)
    settle(filled, qtbot)

    assert kept(context) is None
    assert filled.form.received_copy.error()


def test_if_the_ledger_moves_meanwhile_it_is_prepared_once_more(
    filled, context, qtbot, monkeypatch
):
    finish, rounds = ui_signing.finish_acknowledgement, []

    def moved_once(*args, **more):
        rounds.append(1)
        if len(rounds) == 1:
            raise LedgerMoved
        return finish(*args, **more)

    monkeypatch.setattr(ui_signing, "finish_acknowledgement", moved_once)
    sign(filled, qtbot)
    qtbot.waitUntil(lambda: len(rounds) == 2, timeout=10_000)
    settle(filled, qtbot)

    assert kept(context).way == "electronic"


def test_a_full_disk_is_told_and_the_form_keeps_its_words(
    filled, context, qtbot, monkeypatch
):
    def refuse(*_args, **_more):
        raise DiskFull

    monkeypatch.setattr(ui_signing, "finish_acknowledgement", refuse)
    sign(filled, qtbot)

    assert filled.told.words() == str(DiskFull())
    assert filled.told.isVisible()
    assert filled.form.draft().full_name == "Sam Rivers"
    assert kept(context) is None


def test_what_is_typed_outlives_a_lock_and_the_pin_does_not(
    filled, context, qtbot, show
):
    filled.bar.sign_here.click()
    qtbot.keyClicks(filled.panel.way.pin.edit, support.PIN)
    filled.form.full_name.edit.setFocus()
    where = filled.place()
    filled.leave()

    again = show(AcknowledgementPage(context))
    again.open(where)

    assert again.form.draft() == filled.form.draft()
    assert focused_name() == "full_name"
    assert filled.panel.way.pin.text() == ""
    assert again.panel.isHidden()


def test_once_signed_what_was_typed_is_not_offered_again(filled, context, qtbot, show):
    filled.leave()
    sign(filled, qtbot)
    again = show(AcknowledgementPage(context))
    again.open(HERE)

    again.bar.again.click()

    assert again.form.draft().full_name == ""


def test_esc_drops_the_pin_and_nothing_else(filled, qtbot):
    filled.bar.sign_here.click()

    qtbot.keyClick(filled.panel.way.pin.edit, Qt.Key.Key_Escape)

    assert filled.panel.isHidden()
    assert filled.form.draft().full_name == "Sam Rivers"
    assert focused_name() == "sign_here"
