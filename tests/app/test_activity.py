"""Which activities the designations held on a day allow."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from string import ascii_lowercase

import pytest

from app.domain.activity import (
    Activity,
    AllowedActivities,
    Delivery,
    Edition,
    Regulations,
    allowed_activities,
    not_given_as,
)
from app.domain.designation import Designation, HeldDesignation
from app.regulations import load_regulations

FIRST, SECOND = date(2024, 9, 24), date(2024, 12, 10)
DAY = date(2025, 6, 2)
ITEMS = {
    (FIRST, 1): 8,
    (FIRST, 2): 9,
    (FIRST, 3): 8,
    (FIRST, 4): 8,
    (SECOND, 1): 9,
}
GIVES: dict[date, dict[str, list[tuple[date, int]]]] = {
    FIRST: {
        "CPSSP-MH": [(FIRST, 1)],
        "CPSSP-SU": [(FIRST, 4)],
        "CPSSP-Y": [(FIRST, 3)],
        "CPSSP-P": [(FIRST, 2)],
        "CPSSP-Forensic": [],
        "CPSSP-Peer Bridger": [],
    },
    SECOND: {
        "CPSSP-MH": [(SECOND, 1)],
        "CPSSP-SU": [(FIRST, 4)],
        "CPSSP-Y": [(FIRST, 3)],
        "CPSSP-P": [(FIRST, 2)],
        "CPSSP-Forensic": [],
        "CPSSP-Peer Bridger": [],
    },
}
OLDER = {
    "CPSSP-A": [(FIRST, 1)],
    "Adult and Recovery": [(FIRST, 1), (FIRST, 4)],
    "Recovery": [(FIRST, 4)],
    "Recovery only": [(FIRST, 4)],
    "Young Adult": [(FIRST, 3)],
    "Parent/Caregiver": [(FIRST, 2)],
}
SUBSETS = [subset for size in range(7) for subset in combinations(GIVES[FIRST], size)]


@pytest.fixture(scope="module")
def rules() -> Regulations:
    return load_regulations()


def held(code: str, **changes) -> HeldDesignation:
    return replace(
        HeldDesignation(
            code=code,
            awarded_on=date(2020, 1, 1),
            agreed_with="A supervisor",
            agreed_on=date(2025, 1, 2),
        ),
        **changes,
    )


def places(lists: list[tuple[date, int]]) -> Iterator[tuple[date, str]]:
    """Yield (edition, citation), newest edition first, each in the rule's order."""
    for edition, number in sorted(lists, key=lambda one: (-one[0].toordinal(), one[1])):
        for letter in ascii_lowercase[: ITEMS[edition, number]]:
            yield edition, f"24-2-42.2(A)({number})({letter})"


def cited(allowed: AllowedActivities) -> list[tuple[date, str]]:
    return [(a.edition, a.citation) for a in allowed.activities]


def test_all_64_combinations_are_tried():
    assert len(set(SUBSETS)) == 64


@pytest.mark.parametrize("edition", [FIRST, SECOND], ids=str)
@pytest.mark.parametrize("codes", SUBSETS, ids=lambda codes: "+".join(codes) or "none")
def test_every_combination_gives_exactly_its_lists(rules, codes, edition):
    allowed = allowed_activities(rules, [held(c) for c in codes], edition, DAY)
    lists = [one for code in codes for one in GIVES[edition][code]]
    assert cited(allowed) == list(places(lists))
    for activity in allowed.activities:
        number = int(activity.list_citation[-2])
        assert activity.designations == tuple(
            code for code in codes if (activity.edition, number) in GIVES[edition][code]
        )


@pytest.mark.parametrize("edition", [FIRST, SECOND], ids=str)
@pytest.mark.parametrize(("code", "lists"), OLDER.items())
def test_older_certificate_gives_its_lists_in_either_edition(
    rules, code, lists, edition
):
    allowed = allowed_activities(rules, [held(code)], edition, DAY)
    assert cited(allowed) == list(places(lists))
    assert {a.designations for a in allowed.activities} == {(code,)}
    assert allowed.to_agree == ()
    assert len(allowed.notices) == (1 if edition == SECOND else 0)


