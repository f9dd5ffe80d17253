"""The recovery sheet: shown, printed, two groups typed back, and who holds it."""

import secrets
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.wording import _
from app.services.answers import SHEET_HOLDER, Answer, give_answer, latest_answer
from app.services.caseload import groups_match, recovery_groups, set_up_done
from app.services.faults import StoreError
from app.services.pages import Page, sheet_page
from app.services.set_up import new_recovery_code, recovery_sheet
from ui.context import Changed, Context
from ui.pages.set_up.code_card import CodeGroups
from ui.pages.set_up.step import Done, Step, complain, narrow
from ui.pages.set_up.you_step import missing_day
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.buttons import OutlineButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Body
from ui.widgets.passphrase_field import PassphraseField

_ASKED = 2
_HELD, _NOT_YET = "held", "not yet"


class NewCodeStep(Step):
    """Makes a new code where the one before was never confirmed, or is lost.

    Signals:
        code_made: Argument: the new code; the one before opens nothing now.
    """

    key = "sheet"
    code_made = Signal(str)

    def title(self) -> str:
        return _("Your recovery sheet")

    def line(self) -> str:
        return _("If you forget your passphrase, only its code opens your daybook.")

    def build(self) -> None:
        self._is_done = self.key in set_up_done(self.context.store)
        self.passphrase = PassphraseField(_("Your &passphrase"), strong=True)
        self.passphrase.edit.setObjectName("passphrase")
        words = _(
            "The code is shown once and kept nowhere. The sheet was not confirmed, "
            "so make a new one now. The code before will stop working."
        )
        if self._is_done:
            words = _(
                "Your sheet is confirmed. Leave this empty to keep it. If it is lost, "
                "type your passphrase to make a new one. The old code stops working."
            )
        card = Card()
        card.add(Body(words))
        card.add(self.passphrase)
        self.column.addWidget(card)

    def goes_to_missing(self) -> bool:
        if self.passphrase.text() or self._is_done:
            return False
        return complain(self.passphrase, _("Type your passphrase first."))

    def finish(self, done: Done) -> None:
        if not self.passphrase.text():
            done()
            return
        store, now = self.context.store, self.context.now()
        self.busy.emit(_("Making a new code…"))
        self.context.tasks.run(
            Lane.QUICK,
            partial(new_recovery_code, store, self.passphrase.text(), now=now),
            on_done=self._on_code_made,
            on_failed=self._on_code_failed,
            expected=(StoreError,),
        )

    def _on_code_made(self, code: str) -> None:
        self.busy.emit("")
        self.passphrase.clear()
        self.code_made.emit(code)

    def _on_code_failed(self, error: Exception) -> None:
        self.busy.emit("")
        complain(self.passphrase, str(error))


