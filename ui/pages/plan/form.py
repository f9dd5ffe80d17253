"""The plan as a form: the person's words, goals, what helps, how often, the days."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.plan import Goal, PlanDraft
from app.domain.problems import Problem
from app.domain.wording import _
from ui.pages.plan.goal_card import GoalCard
from ui.pages.plan.side_fields import AboutMeCard, DaysCard, FrequencyCard
from ui.pages.plan.starting import PlanStart
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Band
from ui.widgets.fields import TextField
from ui.widgets.labels import Second
from ui.widgets.page import Column, Columns
from ui.widgets.page_scroll import PageScroll
from ui.widgets.pill import IconLabel
from ui.widgets.top_column import TopColumn


class PlanForm(PageScroll):
    """``PlanForm(now)``: fill with a :class:`PlanStart`, read a ``PlanDraft``.

    Attributes:
        own_words: What the person said they want; never filled in from before.

    Signals:
        edited: The specialist changed something.
        settled: The focus left a field.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._start: PlanStart | None = None
        self.own_words = TextField(_("In their &own words, today"), 2, 6, strong=True)
        self.own_words.setObjectName("own_words")
        self._before = Second(token="on_soft")
        self.about = AboutMeCard()
        self.frequency = FrequencyCard(now)
        self.days = DaysCard(now)
        self._goals: list[GoalCard] = []
        self._goal_column = TopColumn(gap=12)
        self._told = IconLabel("circle-alert", "", "bad", 16)
        self._told.hide()
        self._add = OutlineButton(_("Add a &goal"), "plus")
        self._add.setObjectName("goals")
        self._lay_out()
        self._connect()

    def fill(self, start: PlanStart) -> None:
        """Show a plan, without a signal."""
        self._start = start
        draft = start.draft
        unread = {field: "".join(rest) for field, *rest in draft.unread}
        self.own_words.set_text(draft.own_words)
        before = start.current.content.own_words if start.current else ""
        self._before.set_words(
            _("Last time: “{words}”").format(words=before) if before else ""
        )
        self._before.setVisible(bool(before))
        for name, field in self.about.fields.items():
            field.set_text(getattr(draft, name))
        self.frequency.fill(draft.frequency, unread)
        self.days.fill(draft, unread)
        self._drop_goals()
        for goal in draft.goals:
            self._show_goal(goal, unread)
        self.show_problems(())

    def draft(self) -> PlanDraft:
        """Return the plan as it stands."""
        made_on = self.days.made_on.value()
        unread = [*self.frequency.unread(), *self.days.unread()]
        for card in self._goals:
            unread += card.unread()
        return PlanDraft(
            own_words=self.own_words.text(),
            strengths=self.about.strengths.text(),
            helps=self.about.helps.text(),
            prefers=self.about.prefers.text(),
            goals=tuple(card.goal(made_on) for card in self._goals),
            frequency=self.frequency.frequency(),
            made_on=made_on,
            review_on=self.days.review_on.value(),
            unread=tuple(unread),
        )

    def show_problems(self, problems: Sequence[Problem]) -> QWidget | None:
        """Show every problem at its field; return where the first one is."""
        told: dict[str, str] = {}
        for problem in problems:
            told.setdefault(problem.field, problem.message)
        wrong: list[QWidget] = []
        self.own_words.set_error(told.get("own_words", ""))
        if "own_words" in told:
            wrong.append(self.own_words.control())
        self._told.set_words(told.get("goals", ""))
        self._told.setVisible("goals" in told)
        if "goals" in told:
            wrong.append(self._add)
        for card in self._goals:
            wrong += card.show_problems(told)
        wrong += self.frequency.show_problems(told)
        wrong += self.days.show_problems(told)
        return next(iter(wrong), None)

    def go_to(self, name: str) -> bool:
        """Put the focus on the field with this name; false if there is none."""
        widget = self.findChild(QWidget, name) if name else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return widget is not None

    def field_with_focus(self) -> str:
        """Return the name of the field with the caret, or an empty text."""
        widget: QWidget | None = self.focusWidget()
        while widget is not None and widget is not self:
            if widget.objectName() and not widget.objectName().startswith("qt_"):
                return widget.objectName()
            widget = widget.parentWidget()
        return ""

    def _lay_out(self) -> None:
        band = Band()
        band.column.setContentsMargins(16, 12, 16, 14)
        band.column.addWidget(self.own_words)
        band.column.addWidget(self._before)
        add = QHBoxLayout()
        add.addWidget(self._add)
        add.addStretch()
        left = Column()
        left.column.addLayout(self._goal_column)
        left.column.addWidget(self._told)
        left.column.addLayout(add)
        right = Column(self.about, self.frequency, self.days)
        self.column.addWidget(band)
        self.column.addWidget(Columns(left, right))

    def _connect(self) -> None:
        for part in (self.own_words, self.about, self.frequency, self.days):
            part.edited.connect(self.edited)
            part.settled.connect(self.settled)
        self._add.clicked.connect(self._on_add_clicked)

    def _show_goal(self, goal: Goal, unread: dict[str, str]) -> GoalCard:
        assert self._start is not None  # fill comes first
        card = GoalCard(goal.number, self._now)
        in_force = goal.number in self._start.in_force
        card.fill(goal, self._start.objectives, unread, in_force=in_force)
        card.edited.connect(self.edited)
        card.settled.connect(self.settled)
        card.removed.connect(partial(self._on_goal_removed, card))
        self._goals.append(card)
        self._goal_column.addWidget(card)
        return card

    def _drop_goals(self) -> None:
        for card in self._goals:
            self._take(card)
        self._goals = []

    def _take(self, card: GoalCard) -> None:
        self._goal_column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _on_add_clicked(self) -> None:
        assert self._start is not None  # fill comes first
        numbers = [self._start.taken, *(card.number for card in self._goals)]
        card = self._show_goal(Goal(number=max(numbers) + 1), {})
        self._told.hide()
        card.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_goal_removed(self, card: GoalCard) -> None:
        self._goals.remove(card)
        self._take(card)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
