"""Lock: who is not here any more sees nothing, and finds everything again."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.services import sessions
from app.services.faults import DiskFull
from tests import support
from tests.ui.daybook_world import (
    Hands,
    caseload,
    fresh,
    hands,
    homes,
    made_caseload,
)
from ui.context import PageName
from ui.lock import ClipboardGuard, IdleWatch, means_leaving
from ui.pages.unlock_page import UnlockPage

__all__ = ["caseload", "fresh", "hands", "homes", "made_caseload"]

CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = ("Jordan", "Mayfield", "Sam Rivers", "Pine Hollow", "PH-00417")


def lock(hands: Hands) -> None:
    hands.key(Qt.Key.Key_L, CTRL)


def start_record(hands: Hands) -> None:
    hands.unlock()
    people = hands.context.navigator
    people.go(PageName.RECORD, person_id=1)
    hands.wait(lambda: hands.sees("what_we_did"))


class FakeClocks:
    """Two clocks that are set by hand."""

    def __init__(self) -> None:
        self.monotonic = 0.0
        self.wall = 1_000_000.0

    def both(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> FakeClocks:
    return FakeClocks()


@pytest.fixture
def watch(qapp: QApplication, clocks: FakeClocks) -> IdleWatch:
    watch = IdleWatch(qapp, (lambda: clocks.monotonic, lambda: clocks.wall))
    watch.start(5)
    return watch


def pass_time(watch: IdleWatch, clocks: FakeClocks, seconds: int) -> None:
    """Let the clocks run, looked at each second."""
    for _second in range(seconds):
        clocks.both(1)
        watch.look()


def test_it_is_idle_after_the_minutes_chosen_and_not_before(
    qtbot: QtBot, watch: IdleWatch, clocks: FakeClocks
) -> None:
    with qtbot.assertNotEmitted(watch.idle):
        pass_time(watch, clocks, 299)
    with qtbot.waitSignal(watch.idle):
        pass_time(watch, clocks, 1)


def test_a_key_starts_the_minutes_anew(
    qtbot: QtBot, watch: IdleWatch, clocks: FakeClocks
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    pass_time(watch, clocks, 200)
    QTest.keyClick(field, Qt.Key.Key_A)
    with qtbot.assertNotEmitted(watch.idle):
        pass_time(watch, clocks, 299)
    watch.stop()


def test_sleep_locks_though_its_clock_stood_still(
    qtbot: QtBot, watch: IdleWatch, clocks: FakeClocks
) -> None:
    clocks.wall += 90  # the other clock stands still while the laptop sleeps
    with qtbot.waitSignal(watch.idle):
        watch.look()


def test_a_clock_set_back_does_not_put_the_lock_off(
    qtbot: QtBot, watch: IdleWatch, clocks: FakeClocks
) -> None:
    clocks.wall -= 86_400
    with qtbot.waitSignal(watch.idle):
        pass_time(watch, clocks, 300)


def test_it_is_told_once(qtbot: QtBot, watch: IdleWatch, clocks: FakeClocks) -> None:
    pass_time(watch, clocks, 300)
    with qtbot.assertNotEmitted(watch.idle):
        watch.idle.disconnect()
        pass_time(watch, clocks, 0)


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="no message bus here")
def test_a_locked_screen_locks_and_an_unlocked_one_does_not() -> None:
    done = subprocess.run(
        ["dbus-run-session", sys.executable, "-c", ON_A_BUS],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.split() == ["false", "true", "going"]


ON_A_BUS = """
import subprocess
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from ui.lock import SystemWatch

app, window = QApplication([]), QWidget()
watch = SystemWatch(window)
watch.going.connect(lambda: print("going", flush=True))
for locked in ("false", "true"):
    print(locked, flush=True)
    name = "org.freedesktop.ScreenSaver.ActiveChanged"
    subprocess.run(
        ["dbus-send", "--session", "--type=signal", "/x", name, f"boolean:{locked}"]
    )
    QTest.qWait(300)
