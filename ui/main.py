"""Tie everything together by hand: the window, the lanes, the open caseload."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.wording import _
from app.services.preferences import (
    Settings,
    data_folder,
    settings_path,
    write_settings,
)
from app.services.starting import StoreError, usual_folder
from ui.context import (
    ChangeNotifier,
    Context,
    Navigator,
    PageName,
    Place,
    Preferences,
    Privacy,
)
from ui.errors import show_expected
from ui.lock import ClipboardGuard, Closer, IdleWatch, SystemWatch, close_dialogs
from ui.main_window import MainWindow
from ui.pages.front_desk import FrontDesk
from ui.pages.opening import Doorway, Opened
from ui.pages.roll import warm_up
from ui.tasks import Lane, Tasks
from ui.theme import Scheme, apply_theme

_TODAY = Place(page=PageName.TODAY)
_PAINTED_AFTER = 100  # milliseconds: importing would take the first picture's time


def local_now() -> datetime:
    """Return the local time with its zone."""
    return datetime.now().astimezone()


class Daybook(QObject):
    """The program: what is shown, and the caseload while one is open.

    Attributes:
        window: The one window.
        desk: The pages before unlocking.
        context: The open caseload; ``None`` while locked.
    """

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        *,
        folder: Path | None = None,
        now: Callable[[], datetime] = local_now,
        window: MainWindow | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._now = now
        keep = partial(write_settings, settings_path())
        self.preferences = Preferences(settings, keep)
        self.preferences.changed.connect(self._on_settings_changed)
        self._tasks = Tasks()
        self._closer = Closer()
        self._hidden = settings.hide_names
        self._place = _TODAY
        self._vault_id = ""
        self._refused = False
        self.context: Context | None = None
        self._clipboard = ClipboardGuard(app.clipboard(), self)
        self._idle = IdleWatch(app)
        self._idle.idle.connect(self.lock)
        self._system: SystemWatch | None = None
        self.window = window or MainWindow()
        self.window.closes = self._closes
        self._door = self._made_door(folder, settings)
        self.desk = FrontDesk(self._door, self.window.show_content)
        self.desk.opened.connect(self._on_opened)

    def start(self, practice: str | None = None) -> None:
        """Show the first page, then import the rest while somebody types."""
        if practice is None:
            self.desk.begin()
        else:
            self.desk.practise(practice)
        self.window.show()
        QTimer.singleShot(_PAINTED_AFTER, self._warm_up)

    def lock(self) -> None:
        """Save, take away everything that could be seen, and close the store.

        What cannot be saved is covered instead: it would be lost.
        """
        if self.context is None or self.window.is_covered():
            return
        try:
            place = self._left_place()
        except StoreError as error:
            self._cover(error)
            return
        draft = place.draft_id is not None
        words = _("Locked. Your draft is safe.") if draft else _("Locked.")
        self._take_away(place, partial(self.desk.unlock, words))

    def save_draft(self) -> None:
        """Keep what is being typed; safe to call at any time."""
        if self.context is not None:
            self._left_place()

    def _left_place(self) -> Place:
        content = self.window.kept()
        left = content.leave() if content is not None else None
        return left or _TODAY

    def _take_away(self, place: Place, show_next: Callable[[], None]) -> None:
        """Show an opaque page, destroy what was there, then close the store."""
        context, self.context = self.context, None
        assert context is not None  # the callers looked
        self._place = place
        self._idle.stop()
        tasks, self._tasks = self._tasks, Tasks()
        self.desk.renew(replace(self._door, tasks=self._tasks))
        close_dialogs(self.window)
        show_next()
        self._clipboard.clear()
        self._closer.close(context.store, tasks)

    def _cover(self, error: StoreError) -> None:
        from ui.pages.opening import prove_passphrase
        from ui.pages.unlock_page import UnlockPage

        self._idle.stop()
        close_dialogs(self.window)
        door = replace(self._door, folder=self.desk.folder, tasks=self._tasks)
        page = UnlockPage(door, str(error), open_by=prove_passphrase)
        page.opened.connect(partial(self._on_uncovered, error))
        self.window.cover(page)
        page.enter()

    def _on_uncovered(self, error: StoreError, _opened: object) -> None:
        self.window.uncover()
        self._idle.start(self.preferences.settings.lock_minutes)
        show_expected(self.window, error)

    def _on_opened(self, opened: Opened) -> None:
        store = opened.store
        self.context = context = self._made_context(opened)
        if store.vault_id != self._vault_id:
            self._vault_id, self._place = store.vault_id, _TODAY
            if not store.practice and store.folder != self._door.folder:
                self.preferences.change(folder=str(store.folder))
        self._idle.start(self.preferences.settings.lock_minutes)
        self._watch_system()
        if opened.code or self._place.page == PageName.SET_UP:
            self._set_up(opened.code)
        else:
            self._show_shell(self._place)
        context.tasks.run(
            Lane.LONG,
            partial(_tidy, opened),
            on_done=_nothing,
            on_failed=_nothing,
            expected=(StoreError,),
        )

    def _watch_system(self) -> None:
        if self._system is None:
            self._system = SystemWatch(self.window)
            self._system.going.connect(self.lock)

    def _show_shell(self, place: Place) -> None:
        from ui.pages.shell import Shell

        assert self.context is not None  # it is open
        shell = Shell(self.context)
        shell.lock_wanted.connect(self.lock)
        shell.whole_window_wanted.connect(self._on_whole_window_wanted)
        self.window.show_content(shell)
        shell.go(place)

    def _set_up(self, code: str = "") -> None:
        from ui.pages.set_up.page import SetUpPage

        assert self.context is not None  # it is open
        page = SetUpPage(self.context, code)
        page.finished.connect(self._on_set_up_finished)
        page.lock_wanted.connect(self.lock)
        self.window.show_content(page)
        page.enter()

    def _on_set_up_finished(self) -> None:
        self._show_shell(_TODAY)

    def _on_whole_window_wanted(self, page: str) -> None:
        if page == PageName.SET_UP:
            self._set_up()
        else:
            self._take_away(_TODAY, self.desk.practise)

    def _on_names_hidden(self, hidden: bool) -> None:
        self._hidden = hidden

    def _on_settings_changed(self, settings: Settings) -> None:
        apply_theme(self._app, Scheme(settings.scheme), settings.text_percent / 100)
        self._idle.set_minutes(settings.lock_minutes)

    def _closes(self) -> bool:
        """Save and lock; false, once, if the last words could not be saved."""
        try:
            self.save_draft()
        except StoreError as error:
            if not self._refused:
                self._refused = True
                title = _("Not closed yet. Close again to leave the last words.")
                show_expected(self.window, error, title)
                return False
        if focus := self._app.focusWidget():
            focus.clearFocus()  # a field left after closing could not be saved
        self._idle.stop()
        self._clipboard.clear()
        if self.context is not None:
            self._closer.close(self.context.store, self._tasks)
            self._closer.settled()
        else:
            self.desk.stop()
            self._tasks.stop(_nothing)
            self._closer.settled()
        return True

    def _made_door(self, folder: Path | None, settings: Settings) -> Doorway:
        base = data_folder()
        return Doorway(
            folder=folder or usual_folder(settings),
            base=base,
            tasks=self._tasks,
            preferences=self.preferences,
            now=self._now,
            settled=self._closer.settled,
        )

    def _made_context(self, opened: Opened) -> Context:
        privacy = Privacy(self._hidden)
        privacy.hidden_changed.connect(self._on_names_hidden)
        return Context(
            store=opened.store,
            rules=opened.rules,
            scope=opened.scope,
            preferences=self.preferences,
            privacy=privacy,
            navigator=Navigator(),
            notifier=ChangeNotifier(),
            tasks=self._tasks,
            now=self._now,
        )

    def _warm_up(self) -> None:
        warm_up(self._tasks)


def _tidy(opened: Opened) -> None:
    """Remove the papers that a crash left without a row."""
    from app.services.caseload import remove_unnamed_papers

    remove_unnamed_papers(opened.store)


def _nothing(*_result: object) -> None:
    """Ask for no answer."""
