"""Who said so, and when: asked beside every answer the agency gives."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import _
from ui.pages.set_up.step import complain
from ui.pages.set_up.you_step import missing_day
from ui.theme import current_theme
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.flow_layout import FlowLayout

_WITH, _DATE = 280, 170


class SaidFields(QWidget):
    """``SaidFields(about, now, starts=...)``: who, when, and from when it holds.

    Args:
        about: What the answer is about, for screen readers and the fields' names.
        starts: The label of the start date; without one it is not asked.
    """

    def __init__(
        self, about: str, now: Callable[[], datetime], starts: str = ""
    ) -> None:
        super().__init__()
        self._now = now
        self.said_by = LineField(_("Who said so"), strong=True)
        self.said_on = DateField(_("When"), now, strong=True)
        self.starts_on = DateField(starts, now, strong=True)
        flow = FlowLayout(gap=16, line_gap=12)
        for field, name in (
            (self.said_by, "said_by"),
            (self.said_on, "said_on"),
            (self.starts_on, "starts_on"),
        ):
            field.edit.setObjectName(f"{about}.{name}")
            field.name_as(f"{about}: {field.label.text()}")
            field.setFixedWidth(self._width_of(field))
            flow.addWidget(field)
        self.said_on.show_weekday(shown=False)
        self.starts_on.show_weekday(shown=False)
        self._starts = bool(starts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        self.starts_on.setVisible(self._starts)

    def show_answer(
        self, said_by: str, said_on: date | None, starts: date | None
    ) -> None:
        """Fill the fields."""
        self.said_by.set_text(said_by)
        self.said_on.set_value(said_on)
        self.starts_on.set_value(starts)

    def goes_to_missing(self) -> bool:
        """Say what is missing and go there; false if nothing is."""
        if not self.said_by.text():
            return complain(self.said_by, _("Type who said so."))
        if missing_day(self.said_on, self._now().date()):
            return True
        if self._starts and self.starts_on.value() is None:
            return complain(self.starts_on, _("Type the date, such as 2/2/26."))
        return False

    @staticmethod
    def _width_of(field: LineField) -> int:
        wanted = _DATE if isinstance(field, DateField) else _WITH
        return current_theme().px(wanted)