class SheetStep(Step):
    """Shows the code, prints the sheet, and asks two groups back from the paper.

    ``SheetStep(context, code)``.
    """

    key = "sheet"

    def __init__(self, context: Context, code: str) -> None:
        self._code = code
        groups = range(1, len(recovery_groups(code)) + 1)
        self._asked = sorted(secrets.SystemRandom().sample(groups, _ASKED))
        super().__init__(context)

    def title(self) -> str:
        return _("Your recovery sheet")

    def line(self) -> str:
        return _("If you forget your passphrase, only this code opens your daybook.")

    def build(self) -> None:
        self.column.addWidget(self._made_code_card())
        self.column.addWidget(self._made_check_card())
        self.column.addWidget(self._made_holder_card())

    def load(self) -> None:
        answer = latest_answer(self.context.store, SHEET_HOLDER)
        if answer is not None:
            self.holder_choice.set_value(_HELD)
            self.holder.set_text(answer.value)
            self.since.set_value(answer.starts_on)

    def refresh(self) -> None:
        held = self.holder_choice.value() == _HELD
        self.holder.setVisible(held)
        self.since.setVisible(held)
        self.told.hide()

    def enter(self) -> None:
        self.print_button.setFocus()

    def goes_to_missing(self) -> bool:
        for number, field in zip(self._asked, self.groups, strict=True):
            if not groups_match(self._code, {number: field.text()}):
                words = _("This is not group {n}. Read it from the sheet once more.")
                return complain(field, words.format(n=number))
        if self.holder_choice.value() is None:
            self.told.tell(_("Pick one. “Not yet” is fine."), "bad")
            self.told.show()
            self.holder_choice.focus_first()
            return True
        if self.holder_choice.value() == _NOT_YET:
            return False
        if not self.holder.text():
            return complain(self.holder, _("Type who holds it, such as a supervisor."))
        return missing_day(self.since, self.context.now().date())

    def keep(self) -> None:
        if self.holder_choice.value() != _HELD:
            return
        answer = Answer(value=self.holder.text(), starts_on=self.since.value())
        store, now = self.context.store, self.context.now()
        give_answer(store, SHEET_HOLDER, answer, now=now)
        self.context.notifier.changed.emit(Changed.SETTINGS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._set_covered(covered=True)
        return super().eventFilter(watched, event)

    def _made_code_card(self) -> QWidget:
        card = Card(_("1. Print the sheet"))
        card.add(
            Body(
                _(
                    "Print it, or write the nine groups down. The code is shown once "
                    "and kept nowhere. Seal the sheet and give it to your supervisor."
                )
            )
        )
        self.code = CodeGroups(recovery_groups(self._code))
        card.add(self.code)
        self.print_button = OutlineButton(_("&Print the sheet…"), "printer")
        self.print_button.setObjectName("print")
        self.print_button.clicked.connect(self._on_print_clicked)
        self.show_button = QuietButton(_("&Show the code again"), "eye")
        self.show_button.clicked.connect(self._on_show_clicked)
        self.show_button.hide()
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addWidget(self.show_button)
        row.addStretch()
        card.add_layout(row)
        return card

    def _made_check_card(self) -> QWidget:
        card = Card(_("2. Type two groups from the sheet"))
        card.add(Body(_("This proves that the paper is right.")))
        flow = FlowLayout(gap=16)
        self.groups = []
        for number in self._asked:
            words = _("Group &{n}").format(n=number)
            field = LineField(words, strong=True, beside=True)
            field.edit.setObjectName(f"group:{number}")
            field.edit.setMaxLength(8)
            field.edit.installEventFilter(self)
            self.groups.append(field)
            flow.addWidget(field)
        card.add_layout(flow)
        return card

    def _made_holder_card(self) -> QWidget:
        card = Card(_("3. Who holds the sealed sheet?"))
        self.holder_choice = ChipGroup(
            _("Who holds the sealed sheet"),
            [
                Choice(value=_HELD, words=_("I gave it to someone")),
                Choice(value=_NOT_YET, words=_("Not yet. Ask me on Today.")),
            ],
            clearable=False,
        )
        self.holder_choice.setObjectName("holder_choice")
        self.holder_choice.picked.connect(self._on_holder_picked)
        self.holder = LineField(_("&Held by"), strong=True)
        self.holder.edit.setObjectName("held_by")
        self.since = DateField(_("Si&nce"), self.context.now, strong=True)
        self.since.edit.setObjectName("held_since")
        self.since.show_weekday(shown=False)
        self.told = Banner("", "bad")
        card.add(self.holder_choice)
        card.add(self.told)
        flow = FlowLayout(gap=16)
        flow.addWidget(narrow(self.holder, 280))
        flow.addWidget(narrow(self.since, 170))
        card.add_layout(flow)
        return card

    def _set_covered(self, *, covered: bool) -> None:
        self.code.set_covered(covered=covered)
        self.show_button.setVisible(covered)

    def _on_show_clicked(self) -> None:
        self._set_covered(covered=False)
        self.print_button.setFocus()

    def _on_holder_picked(self) -> None:
        self.refresh()
        self.keep_typed()
        if self.holder_choice.value() == _HELD:
            self.holder.control().setFocus()

    def _on_print_clicked(self) -> None:
        store, now = self.context.store, self.context.now()
        sheet = recovery_sheet(store, self._code, now=now)
        self.context.tasks.run(
            Lane.QUICK,
            partial(sheet_page, sheet),
            on_done=self._on_sheet_made,
            on_failed=self._on_sheet_failed,
            expected=(StoreError,),
        )

    def _on_sheet_made(self, page: Page) -> None:
        from ui.printing import show_print_dialog

        show_print_dialog(self, self.context.tasks, page[0], self._on_printed)

    def _on_sheet_failed(self, error: Exception) -> None:
        self.failed.emit(str(error))

    def _on_printed(self) -> None:
        self.groups[0].control().setFocus()
