"""Under a picked activity: which goal it supports, or why none does."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.session import GoalAnswer, GoalChoice, PickedActivity
from app.domain.wording import _
from ui.theme import Theme
from ui.widgets.chips import Chip, ChipGroup, Choice
from ui.widgets.fields import LineField
from ui.widgets.labels import Label
from ui.widgets.pill import IconLabel
from ui.widgets.themed import Themed

_LAST_KEY = 9
Answer = int | GoalAnswer | None
"""A goal's number, one of the two other answers, or nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalOffer:
    """What the gate offers on the session's day.

    Attributes:
        last: The number of the goal used last time.
        hidden: Whether names, and with them the goals' words, are hidden.
    """

    choice: GoalChoice
    last: int | None = None
    hidden: bool = False


class GoalChips(ChipGroup):
    """The goals, and the two other answers, which go away once a goal is picked."""

    def show_others(self, *, shown: bool) -> None:
        """Show or hide the answers that are not a goal."""
        for chip in self.chips():
            if isinstance(chip.choice.value, GoalAnswer):
                chip.setVisible(shown)

    def step(self, chip: Chip, by: int) -> None:
        shown = [one for one in self.chips() if not one.isHidden()]
        at = shown.index(chip) + by
        at = at % len(shown) if abs(by) == 1 else min(max(at, 0), len(shown) - 1)
        self.rest_at(shown[at])
        shown[at].setFocus(Qt.FocusReason.TabFocusReason)


class GoalGate(Themed, QWidget):
    """Goal chips and the other answers; nothing is picked by itself.

    ``GoalGate(activity)``: ``activity`` is read out before each chip.

    Signals:
        edited: The specialist picked, or typed a reason.
    """

    edited = Signal()

    def __init__(self, activity: str) -> None:
        super().__init__()
        self._offer = GoalOffer(choice=GoalChoice())
        self._answer: Answer = None
        self._activity = activity
        self.chips = GoalChips(_("Goal for {activity}").format(activity=activity))
        self.chips.picked.connect(self._on_chips_picked)
        self.reason = LineField("", placeholder=_("Say why no goal fits"))
        self.reason.name_as(_("Why no goal fits {activity}").format(activity=activity))
        self.reason.edited.connect(self._on_reason_edited)
        self._warning = IconLabel("triangle-alert", "", "on_soft")
        self._label = Label(_("Goal"), token="on_soft")
        self._lay_out()
        self.dress()

    def offer(self, offer: GoalOffer) -> None:
        """Offer other goals; the answer stays, with a warning if it no longer fits."""
        if offer != self._offer:
            self._offer = offer
            self._show()

    def set_answer(self, answer: Answer, reason: str = "") -> None:
        """Show an answer, without a signal."""
        self._answer = answer
        self.reason.set_text(reason)
        self._show()

    def answer(self) -> Answer:
        """Return the answer, None while it is open."""
        return self._answer

    def answered(self, picked: PickedActivity) -> PickedActivity:
        """Return the activity with this gate's answer."""
        reason, number = "", None
        if isinstance(self._answer, GoalAnswer):
            kind: GoalAnswer | None = self._answer
        else:
            number = self._answer
            kind = None if number is None else GoalAnswer.GOAL
        if kind is GoalAnswer.NO_GOAL_FITS:
            reason = self.reason.text()
        return PickedActivity(
            citation=picked.citation,
            edition=picked.edition,
            answer=kind,
            goal_number=number,
            reason=reason,
        )

    def pick_key(self, key: str) -> bool:
        """Pick the goal with this number; false if there is none."""
        return self.chips.pick_key(key)

    def go(self) -> None:
        """Put the focus where the answer is still open."""
        if self._answer is GoalAnswer.NO_GOAL_FITS:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.chips.focus_first()

    def warn(self, words: str) -> None:
        """Say what is missing; empty words take it away."""
        self._warning.set_words(words)
        self._warning.setVisible(bool(words))

    def wear(self, theme: Theme) -> None:
        self._label.setFixedHeight(max(46, theme.px(44)))

    def _lay_out(self) -> None:
        self.reason.hide()
        self._warning.hide()
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self.chips)
        side.addWidget(self.reason)
        side.addWidget(self._warning)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(side, 1)

    def _show(self) -> None:
        choices = self._choices()
        if choices != [chip.choice for chip in self.chips.chips()]:
            self.chips.set_choices(choices)
        self.chips.set_value(self._answer)
        self.chips.show_others(shown=not isinstance(self._answer, int))
        self.reason.setVisible(self._answer is GoalAnswer.NO_GOAL_FITS)
        self.warn(self._misfit())

    def _choices(self) -> list[Choice]:
        goals = self._offer.choice.goals
        shown = [
            Choice(
                value=goal.number,
                words=self._words(goal.number, goal.name),
                key=str(goal.number) if goal.number <= _LAST_KEY else "",
            )
            for goal in goals
        ]
        if isinstance(self._answer, int) and self._is_closed(self._answer):
            closed = _("Goal {n}").format(n=self._answer)
            shown.append(Choice(value=self._answer, words=closed))
        if self._offer.choice.making_plan or self._answer is GoalAnswer.MAKING_PLAN:
            words = _("We were making the plan")
            shown.append(Choice(value=GoalAnswer.MAKING_PLAN, words=words))
        none = Choice(value=GoalAnswer.NO_GOAL_FITS, words=_("No goal fits"))
        return [*shown, none]

    def _is_closed(self, number: int) -> bool:
        return number not in {goal.number for goal in self._offer.choice.goals}

    def _words(self, number: int, name: str) -> str:
        words = _("Goal {n}").format(n=number) if self._offer.hidden else name
        if number == self._offer.last:
            return _("{goal} · last time").format(goal=words)
        return words

    def _misfit(self) -> str:
        """Return why a kept answer does not fit this day, or an empty text."""
        if isinstance(self._answer, int) and self._is_closed(self._answer):
            return _("This goal was not open on that day. Pick another.")
        if (
            self._answer is GoalAnswer.MAKING_PLAN
            and not self._offer.choice.making_plan
        ):
            return _("The plan was in force by then. Pick a goal.")
        return ""

    def _on_chips_picked(self) -> None:
        self._answer = self.chips.value()
        self._show()
        if self._answer is GoalAnswer.NO_GOAL_FITS:
            self.go()
        self.edited.emit()

    def _on_reason_edited(self) -> None:
        self.edited.emit()
