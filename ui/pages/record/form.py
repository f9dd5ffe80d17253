"""The form of a session: three cards that show a draft and give it back."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.person import Person, ServiceObjective, display_name
from app.domain.problems import Problem
from app.domain.session import PickedActivity, SessionDraft, check_session
from app.services.people import list_objectives, read_person
from app.services.sessions import (
    LastTime,
    SessionChoices,
    last_time,
    session_choices,
)
from ui.context import Context
from ui.pages.record import heading
from ui.pages.record.activities import ActivitiesCard
from ui.pages.record.goal_gate import GoalOffer
from ui.pages.record.growing_scroll import see
from ui.pages.record.when_where import WhenWhere
from ui.pages.record.words import WordsCard
from ui.widgets.labels import Second
from ui.widgets.page import Columns
from ui.widgets.page_scroll import PageScroll


class SessionForm(QWidget):
    """Shows a draft and gives it back: ``SessionForm(context)``.

    Attributes:
        when, activities, words: The three cards.
        person: With whom.
        facts: The small line over the cards in compact mode.
        choices: What can be picked on the session's day.

    Signals:
        edited: The specialist changed something; never sent by :meth:`load`.
        refreshed: What can be picked was read again.
        resized: What has the focus may have moved.
    """

    edited = Signal()
    refreshed = Signal()
    resized = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._base = SessionDraft(person_id=0)
        self.person = Person()
        self._objectives: tuple[ServiceObjective, ...] = ()
        self._last: LastTime | None = None
        self.choices: SessionChoices | None = None
        self.facts = Second()
        self.facts.hide()
        self.when = WhenWhere(context.rules, context.now)
        self.activities = ActivitiesCard(context.rules)
        self.words = WordsCard(context.now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.facts)
        column.addWidget(self.when)
        column.addWidget(Columns(self.activities, self.words, (691, 410)), 1)
        for card in (self.when, self.activities, self.words):
            card.edited.connect(self._on_card_edited)
        self.when.day_changed.connect(self.read_again)

    def load(self, draft: SessionDraft) -> None:
        """Show a draft, without a signal."""
        store = self._context.store
        self._base = draft
        self.person = read_person(store, draft.person_id)
        self._objectives = list_objectives(store, draft.person_id)
        self._last = last_time(store, draft.person_id)
        self.when.load(draft)
        self.words.load(draft)
        self._read_choices(draft.activities)
        self.show_names()

    def draft(self, *, saving: bool = True) -> SessionDraft:
        """Return what the form says.

        Args:
            saving: With what is still being typed, as typed; without it such a field
                is read as it stands.
        """
        unread = (
            *self.when.unread(typing=saving),
            *self.words.unread(typing=saving),
        )
        return replace(
            self._base,
            **self.when.values(),
            **self.activities.values(),
            **self.words.values(),
            unread=unread,
            in_field=self.field_with_caret() if saving else "",
        )

    def problems(self) -> tuple[Problem, ...]:
        """Return what is left to do, from what was read for the session's day."""
        if self.choices is None:
            return ()
        return check_session(
            self.draft(saving=False),
            self.choices.allowed.activities,
            self.choices.goals,
            now=self._context.now(),
        )

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Say each thing that is missing at its place; the first for a field counts."""
        for problem in reversed(problems):
            for card in (self.when, self.activities, self.words):
                card.show_problem(problem.field, problem.message)

    def go(self, field: str) -> None:
        """Put the focus on a field of the draft or of a problem."""
        if not (self.when.go(field) or self.words.go(field)):
            self.activities.go(field)

    def field_with_caret(self) -> str:
        """Return the name of the field with the focus, empty where there is none."""
        widget = QApplication.focusWidget()
        while widget is not None and widget is not self:
            if name := widget.objectName():
                return name if self.isAncestorOf(widget) else ""
            widget = widget.parentWidget()
        return ""

    def read_again(self) -> None:
        """Read what can be picked on the session's day; what is picked stays."""
        self._read_choices(self._picked())
        self.when.follow(self._picked())
        self.refreshed.emit()

    def show_names(self) -> None:
        """Show names or initials, as the privacy switch says."""
        hidden = self._context.privacy.hidden
        called = self.person.called
        shown = display_name(called, hidden=hidden)
        self.words.set_called(called, shown)
        self.when.fold.set_called(shown)
        self.when.set_last_time(heading.last_time_words(self._last, hidden=hidden))
        self._offer(self._picked())

    def heading(self) -> tuple[str, str]:
        """Return the page's title, and the lines under it."""
        hidden = self._context.privacy.hidden
        lines = [heading.objective_words(self._objectives, hidden=hidden)]
        if self.choices is not None:
            draft = self.draft(saving=False)
            lines.insert(0, heading.facts_words(self.person, draft, self.choices))
        return heading.title_words(self.person, hidden=hidden), "\n".join(lines)

    def see_focus(self, around: PageScroll) -> None:
        """Scroll to what has the focus, inside its card and on the page."""
        focused = QApplication.focusWidget()
        for pane in (self.activities.pane, self.words.pane, around):
            see(pane, focused)

    def set_compact(self, compact: bool) -> None:
        """Stack the cards and lay all of them out whole, or side by side."""
        self.facts.setVisible(compact)
        self.when.set_compact(compact=compact)
        for card in (self.activities, self.words):
            card.show_whole(whole=compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def _picked(self) -> tuple[PickedActivity, ...]:
        found: tuple[PickedActivity, ...] = self.activities.values()["activities"]
        return found

    def _read_choices(self, picked: tuple[PickedActivity, ...]) -> None:
        day = self.when.held_on.value() or self._context.now().date()
        self.choices = session_choices(
            self._context.store, self._context.rules, self._base.person_id, day
        )
        self._offer(picked)

    def _offer(self, picked: tuple[PickedActivity, ...]) -> None:
        if self.choices is None:
            return
        goals = GoalOffer(
            choice=self.choices.goals,
            last=self._last.goal_number if self._last else None,
            hidden=self._context.privacy.hidden,
        )
        self.activities.offer(self.choices, goals, picked)

    def _on_card_edited(self) -> None:
        self.when.follow(self._picked())
        self.edited.emit()
