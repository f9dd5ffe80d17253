"""Places: a chip's key, the words it prints, and back."""

import pytest

from app.domain.session import SessionDraft
from app.services.places import OTHER, place_kind_of, place_words, places


@pytest.mark.parametrize(("kind", "words"), places())
def test_a_chip_prints_its_words_and_is_found_by_them(kind, words):
    draft = SessionDraft(person_id=1, place_kind=kind, place=" The park ")
    if kind == OTHER:
        assert place_words(draft) == "The park"
        assert place_kind_of(" The park ") == (OTHER, "The park")
    else:
        assert place_words(draft) == words
        assert place_kind_of(f" {words.upper()} ") == (kind, "")


def test_no_place_is_no_chip():
    assert place_kind_of("  ") == ("", "")


def test_a_chip_no_longer_offered_prints_its_key():
    assert place_words(SessionDraft(person_id=1, place_kind="porch")) == "porch"
