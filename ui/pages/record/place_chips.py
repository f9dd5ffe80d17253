"""The place chips: one Tab stop, one letter picks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent

from app.domain.wording import _
from app.services.places import places
from ui.widgets.chips import ChipGroup, Choice


class PlaceChips(ChipGroup):
    """Where it was: the first letter of a place picks it while a chip has the focus."""

    def __init__(self) -> None:
        choices = [Choice(value=kind, words=words) for kind, words in places()]
        super().__init__(_("Place"), choices)
        # Clicks and the label's Alt letter come here; Tab goes to the chips.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def pick_key(self, key: str) -> bool:
        letter = key.casefold()
        for chip in self.chips():
            if letter.strip() and chip.choice.words.casefold().startswith(letter):
                self.rest_at(chip)
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
                if not chip.isChecked():
                    chip.click()
                return True
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_first()
