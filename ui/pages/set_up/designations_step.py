"""Which designations the specialist holds, and the lists they give."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.designation import Designation, HeldDesignation
from app.domain.wording import _
from app.services.specialist import (
    edition_in_use,
    read_designations,
    read_specialist,
    save_designations,
    save_specialist,
)
from ui.context import Changed
from ui.pages.set_up.designation_row import DesignationRow, RowFacts
from ui.pages.set_up.lists import ListFact, list_fact, plain_words
from ui.pages.set_up.other_name import OtherName
from ui.pages.set_up.step import Step, complain, narrow
from ui.widgets.banner import Banner
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, Rule
from ui.widgets.date_field import DateField
from ui.widgets.labels import SectionTitle


class DesignationsStep(Step):
    """The six designations, and on demand the names of older certificates."""

    key = "designations"

    def title(self) -> str:
        return _("Which designations do you hold?")

    def line(self) -> str:
        return _(
            "Pick each one that is on your certificate. "
            "You will see only the activities on those lists."
        )

    def build(self) -> None:
        self.told = Banner("", "bad")
        self.told.hide()
        self.rows = [self._made_row(facts) for facts in self._facts()]
        self.older = [self._made_row(facts) for facts in self._older_facts()]
        self.other = OtherName(self.context.now)
        self.other.changed.connect(self._on_row_changed)
        self.birthday = DateField(
            _("Your birthday"),
            self.context.now,
            beside=True,
        )
        self.birthday.edit.setObjectName("birthday")
        self.birthday.show_weekday(shown=False)
        self._row(Designation.YOUTH).add_more(
            narrow(self.birthday, 150),
            _("Asked only for CPSSP-Y, to tell you before you turn 27."),
        )
        self._parts: tuple[DesignationRow | OtherName, ...] = (
            *self.rows,
            *self.older,
            self.other,
        )
        self._lay_out()

    def load(self) -> None:
        store = self.context.store
        self.birthday.set_value(read_specialist(store).birthday)
        rows = {row.facts.code: row for row in (*self.rows, *self.older)}
        for held in read_designations(store):
            if held.code in rows:
                rows[held.code].show_held(held)
            else:
                self.other.show_held(held)

    def refresh(self) -> None:
        for row in (*self.rows, *self.older):
            row.refresh()
        picked_older = any(row.is_picked() for row in self.older)
        shown = not self._older_card.isHidden()
        older = shown or picked_older or self.other.is_picked()
        self._older_card.setVisible(older)
        self._tell_rows()

    def enter(self) -> None:
        self.rows[0].check.setFocus()

    def extra(self) -> QWidget:
        button = QuietButton(_("My certificate uses an &older name"))
        button.setObjectName("older_name")
        button.clicked.connect(self._on_older_clicked)
        return button

    def set_compact(self, compact: bool) -> None:
        for row in (*self.rows, *self.older):
            row.set_compact(compact)

    def goes_to_missing(self) -> bool:
        if not any(part.is_picked() for part in self._parts):
            words = _("Pick each designation on your certificate, at least one.")
            self.told.tell(words, "bad")
            self.told.show()
            self.enter()
            return True
        today = self.context.now().date()
        if any(part.goes_to_missing(today) for part in self._parts):
            return True
        if self.birthday.isVisible() and self.birthday.is_unreadable():
            return complain(self.birthday, _("Type the date, such as 2/2/04."))
        return False

    def keep(self) -> None:
        store, now = self.context.store, self.context.now()
        held = [one for part in self._parts if (one := part.held()) is not None]
        save_designations(store, [*self._ended_before(held), *held], now=now)
        specialist = read_specialist(store)
        young = self._row(Designation.YOUTH).is_picked()
        birthday = self.birthday.value() if young else specialist.birthday
        if birthday != specialist.birthday:
            save_specialist(store, replace(specialist, birthday=birthday), now=now)
        self.context.notifier.changed.emit(Changed.SPECIALIST)

    def _ended_before(self, held: list[HeldDesignation]) -> list[HeldDesignation]:
        """Return earlier spans of the same designations: only one is shown here."""
        shown = {one.code for one in held}
        before: dict[str, list[HeldDesignation]] = {}
        for one in read_designations(self.context.store):
            before.setdefault(one.code, []).append(one)
        return [one for code in shown for one in before.get(code, [])[:-1]]

    def _facts(self) -> list[RowFacts]:
        rules = self.context.rules
        return [
            RowFacts(
                code=text.code,
                name=text.name,
                second=plain_words(text.code),
                fact=self._list_of(text.code),
            )
            for text in rules.designations
        ]

    def _older_facts(self) -> list[RowFacts]:
        return [
            RowFacts(
                code=older.id,
                name=older.names[0],
                second=_("As older certificates print it."),
                fact=self._list_of(older.id),
                older=True,
            )
            for older in self.context.rules.older_names
        ]

    def _list_of(self, code: str) -> ListFact:
        today = self.context.now().date()
        edition, _answer = edition_in_use(self.context.store, today)
        return list_fact(self.context.rules, code, edition, today)

    def _made_row(self, facts: RowFacts) -> DesignationRow:
        row = DesignationRow(facts, self.context.now)
        row.changed.connect(self._on_row_changed)
        return row

    def _row(self, code: str) -> DesignationRow:
        return next(row for row in self.rows if row.facts.code == code)

    def _lay_out(self) -> None:
        card = Card()
        card.add(self.told)
        _add_rows(card, list(self.rows))
        self.column.addWidget(card)
        self._older_card = Card()
        self._older_card.hide()
        self._older_card.add(SectionTitle(_("Names on older certificates")))
        _add_rows(self._older_card, [*self.older, self.other])
        self.column.addWidget(self._older_card)

    def _tell_rows(self) -> None:
        rows = (*self.rows, *self.older)
        giving = [r.facts.code for r in rows if r.is_picked() and r.gives_list()]
        for row in rows:
            row.tell_others(giving)

    def _on_row_changed(self) -> None:
        self.told.hide()
        self._tell_rows()
        self.keep_typed()

    def _on_older_clicked(self) -> None:
        self._older_card.show()
        self.older[0].check.setFocus()


def _add_rows(card: Card, rows: list[QWidget]) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for row in rows:
        if column.count():
            column.addWidget(Rule())
        column.addWidget(row)
    card.add(holder, to_edge=True)
