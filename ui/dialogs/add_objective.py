"""Add objectives of the Individual Service Plan: 24-2-42.2(A)."""

from PySide6.QtWidgets import QWidget

from app.domain.wording import _
from app.services import people
from ui.context import Changed, Context
from ui.dialogs.dialog import Dialog
from ui.dialogs.objective_fields import ObjectiveList
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.card import Card


class AddObjectiveDialog(Dialog):
    """One objective or more, in the words of that plan, with its date."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        second = _("Copy the words of that plan. A goal can then say what it supports.")
        super().__init__(_("Individual Service Plan"), parent, second)
        self._context = context
        self._person_id = 0
        self.objectives = ObjectiveList(context.now)
        keep = PrimaryButton(_("&Keep"), "check")
        keep.setObjectName("keep")
        keep.clicked.connect(self._on_keep_clicked)
        close = OutlineButton(_("&Close"))
        close.setObjectName("close")
        close.clicked.connect(self.reject)
        card = Card()
        card.add(self.objectives)
        self.body.addWidget(card)
        self.bar.add_button(close)
        self.bar.add_button(keep)

    def begin(self, person_id: int) -> None:
        """Open it for a person."""
        if person_id != self._person_id:
            self.objectives.clear()
        self._person_id = person_id
        self.show_over(self.objectives.first())

    def fit(self, *, narrow: bool) -> None:
        self.objectives.set_narrow(narrow=narrow)

    def _on_keep_clicked(self) -> None:
        first = self.objectives.show_problems(needed=True)
        if first is not None:
            self.bring_to(first.control())
            return
        store, now = self._context.store, self._context.now()
        for objective in self.objectives.objectives():
            people.add_objective(store, self._person_id, objective, now=now)
        self.objectives.clear()
        self.accept()
        self._context.notifier.changed.emit(Changed.PEOPLE)
