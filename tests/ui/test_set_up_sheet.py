"""The recovery sheet: shown once, printed, proven, held by somebody."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.services.answers import (
    SHEET_HOLDER,
    latest_answer,
)
from app.services.caseload import recovery_groups
from app.services.faults import WrongRecoveryCode
from app.store.caseload import open_with_recovery_code
from tests import support
from tests.ui.daybook_world import Hands, fresh, homes
from tests.ui.set_up_steps import (
    confirm_sheet,
    make,
    step_of,
)
from ui.pages.set_up.sheet_step import NewCodeStep, SheetStep

__all__ = ["fresh", "homes"]


def test_the_wrong_group_is_said_at_its_field(fresh: Hands) -> None:
    make(fresh)
    step = step_of(fresh)
    step.groups[0].edit.setText("AAAA")
    fresh.click("next")
    assert f"not group {step._asked[0]}" in step.groups[0].error()
    assert step.groups[0].edit.hasFocus()


def test_the_code_is_covered_while_the_groups_are_typed(fresh: Hands) -> None:
    make(fresh)
    step = step_of(fresh)
    assert not step.code.is_covered()
    step.groups[1].edit.setFocus()
    assert step.code.is_covered()
    step.show_button.click()
    assert not step.code.is_covered()


def test_a_sheet_left_unconfirmed_gets_a_new_code_for_the_passphrase(
    fresh: Hands,
) -> None:
    make(fresh)
    old = step_of(fresh)._code
    fresh.click("later")
    fresh.restart()
    fresh.unlock()
    fresh.daybook._set_up()
    assert isinstance(step_of(fresh), NewCodeStep)
    fresh.type("passphrase", "not the right words")
    fresh.click("next")
    fresh.wait(lambda: step_of(fresh).passphrase.error())
    fresh.type("passphrase", support.PASSPHRASE)
    fresh.click("next")
    fresh.wait(lambda: isinstance(step_of(fresh), SheetStep))
    new = confirm_sheet(fresh)
    assert new != old
    folder = fresh.context.store.folder
    fresh.window.close()
    with pytest.raises(WrongRecoveryCode):
        open_with_recovery_code(folder, old, support.PASSPHRASE, now=support.NOW)
    open_with_recovery_code(
        folder, new, "nine slow otters drift", now=fresh.now
    ).close()


def test_who_holds_the_sheet_is_kept_with_the_day(fresh: Hands) -> None:
    make(fresh)
    step = step_of(fresh)
    groups = recovery_groups(step._code)
    for number, field in zip(step._asked, step.groups, strict=True):
        field.edit.setText(groups[number - 1])
    step.holder_choice.chips()[0].click()
    fresh.click("next")
    assert fresh.find("held_by").hasFocus()
    fresh.type("held_by", "Dana Whitlow")
    fresh.type("held_since", "11/20/26")
    fresh.click("next")
    answer = latest_answer(fresh.context.store, SHEET_HOLDER)
    assert answer is not None
    assert (answer.value, answer.starts_on) == ("Dana Whitlow", date(2026, 11, 20))


def test_the_printed_sheet_holds_the_code_shown(
    fresh: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bytes] = []
    monkeypatch.setattr(
        "ui.printing.show_print_dialog",
        lambda _parent, _tasks, pdf, _on_printed: shown.append(pdf),
    )
    make(fresh)
    fresh.click("print")
    fresh.wait(lambda: shown)
    text = PdfReader(BytesIO(shown[0])).pages[0].extract_text()
    for group in recovery_groups(step_of(fresh)._code):
        assert group in text
