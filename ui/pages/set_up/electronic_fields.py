"""Whether the agency accepts electronic signatures; used by set-up and Settings."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import _
from app.services.answers import ELECTRONIC, Answer, give_answer
from app.services.specialist import electronic_accepted
from ui.context import Context
from ui.pages.set_up.said_fields import SaidFields
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.labels import Body

_NOT_YET = "not asked yet"


class ElectronicFields(QWidget):
    """``ElectronicFields(context)``: yes, no, or not asked yet; who said so, when."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.choice = ChipGroup(
            _("Electronic signature accepted"),
            [
                Choice(value="yes", words=_("Yes")),
                Choice(value="no", words=_("No")),
                Choice(value=_NOT_YET, words=_("Not asked yet")),
            ],
            clearable=False,
        )
        self.choice.setObjectName("electronic")
        self.choice.picked.connect(self._on_picked)
        self.told = Banner("", "bad")
        self.said = SaidFields(_("electronic signature"), context.now)
        card = Card(_("Does your agency accept your electronic signature?"))
        card.add(
            Body(
                _(
                    "The rule wants paper entries in ink: 24-2-16.7(D). "
                    "Until the answer is yes, notes print a line to sign in ink."
                )
            )
        )
        for part in (self.choice, self.told, self.said):
            card.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self.refresh()

    def load(self) -> None:
        """Fill the fields from the caseload."""
        answer = electronic_accepted(self._context.store)
        if answer is not None:
            self.choice.set_value(answer.value)
            self.said.show_answer(answer.said_by, answer.said_on, None)
        self.refresh()

    def refresh(self) -> None:
        """Show and hide what depends on the pick."""
        self.told.hide()
        self.said.setVisible(self.choice.value() in ("yes", "no"))

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
        if value not in ("yes", "no"):
            return
        answer = Answer(
            value=value,
            said_by=self.said.said_by.text(),
            said_on=self.said.said_on.value(),
        )
        context = self._context
        if answer != electronic_accepted(context.store):
            give_answer(context.store, ELECTRONIC, answer, now=context.now())

    def _on_picked(self) -> None:
        self.refresh()
        if not self.said.isHidden() and not self.said.said_by.text():
            self.said.said_by.control().setFocus()
