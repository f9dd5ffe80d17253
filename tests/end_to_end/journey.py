"""The main job from first start to paper, as one person does it with one program.

The same steps run with a mouse offscreen and by keyboard alone in a real window.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.services.caseload import recovery_groups
from app.services.preferences import Settings
from tests.end_to_end.driver import Driver, typing_part
from ui.main import Daybook

PASSPHRASE = "seven quiet herons wade"
PIN = "408215"
WORDS = "We met at the library and wrote three steps for hard mornings."


class Clock:
    """The clock of the journey: it starts when told, and then runs by itself."""

    def __init__(self, start: datetime) -> None:
        self._start = start
        self._began = datetime.now(tz=start.tzinfo)

    def __call__(self) -> datetime:
        """Return the moment."""
        return self._start + (datetime.now(tz=self._start.tzinfo) - self._began)

    def forward(self, minutes: int) -> None:
        """Let time pass."""
        self._start += timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """One program, one pair of hands, one clock."""

    daybook: Daybook
    hands: Driver
    clock: Clock

    def first_start(self) -> None:
        """Choose a passphrase, prove the sheet, say who one is and what one holds."""
        hands = self.hands
        hands.picture("first-start")
        hands.click("set_up")
        hands.type("new_passphrase", PASSPHRASE, leave=False)
        hands.picture("passphrase")
        hands.click("next")
        self._sheet()
        hands.type("name", "Sam Rivers")
        hands.click("next")
        hands.type("certificate_number", "04417")
        hands.type("certified_on", "2/2/26")
        hands.type("employed_since", "2/2/26")
        hands.click("next")
        hands.click("CPSSP-MH")
        hands.type("CPSSP-MH.held_since", "2/2/26")
        hands.click("CPSSP-MH.agreed")
        hands.type("CPSSP-MH.agreed_with", "Dana Whitlow, my supervisor")
        hands.type("CPSSP-MH.agreed_on", "2/20/26")
        hands.picture("designations")
        hands.click("next")
        hands.type("agency_name", "Pine Hollow Community Services")
        hands.pick("edition", "2024-09-24")
        hands.type("edition.said_by", "Dana Whitlow")
        hands.type("edition.said_on", "2/20/26")
        hands.type("edition.starts_on", "2/2/26")
        hands.pick("electronic", "Not asked yet")
        hands.picture("agency")
        hands.click("next")
        hands.type("pin", PIN)
        hands.type("pin_again", PIN)
        hands.click("next")
        hands.pick("backup_choice", "Ask me later")
        hands.click("next")
        hands.see("emergency")
        hands.picture("today")

    def _sheet(self) -> None:
        """Type two groups back, as read from the sheet."""
        hands = self.hands
        step = _step_of(hands.see("holder_choice"))
        hands.picture("recovery-sheet")
        groups = recovery_groups(step._code)  # what the screen and the sheet show
        for number in step._asked:
            hands.type(f"group:{number}", groups[number - 1])
        hands.pick("holder_choice", "Not yet")
        hands.click("next")

    def add_a_person(self) -> None:
        """Put Jordan on the caseload."""
        hands = self.hands
        hands.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        hands.click("add_person")
        hands.type("name", "Jordan Mayfield")
        hands.type("record_number", "PH-00417")
        hands.pick("status", "Accepted")
        hands.type("status_on", "11/9/26")
        hands.type("objective:1", "Live independently in the community")
        hands.type("plan_date:1", "9/3/26")
        hands.picture("add-person")
        hands.click("add")

    def write_the_plan(self) -> None:
        """Write the Recovery Support Plan with Jordan and make version 1."""
        hands = self.hands
        hands.click("write_plan")
        hands.type("own_words", "I want mornings that do not scare me.")
        hands.type("strengths", "I keep my word.")
        hands.click("goals")
        hands.type("goal:1:name", "Calmer mornings")
        hands.type("goal:1:works_when", "I use my steps on three hard mornings.")
        hands.type("goal:1:step:1:words", "Write three steps")
        hands.type("goal:1:step:1:target_on", "12/8/26")
        hands.type("frequency", "1")
        hands.pick("every", "week")
        hands.choose("set_by", "Requested by the person")
        hands.type("set_on", "today")
        hands.type("made_on", "today")
        hands.click("in_six_months")
        hands.picture("plan")
        hands.click("make_version")
        hands.see("print")
        hands.picture("plan-page")

    def record_a_session(self) -> None:
        """Record a session of this morning."""
        hands = self.hands
        hands.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        hands.open_row("people", 0)
        hands.click("record")
        hands.click("started_now")
        self.clock.forward(45)
        hands.click("ended_now")
        hands.pick("place_kind", "Library")
        citation = "24-2-42.2(A)(1)(a)"
        hands.click(f"activity:{citation}")
        hands.pick(f"goal:{citation}", "Calmer mornings")
        hands.type("what_we_did", WORDS)
        hands.type("how_it_went", 'Jordan said, "It bought me a minute."')
        hands.type("next_step", "Bring the group list.")
        hands.picture("record")
        self.clock.forward(4)
        hands.click("sign")

    def sign_it(self) -> None:
        """Read the page, check the statement, type the PIN."""
        hands = self.hands
        hands.see("statement")
        hands.picture("read-then-sign")
        hands.click("statement")
        hands.type("pin", PIN, leave=False)
        hands.click("sign")
        hands.see("print_now")
        hands.picture("signed")

    def lock_and_unlock(self) -> None:
        """Lock; see nothing; open again."""
        hands = self.hands
        hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        hands.see("passphrase")
        hands.wait(lambda: self.daybook.context is None, "locked")
        hands.picture("locked")
        hands.type("passphrase", PASSPHRASE, leave=False)
        hands.click("open")
        hands.wait(lambda: self.daybook.context is not None, "opened")

    def save_a_copy(self, path: Path) -> None:
        """Put a readable copy of the signed page outside the locked records."""
        hands = self.hands
        hands.click("save")
        hands.picture("save-a-copy")
        hands.click("choose")
        hands.type("fileNameEdit", str(path), leave=False)
        hands.press(Qt.Key.Key_Return)
        hands.wait(path.exists, "the copy")
        hands.wait(lambda: not hands.sees("choose"), "the dialog closed")

    def find_it_again(self) -> str:
        """Go back to Jordan by the list of people; return all that is said there."""
        hands = self.hands
        hands.press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        hands.open_row("people", 0)
        hands.see("goal:1")
        hands.picture("found-again")
        return everything_said()

    def whole(self, folder: Path) -> str:
        """Do all of it; the signed page's copy is left in ``folder``."""
        self.first_start()
        self.add_a_person()
        self.write_the_plan()
        self.record_a_session()
        self.sign_it()
        self.lock_and_unlock()
        self.save_a_copy(folder / "signed-note.pdf")
        return self.find_it_again()

    def end(self) -> None:
        """Close the window; the program saves, locks and lets go of its files."""
        self.daybook.window.close()
        self.daybook.window.deleteLater()  # the end of the process does this else


def begin(app: QApplication, folder: Path, hands: Driver, start: datetime) -> Journey:
    """Start the program on a computer that has no caseload yet."""
    clock = Clock(start)
    daybook = Daybook(app, Settings(), folder=folder, now=clock)
    daybook.start()
    daybook.window.resize(1366, 700)
    return Journey(daybook=daybook, hands=hands, clock=clock)


def everything_said() -> str:
    """Return every word on the screen and in accessible names."""
    said = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible():
            continue
        said += [widget.accessibleName(), widget.windowTitle(), widget.toolTip()]
        if isinstance(widget, QLabel):
            said.append(widget.text())
        text = getattr(widget, "text", None)
        if callable(text) and not isinstance(widget, QLabel):
            said.append(str(text()))
    return "\n".join(filter(None, said))


def _step_of(widget: Any) -> Any:
    while widget is not None and not hasattr(widget, "groups"):
        widget = widget.parentWidget()
    assert widget is not None
    return widget


__all__ = ["Journey", "begin", "everything_said", "typing_part"]
