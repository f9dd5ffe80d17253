"""Put a person on the caseload: all in one form, nothing lost on the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.person import Person, check_person
from app.domain.wording import _
from app.services import people
from app.services.faults import StoreError
from ui.context import Changed, Context
from ui.dialogs.dialog import Dialog
from ui.dialogs.duplicate_notice import DuplicateNotice
from ui.dialogs.objective_fields import ObjectiveList
from ui.dialogs.person_fields import PersonFields
from ui.dialogs.status_fields import StatusFields
from ui.widgets.buttons import OutlineButton, PrimaryButton, QuietButton
from ui.widgets.card import Card

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AddPersonDialog(Dialog):
    """The form for a new person; closing it keeps what was typed for the next time.

    Signals:
        added: A person was put on the caseload. Argument: their id.
        open_wanted: A person already here is wanted instead. Argument: their id.
    """

    added = Signal(int)
    open_wanted = Signal(int)
    wide = 840

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(
            _("Add a person"),
            parent,
            _("Only the name is needed now. Closing keeps what you typed."),
        )
        self._context = context
        self._as_other = False
        self.fields = PersonFields(context.now)
        self.status = StatusFields(context.now, pause=False)
        self.objectives = ObjectiveList(context.now)
        self.notice = DuplicateNotice()
        self._add = PrimaryButton(_("&Add this person"), "user-plus")
        self._add.setObjectName("add")
        self._lay_out()
        self._connect()

    def begin(self, name: str = "") -> None:
        """Open it; a name looked for in vain is typed in where none is yet."""
        if name and not self.fields.name.text():
            self.fields.name.set_text(name)
        self.show_over(self.fields.name.control())
        self._look_for_others()

    def clear(self) -> None:
        """Empty the whole form."""
        for field in self.fields.fields.values():
            field.set_text("")
        self.status.clear()
        self.objectives.clear()
        self.notice.tell((), hidden=self._context.privacy.hidden)
        self._as_other = False
        self.bar.tell("")

    def fit(self, *, narrow: bool) -> None:
        for part in (self.fields, self.status, self.objectives):
            part.set_narrow(narrow=narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER and ctrl:
            self._on_add_clicked()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.body.addWidget(self.notice)
        who = Card()
        who.add(self.fields)
        choice = Card(
            _("Their choice of this support"),
            _("It is voluntary, and it can change. It may stay empty for now."),
        )
        choice.add(self.status)
        plan = Card(
            _("Individual Service Plan"),
            _("Leave it empty while you have not received that plan."),
        )
        plan.add(self.objectives)
        for card in (who, choice, plan):
            self.body.addWidget(card)
        clear = QuietButton(_("Clear the form"))
        clear.setObjectName("clear")
        clear.clicked.connect(self.clear)
        close = OutlineButton(_("&Close"))
        close.setObjectName("close")
        close.clicked.connect(self.reject)
        for button in (clear, close, self._add):
            self.bar.add_button(button)

    def _connect(self) -> None:
        self._add.clicked.connect(self._on_add_clicked)
        self.notice.add_wanted.connect(self._on_add_anyway_pressed)
        self.notice.open_wanted.connect(self._on_open_pressed)
        self.fields.edited.connect(self._on_fields_edited)
        for field in (self.fields.name, self.fields.birth_date):
            field.settled.connect(self._look_for_others)

    def _on_fields_edited(self) -> None:
        self._as_other = False
        self.bar.tell("")

    def _look_for_others(self) -> None:
        self.notice.tell(self._others(), hidden=self._context.privacy.hidden)

    def _others(self) -> tuple[Person, ...]:
        """Return who it may be; locking takes the focus, when nothing can be read."""
        person = self.fields.person()
        if not person.name or self._as_other:
            return ()
        try:
            return people.possible_duplicates(self._context.store, person)
        except StoreError:
            return ()

    def _on_add_anyway_pressed(self) -> None:
        self._as_other = True
        self._on_add_clicked()

    def _on_open_pressed(self, person_id: int) -> None:
        self.accept()
        self.open_wanted.emit(person_id)

    def _on_add_clicked(self) -> None:
        first = self._first_problem()
        if first is not None:
            self.bar.tell(_("Something is missing. It is marked above."), leads=False)
            self.bring_to(first)
            return
        self._look_for_others()
        if not self.notice.isHidden() and not self._as_other:
            self.bar.tell(_("Is it the same person? See above."), leads=False)
            self.bring_to(self.notice.findChildren(OutlineButton)[0])
            return
        self._write()

    def _first_problem(self) -> QWidget | None:
        """Show all that is wrong at once; return where the first of it is."""
        person = self.fields.person()
        found = check_person(person, today=self._context.now().date())
        wrong = self.fields.show_problems((*found, *self.fields.unread()))
        step = None if self.status.is_empty() else self.status.show_problems()
        objective = self.objectives.show_problems()
        if wrong is not None:
            return wrong.control()
        return step or (objective.control() if objective is not None else None)

    def _write(self) -> None:
        person_id = people.add_person(
            self._context.store,
            self.fields.person(),
            status=self.status.status(),
            objectives=self.objectives.objectives(),
            now=self._context.now(),
        )
        self.clear()
        self.accept()
        self._context.notifier.changed.emit(Changed.PEOPLE)
        self.added.emit(person_id)
