"""The pages before unlocking, set-up and Settings hold what every screen must."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui import gates
from tests.ui.daybook_world import (
    Hands,
    caseload,
    fresh,
    hands,
    homes,
    made_caseload,
)
from tests.ui.set_up_steps import answer_agency, confirm_sheet, make, say_who
from ui.context import PageName
from ui.theme import Scheme, apply_theme

__all__ = ["caseload", "fresh", "hands", "homes", "made_caseload"]

SIZES = (QSize(1366, 700), QSize(1093, 530), QSize(911, 480))
LOOKS = ((Scheme.LIGHT, 1.0), (Scheme.DARK, 1.5), (Scheme.LIGHT, 2.0))


def settle(hands: Hands) -> None:
    """Wait until what was laid out anew stays as it is."""
    before: list[str] | None = None
    for _time in range(20):
        QTest.qWait(20)
        found = gates.faults(hands.window)
        if found == before:
            return
        before = found


def faults_in_all_looks(hands: Hands) -> list[str]:
    """Return the faults of what is shown, at every size and size of text."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    found = []
    for scheme, scale in LOOKS:
        apply_theme(app, scheme, scale)
        for size in SIZES:
            hands.window.resize(size)
            settle(hands)
            about = f"{size.width()} x {size.height()} at {scale:.0%}"
            if hands.window.size() != size:
                found.append(f"{about}: the window is {hands.window.size()}")
            found += [f"{about}: {fault}" for fault in gates.faults(hands.window)]
    apply_theme(app, Scheme.LIGHT, 1.0)
    hands.window.resize(SIZES[0])
    return found


@pytest.mark.parametrize(
    "path",
    [(), ("help",), ("emergency",), ("another",), ("use_code",)],
    ids=lambda path: path[0] if path else "unlock",
)
def test_pages_before_unlocking(hands: Hands, path: tuple[str, ...]) -> None:
    for name in path:
        hands.click(name)
    assert faults_in_all_looks(hands) == []


def test_the_unlock_page_with_an_error(hands: Hands) -> None:
    hands.type("passphrase", "not the right words")
    hands.click("open")
    hands.wait(lambda: hands.window.content().passphrase.error())
    assert faults_in_all_looks(hands) == []


@pytest.mark.parametrize("path", [(), ("set_up",), ("practice",)])
def test_pages_of_a_fresh_computer(fresh: Hands, path: tuple[str, ...]) -> None:
    for name in path:
        fresh.click(name)
    if path == ("practice",):
        fresh.wait(lambda: fresh.sees("rivers"))
    assert faults_in_all_looks(fresh) == []


def test_every_step_of_set_up_also_with_its_errors(fresh: Hands) -> None:
    make(fresh)
    fresh.click("next")
    assert faults_in_all_looks(fresh) == []
    confirm_sheet(fresh)
    fresh.click("next")
    assert faults_in_all_looks(fresh) == []
    say_who(fresh)
    for code in ("CPSSP-MH", "CPSSP-Y", "CPSSP-Peer Bridger"):
        fresh.click(code)
    fresh.click("CPSSP-MH.agreed")
    fresh.click("older_name")
    fresh.click("next")
    assert faults_in_all_looks(fresh) == []
    for code in ("CPSSP-MH", "CPSSP-Y", "CPSSP-Peer Bridger"):
        fresh.type(f"{code}.held_since", "2/2/26")
    fresh.click("CPSSP-MH.agreed")
    fresh.click("next")
    fresh.click("next")
    assert faults_in_all_looks(fresh) == []
    answer_agency(fresh)
    fresh.click("next")
    assert faults_in_all_looks(fresh) == []


def test_settings(hands: Hands) -> None:
    hands.unlock()
    hands.context.navigator.go(PageName.SETTINGS)
    assert faults_in_all_looks(hands) == []
