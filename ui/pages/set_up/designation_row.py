"""One designation of set-up: held or not, since when, and which list it gives."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.designation import HeldDesignation
from app.domain.wording import _
from ui.pages.set_up.agreement import Agreement
from ui.pages.set_up.lists import ListFact, list_words
from ui.pages.set_up.step import complain
from ui.pages.set_up.you_step import missing_day
from ui.theme import Theme
from ui.widgets.buttons import QuietButton
from ui.widgets.check_row import CheckRow, CheckWords
from ui.widgets.date_field import DateField
from ui.widgets.fields import Field
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Second
from ui.widgets.pill import StatusPill
from ui.widgets.themed import Themed

_DATE = 150


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFacts:
    """What a row is about.

    Attributes:
        code: What ``HeldDesignation.code`` keeps.
        name: Its name, as the rule or the certificate gives it.
        second: Who holds it.
        fact: The list it gives.
        older: It is a name that older certificates print.
    """

    code: str
    name: str
    second: str
    fact: ListFact
    older: bool = False


class DesignationRow(Themed, QWidget):
    """A check row that opens "Held since" and, where needed, the agreement.

    ``DesignationRow(facts, now)``.

    Signals:
        changed: It was checked or unchecked, or agreed on.
    """

    changed = Signal()

    def __init__(self, facts: RowFacts, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.facts = facts
        self._now = now
        self._second = facts.second
        self.check = CheckRow("")
        self.check.setObjectName(facts.code)
        self.check.clicked.connect(self._on_check_clicked)
        self.pill = StatusPill("info", "", "neutral", small=True)
        self.since = self._made_date(_("Held since"), "held_since")
        self.ended = self._made_date(_("Ended on"), "ended_on")
        self.ended_button = QuietButton(_("It ended"))
        self.ended_button.setAccessibleName(
            _("{designation} ended").format(designation=facts.code)
        )
        self.ended_button.clicked.connect(self._on_ended_clicked)
        self.agreement = Agreement(facts.code, facts.name, facts.fact, now)
        self.agreement.changed.connect(self._on_agreement_changed)
        self._asked: list[QWidget] = []
        self._lay_out()
        self.dress()
        self.refresh()

    def add_more(self, field: Field, why: str) -> None:
        """Ask one more thing while it is checked, such as a birthday, and say why."""
        part = QWidget()
        flow = FlowLayout(part, gap=14)
        flow.addWidget(field)
        flow.addWidget(Second(why))
        field.control().setAccessibleDescription(why)
        self._asked.append(part)
        self._more.addWidget(part)
        self.refresh()

    def is_picked(self) -> bool:
        """Return whether it is checked."""
        return self.check.isChecked()

    def gives_list(self) -> bool:
        """Return whether the rule on file has a list for it."""
        return bool(self.facts.fact.places)

    def show_held(self, held: HeldDesignation) -> None:
        """Show it as held."""
        self.check.setChecked(True)
        self.since.set_value(held.awarded_on)
        self.ended.set_value(held.ended_on)
        self.agreement.show_agreed(held.agreed_with, held.agreed_on)
        self.refresh()

    def held(self) -> HeldDesignation | None:
        """Return it as held; None while it is not checked or has no first day."""
        since = self.since.value()
        if not self.is_picked() or since is None:
            return None
        held = HeldDesignation(
            code=self.facts.code,
            awarded_on=since,
            ended_on=self.ended.value(),
            certificate_name=self.facts.name if self.facts.older else "",
        )
        if not self.agreement.is_agreed():
            return held
        agreed_with, agreed_on = self.agreement.agreed()
        return replace(held, agreed_with=agreed_with, agreed_on=agreed_on)

    def goes_to_missing(self, today: date) -> bool:
        """Say what is missing and go there; false if nothing is."""
        if not self.is_picked():
            return False
        if missing_day(self.since, today):
            return True
        ended, since = self.ended.value(), self.since.value()
        if self.ended.is_unreadable():
            return complain(self.ended, _("Type the date, such as 2/2/26."))
        if ended is not None and since is not None and ended < since:
            return complain(self.ended, _("It cannot end before it starts."))
        return self.agreement.goes_to_missing(today)

    def tell_others(self, lists: list[str]) -> None:
        """Say which designations' lists its holder works from, if it has none."""
        if self.gives_list() or not self.is_picked():
            self._second = self.facts.second
        elif lists:
            words = _("The rule has no list for this. You work from: {designations}.")
            self._second = words.format(designations=", ".join(lists))
        else:
            self._second = _(
                "The rule has no list for this. "
                "You will see no activities until you add another."
            )
        self._show_words()

    def refresh(self) -> None:
        """Show and hide what depends on the check."""
        picked = self.is_picked()
        self._trailing.setVisible(picked)
        ended = bool(self.ended.text())
        self.ended.setVisible(picked and (ended or not self.ended.isHidden()))
        self.ended_button.setVisible(picked and self.ended.isHidden())
        self.agreement.setVisible(picked and self.facts.fact.to_agree is not None)
        for part in self._asked:
            part.setVisible(picked)
        self._show_pill()
        self._show_words()

    def set_compact(self, compact: bool) -> None:
        """Put the dates under the words where the window is small."""
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.TopToBottom if compact else ways.LeftToRight)
        self._flow.setContentsMargins(52 if compact else 0, 0, 0, 0)

    def wear(self, theme: Theme) -> None:
        for field in (self.since, self.ended):
            field.control().setFixedWidth(theme.px(_DATE))

    def _made_date(self, label: str, name: str) -> DateField:
        field = DateField(label, self._now, beside=True)
        field.edit.setObjectName(f"{self.facts.code}.{name}")
        field.name_as(f"{self.facts.code}: {label}")
        field.show_weekday(shown=False)
        field.hide()
        return field

    def _lay_out(self) -> None:
        self._trailing = QWidget()
        self._flow = FlowLayout(self._trailing, gap=14)
        for part in (self.pill, self.since, self.ended_button, self.ended):
            self._flow.addWidget(part)
        self.since.show()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(12)
        self._head.addWidget(self.check, 1)
        self._head.addWidget(self._trailing, 0, Qt.AlignmentFlag.AlignVCenter)
        below = QHBoxLayout()
        below.setContentsMargins(52, 0, 0, 0)
        self._more = QVBoxLayout()
        self._more.addWidget(self.agreement)
        below.addLayout(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addLayout(below)

    def _show_words(self) -> None:
        facts = self.facts
        plain = facts.older or facts.code.endswith(facts.name)
        self.check.set_words(
            CheckWords(
                words="" if plain else facts.name,
                lead=facts.name if facts.older else facts.code,
                second=self._second,
            )
        )

    def _show_pill(self) -> None:
        fact = self.facts.fact
        if not fact.places:
            self.pill.show_status("info", _("No list of its own"), "neutral")
        elif fact.to_agree is None:
            self.pill.show_status("circle-check", list_words(fact), "ok")
        elif self.agreement.is_agreed():
            self.pill.show_status("circle-check", _("List agreed"), "ok")
        else:
            self.pill.show_status("triangle-alert", _("Agree on the list"), "warn")

    def _on_check_clicked(self) -> None:
        self.refresh()
        self.changed.emit()
        if self.is_picked():
            self.since.control().setFocus()

    def _on_ended_clicked(self) -> None:
        self.ended.show()
        self.ended_button.hide()
        self.ended.control().setFocus()

    def _on_agreement_changed(self) -> None:
        self._show_pill()
        self.changed.emit()
