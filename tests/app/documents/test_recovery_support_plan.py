"""The Recovery Support Plan, read back from its PDF."""

from dataclasses import replace

import pytest

from app.documents.recovery_support_plan import build_plan
from app.domain.page_content import PlanContent, Stamp
from app.domain.plan import Goal, Objective
from tests.app.documents.reading import fonts, pages, words
from tests.app.documents.samples import DRAFT, PERSON, PLAN, TO_INK, plan


def said(stamp: Stamp = TO_INK, **changes: object) -> str:
    return words(build_plan(plan(**changes), stamp))


@pytest.mark.parametrize(
    "expected",
    [
        "Pine Hollow Community Services",
        "TO SIGN IN INK",
        "Recovery Support Plan",
        "Version 3, made with Jordan. It takes the place of version 2 of June 1, 2026.",
        "Jordan Mayfield",
        "PH-00417",
        "Plan date November 24, 2026",
        "Review by May 24, 2027",
        "Once a week, set by a mental health professional and the CPSSP, "
        "with Dr. Lee, Nov 20, 2026",
        "In Jordan’s words “I want mornings that do not scare me.”",
        "What I am good at • I keep my word. • I cook for my family.",
        "What helps me • A plan for the first hour.",
        "What I prefer • Meet before noon. • Small, quiet places.",
        "2 Ask for help early",
        "“Text before it gets bad.”",
        "I will know it works when I reach out on three of four hard mornings.",
        "Text my sister before noon Mar 1, 2027 My sister",
        "Keep my three steps on the fridge Dec 8, 2026 Done Nov 20, 2026 Sam",
        "3 Join one group",
        "Individual Service Plan objective: none linked.",
        "Closed goals • Goal 1, Calmer mornings, on November 24, 2026.",
        "“Peer Support Services are voluntary.” Rule 24-2-42.1(D). "
        "I can change this plan or stop at any time.",
        "Legal representative None",
        "Sam Rivers, CPSSP-MH",
        "Certificate 04417",
        "Document PD-2026-0031 · check code T4XN 2HKD",
        "Rule 24-2-42.1, edition current through December 10, 2024",
    ],
)
def test_plan_says_all_of_its_content(expected):
    assert expected in said()


def test_service_objective_of_a_goal_is_printed_with_its_plan_date():
    text = said()
    assert "Use two coping steps on hard mornings (plan of May 4, 2026)" in text


def test_first_version_takes_no_place():
    text = said(version=1, replaces_on=None)
    assert "Version 1, made with Jordan." in text
    assert "takes the place" not in text


def test_typed_marks_of_xml_are_printed_as_typed():
    typed = "5 < 6 & <b>not bold</b>"
    goal = Goal(
        number=1,
        name=typed,
        own_words=typed,
        works_when=typed,
        objectives=(Objective(words=typed, who_helps=typed),),
    )
    text = said(own_words=typed, strengths=(typed,), goals=(goal,))
    assert text.count(typed) == 7


def test_same_plan_gives_the_same_bytes():
    assert build_plan(PLAN, TO_INK) == build_plan(PLAN, TO_INK)


def test_only_our_typeface_is_used_and_it_is_embedded():
    found = fonts(build_plan(plan(practice=True), TO_INK))
    assert all("AtkinsonHyperlegible" in name for name in found)
    assert all(found.values())


def test_legal_representative_has_a_line_to_sign():
    person = replace(
        PERSON, representative="Ann Mayfield", representative_role="Guardian"
    )
    text = said(person=person)
    assert "Ann Mayfield, Guardian" in text
    assert text.count("Signature") == 3
    assert said().count("Signature") == 2


def test_missing_service_plan_is_said_once():
    text = said(service_plan_received=False)
    assert text.count("Individual Service Plan") == 1
    assert "Individual Service Plan not yet received" in text


def test_draft_and_practice_are_marked_on_each_page():
    found = pages(build_plan(_long(9, practice=True), DRAFT))
    assert len(found) > 2
    assert all("UNSIGNED DRAFT" in page for page in found)
    assert all("PRACTICE" in page for page in found)


@pytest.mark.parametrize("count", range(1, 25))
def test_goal_stays_on_one_page_and_the_signatures_keep_the_rules_words(count):
    found = pages(build_plan(_long(count), TO_INK))
    for number in range(1, count + 1):
        page = next(page for page in found if f"Goal name {number}." in page)
        assert f"Step a of {number}." in page
        assert f"Step c of {number}." in page
    assert "Peer Support Services are voluntary." in found[-1]
    assert "Sam Rivers, CPSSP-MH" in found[-1]


def test_goal_longer_than_a_page_loses_no_step():
    steps = tuple(Objective(words=f"doing{n}.") for n in range(80))
    goal = Goal(number=1, name="Many steps", objectives=steps)
    text = said(goals=(goal,))
    read = [one for one in text.split() if one.startswith("doing")]
    assert read == [step.words for step in steps]


def _long(count: int, *, practice: bool = False) -> PlanContent:
    goals = tuple(
        Goal(
            number=number,
            name=f"Goal name {number}.",
            works_when="It works.",
            objectives=tuple(
                Objective(words=f"Step {letter} of {number}.") for letter in "abc"
            ),
        )
        for number in range(1, count + 1)
    )
    return plan(goals=goals, practice=practice)
