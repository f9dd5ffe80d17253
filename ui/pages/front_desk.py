"""Leads through the pages before unlocking, until a caseload is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.wording import _
from app.services.starting import holds_caseload
from ui.pages.front import FrontPage
from ui.pages.opening import Doorway, Opened
from ui.pages.unlock_page import UnlockPage

if TYPE_CHECKING:
    from ui.pages.set_up.frame import SetUpFrame


class FrontDesk(QObject):
    """Shows one front page after the other: ``FrontDesk(door, show)``.

    Pages that are seldom wanted are imported when they are.

    Signals:
        opened: A caseload is open. Argument: the :class:`Opened`.
    """

    opened = Signal(object)

    def __init__(
        self, door: Doorway, show: Callable[[FrontPage | SetUpFrame], None]
    ) -> None:
        super().__init__()
        self._door = door
        self._show = show
        self._page: FrontPage | None = None
        self._leave: Callable[[], None] = self.begin

    @property
    def folder(self) -> Path:
        """The caseload that is to be opened."""
        return self._door.folder

    def renew(self, door: Doorway) -> None:
        """Go on with other lanes, after a lock; the folder stays."""
        self._door = replace(door, folder=self._door.folder)

    def begin(self) -> None:
        """Show the first page: the passphrase, or the choice on a fresh computer."""
        if holds_caseload(self._door.folder):
            self.unlock(_("Welcome back."))
        else:
            self.choose_first()

    def unlock(self, state: str) -> None:
        """Ask for the passphrase; ``state`` is the line under the title."""
        self._leave = partial(self.unlock, state)
        practice = self._door.base / "practice"
        page = UnlockPage(self._door, state, practice=practice.is_dir())
        if practice in self._door.folder.parents:
            page.tell_practice()
        page.opened.connect(self._on_opened)
        page.code_wanted.connect(self._on_code_wanted)
        page.another_wanted.connect(self._on_another_wanted)
        page.practice_wanted.connect(self.practise)
        self._present(page)

    def choose_first(self) -> None:
        """Offer to set up a daybook or to try it."""
        from ui.pages.first_choice_page import FirstChoicePage

        self._leave = self.choose_first
        page = FirstChoicePage()
        page.set_up_wanted.connect(self._on_set_up_wanted)
        page.practice_wanted.connect(self.practise)
        page.another_wanted.connect(self._on_another_wanted)
        self._present(page)

    def practise(self, specialist: str = "") -> None:
        """Offer the made-up people; with a specialist's id, open them at once."""
        from ui.pages.practice_page import PracticePage

        page = PracticePage(self._door, specialist)
        page.opened.connect(self._on_practice_opened)
        page.back_wanted.connect(self._on_back_wanted)
        self._present(page)

    def stop(self) -> None:
        """Give up what the page shown works at."""
        if self._page is not None:
            self._page.stop()

    def _present(self, page: FrontPage) -> None:
        self.stop()
        self._page = page
        page.emergency_wanted.connect(self._on_emergency_wanted)
        page.help_wanted.connect(self._on_help_wanted)
        self._show(page)
        page.enter()

    def _on_opened(self, opened: Opened) -> None:
        self._page = None
        self.opened.emit(opened)

    def _on_practice_opened(self, opened: Opened) -> None:
        self._door = replace(self._door, folder=opened.store.folder)
        self._on_opened(opened)

    def _on_code_wanted(self) -> None:
        from ui.pages.recovery_page import RecoveryPage

        page = RecoveryPage(self._door)
        page.opened.connect(self._on_opened)
        page.back_wanted.connect(self._on_back_wanted)
        self._present(page)

    def _on_another_wanted(self) -> None:
        from ui.pages.caseloads_page import CaseloadsPage

        page = CaseloadsPage(self._door)
        page.chosen.connect(self._on_folder_chosen)
        page.new_wanted.connect(self._on_new_wanted)
        page.back_wanted.connect(self._on_back_wanted)
        self._present(page)

    def _on_folder_chosen(self, folder: Path) -> None:
        self._door = replace(self._door, folder=folder)
        self.unlock(_("Type the passphrase of this caseload."))

    def _on_new_wanted(self, folder: Path) -> None:
        self._door = replace(self._door, folder=folder)
        self._on_set_up_wanted()

    def _on_set_up_wanted(self) -> None:
        self.stop()
        self._page = None
        from ui.pages.set_up.first_page import FirstPage

        page = FirstPage(self._door)
        page.opened.connect(self._on_opened)
        page.back_wanted.connect(self._on_back_wanted)
        self._show(page)
        page.enter()

    def _on_back_wanted(self) -> None:
        self._leave()

    def _on_emergency_wanted(self) -> None:
        from ui.pages.front_words import emergency_page

        self._present_words(emergency_page())

    def _on_help_wanted(self) -> None:
        from ui.pages.front_words import help_page

        self._present_words(help_page())

    def _present_words(self, page: FrontPage) -> None:
        page.back_wanted.connect(self._on_back_wanted)  # type: ignore[attr-defined]
        self._present(page)
