"""Times and dates as people type them."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.widgets.reading import date_words, read_date, read_time, time_words

NOW = datetime(2026, 11, 24, 8, 42, 30)
TODAY = NOW.date()  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1005", time(10, 5)),
        ("10:05a", time(10, 5)),
        ("10:05 am", time(10, 5)),
        ("10:05 A.M.", time(10, 5)),
        ("10.05", time(10, 5)),
        ("10 05", time(10, 5)),
        ("905", time(9, 5)),
        ("9", time(9, 0)),
        ("5p", time(17, 0)),
        ("5 pm", time(17, 0)),
        ("5", time(17, 0)),
        ("230", time(14, 30)),
        ("630", time(18, 30)),
        ("7", time(7, 0)),
        ("0630", time(6, 30)),
        ("12", time(12, 0)),
        ("12a", time(0, 0)),
        ("12:30p", time(12, 30)),
        ("17:30", time(17, 30)),
        ("1730", time(17, 30)),
        ("0:05", time(0, 5)),
        (" 10:05 AM ", time(10, 5)),
        ("now", time(8, 42)),
        ("NOW", time(8, 42)),
        ("noon", time(12, 0)),
    ],
)
def test_times_are_read_as_people_type_them(typed: str, meant: time):
    assert read_time(typed, NOW) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "quarter past", "25:00", "10:75", "13p", "0a", "24", "12345", "10:5", "-5"],
)
def test_what_is_no_time_is_not_guessed(typed: str):
    assert read_time(typed, NOW) is None


@given(st.times())
def test_every_time_shown_reads_back(value: time):
    minute = value.replace(second=0, microsecond=0)
    assert read_time(time_words(minute), NOW) == minute


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2/2/26", date(2026, 2, 2)),
        ("02-02-2026", date(2026, 2, 2)),
        ("2.2.26", date(2026, 2, 2)),
        ("020226", date(2026, 2, 2)),
        ("02022026", date(2026, 2, 2)),
        ("2026-02-02", date(2026, 2, 2)),
        ("Feb 2 2026", date(2026, 2, 2)),
        ("february 2, 2026", date(2026, 2, 2)),
        ("2 Feb 2026", date(2026, 2, 2)),
        ("2feb26", date(2026, 2, 2)),
        ("2 feb 26", date(2026, 2, 2)),
        ("Tue, Nov 24, 2026", date(2026, 11, 24)),
        ("today", date(2026, 11, 24)),
        ("Yesterday", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 25)),
        ("mon", date(2026, 11, 23)),
        ("tuesday", date(2026, 11, 24)),
        ("wed", date(2026, 11, 18)),
        ("11/20", date(2026, 11, 20)),
        ("11/30", date(2025, 11, 30)),
        ("Dec 24", date(2025, 12, 24)),
        ("2/29", date(2024, 2, 29)),
        ("7/4/56", date(1956, 7, 4)),
        ("7/4/27", date(2027, 7, 4)),
    ],
)
def test_dates_are_read_as_people_write_them(typed: str, meant: date):
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mon", date(2026, 11, 30)),
        ("tue", date(2026, 11, 24)),
        ("11/20", date(2027, 11, 20)),
        ("dec 1", date(2026, 12, 1)),
        ("9/30/40", date(2040, 9, 30)),
    ],
)
def test_dates_to_come_are_read_forward(typed: str, meant: date):
    assert read_date(typed, TODAY, ahead=True) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "13/1/26", "2/30/2026", "2/29/2026", "Foo 2 2026", "2/2/026", "24"],
)
def test_what_is_no_date_is_not_guessed(typed: str):
    assert read_date(typed, TODAY) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_every_date_shown_reads_back(value: date):
    assert read_date(date_words(value), TODAY) == value
    assert read_date(date_words(value, weekday=False), TODAY) == value


def test_dates_are_shown_one_way():
    assert date_words(date(2026, 11, 24)) == "Tue, Nov 24, 2026"
    assert date_words(date(2026, 11, 24), weekday=False) == "Nov 24, 2026"
    assert date_words(date(2026, 11, 24), year=False) == "Tue, Nov 24"
    assert time_words(time(0, 5)) == "12:05 AM"
    assert time_words(time(12, 0)) == "12:00 PM"
