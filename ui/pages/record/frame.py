"""What the record page is made of: the form, the picker, the bar, what is said."""

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.wording import _
from ui.context import Context
from ui.pages.record.discarding import Discarding
from ui.pages.record.form import SessionForm
from ui.pages.record.person_picker import PersonPicker
from ui.pages.record.things_left import ThingsLeft
from ui.widgets.banner import Banner
from ui.widgets.bars import ActionBar
from ui.widgets.buttons import OutlineButton, PrimaryButton, QuietButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.page import Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.pill import StatusPill

_SETTLED = 30  # milliseconds after which a new layout has reached every widget


class RecordFrame(Page):
    """The parts and their places; :class:`RecordPage` gives them life.

    Attributes:
        form: The three cards, inside ``pane``.
        picker: Who it was with, shown while nobody is picked.
        gone: Shown where there is no draft any more.
        sign: The main button: never disabled, an outline while something is left.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.form = SessionForm(context)
        self.pill = StatusPill("check", "", "ok")
        self.banner = Banner("", "bad")
        self.discarding = Discarding(context)
        self.picker = PersonPicker()
        self.gone = EmptyState("file-check", "", "", "")
        self.pane = PageScroll(self.form)
        self.bar = self.set_bar(ActionBar())
        self.left = ThingsLeft(self)
        self.discard = QuietButton(_("D&iscard"), "trash-2")
        self.later = OutlineButton(_("&Finish later"))
        self.sign = PrimaryButton(_("Si&gn"), "pen-line")
        self._refit = QTimer(self, singleShot=True, interval=_SETTLED)
        self._refit.timeout.connect(self._on_relaid)
        self._lay_out()
        self.show_part(self.picker)

    def show_part(self, part: QWidget) -> None:
        """Show the form, the picker, or that there is nothing."""
        for one in (self.picker, self.gone, self.pane):
            one.setVisible(one is part)
        self.bar.setVisible(part is self.pane)
        self.pill.setVisible(part is self.pane and bool(self.pill.text()))

    def is_recording(self) -> bool:
        """Return whether the form is shown."""
        return not self.pane.isHidden()

    def show_heading(self) -> None:
        """Say with whom, how and from which list."""
        if not self.is_recording():
            return
        title, lines = self.form.heading()
        self.set_title(title, "" if self.is_compact() else lines)
        self.form.facts.set_words(lines)

    def relayout(self, compact: bool) -> None:
        self.form.set_compact(compact)
        self.show_heading()
        self._refit.start()

    def _on_relaid(self) -> None:
        """Have the content measured anew: what is stacked now may be narrower."""
        QApplication.postEvent(self.pane, QEvent(QEvent.Type.LayoutRequest))

    def regions(self) -> list[QWidget]:
        form = self.form
        cards: list[QWidget] = [form.when, form.activities, form.words, self.bar]
        return cards if self.is_recording() else [self.picker]

    def _lay_out(self) -> None:
        self.add_trailing(self.pill)
        for name, button in (
            ("discard", self.discard),
            ("later", self.later),
            ("sign", self.sign),
        ):
            button.setObjectName(name)
            self.bar.add_button(button)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.discarding)
        self.body.addWidget(self.picker, 1)
        self.body.addWidget(self.gone, 1)
        self.body.addWidget(self.pane, 1)
        self.banner.hide()
