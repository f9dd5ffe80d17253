"""Our own folder chooser: a native one could not be closed by a lock."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_for_folder(
    parent: QWidget, title: str, on_chosen: Callable[[Path], None], start: str = ""
) -> QFileDialog:
    """Open the chooser over ``parent``; ``on_chosen`` is called with the folder."""
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    options = QFileDialog.Option
    dialog.setOptions(
        options.DontUseNativeDialog
        | options.ShowDirsOnly
        | options.DontUseCustomDirectoryIcons
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setModal(True)
    dialog.fileSelected.connect(partial(_hand_over, on_chosen))
    dialog.open()
    return dialog


def _hand_over(on_chosen: Callable[[Path], None], chosen: str) -> None:
    on_chosen(Path(chosen))
