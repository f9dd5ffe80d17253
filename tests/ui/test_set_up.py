"""Set-up: asked in order, left at any step, resumed where it was left."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.set_up import STEPS
from app.services.answers import (
    BACKUP_PLACE,
    EDITION,
    ELECTRONIC,
    SHEET_HOLDER,
    latest_answer,
)
from app.services.caseload import recovery_groups
from app.services.faults import WrongRecoveryCode
from app.services.pins import pin_state
from app.services.set_up import read_typed, set_up_left
from app.services.specialist import (
    read_agency,
    read_designations,
    read_specialist,
)
from app.store.caseload import open_with_recovery_code
from tests import support
from tests.ui.daybook_world import Hands, fresh, homes
from ui.pages.set_up.page import SetUpPage
from ui.pages.set_up.sheet_step import NewCodeStep, SheetStep

__all__ = ["fresh", "homes"]

CTRL = Qt.KeyboardModifier.ControlModifier


def make(hands: Hands) -> None:
    """Choose a passphrase, which makes the caseload."""
    hands.click("set_up")
    hands.type("new_passphrase", support.PASSPHRASE)
    hands.click("next")
    hands.wait(lambda: hands.daybook.context is not None)


def step_of(hands: Hands) -> QWidget:
    page = hands.window.content()
    assert isinstance(page, SetUpPage)
    return page.step()


def confirm_sheet(hands: Hands) -> str:
    """Type the two groups back and say that nobody holds it yet."""
    step = step_of(hands)
    assert isinstance(step, SheetStep)
    groups = recovery_groups(step._code)
    for number, field in zip(step._asked, step.groups, strict=True):
        field.edit.setText(groups[number - 1].lower())
    step.holder_choice.chips()[1].click()
    hands.click("next")
    return step._code


def say_who(hands: Hands) -> None:
    hands.type("name", "Sam Rivers")
    hands.click("next")
    hands.type("certificate_number", "04417")
    hands.type("certified_on", "2/2/26")
    hands.type("employed_since", "3/1/26")
    hands.click("next")


def pick_mental_health(hands: Hands, *, agreed: bool = True) -> None:
    hands.click("CPSSP-MH")
    hands.type("CPSSP-MH.held_since", "2/2/26")
    if agreed:
        hands.click("CPSSP-MH.agreed")
        hands.type("CPSSP-MH.agreed_with", "Dana Whitlow")
        hands.type("CPSSP-MH.agreed_on", "11/20/26")


def to_agency(hands: Hands) -> None:
    make(hands)
    confirm_sheet(hands)
    say_who(hands)
    pick_mental_health(hands)
    hands.click("next")


def chip(hands: Hands, group: str, place: int) -> None:
    hands.find(group).chips()[place].click()


def answer_agency(hands: Hands) -> None:
    hands.type("agency_name", "Pine Hollow")
    chip(hands, "edition", 0)
    hands.type("edition.said_by", "Dana Whitlow")
    hands.type("edition.said_on", "11/20/26")
    hands.type("edition.starts_on", "2/2/26")
    chip(hands, "electronic", 1)
    hands.type("electronic signature.said_by", "Dana Whitlow")
    hands.type("electronic signature.said_on", "11/20/26")
    hands.click("next")


def errors(hands: Hands) -> str:
    shown = hands.window.findChildren(QLabel)
    return "\n".join(label.text() for label in shown if label.isVisible())


def test_every_answer_of_set_up_is_kept(fresh: Hands, tmp_path: Path) -> None:
    to_agency(fresh)
    answer_agency(fresh)
    fresh.type("pin", support.PIN)
    fresh.type("pin_again", support.PIN)
    fresh.click("next")
    fresh.wait(lambda: fresh.sees("backup_choice"))
    chip(fresh, "backup_choice", 0)
    fresh.type("backup_place", str(tmp_path))
    fresh.click("next")
    assert fresh.sees("today")
    store = fresh.context.store
    assert set_up_left(store) == ()
    specialist = read_specialist(store)
    assert (specialist.name, specialist.certificate_number) == ("Sam Rivers", "04417")
    assert specialist.employed_since == date(2026, 3, 1)
    (held,) = read_designations(store)
    assert (held.code, held.awarded_on) == ("CPSSP-MH", date(2026, 2, 2))
    assert held.agreed
    assert read_agency(store).name == "Pine Hollow"
    edition, electronic = (
        latest_answer(store, EDITION),
        latest_answer(store, ELECTRONIC),
    )
    assert edition is not None
    assert (edition.value, edition.starts_on) == ("2024-09-24", date(2026, 2, 2))
    assert electronic is not None
    assert (electronic.value, electronic.said_by) == ("no", "Dana Whitlow")
    backup = latest_answer(store, BACKUP_PLACE)
    assert backup is not None
    assert backup.value == str(tmp_path)
    assert pin_state(store).is_set
    assert latest_answer(store, SHEET_HOLDER) is None


def test_a_weak_passphrase_makes_nothing(fresh: Hands) -> None:
    fresh.click("set_up")
    fresh.type("new_passphrase", "passwordpassword")
    fresh.click("next")
    assert "common passphrases" in fresh.window.content().passphrase.field.error()
    assert not fresh.daybook.desk.folder.exists()


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


def test_next_leads_to_the_first_thing_missing(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    fresh.click("next")
    assert fresh.find("name").hasFocus()
    assert "Type your name, as on your certificate." in errors(fresh)
    fresh.type("name", "Sam Rivers")
    fresh.click("next")
    fresh.type("certificate_number", "04417")
    fresh.type("certified_on", "12/2/26")
    fresh.click("next")
    assert fresh.find("certified_on").hasFocus()
    assert "This day has not come yet." in errors(fresh)


def test_no_designation_picked_is_said(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    fresh.click("next")
    assert "at least one" in errors(fresh)
    assert fresh.find("CPSSP-MH").hasFocus()


def test_a_list_is_agreed_only_with_a_name_and_a_day(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    pick_mental_health(fresh, agreed=False)
    assert "has no list called “Mental Health”" in errors(fresh)
    assert "Agree on the list" in errors(fresh)
    fresh.click("CPSSP-MH.agreed")
    fresh.click("next")
    assert fresh.find("CPSSP-MH.agreed_with").hasFocus()
    fresh.type("CPSSP-MH.agreed_with", "Dana Whitlow")
    fresh.type("CPSSP-MH.agreed_on", "11/20/26")
    assert "List agreed" in errors(fresh)


def test_a_list_not_agreed_on_yet_does_not_hold_set_up_back(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    pick_mental_health(fresh, agreed=False)
    fresh.click("next")
    assert fresh.sees("agency_name")
    (held,) = read_designations(fresh.context.store)
    assert not held.agreed


def test_designations_of_the_same_name_need_no_agreement(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    fresh.click("CPSSP-P")
    assert "List A.2" in errors(fresh)
    assert not fresh.sees("CPSSP-P.agreed")


def test_a_birthday_is_asked_only_for_the_youth_designation(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    assert not fresh.sees("birthday")
    fresh.click("CPSSP-Y")
    fresh.type("CPSSP-Y.held_since", "2/2/26")
    fresh.type("birthday", "5/4/2003")
    fresh.click("next")
    assert read_specialist(fresh.context.store).birthday == date(2003, 5, 4)


def test_a_peer_bridger_is_told_whose_list_it_is(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    fresh.click("CPSSP-Peer Bridger")
    row = fresh.find("CPSSP-Peer Bridger")
    assert "You will see no activities until you add another." in row.accessibleName()
    fresh.click("CPSSP-MH")
    assert "You work from: CPSSP-MH." in row.accessibleName()


def test_names_of_older_certificates_are_offered_and_kept(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    fresh.click("older_name")
    fresh.click("CPSSP-A")
    fresh.type("CPSSP-A.held_since", "9/30/2015")
    fresh.click("other")
    fresh.type("other.name", "Family Partner")
    fresh.type("other.held_since", "1/1/2016")
    fresh.click("next")
    held = read_designations(fresh.context.store)
    assert [(one.code, one.certificate_name) for one in held] == [
        ("CPSSP-A", "Adult"),
        ("Family Partner", "Family Partner"),
    ]


def test_an_end_before_the_start_is_said(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    pick_mental_health(fresh)
    step = step_of(fresh)
    step._row("CPSSP-MH").ended_button.click()
    fresh.type("CPSSP-MH.ended_on", "1/1/26")
    fresh.click("next")
    assert "It cannot end before it starts." in errors(fresh)


def test_the_two_pins_must_match(fresh: Hands) -> None:
    to_agency(fresh)
    answer_agency(fresh)
    fresh.type("pin", "408215")
    fresh.type("pin_again", "408216")
    fresh.click("next")
    assert "The two do not match." in errors(fresh)
    assert not pin_state(fresh.context.store).is_set


def test_finish_later_opens_the_program_and_set_up_goes_on_there(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    fresh.type("name", "Sam Rivers")
    fresh.click("next")
    fresh.click("later")
    assert fresh.sees("today")
    assert set_up_left(fresh.context.store) == STEPS[3:]
    fresh.restart()
    fresh.unlock()
    assert fresh.sees("today")
    fresh.context.navigator.go("set-up")
    assert fresh.sees("certificate_number")


def test_what_is_half_typed_is_there_after_a_lock(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    say_who(fresh)
    fresh.click("CPSSP-MH")
    field = fresh.find("CPSSP-MH.held_since")
    field.setFocus()
    field.setText("2/2")
    fresh.key(Qt.Key.Key_L, CTRL)
    assert fresh.sees("passphrase")
    fresh.unlock()
    assert fresh.find("CPSSP-MH").isChecked()
    assert "2/2" in fresh.find("CPSSP-MH.held_since").text().replace(
        "Feb 2, 2026", "2/2"
    )


def test_back_keeps_what_is_typed_and_done_steps_can_be_opened(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    fresh.type("name", "Sam Rivers")
    fresh.click("next")
    fresh.type("certificate_number", "04417")
    fresh.key(Qt.Key.Key_Escape)
    assert fresh.find("name").text() == "Sam Rivers"
    fresh.click("next")
    assert fresh.find("certificate_number").text() == "04417"
    page = fresh.window.content()
    page.step_wanted.emit("you")
    assert fresh.sees("name")


def test_what_was_typed_in_a_step_that_is_done_is_forgotten(fresh: Hands) -> None:
    make(fresh)
    confirm_sheet(fresh)
    fresh.type("name", "Sam Rivers")
    fresh.click("next")
    assert read_typed(fresh.context.store, "you") == ""
    assert fresh.sees("certificate_number")


def test_no_secret_is_kept_among_what_is_typed(fresh: Hands) -> None:
    to_agency(fresh)
    answer_agency(fresh)
    fresh.type("pin", "408215")
    step = step_of(fresh)
    step.keep_typed()
    assert "408215" not in read_typed(fresh.context.store, "pin")


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


def test_focus_is_always_somewhere(fresh: Hands) -> None:
    make(fresh)
    assert QApplication.focusWidget() is not None
    confirm_sheet(fresh)
    assert QApplication.focusWidget() is fresh.find("name")