def test_spelling_not_seen_in_a_source_is_understood_and_not_printed(rules):
    allowed = allowed_activities(rules, [held("CPSSP-R")], FIRST, DAY)
    assert {a.designations for a in allowed.activities} == {("Recovery",)}


def test_activity_is_complete_enough_to_be_kept(rules):
    allowed = allowed_activities(rules, [held("CPSSP-MH")], SECOND, DAY)
    assert allowed.activities[8] == Activity(
        edition=SECOND,
        citation="24-2-42.2(A)(1)(i)",
        text=(
            "Assisting peers in creating their personal wellness plans (e.g., Wellness "
            "Recovery Action Plan, crisis plan, Recovery Support Plan etc.)"
        ),
        designations=("CPSSP-MH",),
        deliveries=frozenset(Delivery),
        list_citation="24-2-42.2(A)(1)",
        list_name="Mental Health",
    )


def test_same_words_under_two_citations_are_two_entries(rules):
    both = [held("CPSSP-Y"), held("CPSSP-SU")]
    allowed = allowed_activities(rules, both, FIRST, DAY)
    same = [a for a in allowed.activities if a.text.startswith("Model a sense of hope")]
    assert [(a.citation[-6:], a.designations) for a in same] == [
        ("(3)(f)", ("CPSSP-Y",)),
        ("(4)(a)", ("CPSSP-SU",)),
    ]


def test_list_two_designations_give_is_there_once_and_names_both(rules):
    both = [held("CPSSP-A"), held("CPSSP-MH")]
    allowed = allowed_activities(rules, both, FIRST, DAY)
    assert cited(allowed) == list(places([(FIRST, 1)]))
    assert {a.designations for a in allowed.activities} == {("CPSSP-MH", "CPSSP-A")}


def test_designation_held_twice_counts_once(rules):
    twice = [held("CPSSP-Y"), held("CPSSP-Y", awarded_on=date(2024, 1, 1))]
    allowed = allowed_activities(rules, twice, FIRST, DAY)
    assert len(allowed.activities) == 8
    assert allowed.activities[0].designations == ("CPSSP-Y",)


def test_list_in_part_is_never_offered(rules):
    everything = [held(code) for code in (*Designation, *OLDER)]
    for edition in (FIRST, SECOND):
        allowed = allowed_activities(rules, everything, edition, DAY)
        assert not [a for a in cited(allowed) if a[0] == SECOND and "(A)(2)" in a[1]]


@pytest.mark.parametrize("code", ["CPSSP-SU", "CPSSP-Y", "CPSSP-P"])
def test_notice_says_that_the_older_list_is_kept(rules, code):
    allowed = allowed_activities(rules, [held(code)], SECOND, DAY)
    assert allowed.notices == (
        f"The edition of 2024-12-10 has no complete list here for {code}. "
        "You pick from the edition of 2024-09-24.",
    )
    assert allowed_activities(rules, [held(code)], FIRST, DAY).notices == ()


@pytest.mark.parametrize("edition", [FIRST, SECOND], ids=str)
@pytest.mark.parametrize("code", ["CPSSP-Forensic", "CPSSP-Peer Bridger", "CPSSP-New"])
def test_designation_without_a_list_alone_explains_the_empty_list(rules, code, edition):
    allowed = allowed_activities(rules, [held(code)], edition, DAY)
    assert allowed.activities == ()
    assert allowed.notices == (
        f"The rule on file has no activity list for {code}, so there is nothing to "
        "pick. Ask your supervisor which list you work from.",
    )


