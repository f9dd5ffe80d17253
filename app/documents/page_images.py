"""Pictures of pages, for the preview and the printer.

PDFium is not thread-safe: call these on the quick lane only, one document at a time.
"""
# mypy: allow-untyped-calls

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pypdfium2 import PdfDocument

from app.domain.page_blocks import PageImage

POINTS_PER_INCH = 72
_NO_STRAY_PIXEL = 1 - 1e-9
"""PDFium's binding rounds up, so 3300.0000000001 would give a row too many."""


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_image(
    pdf: bytes, page: int, *, width: int | None = None, dpi: int | None = None
) -> PageImage:
    """Draw one page on white.

    Args:
        pdf: A PDF of ours.
        page: From 0.
        width: Of the picture in pixels; or
        dpi: its dots per inch. Exactly one of the two is given.

    Raises:
        ValueError: Both or neither of width and dpi are given.
        IndexError: There is no such page.
    """
    if (width is None) == (dpi is None):
        raise ValueError("give either width or dpi")
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        sheet = document[page]
        scale = (
            width / sheet.get_width()
            if width is not None
            else (dpi or 0) / POINTS_PER_INCH
        )
        bitmap = sheet.render(scale=scale * _NO_STRAY_PIXEL, grayscale=True)
        image = PageImage(
            width=bitmap.width,
            height=bitmap.height,
            stride=bitmap.stride,
            grey=bytes(bitmap.buffer),
        )
        bitmap.close()
        sheet.close()
        return image


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    document = PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()
