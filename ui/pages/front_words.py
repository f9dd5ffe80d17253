"""Emergency numbers and Help: readable without unlocking anything."""

from PySide6.QtCore import Signal

from app.domain.wording import _
from ui.pages.front import FrontPage
from ui.widgets.buttons import OutlineButton
from ui.widgets.labels import Body, SectionTitle


class WordsPage(FrontPage):
    """A page of sections to read: ``WordsPage(title, sections)``.

    Signals:
        back_wanted: Back to the page before.
    """

    back_wanted = Signal()

    def __init__(self, title: str, sections: tuple[tuple[str, str], ...]) -> None:
        super().__init__(title, width=640)
        for heading, words in sections:
            self.card.add(SectionTitle(heading))
            self.card.add(Body(words))
        back = OutlineButton(_("&Back"), "chevron-left")
        back.setObjectName("back")
        back.clicked.connect(self.back_wanted)
        self.add_below(back)


def emergency_page() -> WordsPage:
    """Return the numbers anybody can call; the agency's own are on Today."""
    return WordsPage(
        _("Emergency numbers"),
        (
            (
                _("988, day and night"),
                _("Call or text 988: the national suicide and crisis line."),
            ),
            (_("911"), _("Call 911 when somebody is in danger right now.")),
            (
                _("Abuse, neglect or exploitation"),
                _(
                    "Tell your supervisor at once. Rule 24-2-15.3 gives your agency "
                    "8 hours to report it by voice, and 24 hours in writing."
                ),
            ),
            (
                _("Your agency's own numbers"),
                _("They are on Today, once you have unlocked your daybook."),
            ),
        ),
    )


def help_page() -> WordsPage:
    """Return what helps before unlocking."""
    return WordsPage(
        _("Help"),
        (
            (
                _("I forgot my passphrase"),
                _(
                    "Nobody can look it up. Use the recovery code instead. "
                    "It is on the sealed sheet that you gave to your supervisor."
                ),
            ),
            (
                _("My passphrase does not work"),
                _(
                    "Check Caps Lock. Press Show to see what you typed. "
                    "After five wrong tries there is a short wait."
                ),
            ),
            (
                _("What this program is not"),
                _(
                    "It is not your agency's record. It certifies nothing. "
                    "It is no legal advice."
                ),
            ),
            (
                _("What locking can and cannot do"),
                _(
                    "A locked daybook cannot be read without your passphrase. "
                    "Memory of the running program cannot be wiped for certain. "
                    "Lock the laptop, too, and have its disk encrypted."
                ),
            ),
        ),
    )
