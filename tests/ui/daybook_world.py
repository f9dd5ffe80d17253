"""The whole program over a real encrypted caseload, with its window and its hands."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.set_up import STEPS
from app.services.caseload import set_up_step_done
from app.services.preferences import Settings
from tests import support
from ui.context import Context
from ui.main import Daybook

__all__ = ["Hands", "caseload", "fresh", "hands", "homes", "made_caseload"]

PATIENCE = 10_000  # milliseconds


class Hands:
    """A program and what a person does with it.

    ``daybook`` is the program; ``restart`` makes another one over the same folders.
    """

    def __init__(self, qtbot: QtBot, folder: Path | None) -> None:
        self._qtbot = qtbot
        self._folder = folder
        self.now = support.NOW
        self.daybook = self._started()

    @property
    def window(self) -> QWidget:
        return self.daybook.window

    @property
    def context(self) -> Context:
        assert self.daybook.context is not None
        return self.daybook.context

    def restart(self) -> None:
        """Close the program and start it again."""
        self.window.close()
        self.daybook = self._started()

    def find(self, name: str) -> QWidget:
        """Return the one visible widget of this name."""
        seen = [w for w in self.window.findChildren(QWidget, name) if w.isVisible()]
        assert seen, f"nothing called {name} is shown"
        return seen[0]

    def sees(self, name: str) -> bool:
        """Return whether a widget of this name is shown."""
        return any(w.isVisible() for w in self.window.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        """Press a button."""
        button = self.find(name)
        assert isinstance(button, QAbstractButton)
        button.click()

    def type(self, name: str, words: str) -> None:
        """Type over what a field holds, and leave it."""
        field = self.find(name)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def key(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key where the focus is."""
        at = QApplication.focusWidget() or self.window
        QTest.keyClick(at, key, held)

    def wait(self, until: Callable[[], object]) -> None:
        """Let the program work until something is so."""
        self._qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE)

    def unlock(self, passphrase: str = support.PASSPHRASE) -> None:
        """Type the passphrase and wait until the caseload is open."""
        self.type("passphrase", passphrase)
        self.click("open")
        self.wait(lambda: self.daybook.context is not None)

    def words(self, *, shown_only: bool = False) -> str:
        """Return every word that any widget of the program holds, in any window."""
        found: list[str] = []
        for top in QApplication.topLevelWidgets():
            for widget in (top, *top.findChildren(QWidget)):
                if shown_only and not widget.isVisible():
                    continue
                found += [widget.windowTitle(), widget.accessibleName()]
                for read in ("text", "toPlainText"):
                    if hasattr(widget, read):
                        found.append(str(getattr(widget, read)()))
        return "\n".join(found)

    def _started(self) -> Daybook:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        daybook = Daybook(app, Settings(), folder=self._folder, now=lambda: self.now)
        daybook.start()
        self._qtbot.addWidget(daybook.window)
        with self._qtbot.waitActive(daybook.window):
            daybook.window.activateWindow()
        return daybook


@pytest.fixture(scope="session")
def made_caseload(tmp_path_factory: pytest.TempPathFactory, derived_once: None) -> Path:
    """A closed caseload of somebody whose set-up is done; to be copied."""
    folder = tmp_path_factory.mktemp("daybook") / "caseload"
    store = support.make_store(folder)
    support.set_up(store)
    support.make_plan(store, support.add_jordan(store))
    for step in STEPS:
        set_up_step_done(store, step, now=support.NOW)
    store.close()
    return folder


@pytest.fixture
def caseload(made_caseload: Path, tmp_path: Path) -> Path:
    """A caseload of this test's own."""
    return Path(shutil.copytree(made_caseload, tmp_path / "caseload"))


@pytest.fixture
def homes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep options and caseloads in this test's own folders."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path


@pytest.fixture
def hands(qtbot: QtBot, homes: Path, caseload: Path) -> Iterator[Hands]:
    """The program before a caseload, asking for the passphrase."""
    made = Hands(qtbot, caseload)
    yield made
    made.window.close()


@pytest.fixture
def fresh(
    qtbot: QtBot, homes: Path, derived_once: None, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hands]:
    """The program on a computer without any caseload."""
    monkeypatch.setattr("app.store.caseload.calibrated_cost", lambda: support.FLOOR)
    made = Hands(qtbot, None)
    yield made
    made.window.close()
