"""Settings: look and privacy act at once; answers and ways in are changed here."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.answers import ELECTRONIC, latest_answer
from app.services.preferences import read_settings, settings_path
from app.services.specialist import read_agency
from app.services.verify import Finding, Verification
from tests import support
from tests.ui.daybook_world import Hands, caseload, hands, homes, made_caseload
from ui.context import PageName
from ui.pages.settings_page import SettingsPage
from ui.theme import DARK, current_theme

__all__ = ["caseload", "hands", "homes", "made_caseload"]

NEW_PASSPHRASE = "nine slow otters drift"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(hands: Hands) -> SettingsPage:
    """Settings, open."""
    return open_settings(hands)


def open_settings(hands: Hands) -> SettingsPage:
    hands.unlock()
    hands.context.navigator.go(PageName.SETTINGS)
    page = hands.window.content().stack.currentWidget()
    assert isinstance(page, SettingsPage)
    return page


def test_colors_and_size_change_at_once_and_stay(
    hands: Hands, page: SettingsPage
) -> None:
    page.look.scheme.chips()[2].click()
    page.look.size_of_text.chips()[-1].click()
    assert current_theme().tokens == DARK
    assert current_theme().scale == 2.0
    kept = read_settings(settings_path())
    assert (kept.scheme, kept.text_percent) == ("dark", 200)


def test_lock_minutes_are_picked_from_1_to_15(hands: Hands, page: SettingsPage) -> None:
    assert page.privacy.minutes.value() == 5
    page.privacy.minutes.set_value(15)
    page.privacy.minutes.picked.emit()
    assert hands.daybook._idle._limit == 15 * 60
    assert read_settings(settings_path()).lock_minutes == 15
    page.privacy.minutes.set_value(16)
    assert page.privacy.minutes.value() is None


def test_names_can_be_hidden_from_the_start(hands: Hands, page: SettingsPage) -> None:
    page.privacy.hide_names.click()
    assert read_settings(settings_path()).hide_names


def test_the_agency_answers_are_shown_and_kept(
    hands: Hands, page: SettingsPage
) -> None:
    assert hands.find("agency_name").text() == "Pine Hollow Community Services"
    hands.type("agency_name", "Cedar Ridge Community Services")
    hands.type("edition.said_on", "11/20/26")
    page.agency.electronic.choice.chips()[0].click()
    hands.type("electronic signature.said_by", "Dana Whitlow")
    hands.type("electronic signature.said_on", "11/20/26")
    hands.click("keep_agency")
    store = hands.context.store
    assert read_agency(store).name == "Cedar Ridge Community Services"
    answer = latest_answer(store, ELECTRONIC)
    assert answer is not None
    assert answer.value == "yes"
    assert "Your answers are kept." in hands.words()


def test_an_answer_without_who_said_so_is_not_kept(
    hands: Hands, page: SettingsPage
) -> None:
    hands.type("edition.said_on", "11/20/26")
    page.agency.electronic.choice.chips()[0].click()
    hands.click("keep_agency")
    assert hands.find("electronic signature.said_by").hasFocus()
    assert latest_answer(hands.context.store, ELECTRONIC) is None


def test_answers_typed_and_not_kept_are_there_after_a_lock(
    hands: Hands, page: SettingsPage
) -> None:
    hands.type("agency_name", "Cedar Rid")
    hands.key(Qt.Key.Key_L, CTRL)
    hands.unlock()
    assert hands.find("agency_name").text() == "Cedar Rid"
    assert read_agency(hands.context.store).name == "Pine Hollow Community Services"


def test_the_passphrase_is_changed_and_the_old_one_opens_nothing(
    hands: Hands, page: SettingsPage
) -> None:
    hands.type("old_passphrase", support.PASSPHRASE)
    hands.type("new_passphrase", NEW_PASSPHRASE)
    hands.click("change_passphrase")
    hands.wait(lambda: "Your passphrase is changed." in hands.words())
    hands.key(Qt.Key.Key_L, CTRL)
    hands.type("passphrase", support.PASSPHRASE)
    hands.click("open")
    hands.wait(lambda: hands.window.content().passphrase.error())
    hands.unlock(NEW_PASSPHRASE)


def test_a_wrong_old_passphrase_changes_nothing(
    hands: Hands, page: SettingsPage
) -> None:
    hands.type("old_passphrase", "not the right words")
    hands.type("new_passphrase", NEW_PASSPHRASE)
    hands.click("change_passphrase")
    hands.wait(lambda: page.passphrase.old.error())
    assert "That passphrase did not work." in page.passphrase.old.error()
    hands.restart()
    hands.unlock()


def test_a_new_pin_asks_for_the_passphrase(hands: Hands, page: SettingsPage) -> None:
    hands.type("pin", "975310")
    hands.type("pin_again", "975310")
    hands.click("change_pin")
    assert page.pin.passphrase.error() == "Type your passphrase first."
    hands.type("pin_passphrase", "not the right words")
    hands.click("change_pin")
    hands.wait(lambda: "did not work" in page.pin.passphrase.error())
    hands.type("pin_passphrase", support.PASSPHRASE)
    hands.click("change_pin")
    hands.wait(lambda: "Your new PIN is set." in hands.words())


def test_a_sound_record_is_said_to_be_so_with_its_limits(
    hands: Hands, page: SettingsPage
) -> None:
    hands.click("verify")
    hands.wait(lambda: not page.verify.result.isHidden())
    assert "Nothing was changed since it was signed." in page.verify.result.words()
    assert "1 plan" in page.verify.result.words()
    assert "What this cannot prove: who typed the PIN." in hands.words()


def test_every_finding_is_named(
    hands: Hands, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    finding = Finding(what="content", where="note 31", words="The words changed.")
    found = Verification(
        notes=1, ledger_entries=2, plans=0, acknowledgements=0, findings=(finding,)
    )
    monkeypatch.setattr(
        "ui.pages.settings.verify_card.verify_record", lambda _store, _progress: found
    )
    hands.click("verify")
    hands.wait(lambda: not page.verify.result.isHidden())
    assert "Something is not as it was signed." in page.verify.result.words()
    assert "note 31: The words changed." in hands.words()


def test_set_up_opens_from_here(hands: Hands, page: SettingsPage) -> None:
    hands.click("open_set_up")
    assert hands.sees("next")


def test_no_name_of_a_person_is_in_the_open_options(
    hands: Hands, page: SettingsPage, caseload: Path
) -> None:
    page.look.scheme.chips()[1].click()
    text = settings_path().read_text("utf-8")
    assert "Jordan" not in text
    assert "Sam" not in text
    assert QApplication.instance() is not None
