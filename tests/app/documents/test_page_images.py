"""Pictures of pages."""

import pytest

from app.documents.page_images import page_count, page_image
from app.documents.session_note import build_session_note
from tests.app.documents.reading import pages
from tests.app.documents.samples import STAMP, note

ONE_PAGE = build_session_note(note(), STAMP)


def test_pages_are_counted():
    long = build_session_note(note(what_we_did="One line.\n" * 200), STAMP)
    assert page_count(ONE_PAGE) == 1
    assert page_count(long) == len(pages(long)) > 4


@pytest.mark.parametrize("width", [200, 688, 1000, 1275])
def test_picture_is_as_wide_as_asked_in_letter_proportions(width):
    image = page_image(ONE_PAGE, 0, width=width)
    assert image.width == width
    assert image.height == pytest.approx(width * 11 / 8.5, abs=1)


def test_picture_at_printing_resolution_is_eight_bit_grey():
    image = page_image(ONE_PAGE, 0, dpi=300)
    assert (image.width, image.height) == (2550, 3300)
    assert image.stride >= image.width
    assert len(image.grey) == image.stride * image.height


def test_picture_shows_black_letters_on_white_paper():
    image = page_image(ONE_PAGE, 0, width=688)
    dark = sum(1 for shade in image.grey if shade < 64)
    assert image.grey[0] == 255
    assert 0.01 < dark / len(image.grey) < 0.2


@pytest.mark.parametrize("page", [-1, 1])
def test_page_that_is_not_there_is_refused(page):
    with pytest.raises(IndexError):
        page_image(ONE_PAGE, page, width=100)


@pytest.mark.parametrize("size", [{}, {"width": 10, "dpi": 10}])
def test_one_size_is_to_be_given(size):
    with pytest.raises(ValueError, match="either width or dpi"):
        page_image(ONE_PAGE, 0, **size)
