"""The agency: letterhead, edition, electronic signatures, numbers to call."""

from app.domain.wording import _
from ui.context import Changed
from ui.pages.set_up.agency_fields import AgencyFields
from ui.pages.set_up.edition_fields import EditionFields
from ui.pages.set_up.electronic_fields import ElectronicFields
from ui.pages.set_up.step import Step


class AgencyStep(Step):
    """Asks what the agency decides; each answer with who gave it and when."""

    key = "agency"

    def title(self) -> str:
        return _("Your agency")

    def line(self) -> str:
        return _("What you do not know yet, Today asks again.")

    def build(self) -> None:
        self.agency = AgencyFields(self.context)
        self.edition = EditionFields(self.context)
        self.electronic = ElectronicFields(self.context)
        self._parts = (self.agency, self.edition, self.electronic)
        for part in self._parts:
            self.column.addWidget(part)
        self.edition.choice.picked.connect(self.keep_typed)
        self.electronic.choice.picked.connect(self.keep_typed)

    def load(self) -> None:
        for part in self._parts:
            part.load()

    def refresh(self) -> None:
        self.edition.refresh()
        self.electronic.refresh()

    def set_compact(self, compact: bool) -> None:
        self.agency.columns.set_compact(compact)

    def goes_to_missing(self) -> bool:
        return any(part.goes_to_missing() for part in self._parts)

    def keep(self) -> None:
        for part in self._parts:
            part.keep()
        self.context.notifier.changed.emit(Changed.SPECIALIST | Changed.SETTINGS)
