"""The panels in which My record is changed: the steps of set-up, one at a time."""

from functools import partial

from app.domain.wording import _
from app.services.caseload import check_passphrase
from app.services.faults import StoreError
from ui.context import Changed, Context
from ui.pages.set_up.designations_step import DesignationsStep
from ui.pages.set_up.edition_fields import EditionFields
from ui.pages.set_up.pin_step import NewPin
from ui.pages.set_up.step import Done, Step, complain, narrow
from ui.pages.set_up.you_step import CertificateStep
from ui.tasks import Lane
from ui.widgets.card import Card
from ui.widgets.labels import Body
from ui.widgets.passphrase_field import PassphraseField


class EditionPanel(Step):
    """Which edition the agency works from, and who said so."""

    key = "edition"

    def title(self) -> str:
        return _("The edition in use")

    def line(self) -> str:
        return _("What was said before stays in your record.")

    def build(self) -> None:
        self.edition = EditionFields(self.context)
        self.edition.choice.picked.connect(self.keep_typed)
        self.column.addWidget(self.edition)

    def load(self) -> None:
        self.edition.load()

    def refresh(self) -> None:
        self.edition.refresh()

    def goes_to_missing(self) -> bool:
        return self.edition.goes_to_missing()

    def keep(self) -> None:
        self.edition.keep()
        self.context.notifier.changed.emit(Changed.SPECIALIST | Changed.SETTINGS)


class PinPanel(Step):
    """A new signing PIN, given only to somebody who knows the passphrase."""

    key = "new pin"

    def title(self) -> str:
        return _("Set a signing PIN")

    def line(self) -> str:
        return _("You type it each time you sign. Tell nobody your PIN.")

    def build(self) -> None:
        self.passphrase = PassphraseField(_("Your &passphrase"), strong=True)
        self.passphrase.edit.setObjectName("passphrase")
        self.new_pin = NewPin()
        card = Card()
        card.add(
            Body(_("Notes signed with your old PIN stay signed and can be checked."))
        )
        for field in (self.passphrase, self.new_pin.pin, self.new_pin.again):
            narrow(field, 420)
        card.add(self.passphrase)
        card.add(self.new_pin)
        self.column.addWidget(card)

    def enter(self) -> None:
        self.passphrase.setFocus()

    def goes_to_missing(self) -> bool:
        if not self.passphrase.text():
            return complain(self.passphrase, _("Type your passphrase."))
        return self.new_pin.goes_to_missing()

    def finish(self, done: Done) -> None:
        self.busy.emit(_("Making your key…"))
        self.context.tasks.run(
            Lane.QUICK,
            partial(
                check_passphrase, self.context.store.folder, self.passphrase.text()
            ),
            on_done=partial(self._on_checked, done),
            on_failed=self._on_check_failed,
            expected=(StoreError,),
        )

    def _on_checked(self, done: Done, right: bool) -> None:
        if right:
            self.new_pin.keep(self.context, partial(self._on_kept, done))
            return
        self.busy.emit("")
        self.passphrase.clear()
        words = _("That passphrase did not work. Check Caps Lock and try again.")
        complain(self.passphrase, words)

    def _on_check_failed(self, error: Exception) -> None:
        self.busy.emit("")
        self.failed.emit(str(error))

    def _on_kept(self, done: Done) -> None:
        self.busy.emit("")
        self.passphrase.clear()
        done()


_PANELS: dict[str, type[Step]] = {
    "designations": DesignationsStep,
    "certificate": CertificateStep,
    "edition": EditionPanel,
    "pin": PinPanel,
}


def make_panel(name: str, context: Context) -> Step | None:
    """Return the panel of this name, None where there is none."""
    kind = _PANELS.get(name)
    return kind(context) if kind is not None else None
