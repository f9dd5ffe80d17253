"""The tokens, the palette and the stylesheet made of them."""

import re

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QPalette

from ui import theme
from ui.theme import (
    DARK,
    FAMILY,
    LIGHT,
    Scheme,
    Theme,
    Tokens,
    apply_theme,
    current_theme,
    stylesheet,
)

TEXT = [
    (ink, ground)
    for ground in ("bg", "surface", "sunken")
    for ink in ("ink", "ink2", "accent")
]
TEXT += [(ink, "surface") for ink in ("warn", "bad", "ok", "on_soft")]
TEXT += [("ink", "soft"), ("on_soft", "soft"), ("accent", "soft")]
TEXT += [("on_accent", "accent")]
TEXT += [(tone, f"{tone}_bg") for tone in ("warn", "bad", "ok")]
CONTROLS = [
    (line, ground)
    for line in ("border", "focus", "accent")
    for ground in ("bg", "surface")
]


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    ink = QColor(colour)
    red, green, blue = (linear(p) for p in (ink.redF(), ink.greenF(), ink.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_stands_out_seven_to_one(tokens: Tokens, ink: str, ground: str):
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 7


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), CONTROLS)
def test_controls_stand_out_three_to_one(tokens: Tokens, line: str, ground: str):
    assert contrast(getattr(tokens, line), getattr(tokens, ground)) >= 3


def test_stylesheet_leaves_no_token_unfilled():
    assert "$" not in stylesheet(Theme())


def test_stylesheet_names_roles_and_never_fixes_heights():
    sheet = stylesheet(Theme())
    assert not re.search(r"(QLineEdit|QTextEdit|QPushButton)\s*[{,]", sheet)
    assert not re.search(r"(?<!handle:vertical \{ )min-height", sheet)


def test_shipped_font_is_known(dressed_app):
    assert FAMILY in QFontDatabase.families()


@pytest.mark.parametrize(
    ("scheme", "tokens"), [(Scheme.LIGHT, LIGHT), (Scheme.DARK, DARK)]
)
def test_choice_of_scheme_is_followed(dressed_app, scheme, tokens):
    apply_theme(dressed_app, scheme, 1.5)
    assert current_theme().tokens == tokens
    window = dressed_app.palette().color(QPalette.ColorRole.Window)
    assert window == QColor(tokens.bg)
    assert dressed_app.font().pixelSize() == 24


def test_contrast_theme_brings_its_own_colours_and_no_stylesheet(
    dressed_app, monkeypatch
):
    system = QPalette(QColor("black"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    system.setColor(QPalette.ColorRole.Highlight, QColor("cyan"))
    own = theme._tokens_of(system)
    high = Theme(tokens=own, contrast=True)
    monkeypatch.setattr(theme._SchemeFollower, "_theme", lambda _self: high)
    apply_theme(dressed_app)
    assert dressed_app.styleSheet() == ""
    assert current_theme().colour("ink") == QColor("yellow")
    assert current_theme().colour("focus") == QColor("cyan")


@pytest.mark.parametrize(("asked", "got"), [(0.2, 1.0), (1.25, 1.25), (9.0, 2.0)])
def test_text_scale_stays_between_100_and_200(dressed_app, asked, got):
    assert apply_theme(dressed_app, Scheme.LIGHT, asked).scale == got
