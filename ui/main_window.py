"""The window: the front pages, and the rail with the pages. Navigation only."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.wording import _
from ui.context import Changed, Context, PageName, Place
from ui.widgets.announce import announce
from ui.widgets.page import Page, is_compact
from ui.widgets.rail import Rail, RailEntry

_REMEMBERED = 50
_HOME = Place(page=PageName.TODAY)


class MainWindow(QWidget):
    """Holds one thing at a time: a front page, set-up, or the unlocked pages.

    Signals:
        close_wanted: The window is about to close; whatever is open must be saved.
    """

    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Peer Daybook")
        self.resize(QSize(1366, 700))
        self._content: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def content(self) -> QWidget | None:
        """Return what is shown."""
        return self._content

    def show_content(self, content: QWidget) -> None:
        """Show this instead of what was shown, which is destroyed."""
        old, self._content = self._content, content
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._layout.addWidget(content)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shell = self._content
        if not (isinstance(shell, Shell) and shell.press(event)):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_wanted.emit()
        event.accept()

    def _fit(self) -> None:
        if isinstance(self._content, Page | Shell) or hasattr(
            self._content, "set_compact"
        ):
            self._content.set_compact(is_compact(self.size()))  # type: ignore[union-attr]


class Shell(QWidget):
    """The rail and the pages of an open caseload, and the way back through them.

    Signals:
        lock_wanted: Lock was pressed.
        set_up_wanted: Set-up is to be finished.
    """

    lock_wanted = Signal()
    set_up_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[PageName, Page] = {}
        self._before: list[Place] = []
        self._compact = False
        self.rail = Rail(_rail_entries())
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self._keys = self._made_keys()
        self._connect()
        self.count_waiting()

    def go(self, place: Place) -> None:
        """Show a page; what the page before it holds is saved first."""
        if place.page == PageName.SET_UP:
            self.leave()
            self.set_up_wanted.emit()
            return
        was = self.leave()
        if was is not None and was.page != place.page:
            self._before = [*self._before[-_REMEMBERED:], was]
        self._show(place)

    def back(self) -> None:
        """Show the place before this one; Today where there is none."""
        self.leave()
        self._show(self._before.pop() if self._before else _HOME)

    def leave(self) -> Place | None:
        """Have the page save what is not saved yet, and say where we are."""
        page = self.stack.currentWidget()
        if page is None:
            return None
        page.leave()  # type: ignore[attr-defined]
        place: Place = page.place()  # type: ignore[attr-defined]
        return place

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key that no page wanted stands for; false if for nothing."""
        action = self._keys.get((event.key(), event.modifiers()))
        if action is not None:
            action()
        return action is not None

    def set_compact(self, compact: bool) -> None:
        """Lay out for a small or a large window."""
        self._compact = compact
        self.rail.set_compact(compact)
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.set_compact(compact)

    def count_waiting(self) -> None:
        """Show on the rail how many things wait."""
        from app.services.overview import count_waiting

        waiting = count_waiting(self._context.store, now=self._context.now())
        self.rail.set_count(PageName.TODAY, waiting.today)
        self.rail.set_count(PageName.PAPERS, waiting.papers)

    def _show(self, place: Place) -> None:
        page = self._pages.get(place.page)
        if page is None:
            page = page_class(place.page)(self._context)
            self._pages[place.page] = page
            self.stack.addWidget(page)
        page.set_compact(self._compact)
        self.stack.setCurrentWidget(page)
        self.rail.set_current(place.page)
        page.open(place)  # type: ignore[attr-defined]
        if not place.field:
            page.focus_heading()

    def _connect(self) -> None:
        context = self._context
        context.navigator.went.connect(self.go)
        context.navigator.back_wanted.connect(self.back)
        context.notifier.changed.connect(self._on_caseload_changed)
        context.privacy.hidden_changed.connect(self._on_names_hidden)
        self.rail.page_chosen.connect(self._on_page_chosen)
        self.rail.names_hidden.connect(context.privacy.set_hidden)
        self.rail.lock_pressed.connect(self.lock_wanted)
        self.rail.set_practice(shown=context.store.practice)
        self.rail.set_names_hidden(hidden=context.privacy.hidden)

    def _made_keys(self) -> dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]]:
        plain, ctrl = (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
        )
        keys: dict[tuple[int, Qt.KeyboardModifier], Callable[[], None]] = {
            (Qt.Key.Key_Escape, plain): self.back,
            (Qt.Key.Key_F6, plain): self._next_region,
            (Qt.Key.Key_F8, plain): self._switch_names,
            (Qt.Key.Key_L, ctrl): self.lock_wanted.emit,
            (Qt.Key.Key_N, ctrl): self._record,
            (Qt.Key.Key_S, ctrl): self._save,
        }
        for place, entry in enumerate(_rail_entries()):
            button = self.rail.button(entry.key)
            keys[(Qt.Key.Key_1 + place, ctrl)] = button.click
        return keys

    def _on_page_chosen(self, key: str) -> None:
        self.go(Place(page=PageName(key)))

    def _on_caseload_changed(self, _parts: Changed) -> None:
        self.count_waiting()

    def _on_names_hidden(self, hidden: bool) -> None:
        self.rail.set_names_hidden(hidden=hidden)

    def _switch_names(self) -> None:
        self._context.privacy.set_hidden(not self._context.privacy.hidden)

    def _record(self) -> None:
        was = self.leave()
        person_id = was.person_id if was is not None else None
        self.go(Place(page=PageName.RECORD, person_id=person_id))

    def _save(self) -> None:
        self.leave()
        announce(self, _("The draft is saved."))

    def _next_region(self) -> None:
        page = self.stack.currentWidget()
        inside = page.regions() if isinstance(page, Page) else []
        stops = [first for part in (self.rail, *inside) if (first := _first_stop(part))]
        at = self.focusWidget()
        here = [
            place
            for place, part in enumerate((self.rail, *inside))
            if at is not None and part.isAncestorOf(at)
        ]
        if stops:
            to = (here[0] + 1) % len(stops) if here else 0
            stops[to].setFocus(Qt.FocusReason.TabFocusReason)


