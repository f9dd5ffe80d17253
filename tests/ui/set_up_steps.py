"""Going through set-up, step by step, for the tests of what comes of it."""

from PySide6.QtWidgets import QLabel, QWidget

from app.services.caseload import recovery_groups
from tests import support
from tests.ui.daybook_world import Hands
from ui.pages.set_up.page import SetUpPage
from ui.pages.set_up.sheet_step import SheetStep


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
