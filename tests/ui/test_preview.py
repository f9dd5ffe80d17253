"""The preview shows the very page, two bitmaps at most, or its words."""

import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from reportlab.pdfgen.canvas import Canvas

from app.domain.page_blocks import TextBlock
from tests.ui.session_world import (
    clock,
    context,
    derived_once,
    made_folder,
    show,
    store,
)
from ui.theme import Scheme
from ui.widgets.labels import Heading, Label
from ui.widgets.page_preview import PagePreview

__all__ = ["clock", "context", "derived_once", "made_folder", "show", "store"]

BLOCKS = (
    TextBlock("heading", "Peer support session note"),
    TextBlock("fact", "Person: Jordan Mayfield"),
    TextBlock("paragraph", "We walked."),
)


def pdf_of(pages):
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(612, 792))
    for number in range(pages):
        canvas.drawString(72, 700, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@pytest.fixture
def preview(context, show):
    return show(PagePreview(context))


def shown(preview, qtbot, pages=1):
    preview.show_page((pdf_of(pages), BLOCKS))
    qtbot.waitUntil(lambda: preview.pictures.pictures_held() >= 1, timeout=5_000)


def test_the_page_fits_the_width_and_is_white_in_the_dark_too(preview, qtbot, look):
    look(Scheme.DARK, 1.0)
    shown(preview, qtbot)
    picture = preview.grab().toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle == QColor("white")
    bar = preview.pictures.horizontalScrollBar()
    assert bar.maximum() == 0


def test_never_more_than_two_pages_are_held(preview, qtbot):
    shown(preview, qtbot, pages=9)
    bar = preview.pictures.verticalScrollBar()
    most = 0
    for step in range(0, bar.maximum(), 150):
        bar.setValue(step)
        qtbot.wait(5)
        most = max(most, preview.pictures.pictures_held())
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: preview.pictures.page() == 9)
    qtbot.wait(100)
    assert 0 < preview.pictures.pictures_held() <= 2
    assert most <= 2


def test_page_down_goes_on_and_the_count_says_where(preview, qtbot):
    shown(preview, qtbot, pages=3)
    assert preview._count.text() == "Page 1 of 3"
    for _press in range(20):
        qtbot.keyClick(preview.pictures, Qt.Key.Key_PageDown)
    assert preview._count.text() == "Page 3 of 3"


def test_larger_draws_the_page_anew(preview, qtbot):
    shown(preview, qtbot)
    sheet = preview.pictures._sheets[0]
    before = sheet.pixels()
    preview.larger.click()
    qtbot.waitUntil(lambda: sheet.pixels() > before, timeout=5_000)


def test_read_as_text_is_remembered(preview, context, show, qtbot):
    shown(preview, qtbot)
    preview.as_text.click()
    assert preview.is_read_as_text()
    assert context.preferences.settings.read_as_text
    assert preview.pictures.pictures_held() == 0
    again = show(PagePreview(context))
    again.show_page((pdf_of(1), BLOCKS))
    assert again.is_read_as_text()
    words = [row.text() for row in again._lines.rows() if isinstance(row, Label)]
    assert "We walked." in words[2]
    assert isinstance(again._lines.rows()[0], Heading)


def test_everything_in_the_preview_has_a_name(preview, qtbot):
    shown(preview, qtbot)
    from tests.ui.gates import faults

    assert faults(preview) == []


def test_a_page_that_was_replaced_is_not_drawn_late(preview, qtbot):
    preview.show_page((pdf_of(4), BLOCKS))
    preview.show_page((pdf_of(2), BLOCKS))
    qtbot.waitUntil(lambda: preview.pictures.page_count() == 2, timeout=5_000)
    qtbot.wait(200)
    assert preview.pictures.page_count() == 2
