"""Unlock with the recovery code: the code, a new passphrase, and the caseload opens."""

from functools import partial

from PySide6.QtCore import Qt, Signal

from app.domain.problems import RuleViolation
from app.domain.wording import _
from app.services.starting import StoreError
from ui.pages.front import FrontPage
from ui.pages.opening import Doorway, open_by_code
from ui.pages.set_up.new_passphrase import NewPassphrase
from ui.tasks import Lane
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.fields import LineField
from ui.widgets.labels import Body


class RecoveryPage(FrontPage):
    """Asks for the code of the sealed sheet and a new passphrase.

    Signals:
        opened: The caseload is open. Argument: the :class:`Opened`.
        back_wanted: Back to the passphrase.
    """

    opened = Signal(object)
    back_wanted = Signal()

    def __init__(self, door: Doorway) -> None:
        super().__init__(_("Use your recovery code"), width=600)
        self._door = door
        self._opening = False
        self.card.add(
            Body(
                _(
                    "The code is on the sealed sheet. You gave it to your supervisor. "
                    "With it you choose a new passphrase. The old one stops working."
                )
            )
        )
        self.code = LineField(
            _("&Recovery code"),
            strong=True,
            hint=_("Nine groups of four. Small letters and spaces are fine."),
        )
        self.code.edit.setObjectName("code")
        self.passphrase = NewPassphrase(_("Your new &passphrase"))
        self.passphrase.entered.connect(self._on_open_wanted)
        self.open_button = PrimaryButton(_("&Open"), tall=True)
        self.open_button.setObjectName("open")
        self.open_button.clicked.connect(self._on_open_wanted)
        for part in (self.code, self.passphrase, self.open_button):
            self.card.add(part)
        back = QuietButton(_("&Back to the passphrase"), "chevron-left")
        back.setObjectName("back")
        back.clicked.connect(self.back_wanted)
        self.add_below(back)

    def enter(self) -> None:
        self.code.control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open_wanted(self) -> None:
        if self._opening:
            return
        if not self.code.text():
            self.code.set_error(_("Type the code from your recovery sheet."))
            self.enter()
            return
        if self.passphrase.goes_to_missing():
            return
        self._set_opening(opening=True)
        work = partial(
            open_by_code, self._door, self.code.text(), self.passphrase.text()
        )
        self._door.tasks.run(
            Lane.QUICK,
            work,
            on_done=self.opened.emit,
            on_failed=self._on_open_failed,
            expected=(StoreError, RuleViolation),
        )

    def _set_opening(self, *, opening: bool) -> None:
        self._opening = opening
        self.open_button.set_words(_("Opening…") if opening else _("&Open"))

    def _on_open_failed(self, error: Exception) -> None:
        self._set_opening(opening=False)
        self.code.set_error(str(error))
        self.enter()
        self.code.edit.selectAll()
