"""The page where one kept page of paper is read, printed, or copied out."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.person import display_name
from app.domain.wording import _
from app.services.faults import StoreError
from app.services.kept_pages import kept_page
from app.services.pages import Page as PaperPage
from app.services.papers import (
    Printout,
    mark_printed,
    note_copy_saved,
    read_printout,
)
from ui.context import Changed, Context, PageName, Place
from ui.printing import show_print_dialog, show_save_dialog
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.bars import ActionBar
from ui.widgets.buttons import OutlineButton, PrimaryButton, QuietButton
from ui.widgets.page import Page
from ui.widgets.page_preview import PagePreview
from ui.widgets.pill import StatusPill
from ui.widgets.reading import date_words


class ReadPage(Page):
    """One kept page, exactly as it was made: ``ReadPage(context)``.

    Attributes:
        preview: The page.
        print_button, save, ink_filed: What can be done with it.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("A page from your records"))
        self.setParent(parent)
        self._context = context
        self._printout: Printout | None = None
        self._paper: PaperPage | None = None
        self._showing = 0
        self.pill = StatusPill("printer", "", "neutral")
        self.back = OutlineButton(_("&Back"), "chevron-left")
        self.banner = Banner("", "ok")
        self.preview = PagePreview(context, _("This is the page as it was made"))
        self.bar = self.set_bar(ActionBar())
        self.save = QuietButton(_("&Save a copy"), "download")
        self.ink_filed = OutlineButton(_("Ink copy &filed"), "file-check")
        self.print_button = PrimaryButton(_("&Print"), "printer")
        self._lay_out()
        self._connect()

    def open(self, place: Place) -> None:
        """Show the page of ``place.printout_id``."""
        self._paper = self._printout = None
        self._showing += 1
        self.banner.hide()
        try:
            self._printout = read_printout(self._context.store, place.printout_id or 0)
        except LookupError:
            self.preview.tell(_("This page is not in your records."))
            self._show()
            return
        self._show()
        self.preview.tell(_("Making the page…"))
        context = self._context
        context.tasks.run(
            Lane.QUICK,
            partial(kept_page, context.store, self._printout, context.scope),
            on_done=partial(self._on_read, self._showing),
            on_failed=partial(self._on_lost, self._showing),
            expected=(StoreError,),
        )

    def leave(self) -> bool:
        """Nothing is typed here."""
        return True

    def place(self) -> Place:
        """Return which page is shown."""
        shown = self._printout.id if self._printout is not None else None
        return Place(page=PageName.READ, printout_id=shown)

    def focus_heading(self) -> None:
        """Put the focus on the page, so that it is read first."""
        self.preview.focus_page()

    def regions(self) -> list[QWidget]:
        return [self.preview, self.bar]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_P:
            self._on_print_clicked()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.add_trailing(self.pill)
        self.add_trailing(self.back)
        self.body.addWidget(self.banner)
        self.banner.hide()
        self.body.addWidget(self.preview, 1)
        for name, button in (
            ("save", self.save),
            ("ink_filed", self.ink_filed),
            ("print", self.print_button),
        ):
            button.setObjectName(name)
            self.bar.add_button(button)

    def _connect(self) -> None:
        context = self._context
        self.back.clicked.connect(context.navigator.back)
        self.save.clicked.connect(self._on_save_clicked)
        self.ink_filed.clicked.connect(self._on_ink_filed_clicked)
        self.print_button.clicked.connect(self._on_print_clicked)
        context.privacy.hidden_changed.connect(self._on_hidden_changed)
        context.notifier.changed.connect(self._on_changed)

    def _show(self) -> None:
        printout = self._printout
        self.bar.setVisible(printout is not None)
        self.pill.setVisible(printout is not None)
        if printout is None:
            self.set_title(_("A page from your records"))
            return
        hidden = self._context.privacy.hidden
        parts = [_("Page {id}").format(id=printout.document_id)]
        if printout.person_name:
            parts.insert(0, display_name(printout.person_name, hidden=hidden))
        self.set_title(_kind_words(printout.kind), "  ·  ".join(parts))
        self.pill.show_status(*_state(printout))
        waiting = printout.filed_on is None and printout.printed_at is not None
        self.ink_filed.setVisible(waiting)
        filed = _("Ink copy &filed") if printout.needs_ink else _("Copy &filed")
        self.ink_filed.set_words(filed)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        for button in (self.save, self.print_button):
            button.setEnabled(self._paper is not None)

    def _on_read(self, showing: int, page: PaperPage) -> None:
        if isValid(self) and showing == self._showing:
            self._paper = page
            self.preview.show_page(page)
            self._show_what_can_be_done()

    def _on_lost(self, showing: int, error: Exception) -> None:
        if isValid(self) and showing == self._showing:
            self.preview.tell(_("The page cannot be shown."), str(error))

    def _on_print_clicked(self) -> None:
        if self._paper is not None:
            tasks = self._context.tasks
            show_print_dialog(self, tasks, self._paper[0], self._on_printed)

    def _on_printed(self) -> None:
        if self._enter(mark_printed):
            self._context.notifier.changed.emit(Changed.PAPERS)

    def _on_save_clicked(self) -> None:
        if self._paper is not None and self._printout is not None:
            then = (self._printout.document_id, self._on_saved)
            show_save_dialog(self, self._context.tasks, self._paper[0], then)

    def _on_saved(self) -> None:
        if self._enter(note_copy_saved):
            words = _("The copy is saved. Your record says so.")
            self.banner.tell(words, "ok")
            self.banner.show()

    def _enter(self, what: Callable[..., None]) -> bool:
        """Enter in the record what was done with the page; say so if that fails."""
        if self._printout is None:
            return False
        try:
            what(self._context.store, self._printout.id, now=self._context.now())
        except StoreError as error:
            self.banner.tell(str(error), "bad")
            self.banner.show()
            return False
        return True

    def _on_ink_filed_clicked(self) -> None:
        if self._printout is not None:
            self._context.navigator.go(PageName.PAPERS, printout_id=self._printout.id)

    def _on_hidden_changed(self, _hidden: bool) -> None:
        self._show()

    def _on_changed(self, parts: Changed) -> None:
        if not parts & Changed.PAPERS or self._printout is None:
            return
        try:
            self._printout = read_printout(self._context.store, self._printout.id)
        except LookupError:  # another acknowledgement took its place
            self._printout = self._paper = None
        self._show()


def _kind_words(kind: str) -> str:
    words = {
        "note": _("Session note"),
        "plan": _("Recovery Support Plan"),
        "acknowledgement": _("Scope of Activities acknowledgement"),
    }
    return words.get(kind, _("A page from your records"))


def _state(printout: Printout) -> tuple[str, str, str]:
    """Return icon, words and tone of where a page is on its way."""
    if printout.filed_on is not None:
        day = date_words(printout.filed_on, weekday=False)
        return "file-check", _("Filed {day}").format(day=day), "ok"
    if printout.printed_at is None:
        return "printer", _("In the print queue"), "neutral"
    if printout.needs_ink:
        return "pen-line", _("Waiting for ink"), "soft"
    return "printer", _("Printed"), "soft"
