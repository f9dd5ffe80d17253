"""Frozen page content: whole through its text, and the words it takes from drafts."""

from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, time

import pytest

from app.domain.canonical import from_canonical, to_canonical
from app.domain.frequency import Every, Frequency
from app.domain.page_blocks import PageImage, TextBlock
from app.domain.page_content import (
    AcknowledgementContent,
    NamedPerson,
    NoteActivity,
    NoteContent,
    PageStatus,
    PlanContent,
    RecoverySheet,
    Stamp,
)
from app.domain.plan import Goal, Objective
from app.domain.session import GoalAnswer, NextContact
from app.domain.set_up import STEPS
from app.domain.specialist import TITLE, Agency, Signer

DAY = date(2026, 11, 24)
AT = datetime(2026, 11, 24, 17, 2, tzinfo=UTC)
AGENCY = Agency(name="Pine Hollow Community Services")
JORDAN = NamedPerson(id=1, name="Jordan Mayfield", called="Jo", record_number="417")
SIGNER = Signer(
    name="Sam Rivers",
    title=TITLE,
    credentials=("CPSSP-MH",),
    certificate_number="04417",
)
NOTE = NoteContent(
    number=31,
    agency=AGENCY,
    person=JORDAN,
    held_on=DAY,
    started_at=time(10, 5),
    ended_at=time(10, 50),
    minutes=45,
    support="one-on-one",
    number_present=1,
    delivery="face-to-face",
    person_present=True,
    place="Library",
    took_part=("parent",),
    plan_version=2,
    plan_date=DAY,
    service_plan_received=True,
    activities=(
        NoteActivity(
            text="Use of the recovery plan",
            citation="24-2-42.2(A)(1)(a)",
            edition=date(2024, 9, 24),
            list_name="Adult",
            designations=("CPSSP-MH",),
            answer=GoalAnswer.GOAL,
            goal_number=1,
            goal_words="Calmer mornings",
        ),
    ),
    what_we_did="We met.",
    how_it_went="“It bought me a minute.”",
    next_step="Bring the list.",
    next_contact=NextContact(on=date(2026, 12, 1), at=time(9, 30)),
    wrote_together=True,
    offered_copy=True,
    comment="",
    written_at=AT,
    late="",
    signer=SIGNER,
    ink_line=True,
    practice=False,
)
PLAN = PlanContent(
    agency=AGENCY,
    person=JORDAN,
    version=2,
    replaces_on=date(2026, 3, 9),
    made_on=DAY,
    review_on=date(2027, 5, 24),
    frequency=Frequency(times=2, every=Every.MONTH, set_on=DAY),
    own_words="I want mornings that do not scare me.",
    strengths=("I keep my word.",),
    helps=(),
    prefers=(),
    goals=(
        Goal(
            number=1,
            name="Calmer mornings",
            objectives=(Objective(words="Write three steps", target_on=DAY),),
            opened_on=DAY,
        ),
    ),
    service_plan_received=False,
    signer=SIGNER,
    rule_quote="shall be voluntary",
    rule_edition=date(2024, 12, 10),
    practice=True,
)
ACKNOWLEDGEMENT = AcknowledgementContent(
    agency=AGENCY,
    text_sha256="0" * 64,
    full_name="Sam Rivers",
    initials="SR",
    on=DAY,
    electronic=True,
    received_copy=True,
    read_and_understood=True,
    signer=SIGNER,
    practice=False,
)
STAMP = Stamp(status=PageStatus.SIGNED, document_id="PD-2026-0031", signed_at=AT)
SHEET = RecoverySheet(
    groups=("ABCD",), specialist="Sam Rivers", made_on=DAY, practice=False
)


@pytest.mark.parametrize(
    "content",
    [NOTE, PLAN, ACKNOWLEDGEMENT, STAMP, SHEET],
    ids=lambda c: type(c).__name__,
)
def test_what_a_page_says_reads_back_whole_from_its_one_text(content):
    text = to_canonical(content)
    again = from_canonical(type(content), text)

    assert again == content
    assert to_canonical(again) == text


@pytest.mark.parametrize(
    ("value", "field"),
    [
        (NOTE, "minutes"),
        (PLAN, "version"),
        (ACKNOWLEDGEMENT, "initials"),
        (TextBlock("paragraph", "We met."), "words"),
        (PageImage(width=1, height=1, stride=4, grey=b"\xff" * 4), "grey"),
    ],
    ids=lambda part: part if isinstance(part, str) else type(part).__name__,
)
def test_nothing_on_a_page_can_be_set_anew(value, field):
    with pytest.raises(FrozenInstanceError):
        setattr(value, field, None)


def test_the_passphrase_comes_first_in_set_up_and_no_step_comes_twice():
    assert STEPS[0] == "passphrase"
    assert len(set(STEPS)) == len(STEPS)
