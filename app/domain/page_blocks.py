"""A page as the windows show it: as a picture, or as words to be read aloud."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One piece of a page's words, in reading order.

    Attributes:
        kind: ``heading``, ``paragraph``, ``fact`` or ``row``.
        words: What it says.
    """

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageImage:
    """One page as 8-bit grey, top line first.

    Attributes:
        width: In pixels; ``height`` too.
        stride: Bytes from one line to the next.
        grey: ``stride * height`` bytes, 0 black, 255 white.
    """

    width: int
    height: int
    stride: int
    grey: bytes