"""


@pytest.mark.parametrize(
    ("message", "detail", "leaving"),
    [
        (0x02B1, 0x7, True),  # the session is locked
        (0x02B1, 0x2, True),  # another account takes the screen
        (0x02B1, 0x8, False),  # the session is unlocked
        (0x0218, 0x4, True),  # the laptop goes to sleep
        (0x0218, 0x7, False),  # it wakes up
        (0x0100, 0x7, False),  # a key
    ],
)
def test_messages_of_windows_are_read(message: int, detail: int, leaving: bool) -> None:
    assert means_leaving(message, detail) is leaving


def test_a_session_that_is_locked_locks_the_daybook(hands: Hands) -> None:
    hands.unlock()
    hands.daybook._system.going.emit()
    assert hands.sees("passphrase")
    assert hands.daybook.context is None


def test_locking_shows_the_opaque_page_at_once_and_destroys_the_rest(
    hands: Hands,
) -> None:
    hands.unlock()
    content = hands.window.content()
    began = time.monotonic()
    lock(hands)
    assert isinstance(hands.window.content(), UnlockPage)
    assert not content.isVisible()
    hands.wait(lambda: not shiboken6.isValid(content))
    assert time.monotonic() - began < 5  # 0.5 s in the product; 10 x for slow machines


def test_no_widget_holds_a_name_after_locking(hands: Hands) -> None:
    hands.unlock()
    for page in (PageName.PEOPLE, PageName.PAPERS, PageName.MY_RECORD):
        hands.context.navigator.go(page)
    hands.context.navigator.go(PageName.PERSON, person_id=1)
    assert "Jordan" in hands.words()
    lock(hands)
    QTest.qWait(50)
    shown = hands.words()
    assert [name for name in NAMES if name in shown] == []
    assert hands.window.windowTitle() == "Peer Daybook"


def test_the_store_is_closed_and_its_key_forgotten(
    hands: Hands, caseload: Path
) -> None:
    hands.unlock()
    store = hands.context.store
    lock(hands)
    assert hands.daybook.context is None
    hands.wait(lambda: store._key is None)
    hands.daybook._closer.settled()
    support.open_store(caseload).close()


def test_the_same_field_of_the_same_draft_is_there_again(hands: Hands) -> None:
    start_record(hands)
    hands.find("what_we_did").setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "We met at the lib")
    lock(hands)
    assert "Locked. Your draft is safe." in hands.words()
    hands.unlock()
    hands.wait(lambda: hands.sees("what_we_did"))
    again = hands.find("what_we_did")
    assert again.text() == "We met at the lib"
    hands.wait(lambda: QApplication.focusWidget() is again.control())
    (draft,) = sessions.list_drafts(hands.context.store)
    assert draft.draft.what_we_did == "We met at the lib"


def test_dialogs_and_menus_do_not_outlive_the_lock(hands: Hands, qtbot: QtBot) -> None:
    hands.unlock()
    dialog = QDialog(hands.window)
    dialog.open()
    lock(hands)
    hands.daybook.lock()
    hands.wait(lambda: not shiboken6.isValid(dialog))
    assert QApplication.activePopupWidget() is None


class FakeClipboard(QObject):
    """A clipboard; the offscreen platform never says whose its content is."""

    dataChanged = Signal()  # noqa: N815  Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.data = QMimeData()
        self.ours = True

    def text(self) -> str:
        return self.data.text()

    def ownsClipboard(self) -> bool:  # noqa: N802  Qt's name
        return self.ours

    def setMimeData(self, data: QMimeData) -> None:  # noqa: N802  Qt's name
        self.data = data
        self.dataChanged.emit()

    def clear(self) -> None:
        self.setMimeData(QMimeData())

    def copy(self, words: str) -> None:
        data = QMimeData()
        data.setText(words)
        self.setMimeData(data)


def test_what_was_copied_here_is_marked_and_taken_off_at_lock() -> None:
    clipboard = FakeClipboard()
    guard = ClipboardGuard(clipboard)
    clipboard.copy("Jordan Mayfield")
    assert clipboard.text() == "Jordan Mayfield"
    assert clipboard.data.data("x-kde-passwordManagerHint") == b"secret"
    guard.clear()
    assert clipboard.text() == ""


def test_what_was_copied_here_goes_by_itself_after_a_while(qtbot: QtBot) -> None:
    clipboard = FakeClipboard()
    guard = ClipboardGuard(clipboard)
    guard._timer.setInterval(10)
    clipboard.copy("Jordan Mayfield")
    qtbot.waitUntil(lambda: clipboard.text() == "")


def test_what_another_program_copied_stays() -> None:
    clipboard = FakeClipboard()
    guard = ClipboardGuard(clipboard)
    clipboard.ours = False
    clipboard.copy("a recipe")
    guard.clear()
    assert clipboard.text() == "a recipe"
    assert not clipboard.data.hasFormat("x-kde-passwordManagerHint")


def test_locking_clears_the_clipboard(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.unlock()
    cleared: list[bool] = []
    guard = hands.daybook._clipboard
    monkeypatch.setattr(guard, "clear", lambda: cleared.append(True))
    lock(hands)
    assert cleared


def test_hidden_names_stay_hidden_over_a_lock(hands: Hands) -> None:
    hands.unlock()
    hands.key(Qt.Key.Key_F8)
    lock(hands)
    hands.unlock()
    assert hands.context.privacy.hidden


def test_idleness_locks(hands: Hands) -> None:
    hands.unlock()
    hands.daybook._idle.idle.emit()
    assert hands.sees("passphrase")
    assert hands.daybook.context is None


def test_words_that_cannot_be_saved_are_covered_and_not_lost(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.unlock()
    shell = hands.window.content()

    def full() -> None:
        raise DiskFull

    monkeypatch.setattr(shell, "leave", full)
    lock(hands)
    assert hands.sees("passphrase")
    assert not shell.isVisible()
    assert "the disk is full" in hands.words()
    hands.type("passphrase", "not the right words")
    hands.click("open")
    hands.wait(lambda: hands.window.content().passphrase.error())
    assert not shell.isVisible()
    hands.type("passphrase", support.PASSPHRASE)
    hands.click("open")
    hands.wait(shell.isVisible)
    assert hands.window.content() is shell
    monkeypatch.undo()


def test_closing_while_covered_still_tries_to_save(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.unlock()
    tries: list[str] = []

    def full() -> None:
        tries.append("leave")
        raise DiskFull

    monkeypatch.setattr(hands.window.content(), "leave", full)
    lock(hands)
    assert not hands.window.close()
    assert tries == ["leave", "leave"]
    assert hands.window.close()


def test_locking_imports_nothing(hands: Hands) -> None:
    hands.unlock()
    before = set(sys.modules)
    lock(hands)
    assert {
        name for name in set(sys.modules) - before if name.startswith("ui")
    } == set()


def test_closing_the_window_saves_the_draft(hands: Hands) -> None:
    start_record(hands)
    hands.find("what_we_did").setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Closed while typing")
    hands.restart()
    hands.unlock()
    (draft,) = sessions.list_drafts(hands.context.store)
    assert draft.draft.what_we_did == "Closed while typing"


def test_a_window_whose_words_cannot_be_saved_closes_only_the_second_time(
    hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands.unlock()

    def full() -> None:
        raise DiskFull

    monkeypatch.setattr(hands.window.content(), "leave", full)
    assert not hands.window.close()
    assert "Not saved: the disk is full." in hands.words()
    assert hands.window.close()


def test_unlocking_right_after_locking_waits_for_the_files(hands: Hands) -> None:
    hands.unlock()
    for _again in range(3):
        lock(hands)
        hands.unlock()
    assert isinstance(hands.window, QWidget)
    assert hands.sees("today")
