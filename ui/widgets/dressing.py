"""Dress the whole program once, at its start."""

from PySide6.QtWidgets import QApplication

from ui.fonts import load_fonts
from ui.theme import Scheme, apply_theme
from ui.widgets.focus_ring import FocusRing
from ui.widgets.labels import expose_headings


def dress(
    app: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: float = 1.0
) -> None:
    """Load fonts, apply the theme, follow the focus, expose headings; call once.

    For a later change of look call :func:`ui.theme.apply_theme` alone.
    """
    app.setStyle("Fusion")
    load_fonts()
    apply_theme(app, scheme, scale)
    if app.findChild(FocusRing) is None:
        FocusRing(app)
        expose_headings()
