"""Draw every shared widget into PNGs, to be looked at.

``python -m tests.tools.gallery FOLDER`` writes light and dark, 100 to 200 %.
"""

import sys
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from ui.theme import Scheme, apply_theme
from ui.tokens import is_compact
from ui.widgets.avatar import Avatar
from ui.widgets.banner import Banner
from ui.widgets.bars import ActionBar, UndoBar
from ui.widgets.buttons import IconButton, OutlineButton, PrimaryButton, QuietButton
from ui.widgets.card import Band, Card, RowList
from ui.widgets.check_row import CheckRow, CheckWords
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.date_field import DateField
from ui.widgets.drawn import Meter, ProgressBar, Ring, Step, StepState
from ui.widgets.drawn import Path as StepPath
from ui.widgets.dressing import dress
from ui.widgets.empty_state import EmptyState, IconTile
from ui.widgets.fields import LineField, TextField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Body, Label, Line, Second, Strong
from ui.widgets.page import Column, Columns, Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.passphrase_field import PassphraseField, PinField
from ui.widgets.pick_button import PickButton
from ui.widgets.pill import IconLabel, StatusPill
from ui.widgets.rail import Rail, RailEntry
from ui.widgets.row_button import Row, RowButton
from ui.widgets.step_dots import StepDots
from ui.widgets.tabs import Tabs
from ui.widgets.time_field import TimeField

SIZES = {"100": 1.0, "150": 1.5, "200": 2.0}
WINDOWS = (QSize(1366, 700), QSize(1093, 530), QSize(911, 480))
RAIL = (
    RailEntry(key="today", icon="house", words="Today"),
    RailEntry(key="people", icon="users", words="People"),
    RailEntry(key="groups", icon="users-round", words="Groups"),
    RailEntry(key="papers", icon="file-text", words="Papers"),
    RailEntry(key="record", icon="graduation-cap", words="My record"),
    RailEntry(key="settings", icon="settings", words="Settings"),
)


def now() -> datetime:
    """Return the moment the pictures show."""
    return datetime(2026, 11, 24, 8, 42).astimezone()


def windowed(page: Page, current: str, size: QSize) -> QWidget:
    """Return a page in a window with the rail."""
    rail = Rail(RAIL)
    rail.set_current(current)
    rail.set_count("today", 4)
    rail.set_count("papers", 2)
    rail.set_practice(shown=True)
    window = QWidget()
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail)
    row.addWidget(page, 1)
    compact = is_compact(size)
    rail.set_compact(compact)
    page.set_compact(compact)
    window.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    window.setFixedSize(size)
    return window


def today() -> tuple[Page, str]:
    """Return a page like Today."""
    page = Page("Good morning, Sam", "Tuesday, November 24  ·  3 sessions planned")
    page.add_trailing(PrimaryButton("Record a session", "plus"))
    needs = Card("Needs you", trailing=Second("Late first"))
    rows = RowList()
    rows.set_rows(
        [
            RowButton(
                Row(
                    title="Finish the note for Ruth Penwell",
                    second="The session was 4 days ago. "
                    "It will be marked as a late entry.",
                    icon="clock-alert",
                    tone="warn",
                    action="Finish",
                )
            ),
            RowButton(
                Row(
                    title="Finish your draft for Jordan Merrit",
                    second="Yesterday, 10:05 AM. 1 thing left: "
                    "link an activity to a goal.",
                    icon="file-pen-line",
                    action="Continue",
                )
            ),
            RowButton(
                Row(
                    title="Sign the note for Theo Bright",
                    second="Yesterday, 2:30 PM. All parts are filled in.",
                    icon="signature",
                    action="Read and sign",
                )
            ),
        ]
    )
    needs.add(rows, to_edge=True)
    planned = Card(
        "Planned today",
        trailing=StatusPill("clock", "Next in 48 minutes", "soft", small=True),
    )
    planned.add(
        RowButton(
            Row(
                title="Marcus Tide",
                second="Library  ·  Last time: bring the bus map",
                lead="9:30 AM",
                picked=True,
                action="Start",
            )
        ),
        to_edge=True,
    )
    planned.add(
        RowButton(
            Row(
                title="Tuesday coping group",
                second="Group room  ·  6 people on the list",
                lead="11:00 AM",
                action="Start",
            )
        ),
        to_edge=True,
    )
    soon = Card("Soon")
    for title, second, icon in (
        (
            "Supervision is due Friday",
            "Once a month in months 7 to 12",
            "calendar-clock",
        ),
        ("Plan review: Ruth Penwell", "By Wednesday, December 2", "flag"),
        ("Not seen since October 28", "Dee Hollow, Ana Solace", "footprints"),
    ):
        row = Row(
            title=title,
            second=second,
            icon=icon,
            tone="neutral",
            strong=False,
            small=True,
        )
        soon.add(RowButton(row), to_edge=True)
    backup = Card(
        "Last backup", trailing=StatusPill("circle-check", "Proven", "ok", small=True)
    )
    backup.add(Body("Yesterday, 5:02 PM, on the blue USB stick"))
    backup.add(Line("We read it back: 16 people, 312 sessions."))
    holder = QWidget()
    FlowLayout(holder).addWidget(OutlineButton("Back up now", "hard-drive"))
    backup.add(holder)
    columns = Columns(Column(needs, planned), Column(soon, backup))
    scroll = PageScroll(columns)
    page.body.addWidget(scroll)
    return page, "today"


