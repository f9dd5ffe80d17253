"""Where the signing PIN is typed on the form, or what takes its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.wording import _
from ui.context import Context
from ui.pages.sign.pin_way import PinWay, Way
from ui.theme import current_theme
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Band
from ui.widgets.labels import Line

_WIDTH = 380


class PinPanel(Band):
    """Asks for the PIN in the middle of the form: ``PinPanel(context)``.

    Attributes:
        way: The fields.

    Signals:
        closed: Cancel was pressed.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._words = Line("", "on_soft")
        self.way = PinWay(context)
        self.way.setMinimumWidth(current_theme().px(_WIDTH))
        self.cancel = QuietButton(_("Do not sign now"))
        self.cancel.setObjectName("cancel_sign")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.way)
        line.addStretch(1)
        line.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(self._words)
        self.column.addLayout(line)
        self.way.entered.connect(self.way.submit)
        self.way.way_changed.connect(self._on_way_changed)
        self.cancel.clicked.connect(self.closed)
        self.hide()

    def ask(self) -> None:
        """Show what is asked now and go there."""
        self.way.begin()
        self.show()
        self.way.go()

    def end(self) -> None:
        """Forget what was typed and close."""
        self.way.clear()
        self.hide()

    def _on_way_changed(self, way: Way) -> None:
        self._words.set_words(
            {
                Way.PIN: _("Your PIN signs sections 1 and 2 and the last line."),
                Way.PASSPHRASE: _("Your passphrase gives new tries."),
                Way.NEW_PIN: _("You sign with a PIN of your own."),
            }[way]
        )
