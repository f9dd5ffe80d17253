"""Everybody on the caseload: find, filter, sort, add, open, record."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.person import PersonSummary
from app.domain.wording import _, plural
from app.services.overview import list_ended, list_people
from ui.context import Changed, Context, PageName, Place
from ui.dialogs.add_person import AddPersonDialog
from ui.models.people_filter import Order, Shown, belongs, chosen, in_order
from ui.models.people_model import PeopleModel
from ui.theme import current_theme
from ui.widgets.announce import announce
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.page import Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.people_legend import PeopleLegend
from ui.widgets.people_table import PeopleTable
from ui.widgets.search_edit import SearchEdit

_READ_AGAIN = (
    Changed.PEOPLE | Changed.PLANS | Changed.DRAFTS | Changed.SESSIONS
)  # what a row shows

_LEAST = 160


class PeoplePage(Page):
    """The list of people; Enter opens one, Ctrl+N records with the chosen one."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("People"))
        self._context = context
        self._people: tuple[PersonSummary, ...] = ()
        self._stale = True
        self._order = Order.NEEDS_YOU
        self._model = PeopleModel()
        self.search = SearchEdit(_("Find a person"), _("Find by name or record number"))
        self.search.setObjectName("find")
        self.chips = ChipGroup(_("Show"), clearable=False)
        self.table = PeopleTable(self._model, _("People"))
        self.table.setObjectName("people")
        self._empty = EmptyState("users", _("Nobody here yet."))
        self._adding = AddPersonDialog(context, self)
        self._fill_header_buttons()
        self._lay_out()
        self._connect()

    def open(self, place: Place) -> None:
        """Show the list; the person of ``place`` is the current row.

        ``field`` is ``find``, ``add``, or a filter such as ``not seen``.
        """
        self._read()
        if place.field in set(Shown):
            self.chips.set_value(Shown(place.field))
            self._show()
        if place.person_id is not None or self.table.person() is None:
            self.table.pick(place.person_id)
        if place.field == "find":
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place.field == "add":
            self._adding.begin()
        elif place.field:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Nothing waits to be saved here."""
        return True

    def place(self) -> Place:
        """Return the chosen person as part of the place."""
        person = self.table.person()
        return Place(page=PageName.PEOPLE, person_id=person.id if person else None)

    def regions(self) -> list[QWidget]:
        return [*super().regions(), self._tools, self.table]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() == Qt.Key.Key_F:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif ctrl and event.key() == Qt.Key.Key_N:
            self._on_record_clicked()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self._show()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _fill_header_buttons(self) -> None:
        add = OutlineButton(_("&Add a person"), "user-plus")
        add.setObjectName("add_person")
        add.clicked.connect(self._on_add_clicked)
        record = PrimaryButton(_("&Record a session"), "plus")
        record.setObjectName("record")
        record.clicked.connect(self._on_record_clicked)
        self.add_trailing(add)
        self.add_trailing(record)
        self._sort = OutlineButton("", "arrow-up-down")
        self._sort.setObjectName("sort")
        self._sort.clicked.connect(self._on_sort_clicked)
        self._menu = QMenu(self)

    def _lay_out(self) -> None:
        self._tools = QWidget()
        tools = FlowLayout(self._tools, gap=16)
        self.search.setMinimumWidth(current_theme().px(330))
        for tool in (self.search, self.chips, self._sort):
            tools.addWidget(tool)
        self._card = Card()
        self._card.column.setContentsMargins(3, 6, 3, 3)
        self._card.column.setSpacing(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(_in_middle(self._empty))
        self._card.add(self._stack, to_edge=True, stretch=1)
        self._foot = PeopleLegend()
        self._card.add(self._foot, to_edge=True)
        # With large text in a small window the header scrolls away: see ``Page``.
        self._stack.setMinimumHeight(current_theme().px(_LEAST))
        scroll = PageScroll()
        scroll.column.addWidget(self._tools)
        scroll.column.addWidget(self._card, 1)
        self.body.addWidget(scroll, 1)

    def relayout(self, compact: bool) -> None:
        self._foot.setVisible(not compact)

    def _connect(self) -> None:
        self.search.textEdited.connect(self._show)
        self.search.returnPressed.connect(self._on_search_entered)
        self.chips.picked.connect(self._show)
        self.table.opened.connect(self._open_person)
        self._empty.action_pressed.connect(self._on_add_clicked)
        self._adding.added.connect(self._open_person)
        self._adding.open_wanted.connect(self._open_person)
        self._context.notifier.changed.connect(self._on_caseload_changed)
        self._context.privacy.hidden_changed.connect(self._on_names_hidden)

    def _read(self) -> None:
        if self._stale:
            self._stale = False
            today = self._context.now().date()
            ended = list_ended(self._context.store, today=today)
            everybody = list_people(self._context.store, today=today)
            self._people = (*everybody, *ended)
        self._count()
        self._show()

    def _count(self) -> None:
        counts = {
            shown: sum(belongs(p, shown) for p in self._people) for shown in Shown
        }
        words = {
            Shown.ALL: _("All {n}"),
            Shown.NEEDS_YOU: _("Needs you {n}"),
            Shown.NOT_SEEN: _("Not seen lately {n}"),
            Shown.PAUSED: _("Paused {n}"),
            Shown.ENDED: _("Ended {n}"),
        }
        wanted = [
            Choice(value=shown, words=words[shown].format(n=counts[shown]))
            for shown in Shown
            if shown is not Shown.ENDED or counts[shown]
        ]
        if wanted != [chip.choice for chip in self.chips.chips()]:
            self.chips.set_choices(wanted)
        if self.chips.value() is None:
            self.chips.set_value(Shown.ALL)
        everybody, resting = counts[Shown.ALL], counts[Shown.PAUSED]
        here = plural("{n} person", "{n} people", everybody).format(n=everybody)
        active = _("{n} active now").format(n=everybody - resting)
        self.set_title(_("People"), f"{here}  ·  {active}")

    def _show(self, _words: str = "") -> None:
        """Show who is to be shown now; nothing is read from the store."""
        person = self.table.person()
        words = self.search.text()
        shown = chosen(self._people, self.chips.value() or Shown.ALL, words)
        self._model.set_people(
            in_order(shown, self._order),
            today=self._context.now().date(),
            hidden=self._context.privacy.hidden,
        )
        self.table.pick(person.id if person is not None else None)
        self._sort.set_words(_("Sort: {order}").format(order=_order_words(self._order)))
        self._stack.setCurrentIndex(0 if shown else 1)
        if not shown:
            self._say_nobody(words)

    def _say_nobody(self, words: str) -> None:
        if words.strip():
            said = _("No one by that name. Add a person?")
            self._empty.set_words(said, "", _("&Add a person"))
        elif not self._people:
            said = _("Nobody on your caseload yet.")
            more = _("Add the first person you support.")
            self._empty.set_words(said, more, _("&Add a person"))
        else:
            said = _("Nobody here just now.")
            self._empty.set_words(said)
        announce(self, said)

    def _on_search_entered(self) -> None:
        if self._model.rowCount() == 1:
            self.table.pick(None)
            self.table.opened.emit(self._model.person_at(0).id)  # type: ignore[union-attr]
        elif self._model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._on_add_clicked()

    def _on_add_clicked(self) -> None:
        nobody = not self._model.rowCount()
        self._adding.begin(self.search.text().strip() if nobody else "")

    def _on_record_clicked(self) -> None:
        person = self.table.person()
        person_id = person.id if person is not None else None
        self._context.navigator.go(PageName.RECORD, person_id=person_id)

    def _open_person(self, person_id: int) -> None:
        self._context.navigator.go(PageName.PERSON, person_id=person_id)

    def _on_sort_clicked(self) -> None:
        self._menu.clear()
        for order in Order:
            action = self._menu.addAction(_order_words(order))
            action.setCheckable(True)
            action.setChecked(order is self._order)
            action.triggered.connect(partial(self._on_order_picked, order))
        self._menu.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft()))

    def _on_order_picked(self, order: Order, _checked: bool = False) -> None:
        self._order = order
        self._show()

    def _on_caseload_changed(self, parts: Changed) -> None:
        if parts & _READ_AGAIN:
            self._stale = True
            if self.isVisible():
                self._read()

    def _on_names_hidden(self, _hidden: bool) -> None:
        self._show()


def _in_middle(widget: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addStretch()
    column.addWidget(widget)
    column.addStretch()
    return holder


def _order_words(order: Order) -> str:
    return {
        Order.NEEDS_YOU: _("needs you first"),
        Order.LAST_SEEN: _("last seen"),
        Order.NAME: _("name"),
        Order.NEXT_PLANNED: _("next planned"),
    }[order]
