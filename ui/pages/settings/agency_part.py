"""The agency's answers, as set-up asks them, kept with one button."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import _
from app.services.faults import StoreError
from app.services.set_up import keep_typed, read_typed
from ui.context import Changed, Context
from ui.pages.set_up.agency_fields import AgencyFields
from ui.pages.set_up.edition_fields import EditionFields
from ui.pages.set_up.electronic_fields import ElectronicFields
from ui.pages.set_up.typed import type_again, typed_in
from ui.pages.settings.ways_in import add_button
from ui.widgets.banner import Banner
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Card
from ui.widgets.field import Field

_KEY = "agency in settings"


class AgencyPart(QWidget):
    """``AgencyPart(context)``: letterhead, edition, electronic signatures."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._edited = False
        self.agency = AgencyFields(context)
        self.edition = EditionFields(context)
        self.electronic = ElectronicFields(context)
        self._parts = (self.agency, self.edition, self.electronic)
        self.told = Banner("", "ok")
        self.told.hide()
        self.button = OutlineButton(_("&Keep these answers"), "check")
        self.button.setObjectName("keep_agency")
        self.button.clicked.connect(self._on_keep_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in self._parts:
            column.addWidget(part)
        below = Card()
        below.add(self.told)
        add_button(below, self.button)
        column.addWidget(below)
        for field in self.findChildren(Field):
            field.edited.connect(self._on_edited)
        self.edition.choice.picked.connect(self._on_edited)
        self.electronic.choice.picked.connect(self._on_edited)

    def load(self) -> None:
        """Show the answers, and what was typed but not kept yet."""
        for part in self._parts:
            part.load()
        if typed := read_typed(self._context.store, _KEY):
            type_again(self, typed)
            self.edition.refresh()
            self.electronic.refresh()
        self._edited = bool(typed)
        self.told.hide()

    def leave(self) -> None:
        """Keep what is typed and not kept yet, to be shown again."""
        if self._edited:
            store, now = self._context.store, self._context.now()
            keep_typed(store, _KEY, typed_in(self), now=now)

    def _on_edited(self) -> None:
        self._edited = True
        self.told.hide()

    def _on_keep_clicked(self) -> None:
        if any(part.goes_to_missing() for part in self._parts):
            return
        context = self._context
        try:
            for part in self._parts:
                part.keep()
            keep_typed(context.store, _KEY, "", now=context.now())
        except StoreError as error:
            self.told.tell(str(error), "bad")
            self.told.show()
            return
        self._edited = False
        self.told.tell(_("Your answers are kept."), "ok")
        self.told.show()
        context.notifier.changed.emit(Changed.SPECIALIST | Changed.SETTINGS)
