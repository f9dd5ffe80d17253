"""Write a picture of every screen: ``screens DIR [NAME ...]``.

Light and dark, at the three sizes that must work, from the practice caseload and a
first start, with the clock at 8:42 AM of the practice day.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from app.services import papers, sessions
from app.services.caseload import FLOOR, create, set_up_step_done
from app.services.practice import make_practice
from app.services.preferences import Settings
from app.services.rules import load_rules, load_scope
from tests.benchmarks.caseloads import NOW
from tests.end_to_end.driver import rest
from ui.context import (
    ChangeNotifier,
    Context,
    Navigator,
    PageName,
    Place,
    Preferences,
    Privacy,
)
from ui.main_window import MainWindow
from ui.pages.shell import Shell
from ui.tasks import Tasks
from ui.theme import Scheme, apply_theme
from ui.widgets.dressing import dress

SIZES = (QSize(1366, 700), QSize(1093, 530), QSize(911, 480))
_PATIENCE = 900  # milliseconds for pages to be laid out and drawn
_SET_UP = ("passphrase", "sheet", "you", "certificate", "designations", "agency", "pin")


def main() -> int:
    """Write the pictures and say where they are."""
    if len(sys.argv) < 2:
        print("usage: screens DIR [NAME ...]", file=sys.stderr)
        return 2
    folder, wanted = Path(sys.argv[1]), set(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    dress(app, Scheme.LIGHT, 1.0)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = scratch
        store = make_practice(Path(scratch) / "practice", "rivers", now=NOW)
        context = _context(store)
        for name, place in _places(context):
            if not wanted or name in wanted:
                _take(app, folder, name, lambda place=place: _at(context, place))
        if not wanted or any(name.startswith("set-up") for name in wanted):
            _take_fronts(app, folder, Path(scratch))
        context.tasks.stop(store.close_lane)
        store.close()
    return 0


def _context(store: object) -> Context:
    return Context(
        store=store,  # type: ignore[arg-type]
        rules=load_rules(),
        scope=load_scope(),
        preferences=Preferences(Settings(), lambda _settings: None),
        privacy=Privacy(),
        navigator=Navigator(),
        notifier=ChangeNotifier(),
        tasks=Tasks(),
        now=lambda: NOW,
    )


def _places(context: Context) -> Iterator[tuple[str, Place]]:
    store = context.store
    drafts = {d.draft.person_id: d.id for d in sessions.list_drafts(store)}
    queued = papers.print_queue(store)[-1]
    yield "today", Place(page=PageName.TODAY)
    yield "people", Place(page=PageName.PEOPLE)
    yield "person", Place(page=PageName.PERSON, person_id=1)
    yield "person-without-plan", Place(page=PageName.PERSON, person_id=12)
    yield "plan", Place(page=PageName.PLAN, person_id=1)
    yield "plan-new", Place(page=PageName.PLAN, person_id=12)
    yield "record", Place(page=PageName.RECORD, draft_id=drafts[1])
    yield "record-new", Place(page=PageName.RECORD, person_id=3)
    yield "record-who", Place(page=PageName.RECORD)
    yield "sign", Place(page=PageName.SIGN, draft_id=drafts[2])
    yield "papers", Place(page=PageName.PAPERS)
    yield "read", Place(page=PageName.READ, printout_id=queued.id)
    yield "my-record", Place(page=PageName.MY_RECORD)
    yield "acknowledgement", Place(page=PageName.ACKNOWLEDGEMENT)
    yield "settings", Place(page=PageName.SETTINGS)


def _at(context: Context, place: Place) -> QWidget:
    window = MainWindow(lambda: True)
    shell = Shell(context)
    window.show_content(shell)
    shell.go(place)
    return window


def _take(
    app: QApplication, folder: Path, name: str, make: Callable[[], QWidget]
) -> None:
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        apply_theme(app, scheme, 1.0)
        for size in SIZES:
            window = make()
            window.resize(size)
            window.show()
            rest(_PATIENCE)
            path = folder / f"{name}-{scheme.value}-{size.width()}x{size.height()}.png"
            window.grab().save(str(path))
            print(path, flush=True)
            window.close()
            window.deleteLater()
            rest(20)
    apply_theme(app, Scheme.LIGHT, 1.0)


def _take_fronts(app: QApplication, folder: Path, scratch: Path) -> None:
    """First start, unlocking, and each step of set-up."""
    from ui.main import Daybook

    def fresh() -> QWidget:
        return _started(Daybook(app, Settings(), folder=scratch / "none", now=_now))

    def locked() -> QWidget:
        return _started(Daybook(app, Settings(), folder=scratch / "practice", now=_now))

    _take(app, folder, "set-up-welcome", fresh)
    _take(app, folder, "set-up-unlock", locked)
    store, code = create(scratch / "new", "seven quiet herons", now=NOW, cost=FLOOR)
    context = _context(store)
    for step in _SET_UP[1:]:
        _take(app, folder, f"set-up-{step}", lambda: _set_up(context, code))
        set_up_step_done(store, step, now=NOW)
    context.tasks.stop(store.close_lane)
    store.close()


def _set_up(context: Context, code: str) -> QWidget:
    from ui.pages.set_up.page import SetUpPage

    window = MainWindow(lambda: True)
    page = SetUpPage(context, code)
    window.show_content(page)
    return window


def _started(daybook: object) -> QWidget:
    daybook.start()  # type: ignore[attr-defined]
    return daybook.window  # type: ignore[attr-defined, no-any-return]


def _now() -> datetime:
    return NOW


if __name__ == "__main__":
    sys.exit(main())
