"""The agency's letterhead and numbers; used by set-up and by Settings."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.specialist import Agency
from app.domain.wording import _
from app.services.specialist import read_agency, save_agency
from ui.context import Context
from ui.pages.set_up.step import complain
from ui.widgets.card import Card
from ui.widgets.fields import LineField, TextField
from ui.widgets.labels import Body
from ui.widgets.page import Columns


class AgencyFields(QWidget):
    """Name, address, phone, and the numbers to call: ``AgencyFields(context)``."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.name = _named(LineField(_("A&gency name"), strong=True), "agency_name")
        self.address = TextField(_("A&ddress"), lines=2, most=4, strong=True)
        self.address.edit.setObjectName("agency_address")
        self.phone = _named(LineField(_("Pho&ne"), strong=True), "agency_phone")
        self.crisis = _named(
            LineField(
                _("Crisis &line of your agency"),
                strong=True,
                hint=_("Shown beside 988, the national crisis line."),
            ),
            "crisis_number",
        )
        self.incident = _named(
            LineField(
                _("Number to report an &incident"),
                strong=True,
                hint=_("Whom you call when you suspect abuse or neglect."),
            ),
            "incident_number",
        )
        letterhead = Card(_("Letterhead"))
        letterhead.add(Body(_("Printed at the top of every page.")))
        for field in (self.name, self.address, self.phone):
            letterhead.add(field)
        numbers = Card(_("Numbers to call"))
        numbers.add(Body(_("Shown on Today. You can add them later.")))
        numbers.add(self.crisis)
        numbers.add(self.incident)
        numbers.add_stretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.columns = Columns(letterhead, numbers, (1, 1))
        column.addWidget(self.columns)

    def load(self) -> None:
        """Fill the fields from the caseload."""
        agency = read_agency(self._context.store)
        self.name.set_text(agency.name)
        self.address.set_text(agency.address)
        self.phone.set_text(agency.phone)
        self.crisis.set_text(agency.crisis_number)
        self.incident.set_text(agency.incident_number)

    def goes_to_missing(self) -> bool:
        """Say what is missing and go there; false if nothing is."""
        if self.name.text():
            return False
        return complain(self.name, _("Type your agency's name."))

    def keep(self) -> None:
        """Keep the answers if they changed."""
        agency = Agency(
            name=self.name.text(),
            address=self.address.text(),
            phone=self.phone.text(),
            crisis_number=self.crisis.text(),
            incident_number=self.incident.text(),
        )
        if agency != read_agency(self._context.store):
            save_agency(self._context.store, agency, now=self._context.now())


def _named(field: LineField, name: str) -> LineField:
    field.edit.setObjectName(name)
    return field
