"""The first step of set-up: the passphrase, before there is a caseload at all."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.problems import RuleViolation
from app.domain.set_up import STEPS
from app.domain.wording import _
from app.services.starting import StoreError
from ui.pages.opening import Doorway, make_caseload
from ui.pages.set_up.frame import SetUpFrame
from ui.pages.set_up.new_passphrase import NewPassphrase
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.labels import Body


class FirstPage(SetUpFrame):
    """Asks for a passphrase and makes the caseload: ``FirstPage(door)``.

    Signals:
        opened: The caseload is made and open. Argument: the ``Opened``, with the code.
    """

    opened = Signal(object)

    def __init__(self, door: Doorway) -> None:
        super().__init__(STEPS)
        self._door = door
        self._making = False
        self.passphrase = NewPassphrase(_("Your &passphrase"))
        self.passphrase.entered.connect(self._on_next_wanted)
        self.later_button.hide()
        title = _("Choose a passphrase")
        self.show_step(_card(self.passphrase), title, _("You type it each time."))
        self.show_path("passphrase", ())
        self.back_button.show()
        self.set_next("sheet")
        self.next_wanted.connect(self._on_next_wanted)

    def enter(self) -> None:
        """Take the focus."""
        self.passphrase.enter()

    def _on_next_wanted(self) -> None:
        if self._making or self.passphrase.goes_to_missing():
            return
        self._set_making(making=True)
        self._door.tasks.run(
            Lane.QUICK,
            partial(make_caseload, self._door, self.passphrase.text()),
            on_done=self.opened.emit,
            on_failed=self._on_making_failed,
            expected=(StoreError, RuleViolation),
        )

    def _on_making_failed(self, error: Exception) -> None:
        self._set_making(making=False)
        self.tell(str(error))
        self.enter()

    def _set_making(self, *, making: bool) -> None:
        self._making = making
        self.set_next("sheet")
        if making:
            self.next_button.set_words(_("Making your daybook…"))


def _card(passphrase: NewPassphrase) -> QWidget:
    card = Card(_("It locks everything you write"))
    card.add(
        Body(
            _(
                "Your records are kept in a locked file on this laptop. "
                "Only your passphrase or your recovery code opens it. "
                "Nobody can look them up for you."
            )
        )
    )
    card.add(passphrase)
    tip = _("Four or five words that do not belong together are easy to remember.")
    card.add(Banner(tip, "soft", "key-round"))
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(card)
    return holder
