"""Which activities are allowed when a designation starts, ends or lapses."""

from datetime import date, timedelta

import pytest

from app.domain.activity import AllowedActivities, allowed_activities
from tests.app.test_activity import DAY, FIRST, cited, held, places, rules

__all__ = ["rules"]


@pytest.mark.parametrize(
    ("awarded", "ended", "offered"),
    [
        (DAY, None, True),
        (DAY, DAY, True),
        (DAY - timedelta(1), DAY, True),
        (DAY + timedelta(1), None, False),
        (DAY - timedelta(9), DAY - timedelta(1), False),
        (DAY - timedelta(9), DAY + timedelta(1), True),
    ],
)
def test_designation_is_held_from_its_first_to_its_last_day(
    rules, awarded, ended, offered
):
    one = held("CPSSP-P", awarded_on=awarded, ended_on=ended)
    assert one.held_on(DAY) is offered
    assert bool(allowed_activities(rules, [one], FIRST, DAY).activities) is offered


@pytest.mark.parametrize(
    ("designations", "sentence"),
    [
        (
            [],
            "No designation is entered yet, so there is nothing to pick. "
            "Enter yours in My record.",
        ),
        (
            [
                held("CPSSP-P", ended_on=date(2025, 5, 31)),
                held("CPSSP-Y", ended_on=date(2025, 4, 30)),
            ],
            "Your designation ended on Sat, May 31, 2025, "
            "so there is nothing to pick for this day.",
        ),
        (
            [
                held("CPSSP-P", awarded_on=date(2025, 7, 9)),
                held("CPSSP-Y", awarded_on=date(2025, 7, 1)),
            ],
            "Your designation starts on Tue, Jul 1, 2025, "
            "so there is nothing to pick for this day.",
        ),
        (
            [
                held("CPSSP-P", ended_on=date(2025, 5, 31)),
                held("CPSSP-P", awarded_on=date(2025, 7, 1)),
                held(
                    "CPSSP-Y", awarded_on=date(2025, 8, 1), ended_on=date(2025, 8, 31)
                ),
            ],
            "Your designation ended on Sat, May 31, 2025, "
            "so there is nothing to pick for this day.",
        ),
    ],
    ids=["none", "lapsed", "not yet", "between"],
)
def test_nothing_held_on_the_day_gives_one_sentence(rules, designations, sentence):
    allowed = allowed_activities(rules, designations, FIRST, DAY)
    assert allowed == AllowedActivities(notices=(sentence,))


def test_session_before_a_lapse_keeps_its_activities(rules):
    lapsed = [held("CPSSP-P", ended_on=DAY)]
    assert allowed_activities(rules, lapsed, FIRST, DAY).activities
    after = allowed_activities(rules, lapsed, FIRST, DAY + timedelta(1))
    assert after.activities == ()


def test_one_lapsed_designation_leaves_the_others_their_lists(rules):
    some = [held("CPSSP-P", ended_on=DAY - timedelta(1)), held("CPSSP-Y")]
    allowed = allowed_activities(rules, some, FIRST, DAY)
    assert cited(allowed) == list(places([(FIRST, 3)]))
