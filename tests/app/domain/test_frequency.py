"""Planned frequency: counted by month, and as people say it."""

from datetime import date

import pytest

from app.domain.frequency import (
    Every,
    Frequency,
    SetBy,
    frequency_words,
    interval_days,
    planned_in_month,
    set_by_words,
)

NOVEMBER, FEBRUARY = date(2026, 11, 24), date(2027, 2, 1)


@pytest.mark.parametrize(
    ("times", "every", "day", "planned", "interval", "words"),
    [
        (1, Every.WEEK, NOVEMBER, 4, 7, "Once a week"),
        (2, Every.WEEK, NOVEMBER, 8, 3, "2 times a week"),
        (2, Every.WEEK, FEBRUARY, 8, 3, "2 times a week"),
        (1, Every.TWO_WEEKS, NOVEMBER, 2, 14, "Once every two weeks"),
        (3, Every.MONTH, FEBRUARY, 3, 10, "3 times a month"),
        (1, Every.MONTH, FEBRUARY, 1, 31, "Once a month"),
        (1, Every.AS_NEEDED, NOVEMBER, None, None, "As needed"),
    ],
)
def test_frequency_is_counted_and_said(times, every, day, planned, interval, words):
    frequency = Frequency(times=times, every=every)
    assert planned_in_month(frequency, day) == planned
    assert interval_days(frequency) == interval
    assert frequency_words(frequency) == words


@pytest.mark.parametrize("set_by", SetBy)
def test_who_set_it_is_said_in_words(set_by):
    assert set_by_words(set_by)
