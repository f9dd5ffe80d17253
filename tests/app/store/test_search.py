"""Finding signed notes by their words."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from app.store.database import Store
from app.store.search import find_notes, index_is_sound, rebuild_index
from tests.app.store.rows import add_draft, add_note, add_person

NOTES = [
    "We rode the bus to the clinic",
    "Café on Main Street, then the bus",
    'Talked about NEAR and far; it\'s 50% done - "good"',
    "Quiet day",
]


@pytest.fixture
def db(store: Store) -> Iterator[Connection]:
    """The notes above, numbered from 1, in a transaction."""
    with store.transaction() as db:
        person_id = add_person(db)
        for number, words in enumerate(NOTES, start=1):
            add_note(db, number, person_id, words)
    with store.transaction() as db:
        yield db


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bus", [2, 1]),
        ("BUS", [2, 1]),
        ("bus clinic", [1]),
        ("cli", [1]),
        ("cli bus", []),
        ("cafe", [2]),
        ("Main Stre", [2]),
        ("near", [3]),
        ("it's 50%", [3]),
        ('"good"', [3]),
        ("again", [4, 3, 2, 1]),
        ("nothing of the kind", []),
    ],
)
def test_notes_with_all_the_words_are_found_newest_first(
    db: Connection, typed: str, found: list[int]
) -> None:
    assert find_notes(db, typed, 50) == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", []),
        ("   ", []),
        ('"', []),
        ('""', []),
        ("*", []),
        ("-", []),
        ("^", []),
        ("( )", []),
        ("AND", [3]),
        ("day OR bus", []),
        ("NOT bus", []),
        ("bus NEAR(clinic", []),
        ("what_we_did:bus", []),
        ("{a b}:c", []),
        ("a\0bout", [3]),
        ("bus*", [2, 1]),
        ("'; DROP TABLE note; --", []),
        ("\ud800", []),
        ("bus\ud800", [2, 1]),
        ("é" * 5_000, []),
    ],
)
def test_nothing_that_is_typed_has_a_special_meaning(
    db: Connection, typed: str, found: list[int]
) -> None:
    assert find_notes(db, typed, 50) == found


def test_no_more_are_found_than_asked_for(db: Connection) -> None:
    assert find_notes(db, "again", 2) == [4, 3]


def test_a_draft_is_not_among_the_signed_notes(db: Connection) -> None:
    add_draft(db, 1, '{"what_we_did":"zeppelin"}')

    assert find_notes(db, "zeppelin", 50) == []


def test_a_sound_index_is_sound(db: Connection) -> None:
    assert index_is_sound(db)


def test_an_index_that_lost_words_is_found_and_made_anew(
    db: Connection, store: Store
) -> None:
    db.execute(
        text(
            "INSERT INTO note_text (note_text, rowid, what_we_did, how_it_went, "
            "next_step) VALUES ('delete', 1, :words, 'Well', 'Meet again')"
        ),
        {"words": NOTES[0]},
    )
    assert find_notes(db, "clinic", 50) == []

    assert not index_is_sound(db)
    rebuild_index(db)

    assert index_is_sound(db)
    assert find_notes(db, "clinic", 50) == [1]
