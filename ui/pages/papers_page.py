"""Papers: what to print, what to sign in ink, what is printed, what is filed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.problems import Problem
from app.domain.wording import _
from app.services import papers
from app.services.faults import StoreError
from app.services.papers import Printout
from ui.context import Changed, Context, PageName, Place
from ui.pages.papers.filing import FilingPanel
from ui.pages.papers.print_run import PrintRun
from ui.pages.papers.shelf import FEW, MANY, PaperRow, PaperShelf
from ui.pages.papers.words import Shelf, paper_words
from ui.widgets.banner import Banner
from ui.widgets.bars import UndoBar
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.page import Columns, Page
from ui.widgets.page_scroll import PageScroll


class PapersPage(Page):
    """The way of each page from the queue to the agency's record.

    ``PapersPage(context, parent=None)``

    Attributes:
        panel: Asks when and where a page was filed.
        undo_bar: Takes the newest filing back.
        print_all: Prints the whole queue.
        told: What went wrong with a print.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Papers"), _("What to print, what to sign in ink, and what is filed")
        )
        self.setParent(parent)
        self._context = context
        self._alone: Shelf | None = None
        self._limit = MANY
        self._pages: dict[int, Printout] = {}
        self._filed_last: int | None = None
        self.panel = FilingPanel(context.now)
        self.panel.setParent(self)
        self.undo_bar = UndoBar()
        self._shelves = {shelf: PaperShelf(shelf) for shelf in Shelf}
        self._pairs: list[tuple[Columns, tuple[Shelf, Shelf]]] = []
        self._every = OutlineButton(_("All papers"), "chevron-left")
        self.print_all = PrimaryButton("", "printer")
        self.told = Banner("", "bad")
        self._run = PrintRun(context, self)
        self._fill()
        self._connect()

    def shelf(self, shelf: Shelf) -> PaperShelf:
        """Return the card of a shelf."""
        return self._shelves[shelf]

    def open(self, place: Place) -> None:
        """Show every shelf; with a printout's id, ask where that page is filed."""
        self._show_alone(None)
        if place.printout_id in self._pages:
            self._ask(place.printout_id)
            field = self.findChild(QWidget, place.field or "filed_on")
            if field is not None:
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Let go of the page; everything is saved already."""
        self.undo_bar.settle()
        return True

    def place(self) -> Place:
        """Return where one is: the page being filed, and its field."""
        at = self.focusWidget()
        asked = self.panel.printout_id
        inside = at is not None and self.panel.isAncestorOf(at)
        field = at.objectName() if inside and at is not None else ""
        return Place(page=PageName.PAPERS, printout_id=asked, field=field)

    def regions(self) -> list[QWidget]:
        """Return the header and each shelf, for F6."""
        shelves = [shelf for shelf in self._shelves.values() if shelf.isVisible()]
        return [*super().regions()[:1], *shelves]

    def focus_heading(self) -> None:
        """Go to the title, or to the question where a page is filed."""
        if self.panel.printout_id is None:
            super().focus_heading()
        else:
            self.panel.filed_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape and self._alone is not None:
            self._on_every_clicked()
        elif event.key() == Qt.Key.Key_P and ctrl:
            self._on_print_all_clicked()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self._every.setObjectName("all_papers")
        self.print_all.setObjectName("print_all")
        self.add_trailing(self._every)
        self.add_trailing(self.print_all)
        scroll = PageScroll()
        pairs = ((Shelf.QUEUE, Shelf.INK), (Shelf.LOOSE, Shelf.FILED))
        for left, right in pairs:
            both = Columns(self._shelves[left], self._shelves[right], (1, 1))
            self._pairs.append((both, (left, right)))
            scroll.column.addWidget(both, 1)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.told)
        self.body.addWidget(self.undo_bar)
        self.told.hide()

    def _connect(self) -> None:
        for shelf, card in self._shelves.items():
            card.opened.connect(self._on_page_opened)
            card.acted.connect(self._on_page_acted)
            card.all_wanted.connect(partial(self._show_alone, shelf))
            card.more_wanted.connect(self._on_more_wanted)
        self._every.clicked.connect(self._on_every_clicked)
        self.print_all.clicked.connect(self._on_print_all_clicked)
        self._run.failed.connect(self._on_run_failed)
        self.panel.kept.connect(self._on_panel_kept)
        self.panel.closed.connect(self._on_panel_closed)
        self.undo_bar.undone.connect(self._on_filing_undone)
        self._context.notifier.changed.connect(self._on_caseload_changed)
        self._context.privacy.hidden_changed.connect(self._on_names_hidden)

    def _read(self) -> None:
        """Read every shelf again; a filing panel in use keeps what is typed."""
        store = self._context.store
        many = self._limit + 1
        found: dict[Shelf, Sequence[Printout]] = {
            Shelf.QUEUE: papers.print_queue(store),
            Shelf.INK: papers.waiting_for_ink(store),
            Shelf.LOOSE: papers.printed_not_filed(store),
            Shelf.FILED: papers.filed(store, limit=many),
        }
        self._pages = {page.id: page for pages in found.values() for page in pages}
        self.panel.setParent(self)
        self.panel.hide()
        hidden = self._context.privacy.hidden
        today = self._context.now().date()
        for shelf, card in self._shelves.items():
            rows = [
                (page.id, paper_words(page, shelf, today=today, hidden=hidden))
                for page in found[shelf]
            ]
            whole = shelf is self._alone
            card.show_pages(rows, whole=whole, limit=self._limit if whole else FEW)
            card.setVisible(self._alone is None or whole)
        for both, pair in self._pairs:
            both.setVisible(self._alone is None or self._alone in pair)
        row = self._row_of(self.panel.printout_id)
        if row is not None:
            row.hold(self.panel)
        else:
            self.panel.end()
        self._name_print_all(len(found[Shelf.QUEUE]))

    def _name_print_all(self, pages: int) -> None:
        self.print_all.setVisible(pages > 1)
        self.print_all.set_words(_("&Print all {n}").format(n=pages))

    def _show_alone(self, shelf: Shelf | None) -> None:
        self._alone, self._limit = shelf, MANY
        self._every.setVisible(shelf is not None)
        self._read()
        if shelf is not None:
            self._every.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_of(self, printout_id: int | None) -> PaperRow | None:
        rows = (row for card in self._shelves.values() for row in card.rows())
        return next((row for row in rows if row.printout_id == printout_id), None)

    def _ask(self, printout_id: int) -> None:
        row = self._row_of(printout_id)
        if row is None:
            return
        newest = papers.filed(self._context.store, limit=1)
        where = newest[0].filed_where if newest else ""
        self.panel.ask(printout_id, self._context.now(), where)
        row.hold(self.panel)
        self.panel.filed_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.panel.filed_on.edit.selectAll()

    def _on_page_opened(self, printout_id: int) -> None:
        self._context.navigator.go(PageName.READ, printout_id=printout_id)

    def _on_page_acted(self, printout_id: int) -> None:
        page = self._pages[printout_id]
        if page.printed_at is None:
            self.told.hide()
            self._run.start([page])
        else:
            self._ask(printout_id)

    def _on_print_all_clicked(self) -> None:
        self.told.hide()
        self._run.start(papers.print_queue(self._context.store))

    def _on_run_failed(self, words: str) -> None:
        self.told.tell(words, "bad")
        self.told.show()

    def _on_more_wanted(self) -> None:
        self._limit += MANY
        self._read()

    def _on_every_clicked(self) -> None:
        was = self._alone
        self._show_alone(None)
        if was is not None:
            self._shelves[was].see_all.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_panel_kept(self) -> None:
        page = self._pages[self.panel.printout_id or 0]
        now, on = self._context.now(), self.panel.filed_on.value()
        if problems := papers.check_filing(page, on, today=now.date()):
            self.panel.tell(problems)
            return
        assert on is not None  # check_filing has seen to it
        where = self.panel.filed_where.text()
        try:
            papers.file_printout(
                self._context.store, page.id, on=on, where=where, now=now
            )
        except StoreError as error:
            self.panel.tell((Problem("filed_on", str(error)),))
            return
        self.panel.end()
        self._filed_last = page.id
        self._context.notifier.changed.emit(Changed.PAPERS)
        self.undo_bar.offer(_("{page} is filed.").format(page=page.document_id))
        self.focus_heading()

    def _on_panel_closed(self) -> None:
        row = self._row_of(self.panel.printout_id)
        self.panel.end()
        if row is not None:
            row.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_filing_undone(self) -> None:
        if self._filed_last is None:
            return
        printout_id, self._filed_last = self._filed_last, None
        papers.unfile_printout(
            self._context.store, printout_id, now=self._context.now()
        )
        self._context.notifier.changed.emit(Changed.PAPERS)
        row = self._row_of(printout_id)
        if row is not None:
            row.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_caseload_changed(self, parts: Changed) -> None:
        if self.isVisible() and parts & (Changed.PAPERS | Changed.PEOPLE):
            self._read()

    def _on_names_hidden(self, _hidden: bool) -> None:
        if self.isVisible():
            self._read()
