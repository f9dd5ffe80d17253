"""A designation under a name that the rules on file do not know."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.designation import HeldDesignation
from app.domain.wording import _
from ui.pages.set_up.step import complain
from ui.pages.set_up.you_step import missing_day
from ui.widgets.check_row import CheckRow, CheckWords
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.flow_layout import FlowLayout


class OtherName(QWidget):
    """Takes any name, as printed on the certificate; it gives no list.

    Signals:
        changed: It was checked or unchecked.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        second = _("The rules on file have no list for other names.")
        self.check = CheckRow(CheckWords(words=_("Another name"), second=second))
        self.check.setObjectName("other")
        self.check.clicked.connect(self._on_check_clicked)
        self.name = LineField(_("Name on the certificate"), beside=True)
        self.name.edit.setObjectName("other.name")
        self.since = DateField(_("Held since"), now, beside=True)
        self.since.edit.setObjectName("other.held_since")
        self.since.name_as(_("Other name: held since"))
        self.since.show_weekday(shown=False)
        flow = FlowLayout(gap=14)
        flow.setContentsMargins(52, 0, 0, 0)
        flow.addWidget(self.name)
        flow.addWidget(self.since)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.check)
        column.addLayout(flow)
        self.check.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def is_picked(self) -> bool:
        """Return whether it is checked."""
        return self.check.isChecked()

    def show_held(self, held: HeldDesignation) -> None:
        """Show it as held."""
        self.check.setChecked(True)
        self.name.set_text(held.certificate_name or held.code)
        self.since.set_value(held.awarded_on)

    def held(self) -> HeldDesignation | None:
        """Return it as held; None while it is not complete."""
        name, since = self.name.text(), self.since.value()
        if not self.is_picked() or not name or since is None:
            return None
        return HeldDesignation(code=name, awarded_on=since, certificate_name=name)

    def goes_to_missing(self, today: date) -> bool:
        """Say what is missing and go there; false if nothing is."""
        if not self.is_picked():
            return False
        if not self.name.text():
            return complain(self.name, _("Type the name as it is printed."))
        return missing_day(self.since, today)

    def _on_check_clicked(self) -> None:
        self.changed.emit()
        if self.is_picked():
            self.name.control().setFocus()

    def _on_toggled(self, picked: bool) -> None:
        self.name.setVisible(picked)
        self.since.setVisible(picked)
