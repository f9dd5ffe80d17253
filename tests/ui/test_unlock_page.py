"""Unlock: the passphrase, what is said when it is wrong, and the ways round it."""

import subprocess
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from app.services import practice
from app.services.caseload import create
from tests import support
from tests.ui.daybook_world import (
    Hands,
    caseload,
    fresh,
    hands,
    homes,
    made_caseload,
)
from ui.pages.unlock_page import UnlockPage

__all__ = [
    "caseload",
    "fresh",
    "hands",
    "homes",
    "made_caseload",
]

NEW_PASSPHRASE = "nine slow otters drift"
HEAVY = ("sqlalchemy", "sqlcipher3", "cryptography", "reportlab", "pypdfium2")


def passphrase_error(hands: Hands) -> str:
    page = hands.window.content()
    assert isinstance(page, UnlockPage)
    return page.passphrase.error()


def fail(hands: Hands, times: int = 1) -> None:
    for _time in range(times):
        before = passphrase_error(hands)
        page = hands.window.content()
        page.passphrase.set_error("")
        hands.type("passphrase", "not the right words")
        hands.click("open")
        hands.wait(lambda: passphrase_error(hands))
        assert before is not None


def test_the_right_passphrase_opens_today(hands: Hands) -> None:
    hands.unlock()
    assert hands.sees("today")
    assert not hands.sees("passphrase")


def test_enter_opens(hands: Hands) -> None:
    field = hands.find("passphrase")
    assert field.hasFocus()
    assert isinstance(field, QLineEdit)
    field.setText(support.PASSPHRASE)
    hands.key(Qt.Key.Key_Return)
    hands.wait(lambda: hands.daybook.context is not None)


def test_a_wrong_passphrase_is_said_and_typed_over(hands: Hands) -> None:
    fail(hands)
    field = hands.find("passphrase")
    assert isinstance(field, QLineEdit)
    assert "That passphrase did not work." in passphrase_error(hands)
    assert field.hasFocus()
    assert field.selectedText() == "not the right words"
    hands.unlock()


def test_an_empty_passphrase_is_asked_for(hands: Hands) -> None:
    hands.click("open")
    assert passphrase_error(hands) == "Type your passphrase first."


def test_after_five_wrong_tries_the_button_counts_down(hands: Hands) -> None:
    fail(hands, times=6)
    button = hands.find("open")
    assert isinstance(button, QPushButton)
    assert "several wrong tries" in passphrase_error(hands)
    assert button.text().startswith("Wait")
    first = button.text()
    hands.wait(lambda: button.text() != first)


def test_the_wait_survives_a_restart_and_then_ends(hands: Hands) -> None:
    fail(hands, times=5)
    hands.restart()
    hands.type("passphrase", support.PASSPHRASE)
    hands.click("open")
    hands.wait(lambda: "several wrong tries" in passphrase_error(hands))
    hands.restart()
    hands.now += timedelta(minutes=6)
    hands.unlock()


def test_a_damaged_caseload_says_so_and_changes_nothing(
    hands: Hands, caseload: Path
) -> None:
    (file,) = caseload.glob("generations/*/caseload.db")
    file.write_bytes(b"\0" * 8192)
    hands.type("passphrase", support.PASSPHRASE)
    hands.click("open")
    hands.wait(lambda: passphrase_error(hands))
    assert "damaged" in passphrase_error(hands)
    assert file.read_bytes() == b"\0" * 8192


def test_no_name_is_there_before_opening(hands: Hands) -> None:
    for name in ("Jordan", "Mayfield", "Sam Rivers", "Pine Hollow"):
        assert name not in hands.words()
    assert hands.window.windowTitle() == "Peer Daybook"


def test_the_recovery_code_opens_and_sets_a_new_passphrase(fresh: Hands) -> None:
    folder = fresh.daybook.desk.folder
    store, code = create(
        folder, support.PASSPHRASE, now=support.NOW, cost=support.FLOOR
    )
    store.close()
    fresh.restart()
    fresh.click("use_code")
    fresh.type("code", code.lower().replace("-", " "))
    fresh.type("new_passphrase", NEW_PASSPHRASE)
    fresh.click("open")
    fresh.wait(lambda: fresh.daybook.context is not None)
    fresh.restart()
    fresh.unlock(NEW_PASSPHRASE)


def test_a_wrong_recovery_code_keeps_what_was_typed(hands: Hands) -> None:
    hands.click("use_code")
    hands.type("code", "AAAA BBBB")
    hands.type("new_passphrase", NEW_PASSPHRASE)
    hands.click("open")
    page = hands.window.content()
    hands.wait(lambda: page.code.error())
    assert "That recovery code did not work." in page.code.error()
    assert page.code.text() == "AAAA BBBB"
    hands.click("back")
    hands.unlock()


def test_a_weak_new_passphrase_is_refused_with_the_reason(hands: Hands) -> None:
    hands.click("use_code")
    hands.type("code", "AAAA BBBB")
    hands.type("new_passphrase", "short")
    hands.click("open")
    page = hands.window.content()
    assert "at least 15 characters" in page.passphrase.field.error()
    assert not page.code.error()


def test_another_caseload_is_listed_by_number_and_word(fresh: Hands) -> None:
    folder = fresh.daybook.desk.folder.parent / "2-heron"
    store, _code = create(
        folder, support.PASSPHRASE, now=support.NOW, cost=support.FLOOR
    )
    store.close()
    fresh.click("another")
    row = fresh.find("2-heron")
    assert row.accessibleName() == "2 heron"
    fresh.click("2-heron")
    fresh.unlock()
    assert fresh.context.store.folder == folder


def test_a_caseload_that_is_open_elsewhere_says_so(
    hands: Hands, caseload: Path
) -> None:
    store = support.open_store(caseload)
    hands.type("passphrase", support.PASSPHRASE)
    hands.click("open")
    hands.wait(lambda: passphrase_error(hands))
    assert "already open in another window" in passphrase_error(hands)
    store.close()
    hands.unlock()


@pytest.mark.parametrize("page", ["help", "emergency"])
def test_help_and_emergency_numbers_need_no_passphrase(hands: Hands, page: str) -> None:
    hands.click(page)
    assert ("988" if page == "emergency" else "I forgot") in hands.words()
    hands.click("back")
    assert hands.find("passphrase").hasFocus()


def test_a_fresh_computer_offers_to_set_up_or_to_try(fresh: Hands) -> None:
    assert QApplication.focusWidget() is fresh.find("set_up")
    assert fresh.sees("practice")
    assert not fresh.sees("passphrase")


def test_the_made_up_people_open_marked_practice(
    fresh: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(practice, "Size", partial(practice.Size, people=1, sessions=1))
    fresh.click("practice")
    fresh.wait(lambda: fresh.sees("rivers"))
    fresh.click("rivers")
    fresh.wait(lambda: fresh.daybook.context is not None)
    assert fresh.context.store.practice
    assert "Practice caseload: made-up people" in fresh.words()


def test_leaving_while_the_made_up_people_are_made_stops_the_work(
    fresh: Hands,
) -> None:
    fresh.click("practice")
    fresh.wait(lambda: fresh.sees("rivers"))
    fresh.click("rivers")
    page = fresh.window.content()
    fresh.wait(lambda: page._bar.accessibleName() != "Not begun")
    fresh.click("back")
    assert fresh.sees("set_up")
    fresh.click("practice")
    fresh.wait(lambda: fresh.sees("rivers"))


def test_showing_the_unlock_page_imports_nothing_heavy() -> None:
    code = (
        "import sys, ui.main, ui.pages.unlock_page, ui.pages.front_desk;"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "[]"
