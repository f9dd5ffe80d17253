"""Tie everything together by hand: the window, the lanes, the open caseload."""

import argparse
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.wording import _
from app.services import starting
from app.services.preferences import (
    Settings,
    data_folder,
    read_settings,
    settings_path,
    write_settings,
)
from ui.context import (
    ChangeNotifier,
    Context,
    Navigator,
    PageName,
    Place,
    Preferences,
    Privacy,
)
from ui.lock import Closer, IdleWatch, clear_clipboard, close_dialogs
from ui.main_window import MainWindow, Shell
from ui.pages.opening import Doorway, Opened, open_practice
from ui.tasks import Lane, Tasks
from ui.theme import Scheme, apply_theme
from ui.widgets.dressing import dress

_TODAY = Place(page=PageName.TODAY)


def main(arguments: Sequence[str]) -> int:
    """Run the program; return its exit code."""
    options = _read_options(arguments)
    starting.forbid_core_dumps()
    starting.keep_temporary_files_in_memory()
    app = QApplication(["peer-daybook"])
    app.setApplicationName("Peer Daybook")
    settings = read_settings(settings_path())
    dress(app, Scheme(settings.scheme), settings.text_percent / 100)
    daybook = Daybook(app, settings, folder=options.folder)
    daybook.start(practice=options.practice)
    return app.exec()


def local_now() -> datetime:
    """Return the local time with its zone."""
    return datetime.now().astimezone()


class Daybook(QObject):
    """The program: what is shown, and the caseload while one is open.

    Attributes:
        window: The one window.
        context: The open caseload; ``None`` while locked.
    """

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        *,
        folder: Path | None = None,
        now: Callable[[], datetime] = local_now,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._now = now
        self._base = data_folder()
        self._folder = folder or _usual_folder(settings, self._base)
        self.preferences = Preferences(
            settings, partial(write_settings, settings_path())
        )
        self.preferences.changed.connect(self._on_settings_changed)
        self._tasks = Tasks()
        self._closer = Closer()
        self._hidden = settings.hide_names
        self._place = _TODAY
        self.context: Context | None = None
        self._idle = IdleWatch(app)
        self._idle.idle.connect(self.lock)
        self.window = MainWindow()
        self.window.close_wanted.connect(self._on_close_wanted)

    def start(self, practice: str | None = None) -> None:
        """Show the first page, then import the rest while somebody types."""
        self._show_front(practice)
        self.window.show()
        self._enter()
        QTimer.singleShot(0, self._warm_up)

    def lock(self) -> None:
        """Save, take away everything that could be seen, and close the store."""
        if self.context is None:
            return
        shell = self.window.content()
        if isinstance(shell, Shell):
            self._place = shell.leave() or _TODAY
        self._idle.stop()
        store, tasks, self.context = self.context.store, self._tasks, None
        self._tasks = Tasks()
        close_dialogs(self.window)
        self._show_unlock(_("Locked. Your draft is safe."))
        clear_clipboard(self._app.clipboard())
        self._closer.close(store, tasks)
        self._enter()

    def _door(self) -> Doorway:
        return Doorway(
            folder=self._folder,
            base=self._base,
            tasks=self._tasks,
            preferences=self.preferences,
            now=self._now,
            settled=self._closer.settled,
        )

    def _show_front(self, practice: str | None) -> None:
        if practice is not None:
            self._tasks.run(
                Lane.QUICK,
                partial(open_practice, self._door(), practice, _nothing),
                on_done=self._on_opened,
                on_failed=_nothing,
            )
        self._show_unlock(_("Welcome back."))

    def _show_unlock(self, state: str) -> None:
        from ui.pages.unlock_page import UnlockPage

        page = UnlockPage(self._door(), state)
        page.opened.connect(self._on_opened)
        self.window.show_content(page)

    def _enter(self) -> None:
        content = self.window.content()
        if hasattr(content, "enter"):
            content.enter()

    def _on_opened(self, opened: Opened) -> None:
        context = self._made_context(opened)
        self.context = context
        shell = Shell(context)
        shell.lock_wanted.connect(self.lock)
        self.window.show_content(shell)
        shell.go(self._place)
        self._idle.start(self.preferences.settings.lock_minutes)

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

    def _on_names_hidden(self, hidden: bool) -> None:
        self._hidden = hidden

    def _on_settings_changed(self, settings: Settings) -> None:
        apply_theme(self._app, Scheme(settings.scheme), settings.text_percent / 100)
        self._idle.set_minutes(settings.lock_minutes)

    def _on_close_wanted(self) -> None:
        self.lock()
        self._closer.settled()
        self._tasks.stop(_nothing)

    def _warm_up(self) -> None:
        self._tasks.run(
            Lane.QUICK, _import_services, on_done=_nothing, on_failed=_nothing
        )


def _import_services() -> None:
    from app.services import caseload, rules  # noqa: F401


def _nothing(*_result: object) -> None:
    """Ask for no answer."""


def _usual_folder(settings: Settings, base: Path) -> Path:
    return Path(settings.folder) if settings.folder else base / starting.FIRST_FOLDER


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="peer-daybook", description=__doc__)
    parser.add_argument(
        "--practice",
        nargs="?",
        const="",
        metavar="SPECIALIST",
        help="open the made-up people of a practice specialist",
    )
    parser.add_argument(
        "--folder", type=Path, metavar="DIR", help="open the caseload in this folder"
    )
    return parser.parse_args(arguments)
