"""Settings: look, privacy, the agency's answers, the ways in, verify my record."""

from PySide6.QtWidgets import QWidget

from app.domain.wording import _
from ui.context import Context, PageName, Place
from ui.pages.settings.agency_part import AgencyPart
from ui.pages.settings.look_card import LookCard, PrivacyCard
from ui.pages.settings.verify_card import VerifyCard
from ui.pages.settings.ways_in import PassphraseCard, PinCard, SheetCard, add_button
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Card
from ui.widgets.labels import Body
from ui.widgets.page import Column, Columns, Page
from ui.widgets.page_scroll import PageScroll


class SettingsPage(Page):
    """``SettingsPage(context)``. Look and privacy act at once; answers are kept."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Settings"), _("Look and privacy change at once."))
        self._context = context
        self.look = LookCard(context.preferences)
        self.privacy = PrivacyCard(context.preferences)
        self.verify = VerifyCard(context)
        self.agency = AgencyPart(context)
        self.passphrase = PassphraseCard(context)
        self.pin = PinCard(context)
        self.sheet = SheetCard()
        self.sheet.wanted.connect(self._on_set_up_wanted)
        scroll = PageScroll()
        for part in (
            Columns(self.look, self.privacy, (1, 1)),
            Columns(self.verify, Column(self.sheet, self._made_practice()), (1, 1)),
            self.agency,
            Columns(self.passphrase, self.pin, (1, 1)),
        ):
            scroll.column.addWidget(part)
        scroll.column.addStretch()
        self.body.addWidget(scroll)

    def open(self, place: Place) -> None:
        """Show what is chosen and answered now."""
        self.look.load()
        self.privacy.load()
        self.agency.load()
        for field in self.findChildren(QWidget, place.field) if place.field else []:
            field.setFocus()

    def leave(self) -> bool:
        """Keep what is typed."""
        self.agency.leave()
        return True

    def place(self) -> Place:
        """Return where we are."""
        focus = self.focusWidget()
        name = focus.objectName() if focus is not None else ""
        return Place(page=PageName.SETTINGS, field=name)

    def _made_practice(self) -> Card:
        card = Card(_("Made-up people"))
        words = _("Locks your daybook and opens one where nobody is real.")
        card.add(Body(words))
        button = OutlineButton(_("Try it with made-up people"), "drama")
        button.setObjectName("practice")
        button.clicked.connect(self._on_practice_clicked)
        add_button(card, button)
        return card

    def _on_set_up_wanted(self) -> None:
        self._context.navigator.go(PageName.SET_UP)

    def _on_practice_clicked(self) -> None:
        self._context.navigator.go(PageName.PRACTICE)
