"""A planned contact whose day has passed without a session, and what became of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.wording import _
from ui.dialogs.dialog import Dialog
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.card import Card
from ui.widgets.labels import Body


class MissedContactDialog(Dialog):
    """Record it, or take it off the list.

    Signals:
        record_wanted: Argument: the contact's id.
        closed_wanted: It did not come about. Argument: the contact's id.
    """

    record_wanted = Signal(int)
    closed_wanted = Signal(int)
    wide = 620

    def __init__(self, parent: QWidget) -> None:
        super().__init__(" ", parent)
        self._contact_id = 0
        self._record = PrimaryButton(_("&Record it"), "plus")
        self._record.setObjectName("record_contact")
        off = OutlineButton(_("&Take it off my list"), "x")
        off.setObjectName("close_contact")
        close = OutlineButton(_("&Close"))
        close.setObjectName("close")
        self._record.clicked.connect(self._on_record_clicked)
        off.clicked.connect(self._on_off_clicked)
        close.clicked.connect(self.reject)
        card = Card()
        card.add(
            Body(
                _(
                    "If you met, or if the person did not come, record it. "
                    "If it was only moved or dropped, take it off your list."
                )
            )
        )
        self.body.addWidget(card)
        for button in (close, off, self._record):
            self.bar.add_button(button)

    def begin(self, contact_id: int, title: str, second: str) -> None:
        """Ask about one contact."""
        self._contact_id = contact_id
        self.set_title(title, second)
        self.show_over(self._record)

    def _on_record_clicked(self) -> None:
        self.accept()
        self.record_wanted.emit(self._contact_id)

    def _on_off_clicked(self) -> None:
        self.accept()
        self.closed_wanted.emit(self._contact_id)
