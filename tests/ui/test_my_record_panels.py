"""My record is changed in panels that lose nothing and keep no secret."""

import pytest
from PySide6.QtCore import Qt

from app.services import pins
from app.services.specialist import edition_in_use, read_designations, read_specialist
from tests import support
from tests.ui.my_record_world import HERE, NEWER, held, page, panel_of, words_of
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
from ui.context import PageName, Place
from ui.pages.my_record_page import MyRecordPage

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "page",
    "show",
    "store",
    "travels",
]


@pytest.mark.parametrize("name", ["designations", "certificate", "edition", "pin"])
def test_each_button_opens_its_panel_and_esc_returns_to_the_button(page, qtbot, name):
    panel_of(page, name)
    assert page.place() == Place(page=PageName.MY_RECORD, field=name)

    qtbot.keyClick(page, Qt.Key.Key_Escape)

    assert page.panel is None
    assert page.place() == HERE
    assert focused_name() == name


def test_a_new_certificate_number_is_saved_and_shown(page, context):
    panel = panel_of(page, "certificate")
    panel.number.set_text("05120")

    page.save.click()

    assert read_specialist(context.store).certificate_number == "05120"
    assert "05120" in words_of(page.certificate)
    assert page.panel is None


def test_what_is_missing_keeps_the_panel_open_and_changes_nothing(page, context):
    panel = panel_of(page, "certificate")
    panel.number.set_text("")

    page.save.click()

    assert panel.number.error()
    assert read_specialist(context.store).certificate_number == "04417"


def test_an_added_designation_is_saved_and_shown(page, context):
    panel = panel_of(page, "designations")
    row = next(row for row in panel.rows if row.facts.code == "CPSSP-P")
    row.show_held(held("CPSSP-P"))

    page.save.click()

    codes = [one.code for one in read_designations(context.store)]
    assert codes == ["CPSSP-MH", "CPSSP-P"]
    assert "CPSSP-P" in words_of(page.designations)


def test_another_edition_is_saved_with_who_said_so(page, context):
    panel = panel_of(page, "edition")
    panel.edition.choice.set_value(NEWER.isoformat())
    panel.edition.said.show_answer("K. Dale", support.TODAY, support.TODAY)

    page.save.click()

    edition, answer = edition_in_use(context.store, support.TODAY)
    assert (edition, answer.said_by) == (NEWER, "K. Dale")
    assert "K. Dale said so on Nov 24, 2026. In use since Nov 24, 2026." in words_of(
        page.allowed
    )


def type_pin(panel, passphrase, pin="771204"):
    panel.passphrase.edit.setText(passphrase)
    panel.new_pin.pin.edit.setText(pin)
    panel.new_pin.again.edit.setText(pin)


def fingerprint(context):
    with context.store.reading() as db:
        return pins.key_in(db).fingerprint


def test_a_new_pin_needs_the_passphrase(page, context, qtbot):
    before, panel = fingerprint(context), panel_of(page, "pin")
    type_pin(panel, "another passphrase")

    page.save.click()
    qtbot.waitUntil(lambda: bool(panel.passphrase.error()), timeout=10_000)

    assert fingerprint(context) == before
    assert page.save.isEnabled()


def test_with_the_passphrase_a_new_pin_is_set(page, context, qtbot):
    before, panel = fingerprint(context), panel_of(page, "pin")
    type_pin(panel, support.PASSPHRASE)

    page.save.click()
    qtbot.waitUntil(lambda: page.panel is None, timeout=10_000)

    assert fingerprint(context) != before
    assert page.save.isEnabled()


@pytest.mark.parametrize("pin", ["", "12345", "111111", "123456"])
def test_a_pin_easy_to_guess_is_refused_before_anything_is_made(page, context, pin):
    before, panel = fingerprint(context), panel_of(page, "pin")
    type_pin(panel, support.PASSPHRASE, pin)

    page.save.click()

    assert panel.new_pin.pin.error()
    assert fingerprint(context) == before


def test_an_open_panel_and_what_is_typed_in_it_outlive_a_lock(page, context, show):
    panel_of(page, "certificate").number.set_text("0512")
    page.leave()

    again = show(MyRecordPage(context))
    again.open(page.place())

    assert again.panel.number.text() == "0512"
    assert read_specialist(context.store).certificate_number == "04417"


def test_no_secret_outlives_a_lock(page, context, show):
    type_pin(panel_of(page, "pin"), support.PASSPHRASE)
    page.leave()

    again = show(MyRecordPage(context))
    again.open(page.place())

    assert again.panel.passphrase.text() == ""
    assert again.panel.new_pin.pin.text() == ""
