"""Change what is kept of a person, or say that they left the caseload."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.domain.person import Person, check_person
from app.domain.problems import Problem
from app.domain.wording import _
from app.services import people
from ui.context import Changed, Context
from ui.dialogs.dialog import Dialog
from ui.dialogs.person_fields import PersonFields
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.labels import Second


class EditPersonDialog(Dialog):
    """The form for a person; signed notes keep what they said then."""

    wide = 840

    def __init__(self, context: Context, parent: QWidget) -> None:
        second = _("Signed notes and plans keep what they said on their day.")
        super().__init__(_("Edit this person"), parent, second)
        self._context = context
        self._known = Person()
        self.fields = PersonFields(context.now)
        self.ended_on = DateField(_("No longer on your caseload since"), context.now)
        self.ended_on.setObjectName("ended_on")
        self._keep = PrimaryButton(_("&Keep the changes"), "check")
        self._keep.setObjectName("keep")
        self._keep.clicked.connect(self._on_keep_clicked)
        close = OutlineButton(_("&Close"))
        close.setObjectName("close")
        close.clicked.connect(self.reject)
        who, end = Card(), Card(_("Leaving"))
        who.add(self.fields)
        end.add(self.ended_on)
        end.add(Second(_("Everything is kept. Empty the date to bring them back.")))
        self.body.addWidget(who)
        self.body.addWidget(end)
        self.bar.add_button(close)
        self.bar.add_button(self._keep)

    def begin(self, person: Person) -> None:
        """Open it for a person; the same one again finds what was typed."""
        if person != self._known:
            self._known = person
            self.fields.fill(person)
            self.ended_on.set_value(person.ended_on)
        self.bar.tell("")
        self.show_over(self.fields.name.control())

    def fit(self, *, narrow: bool) -> None:
        self.fields.set_narrow(narrow=narrow)

    def _on_keep_clicked(self) -> None:
        context = self._context
        person = replace(
            self.fields.person(self._known), ended_on=self.ended_on.value()
        )
        now = context.now()
        found = (*check_person(person, today=now.date()), *self.fields.unread())
        first = self.fields.show_problems(found)
        first = first or self._show_end_problem()
        if first is not None:
            self.bar.tell(_("Something is missing. It is marked above."), leads=False)
            self.bring_to(first.control())
            return
        people.change_person(context.store, person, now=now)
        self._known = person
        self.accept()
        context.notifier.changed.emit(Changed.PEOPLE)

    def _show_end_problem(self) -> DateField | None:
        day = self.ended_on.value()
        if self.ended_on.is_unreadable():
            words = _("We could not read this date. Type it like 11/24/2026.")
        elif day is not None and day > self._context.now().date():
            words = _("This day has not come yet. Check the date.")
        else:
            return None
        problem = Problem("ended_on", words)
        self.ended_on.set_error(problem.message)
        return self.ended_on