@pytest.mark.parametrize("code", ["CPSSP-Forensic", "CPSSP-Peer Bridger"])
def test_designation_without_a_list_works_from_the_others(rules, code):
    with_other = [held(code), held("CPSSP-Y")]
    allowed = allowed_activities(rules, with_other, FIRST, DAY)
    assert cited(allowed) == list(places([(FIRST, 3)]))
    assert {a.designations for a in allowed.activities} == {("CPSSP-Y",)}
    assert allowed.notices == (
        f"The rule on file has no activity list for {code}. "
        "Pick from the lists of your other designations.",
    )


@pytest.mark.parametrize(
    ("edition", "code", "name"),
    [
        (FIRST, "CPSSP-MH", "Adult"),
        (FIRST, "CPSSP-SU", "Recovery Services"),
        (SECOND, "CPSSP-SU", "Recovery Services"),
    ],
)
@pytest.mark.parametrize(
    "unconfirmed", [{"agreed_with": " "}, {"agreed_on": None}], ids=["who", "when"]
)
def test_mapped_list_is_offered_and_asks_to_be_confirmed(
    rules, edition, code, name, unconfirmed
):
    asked = allowed_activities(rules, [held(code, **unconfirmed)], edition, DAY)
    confirmed = allowed_activities(rules, [held(code)], edition, DAY)
    assert asked.activities == confirmed.activities != ()
    assert [m.designation for m in asked.to_agree] == [code]
    assert set(asked.notices) - set(confirmed.notices) == {
        f"The rule gives the list for {code} another name: {name}. "
        "Confirm in My record who agreed to it, and when."
    }
    assert confirmed.to_agree == ()


@pytest.mark.parametrize(
    ("edition", "code"),
    [(FIRST, "CPSSP-Y"), (FIRST, "CPSSP-P"), (SECOND, "CPSSP-MH")],
)
def test_list_of_the_same_name_needs_no_confirmation(rules, edition, code):
    plain = HeldDesignation(code=code, awarded_on=date(2020, 1, 1))
    assert allowed_activities(rules, [plain], edition, DAY).notices == ()


def test_edition_not_on_file_gives_nothing_and_says_so(rules):
    allowed = allowed_activities(rules, [held("CPSSP-Y")], date(2030, 1, 1), DAY)
    assert allowed.activities == ()
    assert allowed.notices == (
        "The edition of 2030-01-01 is not on file, so there is nothing to pick. "
        "Import it, or choose another edition in Settings.",
    )


def test_newer_edition_is_never_used_before_its_time(rules):
    only_newer = replace(
        rules, mappings=tuple(m for m in rules.mappings if m.edition == SECOND)
    )
    allowed = allowed_activities(only_newer, [held("CPSSP-MH")], FIRST, DAY)
    assert allowed.activities == ()


def test_complete_edition_without_a_list_keeps_nothing_older(rules):
    whole = whole_edition(rules)
    after = rules.with_edition(whole, ())
    allowed = allowed_activities(after, [held("CPSSP-Y")], whole.current_through, DAY)
    assert allowed.activities == ()
    older = allowed_activities(after, [held("Young Adult")], whole.current_through, DAY)
    assert cited(older) == list(places([(FIRST, 3)]))


def whole_edition(rules: Regulations) -> Edition:
    return replace(rules.edition(FIRST), current_through=date(2026, 1, 1))


def test_activity_of_a_face_to_face_edition_is_named_when_given_remotely(rules):
    both = [held("CPSSP-MH"), held("CPSSP-Y")]
    activities = allowed_activities(rules, both, SECOND, DAY).activities
    assert {a.edition for a in not_given_as(activities, Delivery.REMOTE)} == {FIRST}
    assert len(not_given_as(activities, Delivery.REMOTE)) == 8
    assert not_given_as(activities, Delivery.FACE_TO_FACE) == ()


def test_notices_are_short_sentences(rules):
    everything = [
        held(code, agreed_on=None) for code in (*Designation, *OLDER, "CPSSP-New")
    ]
    for edition in (FIRST, SECOND):
        for notice in allowed_activities(rules, everything, edition, DAY).notices:
            assert all(len(part.split()) <= 20 for part in notice.split(". "))
