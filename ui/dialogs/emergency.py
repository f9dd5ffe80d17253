"""Emergency numbers: the national line and the agency's own."""

from PySide6.QtWidgets import QWidget

from app.domain.specialist import Agency
from app.domain.wording import _
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Card
from ui.widgets.labels import Body, Label, Second


class EmergencyDialog(Dialog):
    """988, 911, the agency's crisis and incident numbers, the reporting times."""

    wide = 620

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Emergency numbers"), parent)
        self._crisis, self._incident = Body(), Body()
        self.body.addWidget(
            _card(
                _("988, day and night"),
                Body(_("Call or text 988: the national suicide and crisis line.")),
                Body(_("Call 911 when somebody is in danger right now.")),
            )
        )
        self._agency = _card(_("Your agency"), self._crisis, self._incident)
        self.body.addWidget(self._agency)
        words = _(
            "Suspected abuse, neglect or exploitation: tell your supervisor at once. "
            "Your agency reports it within 8 hours by voice and 24 hours in writing."
        )
        rule = Second("24-2-15.3")
        self.body.addWidget(
            _card(_("Something that must be reported"), Body(words), rule)
        )
        close = OutlineButton(_("&Close"))
        close.setObjectName("close")
        close.clicked.connect(self.reject)
        self.bar.add_button(close)

    def begin(self, agency: Agency) -> None:
        """Open it with the agency's numbers."""
        self._agency.set_title(agency.name or _("Your agency"))
        missing = _("not filled in yet. Settings has a place for it")
        self._crisis.set_words(
            _("Crisis line: {number}.").format(number=agency.crisis_number or missing)
        )
        self._incident.set_words(
            _("To report an incident: {number}.").format(
                number=agency.incident_number or missing
            )
        )
        self.show_over()


def _card(title: str, *lines: Label) -> Card:
    card = Card(title)
    for line in lines:
        card.add(line)
    return card
