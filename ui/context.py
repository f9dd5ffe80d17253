"""What every page is given when it is built, and how pages reach one another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Flag, StrEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.tasks import Tasks

if TYPE_CHECKING:
    # SQLAlchemy comes with these: it is imported while the passphrase is typed.
    from app.services.caseload import Store
    from app.services.preferences import Settings
    from app.services.rules import Regulations, ScopeOfActivities


class Changed(Flag):
    """The parts of a caseload a change can touch."""

    PEOPLE = auto()
    PLANS = auto()
    DRAFTS = auto()
    SESSIONS = auto()
    PAPERS = auto()
    SPECIALIST = auto()
    SETTINGS = auto()


class PageName(StrEnum):
    """The pages of the main window.

    ``SET_UP`` and ``PRACTICE`` (the made-up people) take the whole window.
    """

    TODAY = "today"
    PEOPLE = "people"
    PERSON = "person"
    PLAN = "plan"
    RECORD = "record"
    SIGN = "sign"
    PAPERS = "papers"
    READ = "read"
    MY_RECORD = "my record"
    ACKNOWLEDGEMENT = "acknowledgement"
    SETTINGS = "settings"
    SET_UP = "set-up"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where somebody is: a page, what it shows, and the field with the caret.

    Attributes:
        printout_id: For :attr:`PageName.READ`: the page of paper to show and print.
        contact_id: The planned contact a record was started from.
        field: A field's name, as in ``SessionDraft`` or a ``Problem``.
    """

    page: PageName
    person_id: int | None = None
    draft_id: int | None = None
    printout_id: int | None = None
    contact_id: int | None = None
    field: str = ""


class Navigator(QObject):
    """Takes wishes to be somewhere else; the main window fulfils them.

    Signals:
        went: A page is wanted. Argument: the :class:`Place`.
        back_wanted: Esc or Back: the place before this one.
    """

    went = Signal(object)
    back_wanted = Signal()

    def go(self, page: PageName, **where: int | str | None) -> None:
        """Ask for a page; ``where`` are the other fields of :class:`Place`."""
        self.went.emit(replace(Place(page=page), **where))  # type: ignore[arg-type]

    def back(self) -> None:
        """Ask for the place before this one."""
        self.back_wanted.emit()


class ChangeNotifier(QObject):
    """Tells open pages what was just saved, so that they read it again.

    Signals:
        changed: A service call has committed. Argument: the :class:`Changed` parts.
    """

    changed = Signal(object)


class Privacy(QObject):
    """Whether names are hidden, for a public place (F8).

    Signals:
        hidden_changed: Argument: whether they are hidden now.
    """

    hidden_changed = Signal(bool)

    def __init__(self, hidden: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hidden = hidden

    def set_hidden(self, hidden: bool) -> None:
        """Hide or show names everywhere."""
        if hidden != self.hidden:
            self.hidden = hidden
            self.hidden_changed.emit(hidden)


class Preferences(QObject):
    """The non-secret options of this computer, and their keeping.

    Signals:
        changed: Argument: the new ``Settings``.
    """

    changed = Signal(object)

    def __init__(self, settings: Settings, keep: Callable[[Settings], None]) -> None:
        super().__init__()
        self.settings = settings
        self._keep = keep

    def change(self, **values: object) -> None:
        """Change some options, keep them, and tell everybody."""
        self.settings = self.settings._replace(**values)  # type: ignore[arg-type]
        self._keep(self.settings)
        self.changed.emit(self.settings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The unlocked caseload and what goes with it, passed down by hand.

    Attributes:
        store: The open caseload; its ``practice`` says whether people are made up.
        now: The clock: an aware local time. Tests set their own.
    """

    store: Store
    rules: Regulations
    scope: ScopeOfActivities
    preferences: Preferences
    privacy: Privacy
    navigator: Navigator
    notifier: ChangeNotifier
    tasks: Tasks
    now: Callable[[], datetime]
