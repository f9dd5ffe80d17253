"""Fixtures for journeys: the program's look, and no display unless one is asked for."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import Scheme
from ui.widgets.dressing import dress

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    """Dress the program once, as its start does."""
    dress(qapp, Scheme.LIGHT, 1.0)
