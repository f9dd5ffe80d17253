"""A goal of the plan in force, with all of its words and steps."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.plan import Goal, Objective
from app.domain.wording import _
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Card, RowList
from ui.widgets.labels import Body, Label, Second
from ui.widgets.pill import IconLabel
from ui.widgets.reading import date_words


class GoalDialog(Dialog):
    """Reads only: a version in force never changes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(" ", parent)
        self._words = RowList(gap=8)
        close = OutlineButton(_("&Close"))
        close.setObjectName("close")
        close.clicked.connect(self.reject)
        card = Card()
        card.add(self._words)
        self.body.addWidget(card)
        self.bar.add_button(close)

    def begin(self, goal: Goal) -> None:
        """Open it for a goal."""
        title = _("Goal {n}: {name}").format(n=goal.number, name=goal.name)
        self.set_title(title)
        rows: list[QWidget] = []
        if goal.own_words:
            rows.append(Body(_("“{words}”").format(words=goal.own_words)))
        rows.append(Label(_("I will know it works when"), bold=True))
        rows.append(Body(goal.works_when))
        rows.append(Label(_("Steps"), bold=True))
        rows += [_step(step) for step in goal.objectives]
        rows.append(Label(_("Individual Service Plan objective"), bold=True))
        rows.append(Body(goal.service_objective or _("Not yet received.")))
        if goal.service_plan_date is not None:
            day = date_words(goal.service_plan_date, weekday=False)
            rows.append(Second(_("Plan of {day}").format(day=day)))
        self._words.set_rows(rows)
        self.show_over()


def _step(step: Objective) -> QWidget:
    parts = [step.words.rstrip(".")]
    if step.target_on is not None:
        parts.append(_("by {day}").format(day=_day(step.target_on)))
    if step.who_helps:
        parts.append(_("with help from {who}").format(who=step.who_helps))
    if step.done_on is not None:
        parts.append(_("done {day}").format(day=_day(step.done_on)))
    icon = "circle-check" if step.done_on is not None else "circle-dashed"
    return IconLabel(icon, ", ".join(parts), "ink", 16)


def _day(day: date) -> str:
    return date_words(day, weekday=False)
