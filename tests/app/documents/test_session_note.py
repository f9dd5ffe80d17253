"""The session note, read back from its PDF."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

import pytest

from app.documents.session_note import build_session_note
from app.domain.page_content import PageStatus, Stamp
from app.domain.session import GoalAnswer
from tests.app.documents.reading import fonts, pages, words
from tests.app.documents.samples import (
    ACTIVITIES,
    CENTRAL,
    DRAFT,
    PERSON,
    STAMP,
    TO_INK,
    activity,
    note,
)


def said(stamp: Stamp = STAMP, **changes: object) -> str:
    return words(build_session_note(note(**changes), stamp))


@pytest.mark.parametrize(
    "expected",
    [
        "Pine Hollow Community Services",
        "214 Sample Street, Anytown, MS 00000 · 555-0100",
        "Peer support session note",
        "Jordan Mayfield",
        "PH-00417",
        "Legal representative None",
        "Tuesday, November 24, 2026",
        "10:05 AM to 10:50 AM",
        "45 minutes",
        "Peer support, one-on-one (1:1)",
        "Face-to-face, public library",
        "Nobody else",
        "Relate their own recovery stories to inspire hope 24-2-42.2(A)(1)(a)",
        "Goal 2. Ask for help early",
        "Goals 1, 2: Use two coping steps on hard mornings (plan of May 4, 2026)",
        "Goal 3: Have one place to go each week (plan of May 4, 2026)",
        "Recovery Support Plan version 2, June 1, 2026.",
        "Picked under CPSSP-MH, list “Adult” (24-2-42.2(A)(1)), edition of Sep 24",
        "before a bad day grew.",
        "How it went for Jordan",
        "“I did the breathing one on the porch. It bought me a minute.”",
        "Jordan will text a sister on the first hard morning.",
        "Next contact: Monday, November 30, 2026, 10:00 AM, public library",
        "Took part in writing this note: yes",
        "Was offered a copy: yes",
        "Added a comment: no",
        "Held November 24, 2026, 10:05 AM to 10:50 AM / "
        "Written November 24, 2026, 10:58 AM (UTC-6)",
        "Certified Peer Support Specialist Professional",
        "Sam Rivers, CPSSP-MH",
        "Certificate 04417 · signing key 3f9a0b1c2d4e5f60",
        "“I did this work and this note is true.”",
        "Signed electronically Nov 24, 2026, 11:02 AM (UTC-6)",
        "Signature (ink)",
        "Jordan Mayfield · PH-00417",
        "Document PD-2026-0031 · check code T4XN 2HKD",
        "Chain code 9QRM 44XC",
        "Rule 24-2-42.2, edition current through September 24, 2024",
        "Page 1 of 1",
    ],
)
def test_signed_note_says_all_of_its_content(expected):
    assert expected in said()


def test_typed_marks_of_xml_are_printed_as_typed():
    typed = '5 < 6 & <b>not bold</b> &amp; <para> "quoted" ]]>'
    text = said(
        what_we_did=typed,
        how_it_went=typed,
        next_step=typed,
        comment=typed,
        place=typed,
        person=replace(PERSON, name="A <& B", called="<i>B"),
        activities=(activity(goal_words=typed),),
    )
    assert text.count(typed) == 6
    assert "A <& B" in text
    assert "How it went for <i>B" in text


def test_same_note_gives_the_same_bytes():
    assert build_session_note(note(), STAMP) == build_session_note(note(), STAMP)


def test_time_zone_name_does_not_change_the_bytes():
    unnamed = timezone(timedelta(hours=-6))
    content = note(written_at=datetime(2026, 11, 24, 10, 58, tzinfo=unnamed))
    assert build_session_note(content, STAMP) == build_session_note(note(), STAMP)


def test_only_our_typeface_is_used_and_it_is_embedded():
    found = fonts(build_session_note(note(practice=True, late="Marked."), STAMP))
    assert found
    assert all("AtkinsonHyperlegible" in name for name in found)
    assert all(found.values())


@pytest.mark.parametrize(
    ("stamp", "tag", "below"),
    [
        (STAMP, "SIGNED", "November 24, 2026, 11:02 AM (UTC-6)"),
        (TO_INK, "TO SIGN IN INK", "Not yet signed"),
        (DRAFT, "UNSIGNED DRAFT", "Not yet signed"),
    ],
)
def test_every_page_says_what_it_is(stamp, tag, below):
    found = pages(build_session_note(note(what_we_did="One line.\n" * 120), stamp))
    assert len(found) > 2
    assert below in found[0]
    assert all(tag in page for page in found)


def test_draft_carries_no_signature_and_no_statement():
    text = said(replace(STAMP, status=PageStatus.DRAFT))
    assert "Signed electronically" not in text
    assert "I did this work" not in text
    assert "UNSIGNED DRAFT" in text


def test_ink_line_is_left_out_where_the_agency_takes_electronic_signatures():
    assert "Signature (ink)" not in said(ink_line=False)


def test_page_to_sign_in_ink_always_has_the_ink_line():
    assert "Signature (ink)" in said(TO_INK, ink_line=False)


def test_practice_mark_is_on_each_page():
    content = note(practice=True, what_we_did="One line.\n" * 120)
    found = pages(build_session_note(content, STAMP))
    assert all("PRACTICE: made-up people, not a record" in page for page in found)
    assert "PRACTICE" not in said()


def test_session_over_midnight_says_on_which_day_it_ended():
    text = said(started_at=time(23, 30), ended_at=time(0, 15))
    assert "11:30 PM to 12:15 AM" in text
    assert "Crosses midnight: ends Wednesday, November 25, 2026" in text


def test_absent_person_is_said_and_never_called_face_to_face():
    text = said(person_present=False, took_part=("parent", "interpreter"))
    assert "The person was not present: not counted as face-to-face." in text
    assert "Face-to-face," not in text
    assert "parent, interpreter" in text


def test_remote_session_says_so():
    assert "Remote, public library" in said(delivery="remote")


def test_group_says_how_many_were_present():
    text = said(support="group", number_present=6)
    assert "Peer support, group, 6 present" in text
    assert "1:1" not in text


def test_legal_representative_is_named_with_the_role():
    person = replace(
        PERSON, representative="Ann Mayfield", representative_role="guardian"
    )
    assert "Ann Mayfield, guardian" in said(person=person)


def test_late_entry_names_both_times_the_days_between_and_the_reason():
    text = said(
        late="The agency's limit is 1 day.",
        written_at=datetime(2026, 11, 27, 8, 5, tzinfo=CENTRAL),
    )
    assert "LATE ENTRY" in text
    assert "The session was Tuesday, November 24, 2026, and ended at 10:50 AM." in text
    assert (
        "This note was written Friday, November 27, 2026, at 8:05 AM (UTC-6), " in text
    )
    assert "3 days later. The agency's limit is 1 day." in text


def test_note_in_time_has_no_late_mark():
    assert "LATE ENTRY" not in said()


def test_the_two_other_answers_are_printed_as_such():
    text = said(
        activities=(
            activity(answer=GoalAnswer.MAKING_PLAN, goal_number=None, goal_words=""),
            activity(
                answer=GoalAnswer.NO_GOAL_FITS,
                goal_number=None,
                goal_words="A ride was needed.",
            ),
        ),
        plan_version=None,
        plan_date=None,
    )
    assert "We were making the plan" in text
    assert "No goal fits: A ride was needed." in text
    assert "No Recovery Support Plan was in force yet." in text
    assert "Individual Service Plan objective. None linked." in text


def test_missing_service_plan_is_said():
    text = said(service_plan_received=False)
    assert "Individual Service Plan not yet received" in text


def test_goal_without_an_objective_is_said():
    text = said(activities=(activity(service_objective="", service_plan_date=None),))
    assert "Goal 2: none linked." in text


def test_two_designations_and_editions_are_each_named():
    newer = date(2024, 12, 10)
    text = said(
        activities=(
            activity(),
            activity(citation="24-2-42.2(A)(1)(c)"),
            activity(
                citation="24-2-42.2(A)(4)(a)",
                edition=newer,
                list_name="Recovery Services",
                designations=("CPSSP-SU", "CPSSP-MH"),
            ),
        )
    )
    assert "Picked under CPSSP-MH, list “Adult” (24-2-42.2(A)(1)(a), (c)), " in text
    assert (
        "Picked under CPSSP-SU and CPSSP-MH, list “Recovery Services” "
        "(24-2-42.2(A)(4)(a)), edition of Dec 10, 2024."
    ) in text
    assert "editions current through September 24, 2024 and December 10, 2024" in text


def test_comment_is_printed_where_there_is_one():
    text = said(comment="I agree with all of it.")
    assert "Comment by Jordan I agree with all of it." in text
    assert "Added a comment: yes" in text


def test_no_next_contact_is_said():
    assert "Next contact: none agreed yet" in said(next_contact=None)


def test_typed_line_feeds_are_kept():
    found = pages(build_session_note(note(what_we_did="First\nSecond\n\nThird"), STAMP))
    lines = [line.strip() for line in found[0].splitlines()]
    at = lines.index("First")
    assert lines[at : at + 3] == ["First", "Second", "Third"]


def test_long_word_is_broken_and_stays_on_the_page():
    long = "W" * 150
    text = said(
        what_we_did=long, person=replace(PERSON, name=long), place=long
    ).replace(" ", "")
    assert text.count(long) == 3


@pytest.mark.parametrize("lines", range(121))
def test_signature_block_is_never_alone_on_a_page(lines):
    content = note(
        what_we_did="\n".join(f"did{n}." for n in range(lines)),
        next_step="Step one.",
    )
    found = pages(build_session_note(content, STAMP))
    block = next(page for page in found if "Signed electronically" in page)
    assert block is found[-1]
    assert "Held November" in block
    assert "Step one." in block


@pytest.mark.parametrize("lines", range(0, 121, 7))
def test_last_words_of_a_long_text_go_with_the_signature_block(lines):
    content = note(
        next_step="\n".join(f"step{n}." for n in range(lines)), next_contact=None
    )
    last = pages(build_session_note(content, STAMP))[-1]
    assert "Signed electronically" in last
    assert "Next contact: none agreed yet" in last
    if lines:
        assert f"step{lines - 1}." in last


@pytest.mark.parametrize("lines", range(0, 121, 3))
def test_heading_is_never_the_last_line_of_a_page(lines):
    content = note(what_we_did="\n".join(f"did{n}." for n in range(lines)))
    for page in pages(build_session_note(content, STAMP)):
        body = page.split("Jordan Mayfield · PH-00417")[0].rstrip().splitlines()
        assert body[-1].strip() not in {
            "Goals and activities",
            "What we did",
            "How it went for Jordan",
            "Next step",
        }


def test_head_of_the_activities_is_repeated_on_the_next_page():
    found = pages(build_session_note(note(activities=ACTIVITIES * 12), STAMP))
    with_rows = [page for page in found if "24-2-42.2(A)(1)(a)" in page]
    assert len(with_rows) == 2
    assert all("Goal it supports" in page for page in with_rows)


def test_long_note_keeps_every_word_in_order_over_its_pages():
    typed = " ".join(f"told{n}" for n in range(3000))
    found = pages(build_session_note(note(what_we_did=typed), STAMP))
    assert len(found) >= 5
    numbered = [f"Page {n} of {len(found)}" for n in range(1, len(found) + 1)]
    assert all(number in page for number, page in zip(numbered, found, strict=True))
    read = [one for page in found for one in page.split() if one.startswith("told")]
    assert read == typed.split()


def test_answer_longer_than_a_page_loses_no_word():
    reason = " ".join(f"reason{n}" for n in range(900))
    long = activity(answer=GoalAnswer.NO_GOAL_FITS, goal_number=None, goal_words=reason)
    text = said(activities=(long, *ACTIVITIES))
    read = [one for one in text.split() if one.startswith("reason")]
    assert read == reason.split()
