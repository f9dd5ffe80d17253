"""One person: their choice, plan, sessions and papers, and recording a session."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.domain.person import Person, display_name
from app.domain.wording import _
from app.services import papers, people
from ui.context import Changed, Context, PageName, Place
from ui.dialogs.add_objective import AddObjectiveDialog
from ui.dialogs.edit_person import EditPersonDialog
from ui.dialogs.goal_words import GoalDialog
from ui.dialogs.status_history import StatusDialog
from ui.models.people_words import month_day, status_mark, status_words
from ui.pages.person.facts import PersonFacts, read_facts
from ui.pages.person.list_tabs import PapersTab, SessionsTab
from ui.pages.person.plan_tab import PlanTab
from ui.pages.person.status_button import StatusButton
from ui.theme import current_theme
from ui.widgets.avatar import Avatar, initials
from ui.widgets.banner import Banner
from ui.widgets.bars import UndoBar
from ui.widgets.buttons import IconButton, PrimaryButton
from ui.widgets.page import Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.tabs import Tabs

_LEAST = 160
_LARGE = 1.4
_TABS = ("plan", "sessions", "papers")


class PersonPage(Page):
    """A person with three tabs; Ctrl+N records, Ctrl+Tab moves between the tabs."""

    def __init__(self, context: Context) -> None:
        super().__init__(" ")
        self._context = context
        self._person_id = 0
        self._facts: PersonFacts | None = None
        self._stale = False
        self._avatar = Avatar("", 56)
        self._status = StatusButton()
        self._status.setObjectName("status")
        self._ended = Banner("", "neutral", "log-out")
        self._ended.hide()
        self._undo = UndoBar()
        self._ended_objective = 0
        self.tabs = Tabs(_("Parts of this page"), _("Plan"), _("Sessions"), _("Papers"))
        self.plan_tab = PlanTab()
        self.sessions_tab = SessionsTab(context)
        self.papers_tab = PapersTab()
        self._stack = QStackedWidget()
        # With large text in a small window the header scrolls away: see ``Page``.
        self._stack.setMinimumHeight(current_theme().px(_LEAST))
        for tab in (self.plan_tab, self.sessions_tab, self.papers_tab):
            self._stack.addWidget(tab)
        self._editing = EditPersonDialog(context, self)
        self._choosing = StatusDialog(context, self)
        self._objecting = AddObjectiveDialog(context, self)
        self._reading = GoalDialog(self)
        self._lay_out()
        self._connect()

    def open(self, place: Place) -> None:
        """Show a person; ``field`` names the tab."""
        same = place.person_id in (None, self._person_id)
        if not same:
            self._person_id = place.person_id or 0
            self.tabs.setCurrentIndex(0)
        if place.field in _TABS:
            self.tabs.setCurrentIndex(_TABS.index(place.field))
        self._read()

    def leave(self) -> bool:
        """Nothing waits to be saved here; an undo still open ends."""
        self._undo.settle()
        return True

    def place(self) -> Place:
        """Return the person and the tab."""
        field = _TABS[self.tabs.currentIndex()]
        return Place(page=PageName.PERSON, person_id=self._person_id, field=field)

    def regions(self) -> list[QWidget]:
        return [*super().regions()[:1], self.tabs, self._stack]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def relayout(self, compact: bool) -> None:
        """Leave the initials out where large text needs their room."""
        large = current_theme().scale > _LARGE
        self._avatar.setVisible(not (compact and large))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            by = -1 if event.key() == Qt.Key.Key_Backtab else 1
            count = self.tabs.count()
            self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % count)
        elif ctrl and event.key() == Qt.Key.Key_N:
            self._on_record_clicked()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.add_lead(self._avatar)
        self.add_beside_title(self._status)
        self._more = IconButton("ellipsis", _("More"))
        self._more.setObjectName("more")
        self._menu = QMenu(self)
        for words, act in (
            (_("Edit this person"), self._on_edit_wanted),
            (_("Their choice of this support"), self._on_status_clicked),
            (_("Papers to print"), self._on_papers_wanted),
        ):
            self._menu.addAction(words).triggered.connect(act)
        record = PrimaryButton(_("&Record a session"), "plus")
        record.setObjectName("record")
        record.clicked.connect(self._on_record_clicked)
        self.add_trailing(self._more)
        self.add_trailing(record)
        scroll = PageScroll()
        scroll.column.addWidget(self._ended)
        scroll.column.addWidget(self.tabs)
        scroll.column.addWidget(self._stack, 1)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._undo)

    def _connect(self) -> None:
        self._status.clicked.connect(self._on_status_clicked)
        self._more.clicked.connect(self._on_more_clicked)
        self._ended.action_pressed.connect(self._on_edit_wanted)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        plan = self.plan_tab
        plan.draft_wanted.connect(self._on_draft_wanted)
        plan.goals.plan_wanted.connect(self._on_plan_wanted)
        plan.goals.page_wanted.connect(self._on_plan_page_wanted)
        plan.goals.goal_wanted.connect(self._on_goal_wanted)
        plan.review.review_wanted.connect(self._on_plan_wanted)
        plan.next_step.start_wanted.connect(self._on_start_wanted)
        plan.objectives.add_wanted.connect(self._on_objective_wanted)
        plan.objectives.end_wanted.connect(self._on_objective_end_wanted)
        self._undo.undone.connect(self._on_end_undone)
        self.sessions_tab.opened.connect(self._on_session_opened)
        self.papers_tab.opened.connect(self._on_paper_opened)
        self._context.notifier.changed.connect(self._on_caseload_changed)
        self._context.privacy.hidden_changed.connect(self._on_names_hidden)

    def _read(self) -> None:
        self._stale = False
        self._facts = read_facts(self._context, self._person_id)
        self.sessions_tab.show_person(self._person_id)
        self._show()

    def _show(self) -> None:
        facts, hidden = self._facts, self._context.privacy.hidden
        if facts is None:
            return
        person, now = facts.person, self._context.now()
        self.set_title(
            display_name(person.name, hidden=hidden), _second(person, hidden)
        )
        self._avatar.set_letters(initials(person.name))
        newest = next(iter(facts.statuses), None)
        mark = status_mark(newest.kind) if newest else ("circle-dashed", "neutral")
        words = ""
        if newest is not None:
            words = _("{what} on {day}").format(
                what=status_words(newest.kind), day=month_day(newest.on, now.date())
            )
        self._status.show_status(newest, mark, words)
        self._show_ended(person)
        self.tabs.setTabText(1, _("Sessions  {n}").format(n=facts.sessions))
        self.tabs.setTabText(2, _("Papers  {n}").format(n=len(facts.papers)))
        self.plan_tab.show_facts(facts, now, hidden=hidden)
        self.papers_tab.show_papers(facts.papers)

    def _show_ended(self, person: Person) -> None:
        self._ended.setVisible(person.ended_on is not None)
        if person.ended_on is not None:
            day = month_day(person.ended_on, self._context.now().date())
            words = _("No longer on your caseload since {day}.").format(day=day)
            self._ended.tell(words, "neutral", "log-out", _("Change"))

    def _go(self, page: PageName, **where: int | str | None) -> None:
        self._context.navigator.go(page, person_id=self._person_id, **where)

    def _on_tab_changed(self, index: int) -> None:
        self._stack.setCurrentIndex(index)

    def _on_more_clicked(self) -> None:
        corner = self._more.rect().bottomRight()
        corner.setX(corner.x() - self._menu.sizeHint().width())
        self._menu.popup(self._more.mapToGlobal(corner))

    def _on_edit_wanted(self) -> None:
        if self._facts is not None:
            self._editing.begin(self._facts.person)

    def _on_status_clicked(self) -> None:
        self._choosing.begin(self._person_id)

    def _on_papers_wanted(self) -> None:
        self.tabs.setCurrentIndex(_TABS.index("papers"))
        self.papers_tab.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_record_clicked(self) -> None:
        self._go(PageName.RECORD)

    def _on_draft_wanted(self, draft_id: int) -> None:
        self._go(PageName.RECORD, draft_id=draft_id)

    def _on_start_wanted(self, contact_id: int) -> None:
        self._go(PageName.RECORD, contact_id=contact_id)

    def _on_plan_wanted(self) -> None:
        self._go(PageName.PLAN)

    def _on_plan_page_wanted(self) -> None:
        if self._facts is not None and self._facts.plan is not None:
            self._go(PageName.READ, printout_id=self._facts.plan.printout_id)

    def _on_goal_wanted(self, number: int) -> None:
        if self._facts is None or self._facts.plan is None:
            return
        for goal in self._facts.plan.content.goals:
            if goal.number == number:
                self._reading.begin(goal)

    def _on_objective_wanted(self) -> None:
        self._objecting.begin(self._person_id)

    def _on_objective_end_wanted(self, objective_id: int) -> None:
        context = self._context
        people.end_objective(context.store, objective_id, now=context.now())
        self._ended_objective = objective_id
        context.notifier.changed.emit(Changed.PEOPLE)
        self._undo.offer(_("The objective is ended."))

    def _on_end_undone(self) -> None:
        context, ended = self._context, self._ended_objective
        people.resume_objective(context.store, ended, now=context.now())
        context.notifier.changed.emit(Changed.PEOPLE)

    def _on_session_opened(self, note_id: int) -> None:
        printout = papers.printout_for(self._context.store, "note", note_id)
        if printout is not None:
            self._go(PageName.READ, printout_id=printout.id)

    def _on_paper_opened(self, printout_id: int) -> None:
        self._go(PageName.READ, printout_id=printout_id)

    def _on_caseload_changed(self, _parts: Changed) -> None:
        self._stale = True
        if self.isVisible() and self._person_id:
            self._read()

    def _on_names_hidden(self, _hidden: bool) -> None:
        if self._person_id and self._facts is not None:
            self.sessions_tab.show_person(self._person_id)
            self._show()


def _second(person: Person, hidden: bool) -> str:
    parts = []
    if person.record_number:
        parts.append(_("Record {number}").format(number=person.record_number))
    if person.preferred_name and not hidden:
        parts.append(_("Likes to be called {name}").format(name=person.preferred_name))
    if person.representative and not hidden:
        who = person.representative
        if person.representative_role:
            who = f"{who} ({person.representative_role})"
        parts.append(_("Legal representative: {who}").format(who=who))
    if person.preference and not hidden:
        parts.append(person.preference)
    return "  ·  ".join(parts)
