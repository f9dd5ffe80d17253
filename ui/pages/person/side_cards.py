"""The cards beside a plan: next step, sessions this month, review, objectives."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.frequency import (
    Frequency,
    frequency_words,
    planned_in_month,
    set_by_words,
)
from app.domain.person import ServiceObjective
from app.domain.wording import _, plural
from ui.models.people_words import long_day, month_day, month_name
from ui.pages.person.facts import PersonFacts
from ui.widgets.buttons import OutlineButton, QuietButton
from ui.widgets.card import Card, RowList
from ui.widgets.drawn import Meter
from ui.widgets.labels import Body, Label, Line, Second, Strong
from ui.widgets.pill import StatusPill
from ui.widgets.reading import date_words, time_words


class NextStepCard(Card):
    """The next agreed contact, and the step of the last session.

    Signals:
        start_wanted: Record the agreed contact. Argument: its id.
    """

    start_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Next step"))
        self._when, self._what = Strong(), Body()
        self._start = OutlineButton(_("&Start"), "play")
        self._start.setObjectName("start")
        self._start.clicked.connect(self._on_start_clicked)
        self._contact_id = 0
        self.add(self._when)
        self.add(self._what)
        self.add_layout(_at_left(self._start))

    def show_facts(self, facts: PersonFacts, today: date, *, hidden: bool) -> None:
        """Show what comes next; ``hidden`` leaves out what the note says."""
        contact, last = facts.next_contact, facts.last
        parts = []
        if contact is None:
            self._when.set_words(_("Nothing planned"))
        else:
            self._contact_id = contact.id
            when = long_day(contact.on, today)
            if contact.at is not None:
                time = time_words(contact.at)
                when = _("{day}, {time}").format(day=when, time=time)
            self._when.set_words(when)
            parts.append(contact.place)
        if last is not None and not hidden:
            parts.append(last.next_step)
        said = ". ".join(part.rstrip(".") for part in parts if part)
        self._what.set_words(f"{said}." if said else "")
        self._what.setVisible(bool(said))
        self._start.setVisible(contact is not None and contact.on == today)

    def _on_start_clicked(self) -> None:
        self.start_wanted.emit(self._contact_id)


class MonthCard(Card):
    """Sessions done against sessions planned, and who set how often."""

    def __init__(self) -> None:
        super().__init__(" ")
        self._meter, self._words = Meter(0, 0), Line(token="ink")
        self._set = Second()
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._meter)
        row.addWidget(self._words, 1)
        self.add_layout(row)
        self.add(self._set)

    def show_facts(self, facts: PersonFacts, today: date) -> None:
        """Show the month of ``today``."""
        self.set_title(_("Sessions in {month}").format(month=month_name(today)))
        frequency = facts.plan.content.frequency if facts.plan else None
        planned = planned_in_month(frequency, today) if frequency else None
        self._meter.setVisible(bool(planned or facts.done))
        self._meter.set_counts(facts.done, planned or 0)
        if planned is None:
            words = plural("{n} session done", "{n} sessions done", facts.done)
            self._words.set_words(words.format(n=facts.done))
        else:
            said = _("{done} of {planned} done")
            self._words.set_words(said.format(done=facts.done, planned=planned))
        self._set.set_words(_set_words(frequency, today))


class ReviewCard(Card):
    """When the plan is to be looked at again, and the way to do it now.

    Signals:
        review_wanted: Start the review.
    """

    review_wanted = Signal()

    def __init__(self) -> None:
        self._due = StatusPill("flag", _("Review due"), "warn", small=True)
        super().__init__(_("Plan review"), trailing=self._due)
        self._words = Line()
        self._start = OutlineButton(_("Start the re&view"), "flag")
        self._start.setObjectName("start_review")
        self._start.clicked.connect(self.review_wanted)
        self.add(self._words)
        self.add_layout(_at_left(self._start))

    def show_facts(self, facts: PersonFacts, today: date) -> None:
        """Show the day; hidden while there is no plan."""
        self.setVisible(facts.plan is not None)
        if facts.plan is None:
            return
        on = facts.plan.content.review_on
        due = on <= today
        self._due.setVisible(due)
        self._start.setVisible(due)
        said = _("By {day}.") if due else _("By {day}. You can do it sooner.")
        self._words.set_words(said.format(day=month_day(on, today)))


class ObjectivesCard(Card):
    """The Individual Service Plan's objectives in force: 24-2-42.2(A).

    Signals:
        add_wanted: Another objective is to be added.
        end_wanted: One is no longer in that plan. Argument: its id.
    """

    add_wanted = Signal()
    end_wanted = Signal(int)

    def __init__(self) -> None:
        add = QuietButton(_("Add"), "plus")
        add.setAccessibleName(_("Add an objective"))
        add.setObjectName("add_objective")
        super().__init__(_("Individual Service Plan"), trailing=add)
        add.clicked.connect(self.add_wanted)
        self._rows = RowList(gap=4)
        self.add(self._rows)

    def show_objectives(
        self, objectives: tuple[ServiceObjective, ...], *, hidden: bool
    ) -> None:
        """Show those in force."""
        rows: list[QWidget] = [self._row(one, hidden=hidden) for one in objectives]
        self._rows.set_rows(rows or [Line(_("Not yet received."))])

    def _row(self, one: ServiceObjective, *, hidden: bool) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        shown = _("Objective, hidden with the names") if hidden else one.words
        words.addWidget(Label(shown, wrap=True))
        since = date_words(one.plan_date, weekday=False)
        words.addWidget(Second(_("Plan of {day}").format(day=since)))
        end = QuietButton(_("End"))
        end.setAccessibleName(_("End this objective: {words}").format(words=shown))
        end.setObjectName(f"end_objective:{one.id}")
        end.clicked.connect(partial(self.end_wanted.emit, one.id))
        line.addLayout(words, 1)
        line.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
        return row


def _set_words(frequency: Frequency | None, today: date) -> str:
    if frequency is None:
        return _("The plan will say how often to meet.")
    said = _("{often}, {who}").format(
        often=frequency_words(frequency), who=set_by_words(frequency.set_by)
    )
    if frequency.set_with:
        said = _("{said}, with {name}").format(said=said, name=frequency.set_with)
    if frequency.set_on is not None:
        day = month_day(frequency.set_on, today)
        said = _("{said}, on {day}").format(said=said, day=day)
    return f"{said}."


def _at_left(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 2, 0, 0)
    row.addWidget(widget)
    row.addStretch()
    return row
