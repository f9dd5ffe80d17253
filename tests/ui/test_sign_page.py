"""A note is read as it will print, signed once, and never without its PIN."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.services import pins, sessions, signing
from app.services.answers import ELECTRONIC, Answer, give_answer
from app.services.faults import DiskFull, LedgerMoved
from app.services.papers import print_queue
from app.store import audit
from tests import support
from tests.ui import session_world as world
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
from ui.pages.sign import signing as ui_signing
from ui.pages.sign.pin_way import Way
from ui.pages.sign_page import SignPage
from ui.tasks import Tasks
from ui.widgets.row_button import RowButton

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]


@pytest.fixture
def page(context, show):
    return show(SignPage(context))


@pytest.fixture
def opened(page, context, qtbot):
    """The page with a note that is fit to be signed, read to the end."""
    draft_id = world.keep(context)
    page.open(place_of(draft_id))
    qtbot.waitUntil(lambda: page.preview.pictures.pictures_held() == 1)
    return page


def place_of(draft_id):
    return Place(page=PageName.SIGN, person_id=world.JORDAN, draft_id=draft_id)


def notes(context):
    return sessions.count_sessions(context.store, world.JORDAN)


def sign(page, qtbot, pin=support.PIN):
    page.card.agreed.setChecked(True)
    type_pin(page, qtbot, pin)


def type_pin(page, qtbot, pin):
    page.card.way.go()
    qtbot.keyClicks(page.card.way.pin.edit, pin)
    qtbot.keyClick(page.card.way.pin.edit, Qt.Key.Key_Return)


def idle(page):
    return not page.signing.is_busy()


def test_the_page_shows_the_note_as_an_unsigned_draft(opened):
    words = [block.words for block in opened.preview._page[1]]
    assert "UNSIGNED DRAFT" in words
    assert "We met at the library and wrote three steps." in words


def test_a_checked_statement_and_the_pin_sign_the_note(opened, context, qtbot):
    before = notes(context)
    with qtbot.waitSignal(opened.signing.signed, timeout=10_000) as signed:
        sign(opened, qtbot)
    note = signed.args[0]
    assert notes(context) == before + 1
    assert world.drafts(context) == ()
    content = sessions.read_note(context.store, note.id)
    assert content.what_we_did == "We met at the library and wrote three steps."
    assert opened.done.band.words() == "Signed at 11:02 AM. Saved and locked."
    assert print_queue(context.store)[-1].id == note.printout_id
    assert pins.pin_state(context.store).tries_left == 5
    assert opened.place() == Place(page=PageName.READ, printout_id=note.printout_id)


def test_after_signing_the_page_shows_what_was_signed(opened, context, qtbot):
    with qtbot.waitSignal(opened.signing.signed, timeout=10_000):
        sign(opened, qtbot)
    qtbot.waitUntil(lambda: opened._paper is not None, timeout=5_000)
    words = [block.words for block in opened.preview._page[1]]
    assert "SIGNED" in words
    assert "UNSIGNED DRAFT" not in words


def test_without_the_statement_nothing_is_tried(opened, context, qtbot):
    type_pin(opened, qtbot, support.PIN)
    assert opened.card.agreed.hasFocus()
    assert opened.card.agreed.accessibleDescription() == "Check this box first."
    assert pins.pin_state(context.store).tries_left == 5
    assert idle(opened)


def test_a_wrong_pin_says_how_many_tries_are_left(opened, context, qtbot):
    with qtbot.waitSignal(opened.signing.wrong_pin, timeout=10_000):
        sign(opened, qtbot, "111222")
    assert opened.card.way.pin.error() == "That PIN did not work. 4 tries left."
    assert opened.card.way.pin.text() == ""
    assert opened.card.agreed.isChecked()


def test_after_five_wrong_pins_the_passphrase_is_asked(opened, context, qtbot):
    before = notes(context)
    opened.card.agreed.setChecked(True)
    for _try in range(5):
        with qtbot.waitSignal(opened.signing.wrong_pin, timeout=10_000):
            type_pin(opened, qtbot, "111222")
    way = opened.card.way
    assert way.way is Way.PASSPHRASE
    assert way.passphrase.isVisible()
    assert not way.pin.isVisible()
    way.passphrase.edit.setText("not the passphrase at all")
    opened.card.sign.click()
    refused = "That passphrase did not work."
    qtbot.waitUntil(lambda: way.passphrase.error().startswith(refused), timeout=10_000)
    assert way.way is Way.PASSPHRASE
    way.passphrase.edit.setText(support.PASSPHRASE)
    opened.card.sign.click()
    qtbot.waitUntil(lambda: way.way is Way.PIN, timeout=10_000)
    assert notes(context) == before
    with qtbot.waitSignal(opened.signing.signed, timeout=10_000):
        type_pin(opened, qtbot, support.PIN)
    assert notes(context) == before + 1


def test_pressing_enter_twice_signs_once(opened, context, qtbot):
    before = notes(context)
    opened.card.agreed.setChecked(True)
    field = opened.card.way.pin.edit
    qtbot.keyClicks(field, support.PIN)
    with qtbot.waitSignal(opened.signing.signed, timeout=10_000):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert opened.card.sign.text() == "Signing…"
        qtbot.keyClick(field, Qt.Key.Key_Return)
        opened.card.sign.click()
    qtbot.wait(300)
    assert notes(context) == before + 1
    assert pins.pin_state(context.store).tries_left == 5


def test_ctrl_enter_signs(opened, context, qtbot):
    opened.card.agreed.setChecked(True)
    qtbot.keyClicks(opened.card.way.pin.edit, support.PIN)
    with qtbot.waitSignal(opened.signing.signed, timeout=10_000):
        qtbot.keyClick(
            opened.preview, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )


def test_a_ledger_that_moved_is_signed_over_anew(opened, context, qtbot, monkeypatch):
    once = iter([True])

    def moved_once(*args, **kwargs):
        if next(once, False):
            with context.store.transaction() as db:
                audit.append(db, "settings", {"what": "test"}, now=support.NOW)
        return signing.finish_signature(*args, **kwargs)

    monkeypatch.setattr(ui_signing, "finish_signature", moved_once)
    with qtbot.waitSignal(opened.signing.signed, timeout=10_000):
        sign(opened, qtbot)


def test_a_ledger_that_keeps_moving_is_given_up(opened, context, qtbot, monkeypatch):
    rounds = []

    def moved(*_args, **_kwargs):
        rounds.append(1)
        raise LedgerMoved

    monkeypatch.setattr(ui_signing, "finish_signature", moved)
    with qtbot.waitSignal(opened.signing.failed, timeout=10_000):
        sign(opened, qtbot)
    assert len(rounds) == 3
    assert opened.banner.words().startswith("Not signed.")
    assert len(world.drafts(context)) == 1


def test_a_full_disk_signs_nothing_and_says_so(opened, context, qtbot, monkeypatch):
    def full(*_args, **_kwargs):
        raise DiskFull

    monkeypatch.setattr(ui_signing, "finish_signature", full)
    with qtbot.waitSignal(opened.signing.failed, timeout=10_000):
        sign(opened, qtbot)
    assert opened.banner.isVisible()
    assert len(world.drafts(context)) == 1
    assert idle(opened)


def test_only_what_was_read_is_signed(opened, context, qtbot):
    (saved,) = world.drafts(context)
    other = replace(saved.draft, next_step="Something nobody read.")
    sessions.save_draft(context.store, saved.id, other, now=support.NOW)
    before = notes(context)
    with qtbot.waitSignal(opened.signing.failed, timeout=10_000) as failed:
        sign(opened, qtbot)
    assert failed.args[0] == "The note changed. Read it again, then sign."
    assert notes(context) == before


def test_leaving_drops_a_signature_not_yet_made(opened, context, qtbot):
    before = notes(context)
    sign(opened, qtbot)
    opened.leave()
    qtbot.wait(1_500)
    assert notes(context) == before
    assert opened.card.way.pin.text() == ""


def test_a_missing_thing_is_a_link_to_its_field(page, context, travels):
    draft_id = world.keep(context, next_step="")
    page.open(place_of(draft_id))
    (link,) = page.card.findChildren(RowButton)
    assert link.accessibleName() == "Write the next step"
    link.click()
    assert travels.last == Place(
        page=PageName.RECORD,
        person_id=world.JORDAN,
        draft_id=draft_id,
        field="next_step",
    )
    assert not page.card.sign.is_ready()
    page.card.sign.click()
    assert len(travels.places) == 2


def test_without_a_pin_the_page_lets_one_be_set(context, show, qtbot, tmp_path):
    own = support.make_store(tmp_path / "own")
    support.set_up(own, pin=False)
    jordan = support.add_jordan(own)
    support.make_plan(own, jordan)
    tasks = Tasks()
    context = replace(context, store=own, tasks=tasks)
    draft_id = sessions.start_draft(own, support.session_draft(jordan), now=support.NOW)
    page = show(SignPage(context))
    page.open(place_of(draft_id))
    way = page.card.way
    assert way.way is Way.NEW_PIN
    way.new_pin.edit.setText("123456")
    way.new_pin_again.edit.setText("123456")
    page.card.sign.click()
    qtbot.waitUntil(lambda: bool(way.new_pin.error()), timeout=10_000)
    for field in (way.new_pin, way.new_pin_again):
        field.edit.setText(support.PIN)
    page.card.sign.click()
    qtbot.waitUntil(lambda: way.way is Way.PIN, timeout=10_000)
    with qtbot.waitSignal(page.signing.signed, timeout=10_000):
        sign(page, qtbot)
    tasks.stop(own.close_lane)
    own.close()


def test_the_card_tells_of_the_ink_line_until_electronic_is_accepted(
    page, context, clock
):
    draft_id = world.keep(context)
    page.open(place_of(draft_id))
    assert page.card._ink.isVisible()
    give_answer(context.store, ELECTRONIC, Answer(value="yes"), now=clock())
    page.open(place_of(draft_id))
    assert not page.card._ink.isVisible()


def test_a_draft_that_is_gone_is_told(page):
    page.open(place_of(99))
    assert not page.card.isVisible()


def test_hidden_names_hide_the_page(opened, context):
    context.privacy.set_hidden(True)
    assert opened.second.text().startswith("J. M.")
    assert opened.preview.pictures.pictures_held() == 0
    assert opened.preview.pictures.page_count() == 0


def test_after_signing_the_buttons_lead_on(opened, context, qtbot, travels):
    with qtbot.waitSignal(opened.signing.signed, timeout=10_000):
        sign(opened, qtbot)
    opened.done.leave_queued.click()
    assert travels.last == Place(page=PageName.PAPERS)
    opened.done.today.click()
    assert travels.last == Place(page=PageName.TODAY)
