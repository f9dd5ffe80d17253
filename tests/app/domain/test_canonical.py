"""The one exact text of a value, and reading it back."""

from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.canonical import digest, from_canonical, to_canonical
from app.domain.session import NextContact, PickedActivity, SessionDraft


class Colour(StrEnum):
    """A choice."""

    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    """A part."""

    on: date
    at: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Every kind of field."""

    name: str
    count: int = 0
    colour: Colour = Colour.RED
    moment: datetime | None = None
    inner: Inner | None = None
    words: tuple[str, ...] = ()
    marks: frozenset[str] = frozenset()


WHOLE = Whole(
    name="Ünï “quoted”",
    count=3,
    moment=datetime(2026, 11, 24, 10, 5, tzinfo=UTC),
    inner=Inner(on=date(2026, 11, 24), at=time(10, 5)),
    words=("b", "a"),
    marks=frozenset({"z", "y"}),
)


def test_text_has_sorted_keys_no_spaces_and_iso_dates():
    assert to_canonical(WHOLE) == (
        '{"colour":"red","count":3,"inner":{"at":"10:05","on":"2026-11-24"},'
        '"marks":["y","z"],"moment":"2026-11-24T10:05:00+00:00",'
        '"name":"Ünï “quoted”","words":["b","a"]}'
    )


def test_what_was_written_reads_back_the_same():
    assert from_canonical(Whole, to_canonical(WHOLE)) == WHOLE


def test_plain_mappings_are_written_too():
    assert to_canonical({"b": [1, None], "a": True}) == '{"a":true,"b":[1,null]}'


@pytest.mark.parametrize("value", [b"bytes", {"a": object()}, {1j}])
def test_a_value_of_another_kind_has_no_text(value):
    with pytest.raises(TypeError):
        to_canonical(value)


def test_missing_fields_take_their_defaults_and_unknown_ones_are_passed_over():
    assert from_canonical(Whole, '{"name":"A","later":1}') == Whole(name="A")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[1]",
        '{"name":5}',
        '{"name":"A","colour":"green"}',
        '{"name":"A","inner":{"on":"never"}}',
        '{"name":"A","count":"three"}',
        "not json",
    ],
)
def test_text_of_another_kind_is_refused(text):
    with pytest.raises(ValueError, match=r".*"):
        from_canonical(Whole, text)


def test_digest_is_of_the_utf8_bytes():
    assert digest("é") == (
        "4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"
    )


DRAFTS = st.builds(
    SessionDraft,
    person_id=st.integers(1, 10**6),
    held_on=st.none() | st.dates(),
    started_at=st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    what_we_did=st.text(),
    took_part=st.lists(st.text()).map(tuple),
    unread=st.lists(st.tuples(st.text(), st.text())).map(tuple),
    activities=st.lists(
        st.builds(PickedActivity, citation=st.text(), edition=st.dates())
    ).map(tuple),
    next_contact=st.none() | st.builds(NextContact, on=st.dates()),
)


@given(DRAFTS)
def test_every_draft_reads_back_the_same_and_gives_one_text(draft):
    text = to_canonical(draft)
    again = from_canonical(SessionDraft, text)
    assert again == draft
    assert to_canonical(again) == text
    assert len(fields(again)) == len(fields(draft))
