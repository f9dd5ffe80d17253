"""What everything looks like, in colours and numbers; imports next to nothing.

The first window stands on this alone, before :mod:`ui.theme` is there.
"""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QFont

FAMILY = "Atkinson Hyperlegible"
SMALL, BODY, SECTION, TITLE_COMPACT, TITLE = 14, 16, 18, 22, 26
TARGET = 44
RADIUS_FIELD, RADIUS_CARD, RADIUS_CHIP = 10, 12, 22
LARGEST_SCALE = 2.0

_COMPACT_UNDER = (1200, 640)


class Scheme(StrEnum):
    """Which colours the specialist wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Tokens(NamedTuple):  # a dataclass would take 3 ms of every start to make
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


class Theme:
    """How everything looks at this moment; never changed, but another one put on.

    Attributes:
        tokens: The colours.
        scale: Text size, 1.0 to 2.0.
        contrast: A Windows contrast theme rules: system colours and no stylesheet.
    """

    __slots__ = ("contrast", "scale", "tokens")

    def __init__(
        self, *, tokens: Tokens = LIGHT, scale: float = 1.0, contrast: bool = False
    ) -> None:
        self.tokens, self.scale, self.contrast = tokens, scale, contrast

    def colour(self, token: str) -> QColor:
        """Return the colour of a token; ``AttributeError`` if there is none."""
        return QColor(getattr(self.tokens, token))

    def px(self, length: float) -> int:
        """Return a length that grows with the text, in whole logical pixels."""
        return round(length * self.scale)

    def font(self, size: int = BODY, *, bold: bool = False) -> "QFont":
        """Return the program's font; ``size`` in pixels at 100 %."""
        from PySide6.QtGui import QFont  # 2 ms that the first window does without

        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setBold(bold)
        return font


def current_theme() -> Theme:
    """Return the theme in force; the plain light one before any was applied."""
    app = QCoreApplication.instance()
    theme = app.property("theme") if app is not None else None
    return theme if isinstance(theme, Theme) else Theme()


def is_compact(window: "QSize") -> bool:
    """Return whether a window this large (logical pixels) is laid out in one column.

    Under 1200 x 640; larger text counts as a smaller window.
    """
    scale = current_theme().scale
    width, height = _COMPACT_UNDER
    return window.width() < width * scale or window.height() < height * scale


def filled(sheet: str, theme: Theme) -> str:
    """Return a stylesheet with ``$token;`` and the sizes of text put in."""
    words = theme.tokens._asdict()
    sizes = {"small": SMALL, "body": BODY, "title": TITLE}
    words |= {name: f"{theme.px(size)}px" for name, size in sizes.items()}
    for name, value in words.items():
        sheet = sheet.replace(f"${name};", f"{value};")
    return sheet


# Selectors name the role, never a bare QLineEdit: that would also style the editors
# inside spin and date boxes. No min-height: it would override setFixedHeight.
FIELD_SHEET = """
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
"""
