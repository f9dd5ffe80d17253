"""Which designations are held, since when, and whose list that gives."""

from datetime import date

from app.services.specialist import (
    read_designations,
    read_specialist,
)
from tests.ui.daybook_world import Hands, fresh, homes
from tests.ui.set_up_steps import (
    confirm_sheet,
    errors,
    make,
    pick_mental_health,
    say_who,
    step_of,
)

__all__ = ["fresh", "homes"]


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
