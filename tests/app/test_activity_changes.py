"""What a change of edition means for what can be picked."""

from dataclasses import replace
from datetime import date

from app.domain.activity import Activity, allowed_activities
from app.domain.amendment import ActivityChanges, compare_activities
from tests.app.test_activity import DAY, FIRST, SECOND, held, rules

__all__ = ["rules"]


def offered(rules, edition: date, *codes: str) -> tuple[Activity, ...]:
    some = [held(code) for code in codes]
    return allowed_activities(rules, some, edition, DAY).activities


def letters(activities) -> str:
    return "".join(one.citation[-2] for one in activities)


def test_newer_edition_shows_what_was_added_removed_and_reworded(rules):
    before, after = (offered(rules, e, "CPSSP-MH") for e in (FIRST, SECOND))
    changes = compare_activities(before, after)
    assert letters(changes.added) == "acdef"
    assert letters(changes.removed) == "cdfg"
    assert [letters((pair.before, pair.after)) for pair in changes.reworded] == [
        "ab",
        "bg",
        "eh",
        "hi",
    ]
    assert changes.gone == {(FIRST, one.citation) for one in before}


def test_list_kept_from_the_older_edition_is_no_change(rules):
    before, after = (offered(rules, e, "CPSSP-Y") for e in (FIRST, SECOND))
    assert compare_activities(before, after) == ActivityChanges()


def test_same_words_under_a_new_citation_only_touch_drafts(rules):
    before = offered(rules, FIRST, "CPSSP-Y")
    after = tuple(replace(one, edition=SECOND) for one in before)
    changes = compare_activities(before, after)
    assert (changes.added, changes.removed, changes.reworded) == ((), (), ())
    assert changes.gone == {(FIRST, one.citation) for one in before}


def test_alike_words_of_another_designation_are_not_held_against_each_other(rules):
    hope = "Model a sense of hope and resiliency"
    youth = [a for a in offered(rules, FIRST, "CPSSP-Y") if a.text == hope]
    substance = [a for a in offered(rules, FIRST, "CPSSP-SU") if a.text == hope]
    changes = compare_activities(youth, substance)
    assert letters(changes.removed) == "f"
    assert letters(changes.added) == "a"
    assert changes.reworded == ()


def test_one_text_is_paired_with_the_one_most_like_it(rules):
    first = offered(rules, FIRST, "CPSSP-Y")[0]
    nearer = replace(first, text=f"{first.text} now", edition=SECOND)
    further = replace(first, text=f"{first.text} now and later", edition=SECOND)
    changes = compare_activities([first], [further, nearer])
    assert [pair.after for pair in changes.reworded] == [nearer]
    assert changes.added == (further,)
