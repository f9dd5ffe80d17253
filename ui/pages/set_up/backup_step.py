"""Where backups will go: only the wish is kept until backups are there."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from app.domain.wording import _
from app.services.answers import BACKUP_PLACE, Answer, give_answer, latest_answer
from ui.dialogs.folder import ask_for_folder
from ui.pages.set_up.step import Step, complain
from ui.widgets.banner import Banner
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Card
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.fields import LineField
from ui.widgets.labels import Body, Strong

_LATER, _FOLDER = "later", "folder"


class BackupStep(Step):
    """Asks where backups will go, or to be asked later."""

    key = "backup"

    def title(self) -> str:
        return _("Where will backups go?")

    def line(self) -> str:
        return _("A USB stick or a folder your agency backs up works well.")

    def build(self) -> None:
        self.choice = ChipGroup(
            _("Where backups will go"),
            [
                Choice(value=_FOLDER, words=_("To a folder")),
                Choice(value=_LATER, words=_("Ask me later")),
            ],
            clearable=False,
        )
        self.choice.setObjectName("backup_choice")
        self.choice.picked.connect(self.refresh)
        self.folder = LineField(_("&Folder"), strong=True)
        self.folder.edit.setObjectName("backup_place")
        self.browse = OutlineButton(_("&Choose a folder…"), "folder-open")
        self.browse.clicked.connect(self._on_browse_clicked)
        self.error = Banner("", "bad")
        self._lay_out()

    def load(self) -> None:
        answer = latest_answer(self.context.store, BACKUP_PLACE)
        if answer is not None:
            self.choice.set_value(_FOLDER if answer.value else _LATER)
            self.folder.set_text(answer.value)

    def refresh(self) -> None:
        picked = self.choice.value() == _FOLDER
        self.folder.setVisible(picked)
        self.browse.setVisible(picked)
        self.error.setVisible(False)

    def enter(self) -> None:
        self.choice.focus_first()

    def goes_to_missing(self) -> bool:
        if self.choice.value() is None:
            self.error.tell(_("Pick one. You can change it later."), "bad")
            self.error.show()
            self.choice.focus_first()
            return True
        if self.choice.value() == _FOLDER:
            if not self.folder.text():
                return complain(self.folder, _("Choose a folder, or “Ask me later”."))
            if not Path(self.folder.text()).is_dir():
                words = _(
                    "This folder is not here. Plug the stick in, or pick another."
                )
                return complain(self.folder, words)
        return False

    def keep(self) -> None:
        value = self.folder.text() if self.choice.value() == _FOLDER else ""
        store, now = self.context.store, self.context.now()
        give_answer(store, BACKUP_PLACE, Answer(value=value), now=now)

    def _lay_out(self) -> None:
        card = Card()
        words = _(
            "This version cannot make backups yet. A later one will, and it will use "
            "this place. Until then your daybook is only on this laptop. "
            "Print your notes soon, and file them at your agency."
        )
        card.add(Banner(words, "warn", "info"))
        card.add(Strong(_("Where should they go?")))
        card.add(self.choice)
        card.add(self.error)
        card.add(self.folder)
        row = QHBoxLayout()
        row.addWidget(self.browse)
        row.addStretch()
        card.add_layout(row)
        card.add(Body(_("Backups will be locked with your passphrase, too.")))
        self.column.addWidget(card)

    def _on_browse_clicked(self) -> None:
        ask_for_folder(self, _("Where backups will go"), self._on_folder_chosen)

    def _on_folder_chosen(self, folder: Path) -> None:
        self.folder.set_text(str(folder))
        self.keep_typed()
