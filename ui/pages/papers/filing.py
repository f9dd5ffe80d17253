"""The panel that asks when and where a page was filed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from app.domain.problems import Problem
from app.domain.wording import _
from ui.widgets.buttons import OutlineButton, QuietButton
from ui.widgets.card import Band
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.flow_layout import FlowLayout


class FilingPanel(Band):
    """Asks the day, today unless changed, and the place: ``FilingPanel(now)``.

    Attributes:
        printout_id: The page it is about, None while it is closed.

    Signals:
        kept: The page is filed as the fields say.
        closed: Cancel or Esc.
    """

    kept = Signal()
    closed = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.printout_id: int | None = None
        self.filed_on = DateField(_("Filed &on"), now)
        self.filed_on.edit.setObjectName("filed_on")
        self.filed_where = LineField(_("&Where it is kept"))
        self.filed_where.edit.setObjectName("filed_where")
        self.keep = OutlineButton(_("&File it"), "file-check")
        self.keep.setObjectName("file_it")
        cancel = QuietButton(_("Cancel"))
        cancel.setObjectName("cancel_filing")
        fields = QHBoxLayout()
        fields.setSpacing(12)
        fields.addWidget(self.filed_on)
        fields.addWidget(self.filed_where, 1)
        buttons = FlowLayout(gap=8, right=True)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep)
        self.column.addLayout(fields)
        self.column.addLayout(buttons)
        self.keep.clicked.connect(self.kept)
        cancel.clicked.connect(self.closed)
        for field in (self.filed_on, self.filed_where):
            field.edit.returnPressed.connect(self.kept)
        self.hide()

    def ask(self, printout_id: int, today: datetime, where: str) -> None:
        """Ask about a page; what was typed for another one is cleared."""
        self.printout_id = printout_id
        self.filed_on.set_value(today.date())
        self.filed_where.set_text(where)

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong at its field and go there."""
        for problem in problems:
            unreadable = _("We could not read this date. Type it like 11/24/2026.")
            words = unreadable if self.filed_on.is_unreadable() else problem.message
            self.filed_on.set_error(words)
            self.filed_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close it."""
        self.printout_id = None
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
