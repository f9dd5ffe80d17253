"""One shelf of the papers page: a card of rows, each a page and what to do with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import _
from ui.pages.papers.filing import FilingPanel
from ui.pages.papers.words import PaperWords, Shelf, shelf_words
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, RowList, Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.row_button import Row, RowButton

FEW = 4
MANY = 100


class PaperRow(QWidget):
    """A page: pressing it shows the page, its button does the next thing.

    ``PaperRow(printout_id, words, shelf)``

    Signals:
        opened: The page is to be shown. Argument: the printout's id.
        acted: The next thing is to be done. Argument: the printout's id.
    """

    opened = Signal(int)
    acted = Signal(int)

    def __init__(self, printout_id: int, words: PaperWords, shelf: Shelf) -> None:
        super().__init__()
        self.printout_id = printout_id
        look = shelf_words(shelf)
        self.button = RowButton(
            Row(
                title=words.title,
                second=words.second,
                icon=words.icon,
                tone=words.tone,
                strong=False,
                small=True,
                chevron=not look.action,
            )
        )
        self.button.setObjectName(f"open_{printout_id}")
        self.button.setAccessibleName(words.said)
        self.button.clicked.connect(self._on_button_clicked)
        self.action = QuietButton(look.action, look.action_icon)
        self.action.setObjectName(f"act_{printout_id}")
        self.action.setAccessibleName(
            _("{action}: {page}").format(action=look.action, page=words.said)
        )
        self.action.clicked.connect(self._on_action_clicked)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.button, 1)
        line.addWidget(self.action)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(line)
        self.action.setVisible(bool(look.action))

    def hold(self, panel: FilingPanel) -> None:
        """Show the filing panel under this row."""
        self._column.addWidget(panel)
        panel.show()

    def _on_button_clicked(self) -> None:
        self.opened.emit(self.printout_id)

    def _on_action_clicked(self) -> None:
        self.acted.emit(self.printout_id)


class PaperShelf(Card):
    """A card with the pages of one shelf: ``PaperShelf(shelf)``.

    Attributes:
        see_all: Shows the shelf by itself.
        empty: What is said where there is no page.

    Signals:
        opened: A page is to be shown. Argument: the printout's id.
        acted: A page's next thing is to be done. Argument: the printout's id.
        all_wanted: See all was pressed.
        more_wanted: Show more was pressed.
    """

    opened = Signal(int)
    acted = Signal(int)
    all_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, shelf: Shelf) -> None:
        look = shelf_words(shelf)
        self.see_all = QuietButton(_("See all"))
        super().__init__(look.title, look.note, self.see_all)
        self._shelf = shelf
        self.see_all.setObjectName(f"see_all_{shelf.name.lower()}")
        self.see_all.clicked.connect(self.all_wanted)
        keeps_room = self.see_all.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)  # all heads are of one height
        self.see_all.setSizePolicy(keeps_room)
        self._rows = RowList(gap=0)
        self.empty = EmptyState(look.icon, look.empty, look.empty_note)
        self._more = QuietButton(_("Show more"), "chevron-down")
        self._more.clicked.connect(self.more_wanted)
        self.column.setSpacing(0)
        self.add(Rule(), to_edge=True)
        self.add(self._rows, to_edge=True)
        self.add(self.empty)
        self.add(self._more)

    def shelf(self) -> Shelf:
        """Return which shelf it shows."""
        return self._shelf

    def rows(self) -> tuple[PaperRow, ...]:
        """Return the pages shown, top first."""
        return tuple(row for row in self._rows.rows() if isinstance(row, PaperRow))

    def show_pages(
        self, pages: Sequence[tuple[int, PaperWords]], *, whole: bool, limit: int = FEW
    ) -> None:
        """Show pages; of more than ``limit`` the first ones, and a way to the rest.

        ``whole`` says that the shelf is shown by itself.
        """
        shown: list[QWidget] = []
        for printout_id, words in pages[:limit]:
            row = PaperRow(printout_id, words, self._shelf)
            row.opened.connect(self.opened)
            row.acted.connect(self.acted)
            shown += [Rule(), row] if shown else [row]
        self._rows.set_rows(shown)
        self.empty.setVisible(not pages)
        more = len(pages) > limit
        self._more.setVisible(whole and more)
        self.see_all.setVisible(more and not whole)
        told = _("See all {n}").format(n=len(pages))
        if len(pages) > MANY:
            told = _("See all")
        self.see_all.set_words(told)
        self.see_all.setAccessibleName(
            _("{words}: {shelf}").format(words=told, shelf=self.title.text())
        )
