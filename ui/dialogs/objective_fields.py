"""Objectives of the Individual Service Plan as they are typed: 24-2-42.2(A)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.person import ServiceObjective
from app.domain.wording import _
from ui.widgets.buttons import QuietButton
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.top_column import TopColumn


class ObjectiveFields(QWidget):
    """One objective and the date of the plan it is from.

    ``ObjectiveFields(number, now)``.

    Signals:
        edited: The specialist changed something.
    """

    edited = Signal()

    def __init__(self, number: int, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.words = LineField(_("Objective {n}").format(n=number))
        self.words.setObjectName(f"objective:{number}")
        self.plan_date = DateField(_("Date of that plan"), now)
        self.plan_date.name_as(_("Date of the plan, objective {n}").format(n=number))
        self.plan_date.setObjectName(f"plan_date:{number}")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.words, 3)
        self._row.addWidget(self.plan_date, 2)
        for field in (self.words, self.plan_date):
            field.edited.connect(self.edited)

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand one under the other, or side by side."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def objective(self) -> ServiceObjective | None:
        """Return it, None while a part is missing."""
        words, on = self.words.text(), self.plan_date.value()
        if not words or on is None:
            return None
        return ServiceObjective(words=words, plan_date=on)

    def is_empty(self) -> bool:
        """Say whether nothing is typed."""
        return not self.words.text() and not self.plan_date.text()

    def show_problems(self) -> LineField | None:
        """Show what is missing at the fields; return the first of them."""
        first = None
        if not self.words.text():
            self.words.set_error(_("Type the objective, in that plan's words."))
            first = self.words
        if self.plan_date.value() is None:
            self.plan_date.set_error(_("Type the date of that plan."))
            first = first or self.plan_date
        return first


class ObjectiveList(QWidget):
    """As many objectives as the plan has; an empty one says "not yet received".

    Signals:
        edited: The specialist changed something.
    """

    edited = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._rows = TopColumn(gap=10)
        self._another = QuietButton(_("Add another &objective"), "plus")
        self._another.setObjectName("another_objective")
        self._another.clicked.connect(self._on_another_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._rows)
        column.addWidget(self._another, 0, Qt.AlignmentFlag.AlignLeft)
        self._fields: list[ObjectiveFields] = []
        self._narrow = False
        self.clear()

    def objectives(self) -> tuple[ServiceObjective, ...]:
        """Return those that are whole; show_problems tells of the others."""
        found = (fields.objective() for fields in self._fields)
        return tuple(one for one in found if one is not None)

    def set_narrow(self, *, narrow: bool) -> None:
        """Lay out every objective for a narrow window or a wide one."""
        self._narrow = narrow
        for fields in self._fields:
            fields.set_narrow(narrow=narrow)

    def first(self) -> QWidget:
        """Return the first field's control."""
        return self._fields[0].words.control()

    def show_problems(self, *, needed: bool = False) -> LineField | None:
        """Show what is missing; return the first such field.

        With ``needed`` at least one objective must be there.
        """
        begun = [fields for fields in self._fields if not fields.is_empty()]
        if needed and not begun:
            begun = self._fields[:1]
        told = [fields.show_problems() for fields in begun]
        return next((field for field in told if field is not None), None)

    def clear(self) -> None:
        """Start over with one empty objective."""
        for old in self._fields:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._fields = []
        self._add()

    def _add(self) -> ObjectiveFields:
        fields = ObjectiveFields(len(self._fields) + 1, self._now)
        fields.edited.connect(self.edited)
        fields.set_narrow(narrow=self._narrow)
        self._fields.append(fields)
        self._rows.addWidget(fields)
        return fields

    def _on_another_clicked(self) -> None:
        self._add().words.setFocus(Qt.FocusReason.OtherFocusReason)
