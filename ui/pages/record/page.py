"""The page where a session is recorded, as a draft that is never lost."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.person import display_name
from app.domain.session import SessionDraft
from app.domain.wording import _
from app.services.overview import list_people
from app.services.sessions import (
    SavedDraft,
    draft_problems,
    list_drafts,
    read_draft,
)
from ui.context import Changed, Context, PageName, Place
from ui.pages.record import heading
from ui.pages.record.frame import RecordFrame
from ui.pages.record.keeping import DraftKeeper
from ui.pages.record.starting import new_draft
from ui.pages.record.things_left import left_words
from ui.widgets.announce import announce

_OURS = Changed.PLANS | Changed.SPECIALIST | Changed.PEOPLE | Changed.SETTINGS


class RecordPage(RecordFrame):
    """Record a session: ``RecordPage(context)``.

    Attributes:
        keeper: Saves the draft.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context)
        self.setParent(parent)
        self._context = context
        self._contact_id: int | None = None
        self._older: int | None = None
        self._wanted = "held_on"
        self.keeper = DraftKeeper(context, self.form.draft, self)
        self._connect()

    def open(self, place: Place) -> None:
        """Show a draft, start one with a person, or ask who it was with."""
        if not self.keeper.save():
            return  # what is on the screen is nowhere else
        self.discarding.settle()
        self.banner.hide()
        self._contact_id = place.contact_id
        if place.draft_id is not None:
            self._open_draft(place)
        elif place.person_id is not None or place.contact_id is not None:
            self._start(place)
        else:
            self.keeper.forget()
            self.show_part(self.picker)
            self.set_title(_("Record a session"))
            hidden = self._context.privacy.hidden
            today = self._context.now().date()
            everybody = list_people(self._context.store, today=today)
            self.picker.offer(everybody, hidden=hidden)
            self.picker.start()

    def leave(self) -> bool:
        """Save what is unsaved; false while that cannot be done."""
        self.discarding.settle()
        return self.keeper.settle()

    def place(self) -> Place:
        """Return the draft and the field with the caret."""
        here = Place(page=PageName.RECORD)
        if not self.is_recording():
            return here
        return replace(
            here,
            person_id=self.form.person.id,
            draft_id=self.keeper.draft_id,
            contact_id=self._contact_id,
            field=self.form.field_with_caret(),
        )

    def focus_heading(self) -> None:
        """Put the focus where the work goes on, which says more than the title."""
        if self.is_recording():
            self._go(self._wanted)
        elif not self.picker.isHidden():
            self.picker.start()
        else:
            super().focus_heading()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self._context.navigator.back()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_sign_clicked()
        elif control and event.key() == Qt.Key.Key_S:
            if self.keeper.save():
                announce(self.pill, self.pill.text())
        elif control and event.key() == Qt.Key.Key_F:
            self.form.activities.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        context = self._context
        self.form.edited.connect(self._on_form_edited)
        self.form.refreshed.connect(self._on_form_refreshed)
        self.form.resized.connect(self._scroll_to_focus)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self._on_save_failed)
        self.picker.chosen.connect(self._on_person_chosen)
        self.banner.action_pressed.connect(self._on_banner_pressed)
        self.bar.message_pressed.connect(self._on_left_pressed)
        self.left.chosen.connect(self._on_left_chosen)
        self.discard.clicked.connect(self._on_discard_clicked)
        self.later.clicked.connect(context.navigator.back)
        self.sign.clicked.connect(self._on_sign_clicked)
        self.discarding.restored.connect(self._on_discard_undone)
        self.discarding.let_go.connect(context.navigator.back)
        self.gone.action_pressed.connect(context.navigator.back)
        context.privacy.hidden_changed.connect(self._on_hidden_changed)
        context.notifier.changed.connect(self._on_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _start(self, place: Place) -> None:
        draft = new_draft(self._context.store, place)
        if draft is None:
            self._show_gone(_("This contact is recorded or closed."))
            return
        self.pill.set_words("")
        self.keeper.forget()
        self._load(draft)
        self._show_left()
        self._offer_older(list_drafts(self._context.store, draft.person_id))
        self._go(place.field or "held_on")

    def _open_draft(self, place: Place) -> None:
        assert place.draft_id is not None  # open() sees to it
        try:
            saved = read_draft(self._context.store, place.draft_id)
        except LookupError:
            self._show_gone(_("This draft was signed or discarded."))
            return
        self._load(saved.draft)
        self.keeper.follow(saved)
        self._show_left()
        self._tell_saved(saved.saved_at)
        self._go(place.field or saved.draft.in_field or "held_on")

    def _load(self, draft: SessionDraft) -> None:
        self.form.load(draft)
        self.show_part(self.pane)
        self.show_heading()

    def _go(self, field: str) -> None:
        self._wanted = field
        self.form.go(field)
        QTimer.singleShot(0, self._scroll_to_focus)  # when all is laid out

    def _scroll_to_focus(self) -> None:
        self.form.see_focus(self.pane)

    def _offer_older(self, drafts: tuple[SavedDraft, ...]) -> None:
        if drafts:
            name = display_name(
                self.form.person.called, hidden=self._context.privacy.hidden
            )
            words = _("A draft with {name} is not finished yet.").format(name=name)
            self._older = drafts[0].id
            self.banner.tell(words, "soft", "file-pen", _("Go to that draft"))
            self.banner.show()

    def _show_left(self) -> None:
        problems = self.form.problems()
        self.sign.set_ready(not problems)
        icon = "list-checks" if problems else "circle-check"
        self.bar.tell(left_words(problems), icon, leads=bool(problems))
        self.discard.setVisible(self.keeper.draft_id is not None)

    def _show_gone(self, words: str) -> None:
        self.keeper.forget()
        self.gone.set_words(words, "", _("Back"))
        self.set_title(_("Record a session"))
        self.show_part(self.gone)

    def _tell_saved(self, at: datetime) -> None:
        words = heading.saved_words(at, self._context.now().date())
        self.pill.show_status("check", words, "ok")
        self.pill.show()

    def _on_form_edited(self) -> None:
        if not self.is_recording():
            return
        self.keeper.touch()
        self.show_heading()
        self._show_left()

    def _on_form_refreshed(self) -> None:
        self.show_heading()
        self._show_left()

    def _on_saved(self, at: datetime) -> None:
        self._tell_saved(at)
        self.banner.hide()
        self.discard.show()

    def _on_save_failed(self, why: str) -> None:
        self.pill.show_status("circle-alert", _("Not saved"), "bad")
        self.pill.show()
        self.banner.show()
        self.banner.tell(why, "bad")

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is not None and self.form.isAncestorOf(old):
            self.keeper.save()

    def _on_person_chosen(self, person_id: int) -> None:
        self.open(Place(page=PageName.RECORD, person_id=person_id))

    def _on_banner_pressed(self) -> None:
        self._context.navigator.go(PageName.RECORD, draft_id=self._older)

    def _on_left_pressed(self) -> None:
        problems = self.form.problems()
        if len(problems) == 1:
            self._on_left_chosen(problems[0].field)
        else:
            self.left.open_for(problems, self.bar)

    def _on_left_chosen(self, field: str) -> None:
        self.form.show_problems(self.form.problems())
        self.form.go(field)

    def _on_sign_clicked(self) -> None:
        if not self.is_recording() or not self.keeper.save():
            return
        problems = self.form.problems()
        draft_id = self.keeper.draft_id
        if not problems and draft_id is not None:
            context = self._context
            problems = draft_problems(
                context.store, context.rules, self.form.draft(), now=context.now()
            )
        if problems or draft_id is None:
            self.form.show_problems(problems)
            self.form.go(problems[0].field if problems else "held_on")
            return
        self._context.navigator.go(
            PageName.SIGN, person_id=self.form.person.id, draft_id=draft_id
        )

    def _on_discard_clicked(self) -> None:
        draft_id = self.keeper.draft_id
        if draft_id is not None and self.keeper.save():
            self._show_gone(_("The draft is put aside."))
            self.discarding.discard(draft_id)

    def _on_discard_undone(self, draft_id: int) -> None:
        self.open(Place(page=PageName.RECORD, draft_id=draft_id))

    def _on_hidden_changed(self, _hidden: bool) -> None:
        if not self.is_recording():
            return
        self.form.show_names()
        self.show_heading()

    def _on_changed(self, parts: Changed) -> None:
        if parts & _OURS and self.isVisible() and self.is_recording():
            self.form.read_again()
