"""Fixtures for tests of windows."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import Scheme, apply_theme
from ui.widgets.dressing import dress

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

MOMENT = datetime(2026, 11, 24, 8, 42, tzinfo=ZoneInfo("America/Chicago"))


@pytest.fixture
def clock() -> Callable[[], datetime]:
    """Return the clock of all window tests: Tuesday, November 24, 2026, 8:42 AM."""
    return lambda: MOMENT


@pytest.fixture(scope="session")
def dressed_app(qapp: QApplication) -> QApplication:
    dress(qapp, Scheme.LIGHT)
    return qapp


@pytest.fixture(autouse=True)
def plain_look(dressed_app: QApplication) -> Iterator[None]:
    """Start every test in light colours at 100 %."""
    apply_theme(dressed_app, Scheme.LIGHT, 1.0)
    yield
    apply_theme(dressed_app, Scheme.LIGHT, 1.0)


@pytest.fixture
def look(dressed_app: QApplication) -> Callable[[Scheme, float], None]:
    """Return a function that dresses the program: ``look(Scheme.DARK, 2.0)``."""

    def put_on(scheme: Scheme, scale: float) -> None:
        apply_theme(dressed_app, scheme, scale)

    return put_on


@pytest.fixture
def activate(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Return a function that shows a window and waits until it has the focus."""

    def show(window: QWidget) -> None:
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()

    return show


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list that all words read out are added to."""
    heard: list[str] = []

    def hear(event: object) -> None:
        message = getattr(event, "message", None)
        if message is not None:
            heard.append(message())

    monkeypatch.setattr(
        "ui.widgets.announce.QAccessible.updateAccessibility", staticmethod(hear)
    )
    return heard
