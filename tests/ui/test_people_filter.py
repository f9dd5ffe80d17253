"""Who is shown in the list of people, and in which order."""

from datetime import date

import pytest

from app.domain.person import PersonSummary
from ui.models.people_filter import Order, Shown, belongs, chosen, in_order
from ui.models.people_model import PERSON, STATUS, PeopleModel
from ui.models.people_words import days_ago, days_ahead, person_sentence

TODAY = date(2026, 11, 24)


def person(name="Ruth Penwell", **changes):
    values = {
        "id": 1,
        "name": name,
        "preferred_name": "",
        "record_number": "0009",
        "last_seen": date(2026, 11, 20),
        "done": 4,
        "planned": 4,
        "next_on": date(2026, 11, 27),
        "status": None,
        "needs": "on_track",
    }
    return PersonSummary(**{**values, **changes})


@pytest.mark.parametrize(
    "words",
    ["ruth", "RUTH", "pen", "rúth pen", "penwell r", "0009", "Mani", "  ruth  "],
)
def test_a_person_is_found_by_name_preferred_name_and_number(words):
    ruth = person(preferred_name="Mani")
    assert (
        chosen([ruth, person("Theo Bright", record_number="0025")], Shown.ALL, words)[0]
        == ruth
    )


def test_words_that_begin_no_name_find_nobody():
    assert chosen([person()], Shown.ALL, "well") == ()


@pytest.mark.parametrize(
    ("needs", "shown"),
    [
        ("draft", {Shown.ALL, Shown.NEEDS_YOU}),
        ("plan", {Shown.ALL, Shown.NEEDS_YOU}),
        ("review", {Shown.ALL, Shown.NEEDS_YOU}),
        ("not_seen", {Shown.ALL, Shown.NOT_SEEN}),
        ("on_track", {Shown.ALL}),
        ("paused", {Shown.ALL, Shown.PAUSED}),
        ("stopped", {Shown.ALL, Shown.PAUSED}),
        ("ended", {Shown.ENDED}),
    ],
)
def test_each_chip_shows_those_it_names(needs, shown):
    assert {one for one in Shown if belongs(person(needs=needs), one)} == shown


def test_searching_finds_those_who_left_too():
    gone = person(needs="ended")
    assert chosen([gone], Shown.ALL, "") == ()
    assert chosen([gone], Shown.ALL, "ruth") == (gone,)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.NEEDS_YOU, ["B", "a", "C"]),
        (Order.NAME, ["a", "B", "C"]),
        (Order.LAST_SEEN, ["C", "B", "a"]),
        (Order.NEXT_PLANNED, ["a", "C", "B"]),
    ],
)
def test_people_are_sorted_and_the_unknown_stand_where_they_are_noticed(order, names):
    people = [
        person("B", last_seen=date(2026, 10, 1), next_on=None),
        person("a", last_seen=date(2026, 11, 1), next_on=date(2026, 11, 25)),
        person("C", last_seen=None, next_on=date(2026, 12, 1)),
    ]
    assert [one.name for one in in_order(people, order)] == names


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "Today"),
        (date(2026, 11, 23), "Yesterday"),
        (date(2026, 11, 20), "4 days ago"),
    ],
)
def test_past_days_are_counted_from_today(day, words):
    assert days_ago(day, TODAY) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 24), "Today"),
        (date(2026, 11, 25), "Tomorrow"),
        (date(2026, 12, 1), "In 7 days"),
        (date(2026, 12, 8), "In 2 weeks"),
    ],
)
def test_coming_days_are_counted_from_today(day, words):
    assert days_ahead(day, TODAY) == words


def test_a_row_says_itself_as_one_sentence():
    said = person_sentence(person(needs="review"), TODAY, hidden=False)
    assert said == (
        "Ruth Penwell, record 0009, last seen 4 days ago, "
        "4 of 4 planned sessions done in November, next planned in 3 days, review due"
    )


def test_a_row_says_only_initials_while_names_are_hidden():
    said = person_sentence(person(), TODAY, hidden=True)
    assert said.startswith("R. P., record 0009")
    assert "Ruth" not in said


def test_the_same_rows_again_do_not_reset_the_model(qtbot):
    model = PeopleModel()
    model.set_people([person()], today=TODAY, hidden=False)
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_people([person()], today=TODAY, hidden=False)
    assert model.index(0, STATUS).data() == "On track"
    assert model.index(0, PERSON).data() == "Ruth Penwell"
