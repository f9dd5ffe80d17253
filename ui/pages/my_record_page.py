"""My record: designations, certificate, edition and its lists, acknowledgement, PIN."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.wording import _
from app.services.faults import StoreError
from ui.context import Changed, Context, PageName, Place
from ui.pages.my_record.allowed import AllowedCard
from ui.pages.my_record.cards import (
    AcknowledgementCard,
    CertificateCard,
    DesignationsCard,
    PinCard,
)
from ui.pages.my_record.facts import read_facts
from ui.pages.my_record.panels import make_panel
from ui.pages.my_record.words import header_words
from ui.pages.set_up.step import Step
from ui.widgets.banner import Banner
from ui.widgets.bars import ActionBar
from ui.widgets.buttons import OutlineButton, PrimaryButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.page import Column, Columns, Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.pill import IconLabel

_SHARES = (11, 12)


class MyRecordPage(Page):
    """What the specialist holds, works from and has signed.

    ``MyRecordPage(context, parent=None)``. A card's button opens a panel in the
    page's place; the panel's name is the place's ``field``.

    Attributes:
        panel: The panel that is open, None while the record is shown.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_("My record"))
        self.setParent(parent)
        self._context = context
        self._name = ""
        self.panel: Step | None = None
        self.designations = DesignationsCard(context.rules)
        self.certificate = CertificateCard()
        self.acknowledgement = AcknowledgementCard()
        self.pin = PinCard()
        self.allowed = AllowedCard(context.rules)
        self._opened_by: dict[str, QuietButton] = {
            "designations": self.designations.change,
            "certificate": self.certificate.change,
            "edition": self.allowed.change,
            "pin": self.pin.change,
        }
        self._fill()
        self._connect()

    def open(self, place: Place) -> None:
        """Show the record, or the panel named by the place's field."""
        if place.field in self._opened_by:
            self._open_panel(place.field)
        elif self.panel is None:
            self._read()

    def leave(self) -> bool:
        """Keep what is typed in an open panel."""
        if self.panel is not None:
            self.panel.keep_typed()
        return True

    def place(self) -> Place:
        """Return where one is: the panel that is open."""
        return Place(page=PageName.MY_RECORD, field=self._name)

    def relayout(self, compact: bool) -> None:
        """Hand the size on to the panel."""
        if self.panel is not None:
            self.panel.set_compact(compact)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.panel is not None and event.key() == Qt.Key.Key_Escape:
            self._on_cancel_clicked()
        elif self.panel is not None and ctrl and enter:
            self._on_save_clicked()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        left = Column(
            self.designations, self.certificate, self.acknowledgement, self.pin
        )
        right = Column()
        right.column.addWidget(self.allowed, 1)
        self._record = Column(*_problems(self._context), Columns(left, right, _SHARES))
        self._told = Banner("", "bad")
        scroll = PageScroll()
        scroll.column.addWidget(self._told)
        scroll.column.addWidget(self._record)
        self._panel_column = scroll.column
        self._told.hide()
        self.body.addWidget(scroll, 1)
        bar = self.set_bar(ActionBar())
        self.cancel = OutlineButton(_("&Back to my record"), "chevron-left")
        self.save = PrimaryButton(_("&Save"))
        self.cancel.setObjectName("cancel")
        self.save.setObjectName("save")
        bar.add_start(self.cancel)
        bar.add_button(self.save)
        bar.hide()
        self._bar_here = bar

    def _connect(self) -> None:
        for button in self._opened_by.values():
            button.clicked.connect(self._on_change_clicked)
        self.acknowledgement.open_wanted.connect(self._on_acknowledgement_wanted)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self._context.notifier.changed.connect(self._on_caseload_changed)

    def _read(self) -> None:
        facts = read_facts(self._context)
        self.set_title(_("My record"), header_words(facts))
        for card in (
            self.designations,
            self.certificate,
            self.acknowledgement,
            self.pin,
            self.allowed,
        ):
            card.show_facts(facts)

    def _open_panel(self, name: str) -> None:
        if self._name == name:
            return
        self._close_panel()
        self.panel = make_panel(name, self._context)
        if self.panel is None:
            return
        self._name = name
        self.panel.failed.connect(self._tell)
        self.panel.busy.connect(self._on_panel_busy)
        self._record.hide()
        self._panel_column.addWidget(self.panel)
        self.panel.set_compact(self.is_compact())
        self.set_title(self.panel.title(), self.panel.line())
        self._bar_here.show()
        self.panel.enter()

    def _close_panel(self) -> None:
        panel, self.panel, self._name = self.panel, None, ""
        self._told.hide()
        if panel is None:
            return
        self._panel_column.removeWidget(panel)
        panel.hide()
        panel.deleteLater()
        self._bar_here.hide()
        self._record.show()
        self._read()

    def _tell(self, words: str) -> None:
        self._told.tell(words, "bad")
        self._told.show()

    def _on_change_clicked(self) -> None:
        pressed = self.sender()
        for name, button in self._opened_by.items():
            if button is pressed:
                self._open_panel(name)

    def _on_save_clicked(self) -> None:
        panel = self.panel
        if panel is None or not self.save.isEnabled() or panel.goes_to_missing():
            return
        try:
            panel.finish(self._on_panel_kept)
        except StoreError as error:
            self._tell(str(error))

    def _on_panel_kept(self) -> None:
        if self.panel is not None:
            self.panel.forget_typed()
        self._on_cancel_clicked()

    def _on_cancel_clicked(self) -> None:
        opener = self._opened_by.get(self._name)
        self._close_panel()
        if opener is not None:
            opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_panel_busy(self, words: str) -> None:
        self.save.setEnabled(not words)
        self.save.set_words(words or _("&Save"))

    def _on_acknowledgement_wanted(self) -> None:
        self._context.navigator.go(PageName.ACKNOWLEDGEMENT)

    def _on_caseload_changed(self, parts: Changed) -> None:
        shown = Changed.SPECIALIST | Changed.SETTINGS | Changed.PAPERS
        if self.isVisible() and self.panel is None and parts & shown:
            self._read()


def _problems(context: Context) -> tuple[QWidget, ...]:
    """Return a card that names each file of the rules that could not be read."""
    problems = context.rules.problems
    if not problems:
        return ()
    card = Card(_("Files of the rules that could not be read"))
    for problem in problems:
        card.add(IconLabel("triangle-alert", problem.message, "warn", 16))
    return (card,)
