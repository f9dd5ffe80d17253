"""Beside the goals: what helps, how often to meet, the plan's two days."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.frequency import Every, Frequency, SetBy
from app.domain.plan import REVIEW_MONTHS, PlanDraft, months_after
from app.domain.wording import _
from ui.pages.plan.step_row import Unread
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField, TextField
from ui.widgets.labels import Label
from ui.widgets.pick_button import PickButton
from ui.widgets.pill import IconLabel


class AboutMeCard(Card):
    """Strengths, what helps, what the person prefers; one thing to a line.

    Signals:
        edited: The specialist changed something.
        settled: The focus left a field.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self) -> None:
        super().__init__(_("About me"), _("One thing to a line."))
        self.strengths = TextField(_("What I am &good at"), lines=2, most=8)
        self.helps = TextField(_("What &helps me"), lines=2, most=8)
        self.prefers = TextField(_("What I &prefer"), lines=2, most=8)
        self.fields = {
            "strengths": self.strengths,
            "helps": self.helps,
            "prefers": self.prefers,
        }
        for name, field in self.fields.items():
            field.setObjectName(name)
            field.edited.connect(self.edited)
            field.settled.connect(self.settled)
            self.add(field)


class FrequencyCard(Card):
    """How often to meet, who set it, with whom and when: 24-2-42.1(F).

    Signals:
        edited: The specialist changed something.
        settled: The focus left a field.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(_("How often we meet"), "24-2-42.1(F)")
        self.times = LineField(_("&Times"))
        self.every = ChipGroup(_("How often"), _every_choices(), clearable=False)
        self.set_by = PickButton(_("Who set it"), _set_by_choices())
        self.set_with = LineField(_("&With whom (may stay empty)"))
        self.set_on = DateField(_("Agreed &on"), now)
        self._told = IconLabel("circle-alert", "", "bad")
        self._told.hide()
        for name, widget in self._named().items():
            widget.setObjectName(name)
        self._lay_out()
        for field in (self.times, self.set_with, self.set_on):
            field.edited.connect(self._on_edited)
            field.settled.connect(self.settled)
        self.every.picked.connect(self._on_every_picked)
        self.set_by.picked.connect(self._on_edited)

    def frequency(self) -> Frequency:
        """Return it as filled in; what is not answered is in :meth:`unread`."""
        return Frequency(
            times=_number(self.times.text()),
            every=self.every.value() or Every.WEEK,
            set_by=self.set_by.value() or SetBy.PERSON,
            set_with=self.set_with.text(),
            set_on=self.set_on.value(),
        )

    def unread(self) -> Unread:
        """Return what is not picked yet, or typed and cannot be read."""
        found: list[tuple[str, str]] = []
        times = self.times.text()
        if times and _number(times) < 1:
            found.append(("frequency", times))
        if self.every.value() is None:
            found.append(("every", ""))
        if self.set_by.value() is None:
            found.append(("set_by", ""))
        if self.set_on.is_unreadable():
            found.append(("set_on", self.set_on.text()))
        return tuple(found)

    def fill(self, frequency: Frequency, unread: dict[str, str]) -> None:
        """Show it, without a signal; unanswered parts show nothing picked."""
        self.times.set_text(str(frequency.times) if frequency.times else "")
        self.every.set_value(None if "every" in unread else frequency.every)
        self.set_by.set_value(None if "set_by" in unread else frequency.set_by)
        self.set_with.set_text(frequency.set_with)
        self.set_on.set_value(frequency.set_on)
        if "frequency" in unread:
            self.times.set_text(unread["frequency"])
        if "set_on" in unread:
            self.set_on.set_text(unread["set_on"])
        self._show_times()

    def show_problems(self, told: dict[str, str]) -> list[QWidget]:
        """Show what is wrong at its fields; return where that is, top first."""
        wrong: list[QWidget] = []
        self.times.set_error(told.get("frequency", ""))
        if "frequency" in told:
            wrong.append(self.times.control())
        if "every" in told:
            wrong.append(self.every.chips()[0])
        if "set_by" in told:
            wrong.append(self.set_by)
        open_picks = "every" in told or "set_by" in told
        self._told.set_words(_("Pick how often, and who set it.") if open_picks else "")
        self._told.setVisible(open_picks)
        self.set_by.set_missing(missing="set_by" in told)
        self.set_on.set_error(told.get("set_on", ""))
        if "set_on" in told:
            wrong.append(self.set_on.control())
        return wrong

    def _named(self) -> dict[str, QWidget]:
        return {
            "frequency": self.times,
            "every": self.every,
            "set_by": self.set_by,
            "set_with": self.set_with,
            "set_on": self.set_on,
        }

    def _lay_out(self) -> None:
        self.add(self.every)
        self.add(self.times)
        self.add(Label(_("Who set it"), size=14))
        self.add(self.set_by)
        self.add(self._told)
        self.add(self.set_with)
        self.add(self.set_on)

    def _show_times(self) -> None:
        self.times.setVisible(self.every.value() is not Every.AS_NEEDED)

    def _on_every_picked(self) -> None:
        self._show_times()
        self._on_edited()

    def _on_edited(self) -> None:
        self._told.hide()
        self.edited.emit()


class DaysCard(Card):
    """The day the plan was made, and the day to look at it again by.

    Signals:
        edited: The specialist changed something.
        settled: The focus left a field.
    """

    edited = Signal()
    settled = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__(_("Days"))
        self.made_on = DateField(_("We ma&de this plan on"), now)
        self.review_on = DateField(_("We look at it again &by"), now)
        self.review_on.look_ahead()
        self._months = QuietButton(_("In {n} months").format(n=REVIEW_MONTHS))
        self._months.setObjectName("in_six_months")
        self._months.clicked.connect(self._on_months_clicked)
        for name, field in (("made_on", self.made_on), ("review_on", self.review_on)):
            field.setObjectName(name)
            field.edited.connect(self.edited)
            field.settled.connect(self.settled)
            self.add(field)
        row = QHBoxLayout()
        row.addWidget(self._months)
        row.addStretch()
        self.add_layout(row)

    def fill(self, draft: PlanDraft, unread: dict[str, str]) -> None:
        """Show the days, without a signal."""
        for field in (self.made_on, self.review_on):
            name = field.objectName()
            field.set_value(getattr(draft, name))
            if name in unread:
                field.set_text(unread[name])

    def unread(self) -> Unread:
        """Return what is typed and cannot be read."""
        return tuple(
            (field.objectName(), field.text())
            for field in (self.made_on, self.review_on)
            if field.is_unreadable()
        )

    def show_problems(self, told: dict[str, str]) -> list[QWidget]:
        """Show what is wrong at the fields; return where that is, top first."""
        wrong: list[QWidget] = []
        for field in (self.made_on, self.review_on):
            words = told.get(field.objectName(), "")
            field.set_error(words)
            if words:
                wrong.append(field.control())
        return wrong

    def _on_months_clicked(self) -> None:
        made_on = self.made_on.value()
        if made_on is None:
            self.made_on.set_error(_("Say first on which day you made the plan."))
            self.made_on.control().setFocus()
            return
        self.review_on.set_value(months_after(made_on, REVIEW_MONTHS))
        self.edited.emit()
        self.settled.emit()


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 3 else 0


def _every_choices() -> tuple[Choice, ...]:
    return (
        Choice(value=Every.WEEK, words=_("A week")),
        Choice(value=Every.TWO_WEEKS, words=_("Every two weeks")),
        Choice(value=Every.MONTH, words=_("A month")),
        Choice(value=Every.AS_NEEDED, words=_("As needed")),
    )


def _set_by_choices() -> tuple[Choice, ...]:
    return (
        Choice(value=SetBy.PERSON, words=_("Requested by the person")),
        Choice(value=SetBy.PROFESSIONAL, words=_("A mental health professional and I")),
        Choice(value=SetBy.PHYSICIAN, words=_("A physician and I")),
    )
