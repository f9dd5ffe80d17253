"""A caseload with one person, a plan and a signed note, for the pages of a session."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.session import SessionDraft
from app.services.preferences import Settings
from app.services.rules import load_scope
from app.services.sessions import SavedDraft, list_drafts, start_draft
from app.store.database import Store
from tests import support
from tests.app.store.conftest import derived_once
from ui.context import (
    ChangeNotifier,
    Context,
    Navigator,
    Place,
    Preferences,
    Privacy,
)
from ui.tasks import Tasks

__all__ = [
    "Clock",
    "Travels",
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]

JORDAN = 1


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = support.NOW

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Go on by so many minutes, days …."""
        self.now += timedelta(**by)


@dataclass(frozen=True)
class Travels:
    """Where the pages asked to go: places, and None for back."""

    places: list[Place | None]

    @property
    def last(self) -> Place | None:
        """The newest wish."""
        return self.places[-1]


@pytest.fixture(scope="session")
def made_folder(tmp_path_factory: pytest.TempPathFactory, derived_once: None) -> Path:
    """A closed caseload; to be copied, never opened."""
    folder = tmp_path_factory.mktemp("world") / "caseload"
    store = support.make_store(folder)
    support.set_up(store)
    jordan = support.add_jordan(store)
    assert jordan == JORDAN
    support.make_plan(store, jordan)
    week_ago = support.session_draft(
        jordan,
        held_on=support.TODAY - timedelta(days=7),
        activities=(replace(support.FIRST, goal_number=2),),
        next_step="Write steps for hard mornings.",
    )
    support.sign_session(store, week_ago)
    store.close()
    return folder


@pytest.fixture
def store(made_folder: Path, tmp_path: Path) -> Iterator[Store]:
    """A copy of the caseload, open."""
    folder = tmp_path / "caseload"
    shutil.copytree(made_folder, folder)
    store = support.open_store(folder)
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    """Tuesday, November 24, 2026, 11:02 AM."""
    return Clock()


@pytest.fixture
def context(store: Store, clock: Clock) -> Iterator[Context]:
    """What a page is given."""
    tasks = Tasks()
    yield context_of(store, clock, tasks)
    tasks.stop(store.close_lane)
    tasks.deleteLater()


@pytest.fixture
def travels(context: Context) -> Travels:
    """Where pages ask to go."""
    seen = Travels(places=[])
    context.navigator.went.connect(seen.places.append)
    context.navigator.back_wanted.connect(lambda: seen.places.append(None))
    return seen


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Return a function that shows a page in an active window of 1366 x 700."""

    def shown(page: QWidget) -> QWidget:
        qtbot.addWidget(page)
        page.resize(1170, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return shown


def context_of(store: Store, now: Callable[[], datetime], tasks: Tasks) -> Context:
    """Return what a page is given, without fixtures: for programs of their own."""
    return Context(
        store=store,
        rules=support.RULES,
        scope=load_scope(),
        preferences=Preferences(Settings(), _keep_nothing),
        privacy=Privacy(),
        navigator=Navigator(),
        notifier=ChangeNotifier(),
        tasks=tasks,
        now=now,
    )


def kept(context: Context) -> SessionDraft:
    """Return the one draft in the store."""
    (only,) = list_drafts(context.store)
    return only.draft


def drafts(context: Context) -> tuple[SavedDraft, ...]:
    """Return every draft in the store."""
    return list_drafts(context.store)


def keep(context: Context, **changes: object) -> int:
    """Put a draft that is fit to be signed, but for ``changes``, into the store."""
    draft = support.session_draft(JORDAN, **changes)
    return start_draft(context.store, draft, now=context.now())


def focused_name() -> str:
    """Return the name of the field with the focus, its own or its holder's."""
    widget = QApplication.focusWidget()
    while widget is not None and not widget.objectName():
        widget = widget.parentWidget()
    return widget.objectName() if widget is not None else ""


def _keep_nothing(_settings: Settings) -> None:
    """Stand in for the file of options."""
