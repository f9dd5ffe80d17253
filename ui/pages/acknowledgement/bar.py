"""The bar of the acknowledgement page: where it stands, and what can be done now."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from app.domain.wording import _
from app.services.acknowledgements import KeptAcknowledgement
from ui.widgets.bars import ActionBar
from ui.widgets.buttons import Button, OutlineButton, PrimaryButton, QuietButton


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What the buttons depend on.

    Attributes:
        kept: The acknowledgement in the record, None where there is none.
        asking: The form is to be filled in.
        typing: The PIN is asked.
        busy: One is on its way into the record.
    """

    kept: KeptAcknowledgement | None
    asking: bool
    typing: bool
    busy: bool


class AcknowledgementBar(ActionBar):
    """The buttons, each shown only when it does something: ``AcknowledgementBar()``.

    Attributes:
        again: Fill in a new one.
        keep_old: Leave that be.
        show_page: Show the page of the kept one.
        sign_here: Sign with the PIN.
        main: The filled one: print, or say that the ink copy is filed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.again = self._made(QuietButton(_("Fill it in again"), "repeat"), "again")
        self.keep_old = self._made(QuietButton(_("Keep the one I have")), "keep_old")
        self.show_page = self._made(
            OutlineButton(_("Show the page"), "file-text"), "show_page"
        )
        self.sign_here = self._made(OutlineButton("", "pen-line"), "sign_here")
        self.main = self._made(PrimaryButton("", "printer"), "print_ink")

    def show_moment(self, now: Moment) -> None:
        """Show the buttons that go with this moment, and name them."""
        closed = now.kept is not None and not now.kept.is_open
        self.again.setVisible(not now.asking)
        self.keep_old.setVisible(now.asking and now.kept is not None)
        printed = now.kept is not None and now.kept.printed_at is not None
        self.show_page.setVisible(not now.asking and (printed or closed))
        self.sign_here.setVisible(now.asking)
        self.sign_here.set_words(_sign_words(now))
        self.main.setVisible(now.asking or not closed)
        words, icon = _main_words(now)
        self.main.set_words(words)
        self.main.set_icon(icon)

    def _made(self, button: Button, name: str) -> Button:
        button.setObjectName(name)
        self.add_button(button)
        return button


def press(button: QWidget) -> None:
    """Press a button by its key, if it is there."""
    if button.isVisible() and isinstance(button, Button):
        button.click()


def _sign_words(now: Moment) -> str:
    if now.busy:
        return _("Signing…")
    return _("&Sign") if now.typing else _("&Sign here")


def _main_words(now: Moment) -> tuple[str, str]:
    if now.asking:
        return _("P&rint to sign in ink"), "printer"
    if now.kept is not None and now.kept.printed_at is not None:
        return _("In&k copy filed"), "file-check"
    return _("P&rint"), "printer"
