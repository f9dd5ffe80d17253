"""The Scope of Activities acknowledgement: read, then signed in ink or here."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.domain.acknowledgement import check_acknowledgement
from app.domain.wording import _, plural
from app.services.acknowledgements import (
    KeptAcknowledgement,
    latest_acknowledgement,
    text_changed,
)
from app.services.set_up import keep_typed, read_typed
from ui.context import Changed, Context, PageName, Place
from ui.pages.acknowledgement.bar import AcknowledgementBar, Moment, press
from ui.pages.acknowledgement.form import AcknowledgementForm
from ui.pages.acknowledgement.pin_panel import PinPanel
from ui.pages.acknowledgement.scope_text import ScopeText
from ui.pages.acknowledgement.signing import Signing
from ui.pages.acknowledgement.words import standing
from ui.pages.set_up.typed import type_again, typed_in
from ui.widgets.banner import Banner
from ui.widgets.card import Card
from ui.widgets.labels import Strong
from ui.widgets.page import Columns, Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.pill import StatusPill

_SHARES = (2, 3)
_TYPED = "acknowledgement"


class AcknowledgementPage(Page):
    """The whole text at the left, what is initialed and signed at the right.

    ``AcknowledgementPage(context, parent=None)``

    Attributes:
        bar: Its buttons.
        form: What is filled in.
        panel: Where the PIN is asked.
        pill: Where it stands, in short.
        signing: Makes it.
        told: What went wrong.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Scope of Activities acknowledgement"),
            _("Word for word. You are asked again only if this text changes."),
        )
        self.setParent(parent)
        self._context = context
        self._kept: KeptAcknowledgement | None = None
        self._again = False
        self.pill = StatusPill("pen-line", "", "warn")
        self._changed = Banner(
            _("The text changed. Please read and sign again."), "warn"
        )
        self._text = ScopeText(context.scope)
        self.form = AcknowledgementForm(context.scope)
        self.panel = PinPanel(context)
        self.told = Banner("", "bad")
        self.signing = Signing(context, self)
        self.bar = AcknowledgementBar()
        self._fill()
        self._connect()

    def open(self, place: Place) -> None:
        """Show where it stands; what was typed and not signed is still there."""
        self._read()
        typed = read_typed(self._context.store, _TYPED)
        if typed and self._is_asking():
            type_again(self.form, typed)
        field = self.findChild(QWidget, place.field) if place.field else None
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> bool:
        """Forget the PIN and keep what else is typed."""
        self.panel.end()
        self._keep_typed()
        self._show_buttons()
        return True

    def place(self) -> Place:
        """Return where one is, with the field of the caret."""
        at = self.focusWidget()
        field = at.objectName() if at is not None and self.form.isAncestorOf(at) else ""
        return Place(page=PageName.ACKNOWLEDGEMENT, field=field)

    def relayout(self, compact: bool) -> None:
        """Let the text scroll by itself, or with the page in a small window."""
        if compact:
            self._whole.addWidget(self._text)
        else:
            self._scroll.column.addWidget(self._text)
        self._scroll.setVisible(not compact)

    def regions(self) -> list[QWidget]:
        """Return header, text, form and bar, for F6."""
        header, *_rest, bar = super().regions()
        return [header, self._left, self._right, bar]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_Escape and not self.panel.isHidden():
            self._on_panel_closed()
        elif ctrl and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            press(self.bar.sign_here)
        elif ctrl and key == Qt.Key.Key_P:
            press(self.bar.main)
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self.add_trailing(self.pill)
        self._left, self._right = Card(), Card()
        self._left.add(Strong(self._context.scope.title))
        self._left.add_rule()
        self._scroll = PageScroll()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(_("Scope of Activities, the text"))
        # The form says how high the page is; the text takes what there is.
        preferred, ignored = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        self._scroll.setSizePolicy(preferred, ignored)
        self._whole = QVBoxLayout()
        self._scroll.column.addWidget(self._text)
        self._left.add(self._scroll, stretch=1)
        self._left.add_layout(self._whole)
        for part in (self._changed, self.told):
            self._right.add(part)
            part.hide()
        self._right.add(self.form)
        self._right.add(self.panel, to_edge=True)
        outer = PageScroll()
        outer.column.addWidget(Columns(self._left, self._right, _SHARES), 1)
        self.body.addWidget(outer, 1)
        self.set_bar(self.bar)

    def _connect(self) -> None:
        self.bar.again.clicked.connect(self._on_again_clicked)
        self.bar.keep_old.clicked.connect(self._on_keep_old_clicked)
        self.bar.show_page.clicked.connect(self._on_show_page_clicked)
        self.bar.sign_here.clicked.connect(self._on_sign_here_clicked)
        self.bar.main.clicked.connect(self._on_main_clicked)
        self.bar.message_pressed.connect(self._goes_to_missing)
        self.form.edited.connect(self._on_form_edited)
        self.panel.way.pin_given.connect(self._on_pin_given)
        self.panel.closed.connect(self._on_panel_closed)
        self.signing.busy_changed.connect(self._show_buttons)
        self.signing.made.connect(self._on_made)
        self.signing.wrong_pin.connect(self.panel.way.refuse)
        self.signing.failed.connect(self._on_failed)
        self._context.notifier.changed.connect(self._on_caseload_changed)

    def _read(self) -> None:
        store, scope = self._context.store, self._context.scope
        was, self._kept = self._kept, latest_acknowledgement(store, scope)
        if self._kept != was:
            self._again = False
        changed = text_changed(store, scope)
        self._changed.setVisible(changed)
        if self._kept is not None and not self._again:
            self.form.show_kept(self._kept)
        elif self.form.is_kept():
            self.form.show_blank()
        today = self._context.now().date()
        now = standing(self._kept, changed=changed, today=today)
        self.pill.show_status(now.icon, now.words, now.tone)
        self.bar.tell(now.sentence, now.icon, leads=False)
        self._show_buttons()

    def _keep_typed(self) -> None:
        """Keep what is typed in the caseload, so that it outlives a lock."""
        typed = typed_in(self.form) if self._is_asking() else ""
        keep_typed(self._context.store, _TYPED, typed, now=self._context.now())

    def _is_asking(self) -> bool:
        """Return whether the form is to be filled in, not just shown."""
        return self._kept is None or self._again

    def _show_buttons(self) -> None:
        self.bar.show_moment(
            Moment(
                kept=self._kept,
                asking=self._is_asking(),
                typing=not self.panel.isHidden(),
                busy=self.signing.is_busy(),
            )
        )

    def _goes_to_missing(self) -> bool:
        problems = check_acknowledgement(self.form.draft(), electronic=True)
        self.form.tell(problems)
        if problems:
            left = plural(
                "{n} thing left to sign here.",
                "{n} things left to sign here.",
                len(problems),
            )
            self.bar.tell(left.format(n=len(problems)))
        return bool(problems)

    def _on_sign_here_clicked(self) -> None:
        if self.signing.is_busy() or self._goes_to_missing():
            return
        if not self.panel.isHidden():
            self.panel.way.submit()
            return
        self.panel.ask()
        words = _("After you sign, this cannot be changed.")
        self.bar.tell(words, "info", leads=False)
        self._show_buttons()

    def _on_pin_given(self, pin: str) -> None:
        if not self._goes_to_missing():
            self._make(pin)

    def _make(self, pin: str | None) -> None:
        self.told.hide()
        self.signing.make(self.form.draft(), pin)

    def _on_failed(self, words: str) -> None:
        self.told.tell(words, "bad")
        self.told.show()

    def _on_made(self, printout_id: int) -> None:
        self.panel.end()
        self._again = False
        self._read()
        self._keep_typed()
        if self._kept is not None and self._kept.is_open:
            self._context.navigator.go(PageName.READ, printout_id=printout_id)
        else:
            self.focus_heading()

    def _on_main_clicked(self) -> None:
        if self._is_asking():
            self._make(None)
        elif self._kept is not None and self._kept.printed_at is not None:
            self._context.navigator.go(
                PageName.PAPERS, printout_id=self._kept.printout_id, field="filed_on"
            )
        else:
            self._on_show_page_clicked()

    def _on_show_page_clicked(self) -> None:
        if self._kept is not None:
            self._context.navigator.go(
                PageName.READ, printout_id=self._kept.printout_id
            )

    def _on_again_clicked(self) -> None:
        self._again = True
        self._read()
        self.form.initials.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep_old_clicked(self) -> None:
        self._again = False
        self.panel.end()
        self._read()
        self.focus_heading()

    def _on_panel_closed(self) -> None:
        self.panel.end()
        self._show_buttons()
        self.bar.sign_here.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_form_edited(self) -> None:
        problems = check_acknowledgement(self.form.draft(), electronic=True)
        if not problems:
            words = _("Ready. Sign in ink, or sign here.")
            self.bar.tell(words, "circle-check", leads=False)

    def _on_caseload_changed(self, parts: Changed) -> None:
        if self.isVisible() and parts & (Changed.SPECIALIST | Changed.PAPERS):
            self._read()
