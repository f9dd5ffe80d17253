"""Show the unlock page at first sight, then load the program behind it.

An empty window takes 150 ms, the full unlock page 400. So a page of plain parts is
shown after 180; the rest is imported piece by piece, and keys are taken between two
pieces. Then the full page takes the place of the first, with what was typed.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.services.preferences import data_folder
from app.services.starting import holds_caseload, usual_folder
from ui.first_sight import FirstSight
from ui.fonts import load_fonts
from ui.main_window import MainWindow
from ui.tokens import DARK, LIGHT, Scheme, Theme

if TYPE_CHECKING:
    from app.services.preferences import Settings

_MIDDLE_GREY = 128


def start(
    settings: Settings, *, folder: Path | None = None, practice: str | None = None
) -> int:
    """Run the program until its window is closed; return the exit code.

    Args:
        settings: The options of this computer.
        folder: The caseload to open; else the one opened last.
        practice: A practice specialist's id, or an empty text to choose one.
    """
    # Asked for by its argument, the style is made once; setStyle() takes 10 ms more.
    app = QApplication(["peer-daybook", "-style", "fusion"])
    app.setApplicationName("Peer Daybook")
    folder = folder or usual_folder(settings)
    window = MainWindow()
    open_full = partial(_open_full, app, settings, window, folder)
    made_up = data_folder() / "practice"
    plain = practice is None and made_up not in folder.parents
    if plain and holds_caseload(folder) and not _contrast_theme():
        wear_first_look(app, settings)
        sight = FirstSight(window, practice=made_up.is_dir())
        replace = partial(_replace, sight, window, open_full)
        pieces = (sight.complete, *_PIECES)
        sight.painted.connect(partial(_import_next, pieces, replace))
        window.show_content(sight)
        window.show()
    else:
        open_full(practice)
    return app.exec()


def wear_first_look(app: QApplication, settings: Settings) -> None:
    """Have the fonts, colours and size of text the first window is to have."""
    load_fonts()
    dark = settings.scheme == Scheme.DARK or (
        # The style's own palette: asking for the scheme would build Qt's namespace.
        settings.scheme == Scheme.SYSTEM
        and app.palette().window().color().lightness() < _MIDDLE_GREY
    )
    tokens = DARK if dark else LIGHT
    app.setProperty("theme", Theme(tokens=tokens, scale=settings.text_percent / 100))


if sys.platform == "win32":

    def _contrast_theme() -> bool:
        """Return whether the system shows a contrast theme: its colours rule then."""
        import winreg

        name = r"Control Panel\Accessibility\HighContrast"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, name) as key:
                flags, _kind = winreg.QueryValueEx(key, "Flags")
        except OSError:
            return False
        return bool(int(flags) & 1)
else:

    def _contrast_theme() -> bool:
        """Return false: elsewhere it is only known once Qt's namespace is built."""
        return False


def _import_next(
    pieces: tuple[Callable[[], None], ...], then: Callable[[], None]
) -> None:
    """Import piece by piece; what is typed meanwhile is taken between two of them."""
    if pieces:
        pieces[0]()
        QTimer.singleShot(0, partial(_import_next, pieces[1:], then))
    else:
        then()


def _import_qt() -> None:
    from PySide6.QtCore import QEvent, Qt  # noqa: F401


def _import_theme() -> None:
    from ui import context, theme  # noqa: F401


def _import_widgets() -> None:
    from ui.widgets import notice, page, passphrase_field  # noqa: F401


def _import_program() -> None:
    from ui import main  # noqa: F401


_PIECES = (_import_qt, _import_theme, _import_widgets, _import_program)


def _replace(
    sight: FirstSight, window: MainWindow, open_full: Callable[[], None]
) -> None:
    sight.remember()
    open_full()
    page = window.content()
    assert page is not None  # it has just been put there
    sight.hand_over(page)


def _open_full(
    app: QApplication,
    settings: Settings,
    window: MainWindow,
    folder: Path,
    practice: str | None = None,
) -> None:
    from ui.errors import LastResort
    from ui.main import Daybook
    from ui.widgets.dressing import dress

    dress(app, Scheme(settings.scheme), settings.text_percent / 100)
    daybook = Daybook(app, settings, folder=folder, window=window)
    LastResort(daybook.save_draft, app).install()
    daybook.start(practice)
    gc.enable()  # stopped in ui.__main__