def record() -> tuple[Page, str]:
    """Return a page like Record a session."""
    page = Page("Session with Jordan M.", "Record PH-00417  ·  1:1, face-to-face")
    page.add_trailing(StatusPill("check", "Draft saved 10:51 AM", "ok"))
    when = Card()
    line = FlowLayout(gap=16)
    day = DateField("&Date", now, beside=True)
    day.set_value(date(2026, 11, 24))
    start = TimeField("&Start", now, beside=True)
    start.set_value(time(10, 5))
    end = TimeField("&End", now, beside=True)
    end.edit.setText("quarter")
    end.set_error("We could not read this time. Type it like 10:05a or 1005.")
    for field in (day, start, end):
        line.addWidget(field)
    line.addWidget(OutlineButton("Ended now"))
    line.addWidget(Strong("45 minutes"))
    when.add_layout(line)
    place = ChipGroup("Place", [Choice(value=w, words=w) for w in PLACES])
    place.set_value("Library")
    when.add(place)
    did = Card("What did you do?", "2 picked, 1 without a goal")
    band = Band()
    words = CheckWords(
        words="Relate their own recovery stories to inspire hope",
        citation="24-2-42.2(A)(1)(a)",
    )
    picked = CheckRow(words)
    picked.set_token("on_soft")
    picked.setChecked(True)
    band.column.addWidget(picked)
    goals = ChipGroup(
        "Goal for activity a",
        [
            Choice(value=2, words="Ask for help early · last time", key="2"),
            Choice(value=1, words="Calmer mornings", key="1"),
            Choice(value=3, words="Join one group", key="3"),
        ],
    )
    goals.set_value(2)
    band.column.addWidget(goals)
    did.add(band, to_edge=True)
    for more in (
        "Assist in identifying resources in the community",
        "Utilize specific interventions necessary to assist peers in meeting their "
        "individualized goals",
    ):
        did.add(
            CheckRow(CheckWords(words=more, citation="24-2-42.2(A)(1)(d)")),
            to_edge=True,
        )
    happened = Card()
    did_field = TextField("What we &did", strong=True, note="Plain words are fine")
    did_field.set_text("We met at the library. I shared how I ask for help early.")
    happened.add(did_field)
    happened.add(TextField("&How it went, in Jordan’s words", 2, strong=True))
    happened.add(LineField("&Next step", strong=True, hint="You both agree on it."))
    page.body.addWidget(PageScroll(Column(when, Columns(did, happened))))
    bar = page.set_bar(ActionBar())
    bar.tell("1 thing left: link one activity to a goal")
    bar.add_button(OutlineButton("Finish later"))
    sign = PrimaryButton("Sign", "pen-line")
    sign.set_ready(False)
    bar.add_button(sign)
    return page, "people"


PLACES = ("Library", "Home", "Clinic", "Group room", "Other place")


