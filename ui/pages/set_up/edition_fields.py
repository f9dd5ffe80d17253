"""Which edition of the rule the agency works from; used by set-up and by Settings."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.edition import Edition
from app.domain.wording import _
from app.services.answers import Answer
from app.services.specialist import edition_in_use, save_edition
from ui.context import Context
from ui.pages.set_up.said_fields import SaidFields
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.labels import Body
from ui.widgets.pill import IconLabel

_NOT_YET = "not asked yet"


class EditionFields(QWidget):
    """``EditionFields(context)``: the editions on file, and who said which."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.choice = ChipGroup(
            _("Edition your agency works from"), self._choices(), clearable=False
        )
        self.choice.setObjectName("edition")
        self.choice.picked.connect(self._on_picked)
        self.told = Banner("", "bad")
        self.said = SaidFields(_("edition"), context.now, _("In use here since"))
        card = Card(_("Which edition of the rule does your agency work from?"))
        card.add(Body(_("Your activity lists come from 24-2-42.2. Ask your agency.")))
        for edition in context.rules.editions:
            card.add(IconLabel("book-open", _facts(edition), "ink2", 16))
        newer = _("There may be newer editions. You can import one when you have it.")
        card.add(IconLabel("info", newer, "ink2", 16))
        card.add(self.choice)
        card.add(self.told)
        card.add(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.refresh()

    def load(self) -> None:
        """Fill the fields from the caseload."""
        context = self._context
        in_use, answer = edition_in_use(context.store, context.now().date())
        if answer is not None:
            self.choice.set_value(in_use.isoformat())
            self.said.show_answer(answer.said_by, answer.said_on, answer.starts_on)
        self.refresh()

    def refresh(self) -> None:
        """Show and hide what depends on the pick."""
        self.told.hide()
        self.said.setVisible(self.choice.value() not in (None, _NOT_YET))

    def goes_to_missing(self) -> bool:
        """Say what is missing and go there; false if nothing is."""
        if self.choice.value() is None:
            self.told.tell(_("Pick one. “Not asked yet” is fine."), "bad")
            self.told.show()
            self.choice.focus_first()
            return True
        return self.choice.value() != _NOT_YET and self.said.goes_to_missing()

    def keep(self) -> None:
        """Keep the answer if there is one and it is new."""
        value = self.choice.value()
        if value in (None, _NOT_YET):
            return
        answer = Answer(
            value=value,
            said_by=self.said.said_by.text(),
            said_on=self.said.said_on.value(),
            starts_on=self.said.starts_on.value(),
        )
        context = self._context
        _in_use, before = edition_in_use(context.store, context.now().date())
        if answer != before:
            edition = date.fromisoformat(value)
            save_edition(context.store, edition, answer, now=context.now())

    def _choices(self) -> list[Choice]:
        dates = [e.current_through.isoformat() for e in self._context.rules.editions]
        found = [Choice(value=day, words=day) for day in sorted(dates)]
        return [*found, Choice(value=_NOT_YET, words=_("Not asked yet"))]

    def _on_picked(self) -> None:
        self.refresh()
        if not self.said.isHidden() and not self.said.said_by.text():
            self.said.said_by.control().setFocus()


def _facts(edition: Edition) -> str:
    day = edition.current_through.isoformat()
    if edition.complete:
        words = _("{day}: here in full. It is used until you answer.")
        return words.format(day=day)
    whole = [entry.name for entry in edition.lists if entry.complete]
    words = _(
        "{day}: here in full for {names} only. "
        "Other designations keep their older list."
    )
    return words.format(day=day, names=", ".join(whole))
