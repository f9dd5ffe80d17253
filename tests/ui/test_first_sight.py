"""The unlock page at first sight: it looks like the full page and loses no key."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.services.preferences import Settings
from tests import support
from tests.ui.daybook_world import PATIENCE, caseload, homes, made_caseload
from ui.first_sight import FirstSight
from ui.main import Daybook
from ui.main_window import MainWindow
from ui.pages.unlock_page import UnlockPage
from ui.theme import DARK, LIGHT, Scheme, Tokens, palette_of
from ui.tokens import current_theme

__all__ = ["caseload", "homes", "made_caseload"]

LARGE, MIDDLE, SMALL = QSize(1366, 700), QSize(1093, 620), QSize(911, 480)
BUTTONS = ("open", "use_code", "another", "practice", "emergency", "help", "show")
HEAVY = (
    *("sqlalchemy", "sqlcipher3", "cryptography", "reportlab", "pypdfium2", "keyring"),
    *("platformdirs", "json", "dataclasses", "importlib.resources", "datetime"),
    *("PySide6.QtSvg", "ui.theme", "ui.icons", "ui.context", "ui.main", "ui.widgets"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """The first sight, and the window that is to show the full page in its place."""

    window: MainWindow
    sight: FirstSight
    caseload: Path
    app: QApplication

    def open_full(self) -> Daybook:
        """Put the full page in, as the program does once all is imported."""
        self.sight.remember()
        folder = self.caseload
        daybook = Daybook(self.app, Settings(), folder=folder, window=self.window)
        daybook.start()
        page = self.window.content()
        assert page is not None
        self.sight.hand_over(page)
        return daybook

    def find(self, name: str) -> QWidget:
        """Return a widget of what the window shows."""
        content = self.window.content()
        assert content is not None
        found = content.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found


@pytest.fixture
def pair(
    qtbot: QtBot, dressed_app: QApplication, homes: Path, caseload: Path
) -> Iterator[Pair]:
    (homes / "data" / "PeerDaybook" / "practice").mkdir(parents=True)
    window = MainWindow()
    qtbot.addWidget(window)
    sight = FirstSight(window, practice=True)
    window.show_content(sight)
    with qtbot.waitSignal(sight.painted):
        window.show()
    sight.complete()
    window.activateWindow()
    qtbot.waitUntil(sight.passphrase.hasFocus)
    yield Pair(window=window, sight=sight, caseload=caseload, app=dressed_app)
    window.close()


@pytest.fixture
def theme_kept(dressed_app: QApplication) -> Iterator[None]:
    theme, palette = dressed_app.property("theme"), dressed_app.palette()
    yield
    dressed_app.setProperty("theme", theme)
    dressed_app.setPalette(palette)


def middle(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), widget.rect().center())


def picture(window: QWidget) -> QImage:
    QApplication.processEvents()
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def differing(one: QImage, other: QImage) -> float:
    """Return the share of the pixels that are not the same."""
    assert one.size() == other.size()
    pixels = [memoryview(each.constBits()).cast("I") for each in (one, other)]
    different: int = sum(a != b for a, b in zip(*pixels, strict=True))
    return different / len(pixels[0])


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(
    ("size", "scale"),
    [(LARGE, 1.0), (LARGE, 1.5), (LARGE, 2.0), (MIDDLE, 1.0), (SMALL, 1.0)],
    ids=["large", "150 %", "200 %", "middle", "small"],
)
def test_nothing_moves_or_changes_colour_when_the_full_page_comes(
    look: Callable[[Scheme, float], None],
    request: pytest.FixtureRequest,
    scheme: Scheme,
    size: QSize,
    scale: float,
) -> None:
    look(scheme, scale)
    pair = request.getfixturevalue("pair")
    pair.window.resize(size)
    before = picture(pair.window)
    places = {name: middle(pair.find(name)) for name in BUTTONS}
    pair.open_full()
    after = picture(pair.window)
    for name, place in places.items():
        moved = middle(pair.find(name)) - place
        assert moved.manhattanLength() <= 2, name
    assert differing(before, after) < 0.001
    for spot in (QPoint(3, 100), QPoint(size.width() // 2, size.height() - 5)):
        assert before.pixelColor(spot) == after.pixelColor(spot)


def test_a_screen_reader_is_told_the_same_names(pair: Pair) -> None:
    def told() -> dict[str, tuple[str, object]]:
        found: dict[str, tuple[str, object]] = {}
        for name in ("passphrase", *BUTTONS):
            heard = QAccessible.queryAccessibleInterface(pair.find(name))
            words = heard.text(QAccessible.Text.Name).replace("&", "")
            found[name] = words, heard.role()
        return found

    before = told()
    pair.open_full()
    assert before["passphrase"][0] == "Passphrase"
    assert before == told()
    assert all(words for words, _role in before.values())


def test_what_was_typed_is_there_with_its_caret(pair: Pair) -> None:
    QTest.keyClicks(pair.sight.passphrase, "seven quiet")
    pair.sight.passphrase.setCursorPosition(5)
    pair.open_full()
    field = pair.find("passphrase")
    assert isinstance(field, QLineEdit)
    assert (field.text(), field.cursorPosition()) == ("seven quiet", 5)
    assert field.hasFocus()
    assert pair.sight.passphrase.text() == ""


def test_what_was_selected_is_selected(pair: Pair) -> None:
    QTest.keyClicks(pair.sight.passphrase, "seven quiet")
    pair.sight.passphrase.setSelection(2, 3)
    pair.open_full()
    field = pair.find("passphrase")
    assert isinstance(field, QLineEdit)
    assert field.selectedText() == "ven"


def test_the_passphrase_is_dots_at_once(pair: Pair) -> None:
    assert pair.sight.passphrase.echoMode() == QLineEdit.EchoMode.Password


def test_the_focus_stays_on_the_button_it_was_on(pair: Pair) -> None:
    pair.find("another").setFocus()
    pair.open_full()
    assert pair.find("another").hasFocus()


def test_enter_pressed_early_opens(pair: Pair, qtbot: QtBot) -> None:
    QTest.keyClicks(pair.sight.passphrase, support.PASSPHRASE)
    QTest.keyClick(pair.sight.passphrase, Qt.Key.Key_Return)
    daybook = pair.open_full()
    qtbot.waitUntil(lambda: daybook.context is not None, timeout=PATIENCE)


@pytest.mark.parametrize("name", ["use_code", "another", "practice", "help"])
def test_a_button_pressed_early_leads_where_it_says(pair: Pair, name: str) -> None:
    button = pair.find(name)
    assert isinstance(button, QPushButton)
    button.click()
    pair.open_full()
    content = pair.window.content()
    assert content is not None
    assert not isinstance(content, UnlockPage | FirstSight)


def test_no_button_is_pressed_by_itself(pair: Pair) -> None:
    pair.open_full()
    page = pair.window.content()
    assert isinstance(page, UnlockPage)
    assert page.passphrase.error() == ""


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.usefixtures("theme_kept")
def test_the_colours_of_the_system_are_followed(
    dressed_app: QApplication, tokens: Tokens
) -> None:
    from ui.start import wear_first_look

    dressed_app.setPalette(palette_of(tokens))
    wear_first_look(dressed_app, Settings(text_percent=150))
    assert (current_theme().tokens, current_theme().scale) == (tokens, 1.5)


def started(home: Path, code: str, *arguments: str) -> str:
    """Run ``code`` and then the program, in a process; return what it printed."""
    environment = {name: os.environ[name] for name in os.environ if "XDG" not in name}
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nmain({list(arguments)!r})"],
        env=environment | {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=60,
    )
    return done.stdout.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with something that looks like a caseload, and another elsewhere."""
    usual = tmp_path / ".local/share/PeerDaybook/1-daybook"
    for folder in (usual, tmp_path / "elsewhere"):
        folder.mkdir(parents=True)
        (folder / "CURRENT").touch()
    return tmp_path


