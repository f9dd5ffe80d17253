"""The first page on a fresh computer: set up a daybook, or try it first."""

from PySide6.QtCore import Qt, Signal

from app.domain.wording import _
from ui.pages.front import FrontPage
from ui.widgets.row_button import Row, RowButton


class FirstChoicePage(FrontPage):
    """Offers the two ways to begin, and the way to a caseload kept elsewhere.

    Signals:
        set_up_wanted: A new daybook is to be set up.
        practice_wanted: The made-up people are to be opened.
        another_wanted: A caseload in another folder is to be opened.
    """

    set_up_wanted = Signal()
    practice_wanted = Signal()
    another_wanted = Signal()

    def __init__(self) -> None:
        words = _("Your own caseload, locked, on this laptop.")
        super().__init__(_("Welcome to Peer Daybook"), words, width=600)
        self.card.column.setContentsMargins(12, 14, 12, 14)
        self.set_up = self._add(
            "set_up",
            Row(
                title=_("Set up my daybook"),
                second=_("About ten minutes. You can stop and go on later."),
                icon="notebook-pen",
            ),
        )
        self.set_up.clicked.connect(self.set_up_wanted)
        practice = Row(
            title=_("Try it with made-up people"),
            second=_("Look round first. Nothing you do there is real."),
            icon="drama",
        )
        self._add("practice", practice).clicked.connect(self.practice_wanted)
        another = Row(
            title=_("Open a caseload in another folder"),
            second=_("You already have one, such as on a stick."),
            icon="folder-open",
        )
        self._add("another", another).clicked.connect(self.another_wanted)

    def enter(self) -> None:
        self.set_up.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, name: str, row: Row) -> RowButton:
        button = RowButton(row)
        button.setObjectName(name)
        self.card.add(button, to_edge=True)
        return button