def pieces() -> tuple[Page, str]:
    """Return a page with everything else."""
    page = Page("Jordan Merrit", "Record 0014  ·  Likes to meet in the morning")
    page.add_lead(Avatar("JM", 56))
    page.add_beside_title(
        StatusPill("heart-handshake", "Chose this support on March 9", "ok", small=True)
    )
    page.add_trailing(IconButton("ellipsis", "More for Jordan"))
    page.add_trailing(PrimaryButton("Record a session", "plus"))
    tabs = Tabs("Parts of the record", "Plan", "Timeline", "Sessions  36", "Papers  5")
    page.body.addWidget(tabs)
    steps = (
        Step(name="List", state=StepState.DONE),
        Step(name="Try", state=StepState.DONE),
        Step(name="Keep", state=StepState.NOW),
        Step(name="Look back", state=StepState.LATER),
    )
    drawn = Card("Pictures", trailing=QuietButton("Open plan"))
    holder = QWidget()
    flow = FlowLayout(holder, gap=20)
    for widget in (
        Meter(3, 4), Label("3 of 4 done"), Meter(5, 4), StepPath(steps),
        ProgressBar(0.7, "14 of 20 hours"), Ring(0.7, "9 days", "until due"),
        Avatar("RP"), IconTile("notebook-pen", 64), IconButton("plus", "Larger"),
    ):  # fmt: skip
        flow.addWidget(widget)
    drawn.add(holder)
    outcome = ChipGroup(
        "Outcome of goal 1",
        [
            Choice(value="met", words="Met", key="m"),
            Choice(value="keep", words="Keep", key="k"),
            Choice(value="change", words="Change", key="c"),
        ],
    )
    outcome.set_value("keep")
    drawn.add(outcome)
    goal = PickButton(
        "Own goal for Lee T.",
        [Choice(value=1, words="Ask early", key="1")],
        "Pick a goal",
    )
    goal.set_missing(missing=True)
    drawn.add(goal)
    drawn.add(
        CheckRow(
            CheckWords(
                lead="CPSSP-MH",
                words="Mental Health",
                second="Adult with lived experience of a mental health condition",
            )
        )
    )
    told = Card("Told")
    told.add(Banner("The rule has no list for this. Agree on it.", "warn", "", "Agree"))
    told.add(Banner("That passphrase did not work.", "bad"))
    told.add(IconLabel("lock", "After you sign, this note cannot be changed.", "ink2"))
    phrase = PassphraseField("&Passphrase", strong=True)
    phrase.edit.setText("four words here ok")
    phrase.set_error("That passphrase did not work. Check Caps Lock and try again.")
    told.add(phrase)
    pin = PinField("Signing P&IN", strong=True, note="5 tries, then your passphrase")
    told.add(pin)
    told.add(PrimaryButton("Sign", "pen-line", tall=True))
    undo = UndoBar()
    undo.offer("The paper is filed.")
    told.add(undo)
    told.add(EmptyState("printer", "Nothing to print.", "Papers you queue show here."))
    setup = Card("Set-up")
    setup.add(StepDots(steps))
    body = PageScroll(Columns(Column(drawn, setup), told, (1, 1)))
    page.body.addWidget(body)
    return page, "people"


SHEETS: dict[str, Callable[[], tuple[Page, str]]] = {
    "today": today,
    "record": record,
    "pieces": pieces,
}


def draw(app: QApplication, folder: Path) -> None:
    """Write every sheet in every look."""
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        for percent, scale in SIZES.items():
            apply_theme(app, scheme, scale)
            for name, sheet in SHEETS.items():
                sizes = WINDOWS if scheme == Scheme.LIGHT else WINDOWS[:1]
                for size in sizes:
                    page, current = sheet()
                    window = windowed(page, current, size)
                    window.show()
                    window.activateWindow()
                    for chip in page.findChildren(ChipGroup)[-1:]:
                        chip.focus_first()
                    app.processEvents()
                    file = f"{name}-{scheme}-{percent}-{size.width()}.png"
                    window.grab().save(str(folder / file))
                    window.close()
                    window.deleteLater()


def main() -> None:
    """Draw into the folder named on the command line."""
    app = QApplication(sys.argv)
    dress(app)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    draw(app, folder)


if __name__ == "__main__":
    main()
