"""The rail and the pages of an open caseload: navigation only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.domain.wording import _
from ui.context import Changed, Context, PageName, Place
from ui.pages.roll import page_class
from ui.widgets.announce import announce
from ui.widgets.page import Page
from ui.widgets.rail import Rail, RailEntry

_REMEMBERED = 50
_HOME = Place(page=PageName.TODAY)


class Shell(QWidget):
    """The rail and the pages of an open caseload, and the way back through them.

    Signals:
        lock_wanted: Lock was pressed.
        whole_window_wanted: Set-up or the made-up people; argument: the page's name.
    """

    lock_wanted = Signal()
    whole_window_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pages: dict[PageName, Any] = {}
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
        if place.page in (PageName.SET_UP, PageName.PRACTICE):
            self.leave()
            self.whole_window_wanted.emit(place.page)
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
        page: Any = self.stack.currentWidget()
        if page is None:
            return None
        page.leave()
        place: Place = page.place()
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

        context = self._context
        waiting = count_waiting(
            context.store, now=context.now(), scope=context.scope.digest
        )
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
        page.open(place)
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