def test_nothing_heavy_is_imported_before_the_first_picture(home: Path) -> None:
    code = f"""
import os, sys
from ui.__main__ import main
from ui.first_sight import FirstSight

def tell(sight):
    print([name for name in {HEAVY!r} if name in sys.modules], flush=True)
    os._exit(0)

FirstSight.complete = tell
"""
    assert started(home, code) == "[]"


@pytest.mark.parametrize(
    ("arguments", "first"),
    [
        ((), "FirstSight"),
        (("--folder", "{home}/elsewhere"), "FirstSight"),
        (("--folder", "{home}/nothing"), "FirstChoicePage"),
        (("--folder", "{home}/.local/share/PeerDaybook/practice/x"), "UnlockPage"),
        (("--practice",), "PracticePage"),
    ],
)
def test_each_way_to_start_shows_its_page(
    home: Path, arguments: tuple[str, ...], first: str
) -> None:
    made_up = home / ".local/share/PeerDaybook/practice/x"
    made_up.mkdir(parents=True)
    (made_up / "CURRENT").touch()
    code = """
import os
from ui.__main__ import main
from ui.main_window import MainWindow

def tell(window, content):
    print(type(content).__name__, flush=True)
    os._exit(0)

MainWindow.show_content = tell
"""
    given = [each.format(home=home) for each in arguments]
    assert started(home, code, *given) == first


def test_keys_are_taken_while_the_rest_is_imported(home: Path) -> None:
    code = """
import os
from ui import start
from ui.__main__ import main
from ui.first_sight import FirstSight

import_next, hand_over, typed = start._import_next, FirstSight.hand_over, []

def type_and_import(pieces, then):
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication
    at = QApplication.focusWidget()
    QTest.keyClicks(at, "abcdefgh"[len(typed)])
    typed.append(at.objectName())
    import_next(pieces, then)

def hand_over_and_tell(sight, page):
    from PySide6.QtWidgets import QApplication
    hand_over(sight, page)
    field = QApplication.focusWidget()
    print(type(page).__name__, field.objectName(), field.text(), flush=True)
    os._exit(0)

start._import_next = type_and_import
FirstSight.hand_over = hand_over_and_tell
"""
    assert started(home, code) == "UnlockPage passphrase abcdef"
