"""The agreement on a list that the rule gives under another name."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.wording import _
from ui.pages.set_up.lists import ListFact, mapping_words
from ui.pages.set_up.step import complain
from ui.pages.set_up.you_step import missing_day
from ui.theme import BODY, Theme
from ui.widgets.card import Panel
from ui.widgets.check_row import CheckRow
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pill import IconLabel

_WITH, _DATE = 252, 150


class Agreement(Panel):
    """Says that the program matched two names, and asks who agreed, and when.

    ``Agreement(code, name, fact, now)``.

    Signals:
        changed: The box was checked or unchecked, or a field was edited.
    """

    changed = Signal()

    def __init__(
        self, code: str, name: str, fact: ListFact, now: Callable[[], datetime]
    ) -> None:
        self.agreed_with = LineField(_("Agreed with"), beside=True)
        self.agreed_on = DateField(_("on"), now, beside=True)
        super().__init__("warn_bg", radius=10)
        self._why = IconLabel("info", "", "warn", BODY)
        self.use = CheckRow("")
        if fact.to_agree is not None:
            self._why.set_words(mapping_words(fact, name))
            use = _("Use “{list}” for {designation}")
            self.use.set_words(use.format(list=fact.names[0], designation=code))
        self.use.set_token("warn")
        self.use.setObjectName(f"{code}.agreed")
        self.use.clicked.connect(self._on_use_clicked)
        self.agreed_with.edit.setObjectName(f"{code}.agreed_with")
        self.agreed_on.edit.setObjectName(f"{code}.agreed_on")
        for field in (self.agreed_with, self.agreed_on):
            field.label.set_token("warn")
            field.edited.connect(self.changed)
        self.agreed_with.name_as(_("{code}: agreed with").format(code=code))
        self.agreed_on.name_as(_("{code}: agreed on").format(code=code))
        self.agreed_on.show_weekday(shown=False)
        self._lay_out()

    def show_agreed(self, agreed_with: str, agreed_on: date | None) -> None:
        """Show who agreed, and when."""
        self.use.setChecked(bool(agreed_with) and agreed_on is not None)
        self.agreed_with.set_text(agreed_with)
        self.agreed_on.set_value(agreed_on)

    def is_agreed(self) -> bool:
        """Return whether the box is checked and both answers are there."""
        agreed_with, agreed_on = self.agreed()
        return self.use.isChecked() and bool(agreed_with) and agreed_on is not None

    def agreed(self) -> tuple[str, date | None]:
        """Return who agreed, and when."""
        return self.agreed_with.text(), self.agreed_on.value()

    def goes_to_missing(self, today: date) -> bool:
        """Say what is missing once the box is checked; open until then."""
        if not self.use.isChecked():
            return False
        if not self.agreed_with.text():
            words = _("Type who agreed, such as your supervisor.")
            return complain(self.agreed_with, words)
        return missing_day(self.agreed_on, today)

    def wear(self, theme: Theme) -> None:
        self.agreed_with.control().setFixedWidth(theme.px(_WITH))
        self.agreed_on.control().setFixedWidth(theme.px(_DATE))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addWidget(self._why)
        flow = FlowLayout(gap=14)
        for part in (self.use, self.agreed_with, self.agreed_on):
            flow.addWidget(part)
        column.addLayout(flow)

    def _on_use_clicked(self) -> None:
        self.changed.emit()
        if self.use.isChecked() and not self.agreed_with.text():
            self.agreed_with.control().setFocus()
