"""Who the specialist is, and what their certificate says."""

from dataclasses import replace
from datetime import date

from app.domain.specialist import Specialist
from app.domain.wording import _
from app.services.specialist import read_specialist, save_specialist
from ui.context import Changed
from ui.pages.set_up.step import Step, complain, narrow
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.labels import Second


class _SpecialistStep(Step):
    def load(self) -> None:
        self.show_specialist(read_specialist(self.context.store))

    def show_specialist(self, specialist: Specialist) -> None:
        """Fill the fields."""
        raise NotImplementedError

    def change(self, specialist: Specialist) -> Specialist:
        """Return the specialist with this step's answers."""
        raise NotImplementedError

    def keep(self) -> None:
        store, now = self.context.store, self.context.now()
        save_specialist(store, self.change(read_specialist(store)), now=now)
        self.context.notifier.changed.emit(Changed.SPECIALIST)


class YouStep(_SpecialistStep):
    """Asks for the name that signs."""

    key = "you"

    def title(self) -> str:
        return _("Who are you?")

    def line(self) -> str:
        return _("Your name stands under every note you sign.")

    def build(self) -> None:
        card = Card()
        self.name = LineField(
            _("Your n&ame, as on your certificate"),
            strong=True,
            hint=_("First and last name, without titles."),
        )
        self.name.edit.setObjectName("name")
        card.add(self.name)
        self.column.addWidget(card)

    def show_specialist(self, specialist: Specialist) -> None:
        self.name.set_text(specialist.name)

    def change(self, specialist: Specialist) -> Specialist:
        return replace(specialist, name=self.name.text())

    def goes_to_missing(self) -> bool:
        if self.name.text():
            return False
        return complain(self.name, _("Type your name, as on your certificate."))


class CertificateStep(_SpecialistStep):
    """Asks for the certificate, and since when the specialist has worked as one."""

    key = "certificate"

    def title(self) -> str:
        return _("What does your certificate say?")

    def line(self) -> str:
        return _("Notes print its number. The dates start your clocks.")

    def build(self) -> None:
        now = self.context.now
        self.number = LineField(_("Certificate n&umber"), strong=True)
        self.number.edit.setObjectName("certificate_number")
        self.certified = DateField(_("&Certified on"), now, strong=True)
        self.certified.edit.setObjectName("certified_on")
        self.employed = DateField(
            _("First &day of work as a CPSSP"),
            now,
            strong=True,
            hint=_(
                "Your first day of employment as a CPSSP, at any agency. "
                "A change of agency changes nothing."
            ),
        )
        self.employed.edit.setObjectName("employed_since")
        card = Card()
        for field in (self.number, self.certified, self.employed):
            if isinstance(field, DateField):
                field.show_weekday(shown=False)
            card.add(narrow(field))
        card.add(Second(_("24-2-42.1(M) counts supervision from your first day.")))
        self.column.addWidget(card)

    def show_specialist(self, specialist: Specialist) -> None:
        self.number.set_text(specialist.certificate_number)
        self.certified.set_value(specialist.certified_on)
        self.employed.set_value(specialist.employed_since)

    def change(self, specialist: Specialist) -> Specialist:
        return replace(
            specialist,
            certificate_number=self.number.text(),
            certified_on=self.certified.value(),
            employed_since=self.employed.value(),
        )

    def goes_to_missing(self) -> bool:
        if not self.number.text():
            return complain(self.number, _("Type your certificate number."))
        today = self.context.now().date()
        return missing_day(self.certified, today) or missing_day(self.employed, today)


def missing_day(field: DateField, today: date) -> bool:
    """Say what is wrong with a day that must have come, and go there."""
    day = field.value()
    if day is None:
        return complain(field, _("Type the date, such as 2/2/26."))
    if day > today:
        return complain(field, _("This day has not come yet. Check the date."))
    return False
