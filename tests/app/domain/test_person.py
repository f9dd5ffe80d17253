"""People: names in public, finding, doubles, and what keeps one from being added."""

from datetime import date, timedelta

import pytest

from app.domain.person import (
    Person,
    StatusKind,
    VoluntaryStatus,
    check_person,
    check_status,
    display_name,
    find_key,
    initials,
    same_person,
)

TODAY = date(2026, 11, 24)
TOMORROW = TODAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ruth Penwell", "R. P."),
        ("ruth", "R."),
        ("  ", ""),
        ("Ana de la Cruz", "A. D. L. C."),
    ],
)
def test_initials_stand_for_a_name(name, short):
    assert initials(name) == short


def test_names_show_only_initials_while_hidden():
    assert display_name("Ruth Penwell", hidden=True) == "R. P."
    assert display_name("Ruth Penwell", hidden=False) == "Ruth Penwell"


@pytest.mark.parametrize(
    ("person", "called"),
    [
        (Person(name="Imani Lakes", preferred_name="Mani"), "Mani"),
        (Person(name="Imani Lakes"), "Imani"),
        (Person(), ""),
    ],
)
def test_a_person_is_called_by_the_name_they_prefer(person, called):
    assert person.called == called


def test_finding_knows_no_case_no_accent_and_single_spaces():
    assert find_key("  JOSÉ   Núñez ") == "jose nunez"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Person(name="Jo Lee"), Person(name="jo  lee"), True),
        (Person(name="Jo Lee"), Person(name="Jo Lea"), False),
        (
            Person(name="Jo Lee", birth_date=TODAY),
            Person(name="Jo Lee", birth_date=TOMORROW),
            False,
        ),
        (Person(name="Jo Lee", birth_date=TODAY), Person(name="Jo Lee"), True),
    ],
)
def test_two_may_be_one_when_names_agree_and_birth_dates_do_not_differ(
    one, other, same
):
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("person", "fields"),
    [
        (Person(name="Jo Lee"), []),
        (Person(name=" "), ["name"]),
        (Person(name="Jo", birth_date=TOMORROW), ["birth_date"]),
        (Person(name="Jo", birth_date=TODAY), []),
        (Person(name="Jo", representative_role="guardian"), ["representative"]),
        (Person(representative_role="guardian"), ["name", "representative"]),
    ],
)
def test_all_that_keeps_a_person_from_being_added_is_told_at_once(person, fields):
    assert [p.field for p in check_person(person, today=TODAY)] == fields


@pytest.mark.parametrize(("on", "count"), [(TODAY, 0), (TOMORROW, 1)])
def test_a_choice_cannot_lie_in_the_future(on, count):
    status = VoluntaryStatus(kind=StatusKind.ACCEPTED, on=on)
    assert len(check_status(status, today=TODAY)) == count
