"""The typeface of every page: Atkinson Hyperlegible, embedded, and no other."""
# mypy: allow-untyped-calls

from functools import cache
from importlib.resources import files
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.documents.blocks import Tone

REGULAR = "AtkinsonHyperlegible-Regular"
BOLD = "AtkinsonHyperlegible-Bold"
ITALIC = "AtkinsonHyperlegible-Italic"
BOLD_ITALIC = "AtkinsonHyperlegible-BoldItalic"

BLACK = HexColor("#000000")
GREY = HexColor("#444444")
HAIRLINE = HexColor("#8A8A8A")
FILL = HexColor("#F1F1F1")

BODY_SIZE = 10.5
SMALL_SIZE = 8.5
SMALL_LEADING = 11

_SIZES = {
    Tone.TITLE: (BOLD, 21, 25, BLACK),
    Tone.HEADING: (BOLD, 12.5, 16, BLACK),
    Tone.SUBHEADING: (BOLD, BODY_SIZE, 14.5, BLACK),
    Tone.BODY: (REGULAR, BODY_SIZE, 14.5, BLACK),
    Tone.STRONG: (BOLD, BODY_SIZE, 14.5, BLACK),
    Tone.QUOTE: (ITALIC, 11, 15.5, BLACK),
    Tone.OWN_WORDS: (ITALIC, 13, 18, BLACK),
    Tone.NAME: (BOLD, 13, 17, BLACK),
    Tone.SUBTITLE: (REGULAR, BODY_SIZE, 14.5, GREY),
    Tone.ITALIC: (ITALIC, BODY_SIZE, 14.5, BLACK),
    Tone.LABEL: (BOLD, SMALL_SIZE, SMALL_LEADING, GREY),
    Tone.SMALL: (REGULAR, SMALL_SIZE, SMALL_LEADING, GREY),
    Tone.CODE: (BOLD, 22, 30, BLACK),
}


@cache
def glyphs() -> frozenset[int]:
    """Load the four faces once and return the code points that all of them have."""
    covered = []
    for name in (REGULAR, BOLD, ITALIC, BOLD_ITALIC):
        data = (files("resources") / "fonts" / f"{name}.ttf").read_bytes()
        font = TTFont(name, BytesIO(data))
        pdfmetrics.registerFont(font)
        covered.append(frozenset(font.face.charToGlyph))
    pdfmetrics.registerFontFamily(REGULAR, REGULAR, BOLD, ITALIC, BOLD_ITALIC)
    pdfmetrics.registerFontFamily(ITALIC, ITALIC, BOLD_ITALIC, ITALIC, BOLD_ITALIC)
    letters = frozenset.intersection(*covered)
    return frozenset(code for code in letters if code >= 32 and not 127 <= code < 160)


@cache
def styles() -> dict[Tone, ParagraphStyle]:
    """Return the paragraph style of each tone; the faces are loaded on the way."""
    glyphs()
    return {
        tone: ParagraphStyle(
            tone.name,
            fontName=font,
            fontSize=size,
            leading=leading,
            textColor=colour,
            bulletFontName=REGULAR,
            allowOrphans=1,
            allowWidows=1,
        )
        for tone, (font, size, leading, colour) in _SIZES.items()
    }


def width_of(words: str, font: str, size: float) -> float:
    """Return the width of words on one line, in points."""
    glyphs()
    width: float = pdfmetrics.stringWidth(words, font, size)
    return width
