"""The card after signing: that it is done, and what can be done with the page."""

from app.domain.wording import _
from app.services.signing import SignedNote
from ui.pages.sign.card import CARD_WIDTH
from ui.theme import current_theme
from ui.widgets.banner import Banner
from ui.widgets.buttons import OutlineButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.labels import Second
from ui.widgets.reading import time_words


class SignedCard(Card):
    """What comes after a signature: ``SignedCard()``."""

    def __init__(self) -> None:
        super().__init__()
        self.band = Banner("", "ok")
        self._codes = Second()
        self.print_now = PrimaryButton(_("&Print now"), "printer", tall=True)
        self.leave_queued = OutlineButton(_("Leave it in the print &queue"))
        self.today = QuietButton(_("Back to &Today"))
        for name, button in (
            ("print_now", self.print_now),
            ("leave_queued", self.leave_queued),
            ("today", self.today),
        ):
            button.setObjectName(name)
        for part in (self.band, self._codes):
            self.add(part)
        for button in (self.print_now, self.leave_queued, self.today):
            self.add(button)
        self.add_stretch()
        self.setMinimumWidth(current_theme().px(CARD_WIDTH))

    def say_printed(self) -> None:
        """Say that the page went to a printer."""
        self.band.tell(_("Printed. Pick it up right away."), "ok", "printer")

    def show_note(self, note: SignedNote) -> None:
        """Say that the note is signed, and have it read out."""
        time = time_words(note.signed_at.time())
        words = _("Signed at {time}. Saved and locked.").format(time=time)
        self.band.tell(words, "ok", "lock")
        self._codes.set_words(_("Page {id}").format(id=note.document_id))
