"""What is printed of letters the typeface lacks."""

import sys
import unicodedata

import pytest

from app.documents.lettering import printable
from app.documents.session_note import build_session_note
from app.documents.typeface import glyphs
from tests.app.documents.reading import words
from tests.app.documents.samples import STAMP, note


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("plain words", "plain words"),
        ("José Müller-Łukasz", "José Müller-Łukasz"),
        ("Jose\u0301", "José"),
        ("Nguy\u1ec5n", "Nguyên"),
        ("smile \U0001f642!", "smile [slightly smiling face]!"),
        ("thumb \U0001f44d\U0001f3fd", "thumb [thumbs up sign]"),
        ("heart \u2764\ufe0f", "heart [heavy black heart]"),
        ("non\u2011breaking\u202fspace", "non-breaking space"),
        ("tab\there", "tab here"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("left\u202eright\u200bwrong", "leftrightwrong"),
        ("one\r\ntwo\u2028three\rfour", "one\ntwo\nthree\nfour"),
        ("\ud83d", "[character U+D83D]"),
        ("\ue000", "[character U+E000]"),
        ("so \u2192 then", "so -> then"),
        ("\u5f20", "[cjk unified ideograph-5f20]"),
        ("\ufb01ne \u2460", "fine 1"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_unknown_letters_are_replaced_by_something_that_says_so(typed, printed):
    assert printable(typed) == printed


def test_page_says_where_a_letter_lost_a_mark():
    said = "Some letters are printed without a mark this typeface lacks."
    with_mark = note(what_we_did="We met Ms. Nguy\u1ec5n.")
    assert said in words(build_session_note(with_mark, STAMP))
    assert said not in words(build_session_note(note(), STAMP))


def test_every_character_there_is_comes_out_in_letters_the_typeface_has():
    known = glyphs() | {ord("\n")}
    for code in range(0, sys.maxunicode, 7):
        assert all(ord(letter) in known for letter in printable(chr(code)))


def test_nothing_but_marks_controls_and_spaces_vanishes():
    silent = {"Cc", "Cf", "Mn", "Me", "Sk", "Zs", "Zl", "Zp"}
    for code in range(0x20, 0x30000):
        if not printable(chr(code)).strip():
            assert unicodedata.category(chr(code)) in silent, hex(code)


def test_emoji_is_named_on_the_page():
    text = words(build_session_note(note(what_we_did="Good \U0001f642 day"), STAMP))
    assert "Good [slightly smiling face] day" in text
