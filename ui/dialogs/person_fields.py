"""The fields of a person, for adding one and for changing one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.person import Person
from app.domain.problems import Problem
from app.domain.wording import _
from ui.widgets.date_field import DateField
from ui.widgets.fields import Field, LineField


class PersonFields(QWidget):
    """Names, record number, birth date, legal representative, how they like to meet.

    Attributes:
        fields: Each field by its name in :class:`Person`.

    Signals:
        edited: The specialist changed something.
    """

    edited = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.name = LineField(_("&Name, as in your agency's record"))
        self.preferred_name = LineField(_("&Likes to be called"))
        self.record_number = LineField(_("Record n&umber"))
        self.birth_date = DateField(
            _("Birth &date (may stay empty)"),
            now,
            hint=_("Only to tell two people of one name apart. Never printed."),
        )
        self.birth_date.show_weekday(shown=False)
        self.representative = LineField(_("Legal &representative, if there is one"))
        self.representative_role = LineField(_("&Who they are: parent, guardian"))
        self.preference = LineField(
            _("How they like to &meet"), placeholder=_("Mornings, at the library")
        )
        self.fields: dict[str, LineField] = {
            "name": self.name,
            "preferred_name": self.preferred_name,
            "record_number": self.record_number,
            "birth_date": self.birth_date,
            "representative": self.representative,
            "representative_role": self.representative_role,
            "preference": self.preference,
        }
        for name, field in self.fields.items():
            field.setObjectName(name)
            field.edited.connect(self.edited)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand one under the other, or two side by side."""
        pairs = tuple(self.fields.values())
        for place, field in enumerate(pairs):
            self._grid.removeWidget(field)
            if narrow or field is self.preference:
                self._grid.addWidget(field, place, 0, 1, 2)
            else:
                self._grid.addWidget(field, place // 2, place % 2)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)

    def person(self, known: Person | None = None) -> Person:
        """Return the person as typed, with the id of the one known."""
        return replace(
            known or Person(),
            name=self.name.text(),
            preferred_name=self.preferred_name.text(),
            birth_date=self.birth_date.value(),
            record_number=self.record_number.text(),
            representative=self.representative.text(),
            representative_role=self.representative_role.text(),
            preference=self.preference.text(),
        )

    def fill(self, person: Person) -> None:
        """Show a person, without a signal."""
        for name, field in self.fields.items():
            if field is not self.birth_date:
                field.set_text(getattr(person, name))
        self.birth_date.set_value(person.birth_date)

    def unread(self) -> tuple[Problem, ...]:
        """Return a problem for a birth date that could not be read."""
        if not self.birth_date.is_unreadable():
            return ()
        words = _("We could not read this date. Type it like 11/24/1990, or clear it.")
        return (Problem("birth_date", words),)

    def show_problems(self, problems: Sequence[Problem]) -> Field | None:
        """Show every problem at its field; return the first of these fields."""
        first: Field | None = None
        told = {problem.field: problem.message for problem in reversed(problems)}
        for name, field in self.fields.items():
            field.set_error(told.get(name, ""))
            if name in told and first is None:
                first = field
        return first
