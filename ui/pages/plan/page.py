"""Write a Recovery Support Plan with the person, and make a version of it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.designation import Paragraph
from app.domain.person import display_name
from app.domain.plan import check_plan
from app.domain.problems import Problem
from app.domain.wording import _, plural
from app.services import plans
from app.services.faults import StoreError
from app.services.pages import plan_preview
from ui.context import Changed, Context, PageName, Place
from ui.models.people_words import month_day
from ui.pages.plan.form import PlanForm
from ui.pages.plan.keeping import PlanKeeper
from ui.pages.plan.making import VersionMaker
from ui.pages.plan.starting import PlanStart, read_start
from ui.tasks import Lane
from ui.widgets.announce import announce
from ui.widgets.bars import ActionBar
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.page import Page
from ui.widgets.page_preview import PagePreview
from ui.widgets.pill import StatusPill
from ui.widgets.reading import time_words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_VOLUNTARY = "24-2-42.1(D)"


class PlanPage(Page):
    """The plan's editor; what is typed is kept, a version made never changes."""

    def __init__(self, context: Context) -> None:
        super().__init__(" ")
        self._context = context
        self._person_id = 0
        self._start: PlanStart | None = None
        self.form = PlanForm(context.now)
        self.preview = PagePreview(context)
        self.preview.hide()
        self._maker = VersionMaker(context, self.form.draft, self)
        self._keeper = PlanKeeper(context, self.form.draft, self)
        self._state = StatusPill("check", "", "ok")
        self._state.hide()
        self.add_trailing(self._state)
        self.body.addWidget(self.form, 1)
        self.body.addWidget(self.preview, 1)
        self._foot = self.set_bar(ActionBar())
        self._fill_bar()
        self._connect()

    def open(self, place: Place) -> None:
        """Go on with a person's plan; ``field`` gets the caret."""
        self._person_id = place.person_id or self._person_id
        self._maker.cancel()
        self._show_preview(shown=False)
        self._read()
        if place.field:
            self.form.go_to(place.field)

    def leave(self) -> bool:
        """Save what is unsaved, now; say whether all of it is in the store."""
        return self._keeper.save()

    def hideEvent(self, event: QHideEvent) -> None:
        self._maker.cancel()
        super().hideEvent(event)

    def place(self) -> Place:
        """Return the person and the field with the caret."""
        return Place(
            page=PageName.PLAN,
            person_id=self._person_id,
            field=self.form.field_with_focus(),
        )

    def regions(self) -> list[QWidget]:
        parts = super().regions()
        return [*parts[:1], self.form, self.preview, *parts[-1:]]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if ctrl and event.key() in _ENTER:
            self._on_make_clicked()
        elif event.key() == Qt.Key.Key_Escape and not self.preview.isHidden():
            self._show_preview(shown=False)
            self._look.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _fill_bar(self) -> None:
        later = OutlineButton(_("&Finish later"))
        later.setObjectName("finish_later")
        later.clicked.connect(self._context.navigator.back)
        self._look = OutlineButton(_("Pre&view"), "file-text")
        self._look.setObjectName("preview")
        self._look.clicked.connect(self._on_preview_clicked)
        self._make = PrimaryButton(_("Make version 1"), "file-check")
        self._make.setObjectName("make_version")
        self._make.clicked.connect(self._on_make_clicked)
        for button in (later, self._look, self._make):
            self._foot.add_button(button)

    def _connect(self) -> None:
        self.form.edited.connect(self._on_form_edited)
        self.form.settled.connect(self._keeper.save)
        self._keeper.saved.connect(self._on_saved)
        self._keeper.failed.connect(self._on_save_failed)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_make_failed)
        self._foot.message_pressed.connect(self._go_to_first_gap)
        self._context.privacy.hidden_changed.connect(self._on_names_hidden)

    def _read(self) -> None:
        start = read_start(self._context, self._person_id)
        self._start = start
        self._keeper.follow(self._person_id, known=start.saved is not None)
        self.form.fill(start)
        if start.saved is not None:
            self._on_saved(start.saved.saved_at)
        self._state.setVisible(start.saved is not None)
        self._show_title()
        self._show_left()

    def _show_title(self) -> None:
        start = self._start
        if start is None:
            return
        hidden = self._context.privacy.hidden
        called = display_name(start.person.called, hidden=hidden)
        title = _("Recovery Support Plan with {name}").format(name=called)
        second = _("The first version. Write it together, in their words.")
        if start.current is not None:
            today = self._context.now().date()
            second = _(
                "Version {n} in the making. Version {old} is from {day}."
            ).format(
                n=start.current.version + 1,
                old=start.current.version,
                day=month_day(start.current.content.made_on, today),
            )
        self.set_title(title, second)

    def _problems(self) -> tuple[Problem, ...]:
        return check_plan(self.form.draft(), today=self._context.now().date())

    def _show_left(self) -> None:
        """Say in the bar how much is left; the button leads there until then."""
        left = len(self._problems())
        words = plural("{n} thing left", "{n} things left", left).format(n=left)
        self._foot.tell(
            words if left else _("All parts are filled in."), leads=bool(left)
        )
        self._make.set_words(_("Make version {n}").format(n=self._number()))
        self._make.set_ready(not left)

    def _number(self) -> int:
        current = self._start.current if self._start is not None else None
        return current.version + 1 if current is not None else 1

    def _go_to_first_gap(self) -> bool:
        """Show all that is missing and go to the first; false if nothing is."""
        first = self.form.show_problems(self._problems())
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def _on_form_edited(self) -> None:
        self._keeper.touch()
        self._state.setVisible(True)
        self._state.show_status("pen-line", _("Not saved yet"), "neutral")
        self._show_left()

    def _on_saved(self, moment: datetime) -> None:
        words = _("Draft saved {time}").format(time=time_words(moment.time()))
        self._state.setVisible(True)
        self._state.show_status("check", words, "ok")

    def _on_save_failed(self, sentence: str) -> None:
        self._state.show_status("circle-alert", _("Not saved"), "bad")
        announce(self, sentence, urgent=True)
        self._foot.tell(sentence, "circle-alert", leads=False)

    def _rule(self) -> Paragraph | None:
        rule = self._context.rules.paragraph(_VOLUNTARY)
        if rule is None:
            words = _("The file with rule {rule} could not be read. Your plan is kept.")
            self._foot.tell(words.format(rule=_VOLUNTARY), "circle-alert", leads=False)
        return rule

    def _on_make_clicked(self) -> None:
        if self._maker.is_making() or self._go_to_first_gap():
            return
        rule = self._rule()
        if rule is not None and self._keeper.save():
            self._make.set_words(_("Making it…"))
            self._maker.start(self._person_id, rule)

    def _on_made(self, made: plans.PlanVersion) -> None:
        self._keeper.follow(self._person_id, known=False)
        navigator = self._context.navigator
        parts = Changed.PLANS | Changed.PAPERS | Changed.DRAFTS
        self._context.notifier.changed.emit(parts)
        words = _("Version {n} is made. Print it, and sign it together in ink.")
        announce(self, words.format(n=made.version))
        # Back from the page of paper leads to the person, not to a new version.
        navigator.go(PageName.PERSON, person_id=self._person_id)
        navigator.go(
            PageName.READ, person_id=self._person_id, printout_id=made.printout_id
        )

    def _on_make_failed(self, sentence: str) -> None:
        self._show_left()
        if sentence:
            self._foot.tell(sentence, "circle-alert", leads=False)

    def _on_preview_clicked(self) -> None:
        if not self.preview.isHidden():
            self._show_preview(shown=False)
        elif not self._go_to_first_gap():
            rule = self._rule()
            if rule is not None:
                self._show_preview(shown=True)
                self._lay_out_preview(rule)

    def _lay_out_preview(self, rule: Paragraph) -> None:
        context = self._context
        work = partial(
            plan_preview,
            context.store,
            self._person_id,
            self.form.draft(),
            rule,
            now=context.now(),
        )
        self.preview.tell(_("Making the page…"))
        context.tasks.run(
            Lane.QUICK,
            work,
            on_done=self.preview.show_page,
            on_failed=self._on_preview_failed,
            expected=(StoreError,),
        )

    def _on_preview_failed(self, error: Exception) -> None:
        self.preview.tell(_("The page could not be made."), str(error))

    def _show_preview(self, *, shown: bool) -> None:
        self.form.setVisible(not shown)
        self.preview.setVisible(shown)
        words = _("&Back to the plan") if shown else _("Pre&view")
        self._look.set_words(words)
        if shown:
            self.preview.focus_page()

    def _on_names_hidden(self, _hidden: bool) -> None:
        self._show_title()
