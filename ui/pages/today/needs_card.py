"""The card "Needs you": at most five rows, then all of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.wording import _
from ui.pages.today.needs import Need
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, RowList
from ui.widgets.row_button import Row, RowButton

_MOST = 5


class NeedsCard(Card):
    """Each row acts; a calm line stands where nothing waits.

    Signals:
        chosen: A row was pressed. Argument: its :class:`Need`.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Needs you"))
        self._needs: tuple[Need, ...] = ()
        self._all = False
        self._rows = RowList(gap=4)
        self._more = QuietButton("")
        self._more.setObjectName("show_all")
        self._more.clicked.connect(self._on_more_clicked)
        self.add(self._rows, to_edge=True)
        self.column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_needs(self, needs: Sequence[Need]) -> None:
        """Show these rows; the same ones again keep the focus."""
        if tuple(needs) == self._needs and self._rows.rows():
            return
        self._needs = tuple(needs)
        self._show()

    def _show(self) -> None:
        shown = self._needs if self._all else self._needs[:_MOST]
        focused = next((r.objectName() for r in self._rows.rows() if r.hasFocus()), "")
        self._rows.set_rows([self._row(need) for need in shown] or [_calm()])
        for row in self._rows.rows():
            if focused and row.objectName() == focused:
                row.setFocus(Qt.FocusReason.OtherFocusReason)
        rest = len(self._needs) - len(shown)
        self._more.setVisible(rest > 0)
        self._more.set_words(_("Show all {n}").format(n=len(self._needs)))

    def _row(self, need: Need) -> QWidget:
        row = RowButton(need.row)
        row.setObjectName(need.key)
        row.clicked.connect(partial(self.chosen.emit, need))
        return row

    def _on_more_clicked(self) -> None:
        self._all = True
        self._show()
        self._rows.rows()[_MOST].setFocus(Qt.FocusReason.OtherFocusReason)


def _calm() -> QWidget:
    row = RowButton(
        Row(
            title=_("Nothing waits for you."),
            second=_("All notes are signed."),
            icon="circle-check",
            tone="ok",
            chevron=False,
        )
    )
    row.setEnabled(False)
    return row
