"""One goal as it is typed with the person."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.person import ServiceObjective
from app.domain.plan import Goal
from app.domain.wording import _
from ui.pages.plan.step_row import StepRow, Unread
from ui.widgets.buttons import IconButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.check_row import CheckRow
from ui.widgets.chips import Choice
from ui.widgets.fields import LineField, TextField
from ui.widgets.labels import Label
from ui.widgets.pick_button import PickButton
from ui.widgets.pill import IconLabel
from ui.widgets.reading import date_words
from ui.widgets.top_column import TopColumn

_Supports = tuple[str, date | None]
_NOT_RECEIVED: _Supports = ("", None)


class GoalCard(Card):
    """A goal with its steps: ``GoalCard(number, now)``.

    Attributes:
        number: The goal's own, through all versions.

    Signals:
        edited: The specialist changed something.
        settled: The focus left a field.
        removed: A goal that no version has yet is to go.
    """

    edited = Signal()
    settled = Signal()
    removed = Signal()

    def __init__(self, number: int, now: Callable[[], datetime]) -> None:
        self._remove = IconButton(
            "x", _("Remove goal {n}").format(n=number), quiet=True
        )
        super().__init__(_("Goal {n}").format(n=number), trailing=self._remove)
        self._remove.clicked.connect(self.removed)
        self.number, self._now = number, now
        self._known = Goal(number=number)
        self._key = f"goal:{number}"
        self.name = LineField(_("Short name"))
        self.own_words = LineField(_("In their words"))
        self.works_when = TextField(_("I will know it works when"), lines=1, most=4)
        named = _("Goal {n}: Individual Service Plan objective").format(n=number)
        self.supports = PickButton(named, empty=_("Not picked"))
        self.close_goal = CheckRow(_("Close goal {n}").format(n=number))
        self._told = IconLabel("circle-alert", "", "bad")
        self._rows: list[StepRow] = []
        self._steps = TopColumn(gap=8)
        self._name_parts()
        self._lay_out()
        self._connect()

    def goal(self, made_on: date | None) -> Goal:
        """Return the goal as typed; one to close is closed on the plan's day."""
        words, plan_date = self.supports.value() or _NOT_RECEIVED
        closed_on = None
        if self.close_goal.isChecked():
            closed_on = made_on or self._now().date()
        return replace(
            self._known,
            name=self.name.text(),
            own_words=self.own_words.text(),
            works_when=self.works_when.text(),
            service_objective=words,
            service_plan_date=plan_date,
            objectives=tuple(r.step() for r in self._rows if not r.is_empty()),
            closed_on=closed_on,
        )

    def unread(self) -> Unread:
        """Return what is typed in its steps and cannot be read."""
        rows = [row for row in self._rows if not row.is_empty()]
        return tuple(one for row in rows for one in row.unread())

    def fill(
        self,
        goal: Goal,
        objectives: Sequence[ServiceObjective],
        unread: dict[str, str],
        *,
        in_force: bool,
    ) -> None:
        """Show a goal, without a signal; ``in_force``: a version already has it."""
        self._known = goal
        self._remove.setVisible(not in_force)
        self.close_goal.setVisible(in_force)
        self.close_goal.setChecked(goal.closed_on is not None)
        self.name.set_text(goal.name)
        self.own_words.set_text(goal.own_words)
        self.works_when.set_text(goal.works_when)
        self._offer(goal, objectives)
        for step in goal.objectives:
            row = self._add_step()
            row.fill(step, unread)
            row.show_done(shown=in_force)
        if not self._rows:
            self._add_step()

    def show_problems(self, told: dict[str, str]) -> list[QWidget]:
        """Show what is wrong at its fields; return where that is, top first."""
        wrong: list[QWidget] = []
        for field in (self.name, self.works_when):
            words = told.get(field.objectName(), "")
            field.set_error(words)
            if words:
                wrong.append(field.control())
        words = told.get(f"{self._key}:objectives", "")
        self._told.set_words(words)
        self._told.setVisible(bool(words))
        if words:
            wrong.append(self._gap().first_gap().control())
        for row in self._rows:
            for day in (row.by, row.done):
                if day.objectName() in told:
                    day.set_error(told[day.objectName()])
                    wrong.append(day.control())
        return wrong

    def _name_parts(self) -> None:
        said = {
            self.name: _("Goal {n}: short name"),
            self.own_words: _("Goal {n}: in their words"),
            self.works_when: _("Goal {n}: I will know it works when"),
        }
        parts = ("name", "own_words", "works_when")
        for (field, words), part in zip(said.items(), parts, strict=True):
            field.setObjectName(f"{self._key}:{part}")
            field.name_as(words.format(n=self.number))
        self.supports.setObjectName(f"{self._key}:service_objective")
        self.close_goal.setObjectName(f"{self._key}:close")
        self._told.hide()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self.name, 2)
        first.addWidget(self.own_words, 3)
        self.add_layout(first)
        self.add(self.works_when)
        label = Label(_("Individual Service Plan objective it supports"), size=14)
        self.add(label)
        self.add(self.supports)
        self.add_layout(self._steps)
        self.add(self._told)
        another = QuietButton(_("Add a step"), "plus")
        another.setAccessibleName(_("Add a step to goal {n}").format(n=self.number))
        another.setObjectName(f"{self._key}:add_step")
        another.clicked.connect(self._on_add_step_clicked)
        foot = QHBoxLayout()
        foot.addWidget(another)
        foot.addStretch()
        foot.addWidget(self.close_goal)
        self.add_layout(foot)

    def _connect(self) -> None:
        for field in (self.name, self.own_words, self.works_when):
            field.edited.connect(self.edited)
            field.settled.connect(self.settled)
        self.supports.picked.connect(self.edited)
        self.close_goal.clicked.connect(self.edited)

    def _offer(self, goal: Goal, objectives: Sequence[ServiceObjective]) -> None:
        offered: list[_Supports] = [(o.words, o.plan_date) for o in objectives]
        kept = (goal.service_objective, goal.service_plan_date)
        if goal.service_objective and kept not in offered:
            offered.append(kept)
        choices = [Choice(value=one, words=_supports_words(one)) for one in offered]
        self.supports.set_choices(
            [*choices, Choice(value=_NOT_RECEIVED, words=_("Not yet received"))]
        )
        self.supports.set_value(kept if goal.service_objective or goal.name else None)

    def _add_step(self) -> StepRow:
        row = StepRow(self._key, len(self._rows) + 1, self._now)
        row.show_done(shown=False)
        row.edited.connect(self._on_step_edited)
        row.settled.connect(self.settled)
        row.removed.connect(partial(self._on_step_removed, row))
        self._rows.append(row)
        self._steps.addWidget(row)
        return row

    def _gap(self) -> StepRow:
        """Return the step where something is missing."""
        open_rows = (
            row for row in self._rows if not row.words.text() or row.by.value() is None
        )
        return next(open_rows, self._rows[0])

    def _on_step_edited(self) -> None:
        self._told.hide()
        self.edited.emit()

    def _on_add_step_clicked(self) -> None:
        self._add_step().words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_step_removed(self, gone: StepRow) -> None:
        left = [row for row in self._rows if row is not gone]
        for old in self._rows:
            self._steps.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = []
        for old in left:
            again = self._add_step()
            renamed = (
                (again.name + name.removeprefix(old.name), typed)
                for name, typed in old.unread()
            )
            again.fill(old.step(), dict(renamed))
            again.show_done(shown=not old.done.isHidden())
        if not self._rows:
            self._add_step()
        self._rows[-1].words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()


def _supports_words(one: _Supports) -> str:
    words, plan_date = one
    if plan_date is None:
        return words
    day = date_words(plan_date, weekday=False)
    return _("{words} (plan of {day})").format(words=words, day=day)
