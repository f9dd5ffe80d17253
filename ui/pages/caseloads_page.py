"""Open another caseload: those of this computer by number and word, or a folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from app.domain.wording import _
from app.services.starting import caseloads_in, free_folder, holds_caseload
from ui.dialogs.folder import ask_for_folder
from ui.pages.front import FrontPage
from ui.pages.opening import Doorway
from ui.widgets.banner import Banner
from ui.widgets.buttons import OutlineButton, QuietButton
from ui.widgets.fields import LineField
from ui.widgets.row_button import Row, RowButton


class CaseloadsPage(FrontPage):
    """Lists the caseloads kept here; each has its own folder and its own lock.

    Signals:
        chosen: A caseload is to be unlocked. Argument: its folder.
        new_wanted: A new caseload is to be set up. Argument: its folder.
        back_wanted: Back, with nothing chosen.
    """

    chosen = Signal(object)
    new_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, door: Doorway) -> None:
        words = _("Each has its own folder and its own passphrase.")
        super().__init__(_("Open another caseload"), words, width=600)
        self._door = door
        self.told = Banner("", "bad")
        self.told.hide()
        for folder, name in caseloads_in(door.base):
            self._add_row(folder, name)
        folder_button = OutlineButton(_("In another &folder…"), "folder-open")
        folder_button.setObjectName("folder")
        folder_button.clicked.connect(self._on_folder_clicked)
        self.card.add(self.told)
        self.card.add(folder_button)
        self.card.add_rule()
        self._add_new()
        back = QuietButton(_("&Back"), "chevron-left")
        back.setObjectName("back")
        back.clicked.connect(self.back_wanted)
        self.add_below(back)

    def _add_row(self, folder: Path, name: str) -> None:
        here = folder == self._door.folder
        second = _("Opened last") if here else ""
        row = RowButton(Row(title=name, second=second, icon="lock", picked=here))
        row.setObjectName(folder.name)
        row.clicked.connect(partial(self._on_row_clicked, folder))
        self.card.add(row, to_edge=True)

    def _add_new(self) -> None:
        self.word = LineField(
            _("A &word for a new caseload"),
            strong=True,
            hint=_("Such as “heron”. Do not use a name of a person."),
        )
        self.word.edit.setObjectName("word")
        self.word.edit.returnPressed.connect(self._on_new_clicked)
        new = OutlineButton(_("&Set up a new caseload"), "plus")
        new.setObjectName("new")
        new.clicked.connect(self._on_new_clicked)
        self.card.add(self.word)
        self.card.add(new)

    def _on_row_clicked(self, folder: Path) -> None:
        self.chosen.emit(folder)

    def _on_folder_clicked(self) -> None:
        title = _("The folder of your caseload")
        ask_for_folder(self, title, self._on_folder_chosen, str(self._door.base))

    def _on_folder_chosen(self, folder: Path) -> None:
        if holds_caseload(folder):
            self.chosen.emit(folder)
            return
        words = _("There is no caseload in this folder. Choose the folder it is in.")
        self.told.tell(words, "bad")
        self.told.show()

    def _on_new_clicked(self) -> None:
        if not self.word.text():
            self.word.set_error(_("Type a word first."))
            self.word.control().setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.new_wanted.emit(free_folder(self._door.base, self.word.text()))
