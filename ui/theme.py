"""Puts the look on: the palette and the one stylesheet, generated from the tokens.

Contrast was measured: every text token on its ground is 7:1 or more, every control
line 3:1 or more (``tests/ui/test_theme.py`` measures again).
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.tokens import (
    BODY,
    DARK,
    FAMILY,
    FIELD_SHEET,
    LARGEST_SCALE,
    LIGHT,
    RADIUS_CARD,
    RADIUS_CHIP,
    RADIUS_FIELD,
    SECTION,
    SMALL,
    TARGET,
    TITLE,
    TITLE_COMPACT,
    Scheme,
    Theme,
    Tokens,
    current_theme,
    filled,
)

__all__ = [
    "BODY",
    "DARK",
    "FAMILY",
    "LIGHT",
    "RADIUS_CARD",
    "RADIUS_CHIP",
    "RADIUS_FIELD",
    "SECTION",
    "SMALL",
    "TARGET",
    "TITLE",
    "TITLE_COMPACT",
    "Scheme",
    "Theme",
    "Tokens",
    "apply_theme",
    "current_theme",
    "palette_of",
    "stylesheet",
]


def apply_theme(
    app: QApplication, scheme: Scheme = Scheme.SYSTEM, scale: float = 1.0
) -> Theme:
    """Dress the whole program, and keep following the system where that was chosen.

    May be called again at any time; open widgets redraw themselves.
    """
    follower = app.findChild(_SchemeFollower) or _SchemeFollower(app)
    follower.follow(scheme, scale)
    return current_theme()


def palette_of(tokens: Tokens) -> QPalette:
    """Return Qt's palette in these colours."""
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, QColor(getattr(tokens, token)))
    for role in (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink2))
    return palette


def stylesheet(theme: Theme) -> str:
    """Return the one stylesheet: only what Fusion cannot draw from the palette."""
    return filled(FIELD_SHEET + _SHEET, theme)


class _SchemeFollower(QObject):
    """Applies the chosen scheme now and whenever the system's own one changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._scale = 1.0
        self._worn: tuple[Tokens, float, bool] | None = None
        self._system_palette = app.palette()
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_changed)

    def follow(self, scheme: Scheme, scale: float) -> None:
        self._scheme = scheme
        self._scale = min(max(scale, 1.0), LARGEST_SCALE)
        self._dress()

    def _on_system_changed(self, _new: object) -> None:
        self._dress()

    def _dress(self) -> None:
        theme = self._theme()
        worn = (theme.tokens, theme.scale, theme.contrast)
        if worn == self._worn:
            return
        self._worn = worn
        self._app.setProperty("theme", theme)
        self._app.setFont(theme.font())
        if theme.contrast:
            self._app.setPalette(QPalette())
            self._app.setStyleSheet("")
            return
        self._app.setPalette(palette_of(theme.tokens))
        self._app.setStyleSheet(stylesheet(theme))

    def _theme(self) -> Theme:
        hints = QGuiApplication.styleHints()
        wants_contrast = hints.accessibility().contrastPreference()
        if wants_contrast == Qt.ContrastPreference.HighContrast:
            tokens = _tokens_of(self._system_palette)
            return Theme(tokens=tokens, scale=self._scale, contrast=True)
        dark = self._scheme == Scheme.DARK or (
            self._scheme == Scheme.SYSTEM and hints.colorScheme() == Qt.ColorScheme.Dark
        )
        return Theme(tokens=DARK if dark else LIGHT, scale=self._scale)


def _tokens_of(palette: QPalette) -> Tokens:
    """Return the system's own colours under our names, for contrast themes."""
    shown = (_ROLE.Window, _ROLE.WindowText, _ROLE.Highlight, _ROLE.HighlightedText)
    ground, text, picked, on_picked = (palette.color(role).name() for role in shown)
    plain = dict.fromkeys(Tokens._fields, text)
    grounds = ("bg", "surface", "sunken", "soft", "warn_bg", "bad_bg", "ok_bg")
    plain |= dict.fromkeys(grounds, ground)
    plain |= {"accent": picked, "on_accent": on_picked, "focus": picked}
    return Tokens(**plain)


_ROLE = QPalette.ColorRole
_PALETTE = {
    _ROLE.Window: "bg",
    _ROLE.WindowText: "ink",
    _ROLE.Base: "surface",
    _ROLE.AlternateBase: "sunken",
    _ROLE.Text: "ink",
    _ROLE.PlaceholderText: "ink2",
    _ROLE.Button: "surface",
    _ROLE.ButtonText: "ink",
    _ROLE.BrightText: "bad",
    _ROLE.Highlight: "accent",
    _ROLE.HighlightedText: "on_accent",
    _ROLE.Accent: "accent",
    _ROLE.Link: "accent",
    _ROLE.LinkVisited: "accent",
    _ROLE.ToolTipBase: "surface",
    _ROLE.ToolTipText: "ink",
    _ROLE.Light: "surface",
    _ROLE.Midlight: "sunken",
    _ROLE.Mid: "hairline",
    _ROLE.Dark: "border",
    _ROLE.Shadow: "border",
}

_SHEET = """
QMenu { background: $surface; color: $ink; border: 1px solid $border;
  border-radius: 10px; padding: 6px; font-size: $body; }
QMenu::item { padding: 12px 24px 12px 14px; border-radius: 8px; }
QMenu::item:selected { background: $soft; color: $on_soft; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $border;
  padding: 6px 8px; font-size: $small; }
QTableView[role="table"], QListView[role="table"] { background: transparent;
  border: none; selection-background-color: $soft; selection-color: $on_soft;
  outline: none; }
QTableView[role="table"] QHeaderView::section { background: transparent; color: $ink2;
  border: none; border-bottom: 1px solid $hairline; padding: 8px 6px;
  font-size: $small; font-weight: bold; }
"""
