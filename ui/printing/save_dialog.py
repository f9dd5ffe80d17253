"""Save a readable copy of a page: asked for twice, and never over another file."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.domain.wording import _
from ui.dialogs.dialog import Dialog
from ui.tasks import Lane, Tasks
from ui.widgets.banner import Banner
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.labels import Body


def show_save_dialog(
    parent: QWidget, tasks: Tasks, pdf: bytes, then: tuple[str, Callable[[], None]]
) -> "SaveDialog":
    """Ask whether a readable copy is to leave the locked records, and where to.

    Args:
        then: The file name to propose, which names nobody, and what to call once
            the file is written.
    """
    dialog = SaveDialog(parent, tasks, pdf, then)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show_over(dialog.keep)
    return dialog


class SaveDialog(Dialog):
    """``SaveDialog(parent, tasks, pdf, (name, on_saved))``; :func:`show_save_dialog`.

    Attributes:
        choose: Opens our own file window.
        keep: Leaves everything where it is.
        files: That window, once it was opened.
    """

    wide = 560

    def __init__(
        self,
        parent: QWidget,
        tasks: Tasks,
        pdf: bytes,
        then: tuple[str, Callable[[], None]],
    ) -> None:
        super().__init__(_("Save a copy"), parent)
        self._tasks = tasks
        self._pdf = pdf
        self._name, self._on_saved = then
        self.files: QFileDialog | None = None
        self.told = Banner("", "bad")
        self.told.hide()
        self.keep = OutlineButton(_("&Not now"))
        self.choose = PrimaryButton(_("&Choose where to save"))
        self.choose.setObjectName("choose")
        self.body.addWidget(
            Body(
                _(
                    "Saving a copy puts a readable file outside your locked records. "
                    "Only do this if you must."
                )
            )
        )
        self.body.addWidget(self.told)
        self.bar.add_button(self.keep)
        self.bar.add_button(self.choose)
        self.keep.clicked.connect(self.reject)
        self.choose.clicked.connect(self._on_choose_clicked)

    def save_to(self, path: Path) -> None:
        """Write the copy; a file that is there already is never touched."""
        self._tasks.run(
            Lane.QUICK,
            partial(_write, path, self._pdf),
            on_done=self._on_written,
            on_failed=self._on_refused,
            expected=(OSError,),
        )

    def _on_choose_clicked(self) -> None:
        files = QFileDialog(self, _("Save a copy"))
        options = QFileDialog.Option
        files.setOptions(
            options.DontUseNativeDialog
            | options.DontConfirmOverwrite
            | options.DontUseCustomDirectoryIcons
        )
        files.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        files.setNameFilter(_("PDF files (*.pdf)"))
        files.setDefaultSuffix("pdf")
        files.selectFile(f"{self._name}.pdf")
        files.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        files.fileSelected.connect(self._on_file_selected)
        self.files = files
        files.open()

    def _on_file_selected(self, chosen: str) -> None:
        self.files = None
        self.save_to(Path(chosen))

    def _on_written(self, _nothing: None) -> None:
        self._on_saved()
        if isValid(self):
            self.accept()

    def _on_refused(self, error: Exception) -> None:
        if not isValid(self):
            return
        words = _("The file could not be saved there. Choose another folder.")
        if isinstance(error, FileExistsError):
            words = _("There is a file of that name already. Choose another name.")
        self.told.tell(words, "bad")
        self.told.show()


def _write(path: Path, pdf: bytes) -> None:
    made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with open(made, "wb") as file:
            file.write(pdf)
    except OSError:
        path.unlink()  # half a copy helps nobody
        raise
