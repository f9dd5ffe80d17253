"""The dated steps of a person's choice, and one more: 24-2-42.1(D)."""

from PySide6.QtWidgets import QWidget

from app.domain.person import VoluntaryStatus
from app.domain.wording import _
from app.services import people
from ui.context import Changed, Context
from ui.dialogs.dialog import Dialog
from ui.dialogs.status_fields import StatusFields
from ui.models.people_words import status_mark, status_words
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.card import Card, RowList
from ui.widgets.labels import Line
from ui.widgets.pill import IconLabel
from ui.widgets.reading import date_words


class StatusDialog(Dialog):
    """What the person chose so far, newest first, and the form for the next step."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        second = _("This support is voluntary. Every step stays, with its day.")
        super().__init__(_("Their choice of this support"), parent, second)
        self._context = context
        self._person_id = 0
        self._rows = RowList(gap=8)
        self.fields = StatusFields(context.now)
        keep = PrimaryButton(_("&Keep this step"), "check")
        keep.setObjectName("keep")
        keep.clicked.connect(self._on_keep_clicked)
        close = OutlineButton(_("&Close"))
        close.setObjectName("close")
        close.clicked.connect(self.reject)
        so_far, add = Card(_("So far")), Card(_("Add a step"))
        so_far.add(self._rows)
        add.add(self.fields)
        self.body.addWidget(so_far)
        self.body.addWidget(add)
        self.bar.add_button(close)
        self.bar.add_button(keep)

    def begin(self, person_id: int) -> None:
        """Open it for a person."""
        if person_id != self._person_id:
            self.fields.clear()
        self._person_id = person_id
        self._show()
        self.show_over()

    def fit(self, *, narrow: bool) -> None:
        self.fields.set_narrow(narrow=narrow)

    def _show(self) -> None:
        steps = people.list_statuses(self._context.store, self._person_id)
        rows: list[QWidget] = [
            IconLabel(status_mark(step.kind)[0], step_words(step), "ink", 16)
            for step in steps
        ]
        self._rows.set_rows(rows or [Line(_("Nothing is written down yet."))])

    def _on_keep_clicked(self) -> None:
        first = self.fields.show_problems()
        if first is not None:
            self.bring_to(first)
            return
        status = self.fields.status()
        assert status is not None  # show_problems has seen to it
        now = self._context.now()
        people.add_status(self._context.store, self._person_id, status, now=now)
        self.fields.clear()
        self._show()
        self.accept()
        self._context.notifier.changed.emit(Changed.PEOPLE)


def step_words(step: VoluntaryStatus) -> str:
    """Return ``Chose this support on Mon, Mar 9, 2026, Jordan``."""
    said = _("{what} on {day}").format(
        what=status_words(step.kind), day=date_words(step.on)
    )
    return f"{said}, {step.by_whom}" if step.by_whom else said
