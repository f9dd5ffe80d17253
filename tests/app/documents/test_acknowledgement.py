"""The Scope of Activities acknowledgement, read back from its PDF."""

from dataclasses import replace

import pytest

from app.documents.acknowledgement import build_acknowledgement
from tests.app.documents.reading import fonts, pages, words
from tests.app.documents.samples import (
    DRAFT,
    IN_INK,
    ON_SCREEN,
    SCOPE,
    STAMP,
    TO_INK,
)

INK = build_acknowledgement(IN_INK, SCOPE, TO_INK)
SIGNED = build_acknowledgement(ON_SCREEN, SCOPE, STAMP)


@pytest.mark.parametrize("pdf", [INK, SIGNED], ids=["ink", "electronic"])
def test_every_published_word_is_printed_in_the_order_of_the_source(pdf):
    printed = words(pdf).replace("•", " ").split()
    published = iter(printed)
    missing = [word for word in SCOPE.text.split() if word not in published]
    assert not missing


@pytest.mark.parametrize("line", SCOPE.text.splitlines()[:-2])
def test_each_published_line_is_printed_word_for_word(line):
    assert line in words(INK)


def test_acknowledgement_for_ink_has_only_blank_lines():
    text = words(INK)
    assert "Samuel" not in text
    assert "signed electronically" not in text
    assert "Received a copy" not in text


def test_there_is_one_place_for_initials_and_one_signature_for_each_section():
    _scope, asked = words(INK).split(SCOPE.heading)
    first, rest = asked.split(SCOPE.sections[1].text)
    second, _statements = rest.split(SCOPE.statements[0])
    assert (first.count(" Initials"), first.count(" Signature")) == (1, 1)
    assert (second.count(" Initials"), second.count(" Signature")) == (0, 1)
    assert "witness" not in asked.lower()


def test_electronic_acknowledgement_names_initials_name_and_moment():
    text = words(SIGNED)
    signature = "Sam Rivers, signed electronically Nov 24, 2026, 11:02 AM (UTC-6)"
    assert "SR" in text.split()
    assert text.count(signature) == 3
    assert "Samuel Rivers Print Full Name February 2, 2026 Date" in text
    assert "Received a copy: yes" in text
    assert "Read and understood: yes" in text


def test_unsigned_draft_carries_no_signature():
    text = words(build_acknowledgement(ON_SCREEN, SCOPE, DRAFT))
    assert "signed electronically" not in text
    assert "UNSIGNED DRAFT" in text


def test_foot_carries_id_codes_key_and_the_digest_of_the_text():
    for page in pages(SIGNED):
        foot = " ".join(page.split())
        assert "Document PD-2026-0031 · check code T4XN 2HKD" in foot
        assert "Chain code 9QRM 44XC" in foot
        assert "Key 3f9a0b1c2d4e5f60" in foot
        assert f"Text digest {SCOPE.digest[:16]}" in foot


def test_another_text_than_was_read_is_refused():
    changed = replace(SCOPE, opening="Something else.")
    with pytest.raises(ValueError, match="another text"):
        build_acknowledgement(IN_INK, changed, TO_INK)


def test_same_acknowledgement_gives_the_same_bytes():
    assert build_acknowledgement(IN_INK, SCOPE, TO_INK) == INK


def test_only_our_typeface_is_used_and_it_is_embedded():
    found = fonts(INK) | fonts(SIGNED)
    assert all("AtkinsonHyperlegible" in name for name in found)
    assert all(found.values())


def test_practice_mark_is_on_each_page():
    content = replace(IN_INK, practice=True)
    found = pages(build_acknowledgement(content, SCOPE, TO_INK))
    assert all("PRACTICE" in page for page in found)
