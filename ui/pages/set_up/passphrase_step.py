"""The passphrase step once the caseload is made: there is nothing left to ask."""

from app.domain.wording import _
from ui.pages.set_up.step import Step
from ui.widgets.banner import Banner
from ui.widgets.card import Card


class PassphraseStep(Step):
    """Says that the passphrase is set, and where to change it."""

    key = "passphrase"

    def title(self) -> str:
        return _("Choose a passphrase")

    def build(self) -> None:
        card = Card()
        words = _("Your passphrase is set. You can change it in Settings.")
        card.add(Banner(words, "ok"))
        self.column.addWidget(card)
