"""Change the ways in: the passphrase, the signing PIN, the recovery sheet."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.problems import RuleViolation
from app.domain.wording import _
from app.services.faults import StoreError, WrongPassphrase
from app.services.pins import pin_state
from app.services.set_up import change_passphrase
from ui.context import Context
from ui.pages.opening import passphrase_is_right
from ui.pages.set_up.new_passphrase import NewPassphrase
from ui.pages.set_up.pin_step import NewPin
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button, OutlineButton
from ui.widgets.card import Card
from ui.widgets.labels import Body
from ui.widgets.passphrase_field import PassphraseField


class _WayInCard(Card):
    """Fields that open on demand, one button, and what came of it."""

    def __init__(self, context: Context, title: str, words: str) -> None:
        super().__init__(title)
        self.context = context
        self._working = False
        self.told = Banner("", "ok")
        self.told.hide()
        self.button = OutlineButton("")
        self.button.clicked.connect(self._on_button_clicked)
        self.add(Body(words))

    def finish(self) -> None:
        """Add what stands below the fields."""
        self.add(self.told)
        add_button(self, self.button)
        self.add_stretch()

    def work(self) -> None:
        """Check the fields and begin; for subclasses."""
        raise NotImplementedError

    def begin(self, words: str) -> None:
        """Say that it works."""
        self._working = True
        self._words = self.button.text()
        self.button.set_words(words)
        self.told.hide()

    def end(self, words: str = "") -> None:
        """Say that it is done; empty words where it failed."""
        self._working = False
        self.button.set_words(self._words)
        if words:
            self.told.tell(words, "ok")
            self.told.show()

    def _on_button_clicked(self) -> None:
        if not self._working:
            self.work()


def add_button(card: Card, button: Button) -> None:
    """Add a button as wide as its words."""
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    card.add_layout(row)


class PassphraseCard(_WayInCard):
    """Changes the passphrase, on the quick lane."""

    def __init__(self, context: Context) -> None:
        words = _("Change it when somebody else may know it.")
        super().__init__(context, _("Passphrase"), words)
        self.old = PassphraseField(_("Passphrase &now"), strong=True)
        self.old.edit.setObjectName("old_passphrase")
        self.new = NewPassphrase(_("Ne&w passphrase"))
        self.button.set_words(_("Change passphrase"))
        self.button.setObjectName("change_passphrase")
        self.add(self.old)
        self.add(self.new)
        self.finish()

    def work(self) -> None:
        if not self.old.text():
            self.old.set_error(_("Type the passphrase you use now."))
            self.old.edit.setFocus()
            return
        if self.new.goes_to_missing():
            return
        context = self.context
        self.begin(_("Changing…"))
        context.tasks.run(
            Lane.QUICK,
            partial(
                change_passphrase,
                context.store,
                self.old.text(),
                self.new.text(),
                now=context.now(),
            ),
            on_done=self._on_changed,
            on_failed=self._on_failed,
            expected=(StoreError, RuleViolation),
        )

    def _on_changed(self, _nothing: None) -> None:
        self.old.clear()
        self.new.clear()
        self.end(_("Your passphrase is changed. The old one opens nothing here now."))

    def _on_failed(self, error: Exception) -> None:
        self.end()
        self.old.set_error(str(error))
        self.old.edit.setFocus()
        self.old.edit.selectAll()


class PinCard(_WayInCard):
    """Sets a new signing PIN for somebody who knows the passphrase."""

    def __init__(self, context: Context) -> None:
        words = _("Notes signed before stay as they are.")
        super().__init__(context, _("Signing PIN"), words)
        self.passphrase = PassphraseField(_("Pass&phrase"), strong=True)
        self.passphrase.edit.setObjectName("pin_passphrase")
        self.new_pin = NewPin()
        is_set = pin_state(context.store).is_set
        self.button.set_words(_("Change PIN") if is_set else _("Set PIN"))
        self.button.setObjectName("change_pin")
        self.add(self.passphrase)
        self.add(self.new_pin)
        self.finish()

    def work(self) -> None:
        if not self.passphrase.text():
            self.passphrase.set_error(_("Type your passphrase first."))
            self.passphrase.edit.setFocus()
            return
        if self.new_pin.goes_to_missing():
            return
        self.begin(_("Changing…"))
        store = self.context.store
        self.context.tasks.run(
            Lane.QUICK,
            partial(passphrase_is_right, store.folder, self.passphrase.text()),
            on_done=self._on_passphrase_checked,
            on_failed=self._on_failed,
            expected=(StoreError,),
        )

    def _on_passphrase_checked(self, right: bool) -> None:
        if not right:
            self._on_failed(WrongPassphrase())
            return
        self.passphrase.clear()
        self.new_pin.keep(self.context, self._on_kept)

    def _on_kept(self) -> None:
        self.end(_("Your new PIN is set."))

    def _on_failed(self, error: Exception) -> None:
        self.end()
        self.passphrase.set_error(str(error))
        self.passphrase.edit.setFocus()


class SheetCard(Card):
    """Leads to a new recovery sheet.

    Signals:
        wanted: The set-up is to be opened.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Recovery sheet and set-up"))
        words = _("See your answers again, or make a new sheet if the old one is lost.")
        self.add(Body(words))
        button = OutlineButton(_("Open set-up"), "list-checks")
        button.setObjectName("open_set_up")
        button.clicked.connect(self.wanted)
        add_button(self, button)
