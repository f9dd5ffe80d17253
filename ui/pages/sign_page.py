"""The page where a note is read as it will print, and signed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.domain.page_content import NoteContent
from app.domain.person import display_name
from app.domain.problems import Problem
from app.domain.wording import _, plural
from app.services.faults import RuleViolation, StoreError
from app.services.kept_pages import kept_page
from app.services.pages import Page as PaperPage
from app.services.pages import note_page
from app.services.papers import mark_printed, read_printout
from app.services.sessions import read_draft
from app.services.signing import SignedNote, preview_note
from ui.context import Changed, Context, PageName, Place
from ui.pages.sign.card import SignCard
from ui.pages.sign.signed import SignedCard
from ui.pages.sign.signing import Signing
from ui.printing import show_print_dialog
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.bars import ActionBar
from ui.widgets.buttons import OutlineButton
from ui.widgets.page import Column, Columns, Page
from ui.widgets.page_preview import PagePreview
from ui.widgets.page_scroll import PageScroll
from ui.widgets.reading import date_words

_LEAST_PAGE = 360


class SignPage(Page):
    """Read the exact page, then sign it: ``SignPage(context)``.

    Attributes:
        card: Checks, statement, PIN.
        done: What takes its place after signing.
        preview: The page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("Read it, then sign"))
        self.setParent(parent)
        self._context = context
        self._draft_id: int | None = None
        self._person_id: int | None = None
        self._content: NoteContent | None = None
        self._problems: tuple[Problem, ...] = ()
        self._note: SignedNote | None = None
        self._paper: PaperPage | None = None
        self.signing = Signing(context, self)
        self.banner = Banner("", "bad")
        self.preview = PagePreview(context)
        self.preview.setMinimumHeight(_LEAST_PAGE)
        self.card = SignCard(context)
        self.done = SignedCard()
        self.back = OutlineButton(_("&Back to the note"), "chevron-left")
        self.bar = self.set_bar(ActionBar())
        self._lay_out()
        self._connect()

    def open(self, place: Place) -> None:
        """Show a draft's page as it would print."""
        self.signing.cancel()
        self._draft_id, self._person_id = place.draft_id, place.person_id
        self._note = self._paper = None
        self.banner.hide()
        self.preview.set_title("")
        self._show_side(signed=False)
        self.card.begin()
        self._read()

    def leave(self) -> bool:
        """Forget what was typed and drop a signature not yet made."""
        self.signing.cancel()
        self.card.way.clear()
        return True

    def place(self) -> Place:
        """Return the draft; once signed, the page of paper."""
        if self._note is not None:
            return Place(page=PageName.READ, printout_id=self._note.printout_id)
        return Place(
            page=PageName.SIGN, person_id=self._person_id, draft_id=self._draft_id
        )

    def focus_heading(self) -> None:
        """Put the focus on the page, so that it is read first."""
        self.preview.focus_page()

    def relayout(self, compact: bool) -> None:
        self.card.set_compact(compact=compact)
        self.bar.setVisible(compact)
        if compact:
            self.bar.add_button(self.card.sign)
        else:
            self.card.place_for_sign.addWidget(self.card.sign)
        self._show_side(signed=self._note is not None)

    def regions(self) -> list[QWidget]:
        return [self.preview, self.card if self._note is None else self.done]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_sign_wanted()
        elif control and event.key() == Qt.Key.Key_P and self._note is not None:
            self._on_print_clicked()
        elif event.key() == Qt.Key.Key_Escape and self.signing.is_busy():
            event.accept()  # the note is being written: it takes a moment
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.back.setObjectName("back")
        self.add_trailing(self.back)
        self.body.addWidget(self.banner)
        sides = Column()
        sides.column.addWidget(self.card, 1)
        sides.column.addWidget(self.done, 1)
        columns = Columns(self.preview, sides, (1, 0))
        self.body.addWidget(PageScroll(columns), 1)
        self.banner.hide()
        self.bar.hide()
        self.card.set_compact(compact=False)

    def _connect(self) -> None:
        context = self._context
        self.back.clicked.connect(self._on_back_clicked)
        self.card.wanted.connect(self._on_sign_wanted)
        self.card.link_pressed.connect(self._on_link_pressed)
        self.card.way.pin_given.connect(self._on_pin_given)
        self.signing.busy_changed.connect(self.card.set_busy)
        self.signing.signed.connect(self._on_signed)
        self.signing.wrong_pin.connect(self.card.way.refuse)
        self.signing.no_pin.connect(self.card.way.ask_new)
        self.signing.missing.connect(self._on_missing)
        self.signing.failed.connect(self._on_failed)
        self.done.print_now.clicked.connect(self._on_print_clicked)
        self.done.leave_queued.clicked.connect(self._on_leave_queued_clicked)
        self.done.today.clicked.connect(self._on_today_clicked)
        context.privacy.hidden_changed.connect(self._on_hidden_changed)

    def _read(self) -> None:
        context = self._context
        self._content = None
        try:
            draft = read_draft(context.store, self._draft_id or 0).draft
            content, stamp = preview_note(
                context.store, context.rules, draft, now=context.now()
            )
        except LookupError:
            self._draft_id = None
            self.card.hide()
            self.bar.hide()
            self.preview.tell(_("This draft was signed or discarded."))
            return
        except RuleViolation as error:
            self._on_missing(error.problems)
            return
        self._content, self._problems = content, ()
        self.card.show_content(content)
        self._show_heading()
        self.preview.tell(_("Making the page…"))
        context.tasks.run(
            Lane.QUICK,
            partial(note_page, content, stamp),
            on_done=partial(self._on_page_made, content),
            on_failed=self._on_page_lost,
        )

    def _show_heading(self) -> None:
        content = self._content
        if content is None:
            return
        hidden = self._context.privacy.hidden
        length = plural("{n} minute", "{n} minutes", content.minutes)
        parts = (
            display_name(content.person.name, hidden=hidden),
            date_words(content.held_on),
            length.format(n=content.minutes),
        )
        signed = self._note is not None
        title = _("The note is signed") if signed else _("Read it, then sign")
        self.set_title(title, "  ·  ".join(parts))

    def _show_side(self, *, signed: bool) -> None:
        self.card.setVisible(not signed)
        self.done.setVisible(signed)
        self.back.setVisible(not signed)
        self.bar.setVisible(self.is_compact() and not signed)

    def _on_page_made(self, content: NoteContent, page: PaperPage) -> None:
        if isValid(self) and self._note is None and content is self._content:
            self.preview.show_page(page)

    def _on_page_lost(self, error: Exception) -> None:
        self.preview.tell(_("The page cannot be shown."), str(error))

    def _on_missing(self, problems: tuple[Problem, ...]) -> None:
        self._problems = problems
        self.set_title(_("Read it, then sign"))
        self.card.show_missing(problems)
        self.preview.tell(
            _("The page is not whole yet."),
            _("Fill in what is left, then read it here."),
        )

    def _on_link_pressed(self, field: str) -> None:
        self._context.navigator.go(
            PageName.RECORD,
            person_id=self._person_id,
            draft_id=self._draft_id,
            field=field,
        )

    def _on_back_clicked(self) -> None:
        self._context.navigator.back()

    def _on_sign_wanted(self) -> None:
        if self.signing.is_busy() or self._note is not None or self._draft_id is None:
            return
        if self._problems:
            self._on_link_pressed(self._problems[0].field)
            return
        self.card.submit()

    def _on_pin_given(self, pin: str) -> None:
        if self._draft_id is not None and self._content is not None:
            self.banner.hide()
            self.signing.start(self._draft_id, pin, self._content)

    def _on_failed(self, why: str) -> None:
        self.card.way.clear()
        self.banner.show()
        self.banner.tell(_("Not signed. {why}").format(why=why), "bad")
        self._read()

    def _on_signed(self, note: SignedNote) -> None:
        self._note = note
        self._draft_id = None
        self.card.way.clear()
        self._show_side(signed=True)
        self.done.show_note(note)
        self._show_heading()
        self.preview.set_title(_("This is the page as it was signed"))
        self.done.print_now.setFocus(Qt.FocusReason.OtherFocusReason)
        context = self._context
        printout = read_printout(context.store, note.printout_id)
        context.tasks.run(
            Lane.QUICK,
            partial(kept_page, context.store, printout, context.scope),
            on_done=partial(self._on_kept_read, note),
            on_failed=self._on_page_lost,
            expected=(StoreError,),
        )

    def _on_kept_read(self, note: SignedNote, page: PaperPage) -> None:
        if isValid(self) and note is self._note:
            self._paper = page
            self.preview.show_page(page)

    def _on_print_clicked(self) -> None:
        if self._paper is not None:
            show_print_dialog(
                self, self._context.tasks, self._paper[0], self._on_printed
            )

    def _on_printed(self) -> None:
        if self._note is not None:
            now = self._context.now()
            try:
                mark_printed(self._context.store, self._note.printout_id, now=now)
            except StoreError as error:
                self.banner.show()
                self.banner.tell(str(error), "bad")
                return
            self._context.notifier.changed.emit(Changed.PAPERS)
            self.done.say_printed()

    def _on_leave_queued_clicked(self) -> None:
        self._context.navigator.go(PageName.PAPERS)

    def _on_today_clicked(self) -> None:
        self._context.navigator.go(PageName.TODAY)

    def _on_hidden_changed(self, _hidden: bool) -> None:
        self._show_heading()
