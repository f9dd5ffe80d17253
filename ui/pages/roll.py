"""Which class shows which page, and importing them while a passphrase is typed."""

from collections.abc import Callable
from functools import partial

from ui.context import PageName
from ui.tasks import Lane, Tasks

_WHOLE_WINDOW = {PageName.SET_UP, PageName.PRACTICE}


def page_class(name: PageName) -> type:
    """Return the class that shows a page; its module is imported now at the latest.

    Plain imports, not names in a table, so that tools see who imports whom.
    """
    if name in _OWN:
        return _own_page(name)
    return _daily_page(name)


_OWN = {PageName.MY_RECORD, PageName.ACKNOWLEDGEMENT, PageName.SETTINGS}


def _daily_page(name: PageName) -> type:  # noqa: PLR0911  one line a page
    match name:
        case PageName.TODAY:
            from ui.pages.today_page import TodayPage

            return TodayPage
        case PageName.PEOPLE:
            from ui.pages.people_page import PeoplePage

            return PeoplePage
        case PageName.PERSON:
            from ui.pages.person.page import PersonPage

            return PersonPage
        case PageName.PLAN:
            from ui.pages.plan.page import PlanPage

            return PlanPage
        case PageName.RECORD:
            from ui.pages.record.page import RecordPage

            return RecordPage
        case PageName.SIGN:
            from ui.pages.sign_page import SignPage

            return SignPage
        case PageName.PAPERS:
            from ui.pages.papers_page import PapersPage

            return PapersPage
    from ui.pages.read_page import ReadPage

    return ReadPage


def _own_page(name: PageName) -> type:
    match name:
        case PageName.MY_RECORD:
            from ui.pages.my_record_page import MyRecordPage

            return MyRecordPage
        case PageName.ACKNOWLEDGEMENT:
            from ui.pages.acknowledgement_page import AcknowledgementPage

            return AcknowledgementPage
    from ui.pages.settings_page import SettingsPage

    return SettingsPage


def warm_up(tasks: Tasks) -> None:
    """Import on the quick lane, piece by piece, what is needed after unlocking.

    A passphrase that is typed meanwhile goes between two pieces.
    """
    shown = [name for name in PageName if name not in _WHOLE_WINDOW]
    pages = (partial(page_class, name) for name in shown)
    _warm_next(tasks, (_import_services, *pages, _import_documents))


def _warm_next(tasks: Tasks, pieces: tuple[Callable[[], object], ...]) -> None:
    if pieces:
        tasks.run(
            Lane.QUICK,
            pieces[0],
            on_done=partial(_on_piece_warm, tasks, pieces[1:]),
            on_failed=_never,
        )


def _on_piece_warm(
    tasks: Tasks, left: tuple[Callable[[], object], ...], _piece: object
) -> None:
    _warm_next(tasks, left)


def _import_services() -> None:
    from app.services import caseload, overview, rules  # noqa: F401


def _import_documents() -> None:
    from app.services.pages import warm_up as import_documents

    import_documents()


def _never(error: Exception) -> None:
    """No error is expected of an import."""
    raise error
