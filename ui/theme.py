"""Colours, type and the one stylesheet, all generated from a table of tokens.

Contrast was measured: every text token on its ground is 7:1 or more, every control
line 3:1 or more (``tests/ui/test_theme.py`` measures again).
"""

from dataclasses import dataclass, fields
from enum import StrEnum
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

FAMILY = "Atkinson Hyperlegible"
SMALL, BODY, SECTION, TITLE_COMPACT, TITLE = 14, 16, 18, 22, 26
TARGET = 44
RADIUS_FIELD, RADIUS_CARD, RADIUS_CHIP = 10, 12, 22
LARGEST_SCALE = 2.0

_FONT_FILES = ("Regular", "Bold", "Italic", "BoldItalic")


class Scheme(StrEnum):
    """Which colours the specialist wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Every colour the program uses, as ``#rrggbb``, by what it is for."""

    bg: str
    surface: str
    sunken: str
    ink: str
    ink2: str
    accent: str
    on_accent: str
    soft: str
    on_soft: str
    border: str
    hairline: str
    focus: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    ok: str
    ok_bg: str


LIGHT = Tokens(
    bg="#F3F6F4",
    surface="#FFFFFF",
    sunken="#E9EEEC",
    ink="#14232A",
    ink2="#3F4E56",
    accent="#0A5058",
    on_accent="#FFFFFF",
    soft="#D9ECEA",
    on_soft="#073E45",
    border="#75858C",
    hairline="#CBD5D3",
    focus="#1A4FBF",
    warn="#5E3A00",
    warn_bg="#FFF1D6",
    bad="#7D1A14",
    bad_bg="#FCE8E6",
    ok="#0F4A28",
    ok_bg="#E1F2E7",
)
DARK = Tokens(
    bg="#10181B",
    surface="#182226",
    sunken="#0C1214",
    ink="#EDF3F4",
    ink2="#BECBD0",
    accent="#86D6D3",
    on_accent="#04282B",
    soft="#1D3D40",
    on_soft="#D3F2F0",
    border="#7E9097",
    hairline="#33444A",
    focus="#9CC2FF",
    warn="#FFDFA0",
    warn_bg="#3A2A08",
    bad="#FFC9C2",
    bad_bg="#431512",
    ok="#B6EBC8",
    ok_bg="#12351F",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How everything looks at this moment.

    Attributes:
        tokens: The colours.
        scale: Text size, 1.0 to 2.0.
        contrast: A Windows contrast theme rules: system colours and no stylesheet.
    """

    tokens: Tokens = LIGHT
    scale: float = 1.0
    contrast: bool = False

    def colour(self, token: str) -> QColor:
        """Return the colour of a token; ``AttributeError`` if there is none."""
        return QColor(getattr(self.tokens, token))

    def px(self, length: float) -> int:
        """Return a length that grows with the text, in whole logical pixels."""
        return round(length * self.scale)

    def font(self, size: int = BODY, *, bold: bool = False) -> QFont:
        """Return the program's font; ``size`` in pixels at 100 %."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font


def current_theme() -> Theme:
    """Return the theme in force; the plain light one before any was applied."""
    app = QApplication.instance()
    theme = app.property("theme") if app is not None else None
    return theme if isinstance(theme, Theme) else Theme()


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; call once, after the application is made."""
    for style in _FONT_FILES:
        path = files("resources") / "fonts" / f"AtkinsonHyperlegible-{style}.ttf"
        QFontDatabase.addApplicationFontFromData(QByteArray(path.read_bytes()))


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
    words = {f.name: getattr(theme.tokens, f.name) for f in fields(Tokens)}
    words["small"] = f"{theme.px(SMALL)}px"
    words["body"] = f"{theme.px(BODY)}px"
    sheet = _SHEET
    for name, value in words.items():
        sheet = sheet.replace(f"${name};", f"{value};")
    return sheet


class _SchemeFollower(QObject):
    """Applies the chosen scheme now and whenever the system's own one changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._scale = 1.0
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
        if theme == self._app.property("theme"):
            return
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
    plain = dict.fromkeys((f.name for f in fields(Tokens)), text)
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

# Selectors name the role, never a bare QLineEdit: that would also style the editors
# inside spin and date boxes. No min-height: it would override setFixedHeight.
_SHEET = """
QLineEdit[role="field"], QTextEdit[role="field"] {
  background: $surface; color: $ink; border: 1px solid $border; border-radius: 10px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit[role="field"] { padding: 0 13px; }
QTextEdit[role="field"] { padding: 7px 8px; }
QLineEdit[role="field"][wrong="true"], QTextEdit[role="field"][wrong="true"] {
  border: 2px solid $bad; }
QScrollArea[role="page"], QScrollArea[role="page"] > QWidget > QWidget[role="page"] {
  background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 2px; border: none; }
QScrollBar:horizontal {
  background: transparent; height: 14px; margin: 2px; border: none; }
QScrollBar::handle { background: $border; border-radius: 5px; }
QScrollBar::handle:vertical { min-height: 44px; }
QScrollBar::handle:horizontal { min-width: 44px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
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