def page_class(name: PageName) -> type:
    """Return the class of a page; its module is imported now at the latest."""
    try:
        return _page_class(name)
    except ModuleNotFoundError:
        return _NotHereYet


class _NotHereYet(Page):
    def __init__(self, _context: Context) -> None:
        super().__init__("This page is not here yet")
        self._place = _HOME

    def open(self, place: Place) -> None:
        self._place = place

    def leave(self) -> bool:
        return True

    def place(self) -> Place:
        return self._place


def _page_class(name: PageName) -> type:  # noqa: PLR0911, C901
    """Import a page's module by name, so that tools see who imports whom."""
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
        case PageName.READ:
            from ui.pages.read_page import ReadPage

            return ReadPage
        case PageName.MY_RECORD:
            from ui.pages.my_record_page import MyRecordPage

            return MyRecordPage
        case PageName.ACKNOWLEDGEMENT:
            from ui.pages.acknowledgement_page import AcknowledgementPage

            return AcknowledgementPage
    from ui.pages.settings_page import SettingsPage

    return SettingsPage


def _rail_entries() -> tuple[RailEntry, ...]:
    return (
        RailEntry(key=PageName.TODAY, icon="house", words=_("Today")),
        RailEntry(key=PageName.PEOPLE, icon="users", words=_("People")),
        RailEntry(key=PageName.PAPERS, icon="file-text", words=_("Papers")),
        RailEntry(key=PageName.MY_RECORD, icon="graduation-cap", words=_("My record")),
        RailEntry(key=PageName.SETTINGS, icon="settings", words=_("Settings")),
    )


def _first_stop(part: QWidget) -> QWidget | None:
    for widget in (part, *part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            return widget
    return None
