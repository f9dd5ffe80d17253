"""The recovery sheet, read back from its PDF."""

from dataclasses import replace

import pytest

from app.documents.recovery_sheet import build_recovery_sheet
from tests.app.documents.reading import fonts, pages, words
from tests.app.documents.samples import RECOVERY_SHEET

PDF = build_recovery_sheet(RECOVERY_SHEET)


@pytest.mark.parametrize(
    "expected",
    [
        "Seal this and give it to your supervisor.",
        "For the daybook of Sam Rivers. Made February 2, 2026.",
        "What it opens This code opens the locked daybook without the passphrase.",
        "If this sheet is lost, or was opened",
        "Make a new recovery code in Settings at once.",
        "Given to",
        "Date",
    ],
)
def test_sheet_says_what_it_is_and_what_to_do(expected):
    assert expected in words(PDF)


def test_groups_are_numbered_and_in_order():
    code = words(PDF).partition("Recovery code ")[2].partition(" What it opens")[0]
    read = code.split()
    for number, group in enumerate(RECOVERY_SHEET.groups, 1):
        assert read[read.index(group) - 1] == str(number)
    assert [one for one in read if len(one) == 4] == list(RECOVERY_SHEET.groups)


def test_sheet_is_one_page_in_our_typeface():
    assert len(pages(PDF)) == 1
    assert all("AtkinsonHyperlegible" in name for name in fonts(PDF))


def test_practice_sheet_is_marked():
    practice = build_recovery_sheet(replace(RECOVERY_SHEET, practice=True))
    assert "PRACTICE" in words(practice)
    assert "PRACTICE" not in words(PDF)
