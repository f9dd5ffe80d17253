"""From a page's bytes to paper, or to a file that was asked for; nothing in between.

``show_print_dialog(parent, tasks, pdf, on_printed)`` and
``show_save_dialog(parent, tasks, pdf, (name, on_saved))``.
"""

from ui.printing.print_dialog import PrintDialog, show_print_dialog
from ui.printing.save_dialog import SaveDialog, show_save_dialog

__all__ = ["PrintDialog", "SaveDialog", "show_print_dialog", "show_save_dialog"]
