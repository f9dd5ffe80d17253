"""An edition the specialist imports, checked like the shipped ones."""

from datetime import date

import pytest

from app.domain.activity import allowed_activities
from app.domain.designation import HeldDesignation
from app.regulations import load_regulations, read_imported_edition
from tests.app.test_regulations_broken import (
    ACTIVITIES,
    FIRST,
    NEWER,
    SECOND,
    SHIPPED,
    change,
    citations,
    folder,
)

__all__ = ["folder"]

OWN_MAPPING = """
mappings = [
    { designation = "CPSSP-SU", list = "24-2-42.2(A)(1)", basis = "mapped" },
]
"""


def test_edition_may_bring_its_own_mappings(folder):
    change(folder / NEWER, "deliveries =", f"{OWN_MAPPING}deliveries =")
    rules = load_regulations(folder)
    assert rules.problems == ()
    assert citations(rules, "CPSSP-SU", SECOND) == {(SECOND, "(1)")}


def imported(words: str):
    return read_imported_edition(words.encode(), "new.toml", load_regulations())


def newer_words() -> str:
    return (SHIPPED / "regulations" / NEWER).read_text("utf-8")


def test_imported_edition_of_the_same_date_keeps_the_mappings():
    taken = imported(newer_words())
    assert taken.problems == ()
    assert taken.edition.current_through == SECOND
    assert {m.designation for m in taken.mappings} == {"CPSSP-MH", "CPSSP-P"}


def test_imported_edition_brings_its_own_mappings():
    words = newer_words().replace("deliveries =", f"{OWN_MAPPING}deliveries =")
    taken = imported(words.replace("2024-12-10\n", "2026-01-01\n"))
    assert taken.problems == ()
    assert [m.designation for m in taken.mappings] == ["CPSSP-SU"]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("current_through = 2024-12-10", "current_through = 2026-01-01", "mappings"),
        ("count = 9", "count = 8", "list 1, count"),
        ("rule =", "rule", "line 4"),
        ('rule = "24-2-42.2"', 'rule = "24-2-42.1"', "rule"),
        ("deliveries =", "mappings = []\ndeliveries =", "mappings"),
    ],
)
def test_imported_edition_with_a_problem_is_not_taken(old, new, where):
    assert old in newer_words()
    refused = imported(newer_words().replace(old, new, 1))
    assert refused.edition is None
    assert refused.mappings == ()
    assert [(p.file, p.where) for p in refused.problems] == [("new.toml", where)]


def test_edition_added_takes_the_place_of_the_one_of_its_date():
    rules = load_regulations()
    words = newer_words().replace("Advocating for people", "Advocating with people")
    taken = read_imported_edition(words.encode(), "new.toml", rules)
    after = rules.with_edition(taken.edition, taken.mappings)
    assert [e.current_through for e in after.editions] == [SECOND, FIRST]
    held = [HeldDesignation(code="CPSSP-MH", awarded_on=date(2020, 1, 1))]
    allowed = allowed_activities(after, held, SECOND, date(2025, 1, 1))
    assert allowed.activities[0].text == "Advocating with people in recovery"
    assert len(allowed.activities) == 9


def test_replaced_edition_keeps_the_lists_of_older_names():
    rules = load_regulations()
    words = (SHIPPED / "regulations" / ACTIVITIES).read_text("utf-8")
    taken = read_imported_edition(words.encode(), "new.toml", rules)
    after = rules.with_edition(taken.edition, taken.mappings)
    assert set(after.mappings) == set(rules.mappings)
