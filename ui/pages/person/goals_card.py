"""The plan at a glance: its goals with steps and what sessions did for them."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plan import Goal
from app.domain.wording import _, plural
from app.services.progress import GoalProgress
from ui.models.people_words import days_ago, month_day
from ui.pages.person.facts import PersonFacts
from ui.pages.person.goal_row import GoalHeads, GoalLine, GoalRow, steps_of
from ui.widgets.buttons import OutlineButton, QuietButton
from ui.widgets.card import Card, Rule
from ui.widgets.labels import Body, Second
from ui.widgets.reading import date_words

_NEAR = 7


class GoalsCard(Card):
    """The version in force; without one, the way to write the first.

    Signals:
        plan_wanted: The plan's editor is wanted.
        page_wanted: The page of the version in force is wanted.
        goal_wanted: A goal is wanted whole. Argument: its number.
    """

    plan_wanted = Signal()
    page_wanted = Signal()
    goal_wanted = Signal(int)

    def __init__(self) -> None:
        self._open = QuietButton(_("&Open plan"))
        self._open.setObjectName("open_plan")
        super().__init__(" ", trailing=self._open)
        self._open.clicked.connect(self.page_wanted)
        self._inside: QWidget | None = None

    def show_facts(self, facts: PersonFacts, today: date, *, hidden: bool) -> None:
        """Show a person's plan; ``hidden`` leaves out the words of its goals."""
        if self._inside is not None:
            self.column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._open.setVisible(facts.plan is not None)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if facts.plan is None:
            self._fill_first(column, facts, hidden=hidden)
        else:
            self._fill_goals(column, facts, today, hidden=hidden)
        self.column.addWidget(self._inside)

    def _fill_first(
        self, column: QVBoxLayout, facts: PersonFacts, *, hidden: bool
    ) -> None:
        called = _("this person") if hidden else facts.person.called
        self.set_title(_("Write the plan with {name}").format(name=called))
        why = _(
            "A Recovery Support Plan says what they want, in their own words. "
            "You can record a session now and sign it as “We were making the plan”."
        )
        column.addWidget(_indented(Body(why)))
        begun = facts.plan_draft is not None
        write = OutlineButton(
            _("&Go on with the plan") if begun else _("&Write the plan"),
            "file-pen-line",
        )
        write.setObjectName("write_plan")
        write.clicked.connect(self.plan_wanted)
        line = QHBoxLayout()
        line.setContentsMargins(8, 4, 8, 0)
        line.addWidget(write)
        line.addStretch()
        column.addLayout(line)
        if facts.plan_draft is not None:
            saved = date_words(facts.plan_draft.saved_at.date())
            column.addWidget(
                _indented(Second(_("Last saved {day}.").format(day=saved)))
            )

    def _fill_goals(
        self, column: QVBoxLayout, facts: PersonFacts, today: date, *, hidden: bool
    ) -> None:
        plan = facts.plan
        assert plan is not None  # asked before
        note = _("Version {n}, {day}").format(
            n=plan.version, day=month_day(plan.content.made_on, today)
        )
        if plan.inked_on is None:
            note = _("{version}  ·  waits for ink").format(version=note)
        whose = (
            _("The plan")
            if hidden
            else _("{name}’s plan").format(name=facts.person.called)
        )
        self.set_title(whose, note)
        column.addWidget(GoalHeads(_("Goal") if hidden else _("Goal, in their words")))
        column.addWidget(Rule())
        goals = [goal for goal in plan.content.goals if goal.closed_on is None]
        for place, goal in enumerate(goals):
            if place:
                column.addWidget(Rule())
            row = GoalRow(_line(goal, facts.work.get(goal.number), today, hidden))
            row.setObjectName(f"goal:{goal.number}")
            row.clicked.connect(partial(self.goal_wanted.emit, goal.number))
            column.addWidget(row)
        closed = len(plan.content.goals) - len(goals)
        words = plural("{n} goal is closed.", "{n} goals are closed.", closed)
        foot = Second(words.format(n=closed) if closed else "")
        column.addLayout(self._foot(foot, begun=facts.plan_draft is not None))

    def _foot(self, closed: Second, *, begun: bool) -> QHBoxLayout:
        words = _("&Go on with the new version") if begun else _("&Make a new version")
        new = OutlineButton(words, "file-pen-line")
        new.setObjectName("write_plan")
        new.clicked.connect(self.plan_wanted)
        line = QHBoxLayout()
        line.setContentsMargins(8, 6, 8, 0)
        line.addWidget(new)
        line.addStretch()
        line.addWidget(closed)
        return line


def _line(goal: Goal, work: GoalProgress | None, today: date, hidden: bool) -> GoalLine:
    count = work.sessions if work is not None else 0
    sessions = plural("{n} session", "{n} sessions", count).format(n=count)
    said = _("“{words}”").format(words=goal.own_words) if goal.own_words else ""
    return GoalLine(
        number=goal.number,
        name=_("Goal {n}").format(n=goal.number) if hidden else goal.name,
        said="" if hidden else said,
        steps=steps_of(goal),
        last=_last_words(work.last_on, today) if work else _("Not yet"),
        count=sessions,
    )


def _last_words(day: date, today: date) -> str:
    if (today - day).days <= _NEAR:
        return days_ago(day, today)
    return date_words(day, weekday=False, year=day.year != today.year)


def _indented(widget: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(8, 0, 8, 0)
    row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return holder
