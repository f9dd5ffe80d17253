"""Passphrases, PINs, codes, names and the words' language."""

from datetime import date

import pytest

from app.domain.passphrase import check_passphrase_choice, strength_words
from app.domain.problems import Problem, RuleViolation
from app.domain.signing import check_pin, document_id, short_code, statement
from app.domain.specialist import Specialist, check_specialist
from app.domain.wording import _, plural, use_language

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("passphrase", "fits"),
    [
        ("seven quiet herons wade", True),
        ("пять тихих цапель идут", True),
        ("short words", False),
        ("aaaaaaaaaaaaaaaaaaaa", False),
        ("passwordpassword123", False),
        ("Peer Support Specialist", False),
        ("x" * 7 + "yz, and more of it" * 5, True),
    ],
)
def test_a_passphrase_needs_length_and_words_of_ones_own(passphrase, fits):
    assert (check_passphrase_choice(passphrase) == ()) is fits


@pytest.mark.parametrize(
    ("passphrase", "words"),
    [
        ("", "Four or five words that only you would put together."),
        ("four words", "5 more characters to go."),
        ("passwordpassword123", "This is on the list of common passphrases. "),
        ("seven quiet heron", "Good. One more word makes it stronger."),
        ("seven quiet herons wade", "Strong."),
    ],
)
def test_the_hint_says_what_is_left_in_plain_words(passphrase, words):
    assert strength_words(passphrase).startswith(words)


def test_letters_that_only_look_different_count_once():
    assert check_passphrase_choice("\ufb01sh swim upriver") == ()  # the "fi" ligature


@pytest.mark.parametrize(
    ("pin", "fits"),
    [
        ("408215", True),
        ("40821", False),
        ("40821a", False),
        ("111111", False),
        ("123456", False),
        ("654321", False),
    ],
)
def test_a_pin_has_six_digits_that_are_not_easy_to_guess(pin, fits):
    assert (check_pin(pin) == ()) is fits


def test_codes_are_forty_bits_in_two_groups():
    assert short_code("0" * 64) == "AAAA AAAA"
    assert short_code("f" * 64) == "7777 7777"


def test_documents_are_numbered_by_year_and_series():
    assert document_id(31, TODAY) == "PD-2026-0031"
    assert document_id(7, TODAY, series="RSP") == "RSP-2026-0007"


def test_the_statement_is_the_one_that_is_checked():
    assert statement() == "I did this work and this note is true."


@pytest.mark.parametrize(
    ("specialist", "fields"),
    [
        (Specialist(name="Sam Rivers", certificate_number="1"), []),
        (Specialist(), ["name", "certificate_number"]),
        (
            Specialist(
                name="S", certificate_number="1", certified_on=date(2026, 11, 25)
            ),
            ["certified_on"],
        ),
        (
            Specialist(name="S", certificate_number="1", birthday=date(2000, 1, 1)),
            [],
        ),
    ],
)
def test_a_specialist_needs_name_and_certificate(specialist, fields):
    assert [p.field for p in check_specialist(specialist, today=TODAY)] == fields


def test_a_greeting_uses_the_first_name():
    assert Specialist(name="Sam Rivers").first_name == "Sam"
    assert Specialist().first_name == ""


def test_a_violation_tells_fields_and_no_words():
    error = RuleViolation((Problem("name", "Jordan is missing"),))
    assert str(error) == "name"


def test_english_is_spoken_where_nothing_is_translated():
    use_language("xx")
    assert _("Save") == "Save"
    assert plural("{n} day", "{n} days", 2).format(n=2) == "2 days"
