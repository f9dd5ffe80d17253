"""Set-up: asked in order, left at any step, resumed where it was left."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.set_up import STEPS
from app.services.answers import (
    BACKUP_PLACE,
    EDITION,
    ELECTRONIC,
    SHEET_HOLDER,
    latest_answer,
)
from app.services.pins import pin_state
from app.services.set_up import read_typed, set_up_left
from app.services.specialist import (
    read_agency,
    read_designations,
    read_specialist,
)
from tests import support
from tests.ui.daybook_world import Hands, fresh, homes
from tests.ui.set_up_steps import (
    answer_agency,
    chip,
    confirm_sheet,
    errors,
    make,
    say_who,
    step_of,
    to_agency,
)

__all__ = ["fresh", "homes"]

CTRL = Qt.KeyboardModifier.ControlModifier


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


def test_focus_is_always_somewhere(fresh: Hands) -> None:
    make(fresh)
    assert QApplication.focusWidget() is not None
    confirm_sheet(fresh)
    assert QApplication.focusWidget() is fresh.find("name")
