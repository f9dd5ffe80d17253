"""Typed words as the typeface can print them, so that nothing vanishes silently."""

import unicodedata

from app.documents.typeface import glyphs

_LOOK_ALIKES = str.maketrans(
    {
        "\t": " ",
        "\r": "\n",
        "\v": "\n",
        "\f": "\n",
        "\x85": "\n",
        "\u2028": "\n",
        "\u2029": "\n",
        "\u2010": "-",
        "\u2011": "-",
        "\u2015": "\u2014",
        "\u2190": "<-",
        "\u2192": "->",
        "\u21d2": "=>",
        "\u02bc": "\u2019",
    }
)
_LINE_FEED = frozenset({ord("\n")})


def printable(words: str) -> str:
    """Return the words in letters the typeface has.

    Line feeds stay. Control and invisible characters go. A letter with a mark that
    the typeface lacks is printed with the marks it has. Anything else unknown, such
    as an emoji, is printed as its name in square brackets.
    """
    known = glyphs()
    lines = words.replace("\r\n", "\n").translate(_LOOK_ALIKES)
    composed = unicodedata.normalize("NFC", lines)
    if not _LINE_FEED.union(known).issuperset(map(ord, composed)):
        composed = "".join(_printed(letter, known) for letter in composed)
    return composed.replace("\u00ad", "")


def loses_marks(words: str) -> bool:
    """Say whether a letter is printed without a mark it was typed with."""
    known = glyphs()
    composed = unicodedata.normalize("NFC", words)
    return any(
        ord(letter) not in known
        and unicodedata.normalize("NFD", letter) != letter
        and bool(_plainer(letter, known))
        for letter in composed
    )


def _printed(letter: str, known: frozenset[int]) -> str:
    if letter == "\n" or ord(letter) in known:
        return letter
    category = unicodedata.category(letter)
    if category in {"Cc", "Cf", "Mn", "Me", "Sk"}:
        return ""  # controls, joiners, and marks or tones of the sign before
    if category == "Zs":
        return " "
    plainer = _plainer(letter, known)
    if plainer:
        return plainer
    name = unicodedata.name(letter, f"character U+{ord(letter):04X}")
    return f"[{name.lower() if name.isupper() else name}]"


def _plainer(letter: str, known: frozenset[int]) -> str:
    """Return the letter with as many of its marks as the typeface has."""
    apart = unicodedata.normalize("NFKD", letter)
    kept = apart[0]
    for mark in apart[1:]:
        joined = unicodedata.normalize("NFC", kept + mark)
        if len(joined) == 1 and ord(joined) in known:
            kept = joined
        elif not unicodedata.combining(mark):
            kept += mark
    printed = kept.strip() and all(ord(one) in known for one in kept)
    return kept if printed else ""
