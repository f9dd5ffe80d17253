"""Made-up content for the tests of documents."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from app.domain.frequency import Every, Frequency, SetBy
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
from app.domain.specialist import Agency, Signer
from app.regulations import load_scope_of_activities

CENTRAL = timezone(timedelta(hours=-6), "CST")
AGENCY = Agency(
    name="Pine Hollow Community Services",
    address="214 Sample Street, Anytown, MS 00000",
    phone="555-0100",
)
PERSON = NamedPerson(
    id=1, name="Jordan Mayfield", called="Jordan", record_number="PH-00417"
)
SIGNER = Signer(
    name="Sam Rivers",
    title="Certified Peer Support Specialist Professional",
    credentials=("CPSSP-MH",),
    certificate_number="04417",
)
STAMP = Stamp(
    status=PageStatus.SIGNED,
    document_id="PD-2026-0031",
    check_code="T4XN 2HKD",
    chain_code="9QRM 44XC",
    key_fingerprint="3f9a0b1c2d4e5f60",
    statement="I did this work and this note is true.",
    signed_at=datetime(2026, 11, 24, 11, 2, tzinfo=CENTRAL),
)
TO_INK = replace(STAMP, status=PageStatus.TO_SIGN_IN_INK, signed_at=None)
DRAFT = Stamp(status=PageStatus.DRAFT)

_ACTIVITY = NoteActivity(
    text="Relate their own recovery stories to inspire hope",
    citation="24-2-42.2(A)(1)(a)",
    edition=date(2024, 9, 24),
    list_name="Adult",
    designations=("CPSSP-MH",),
    answer=GoalAnswer.GOAL,
    goal_number=2,
    goal_words="Ask for help early",
    service_objective="Use two coping steps on hard mornings",
    service_plan_date=date(2026, 5, 4),
)
ACTIVITIES = (
    _ACTIVITY,
    replace(
        _ACTIVITY,
        text="Model effective coping techniques and self-help strategies",
        citation="24-2-42.2(A)(1)(b)",
        goal_number=1,
        goal_words="Calmer mornings",
    ),
    replace(
        _ACTIVITY,
        text="Assist in identifying resources in the community",
        citation="24-2-42.2(A)(1)(c)",
        goal_number=3,
        goal_words="Join one group",
        service_objective="Have one place to go each week",
    ),
)
NOTE = NoteContent(
    number=31,
    agency=AGENCY,
    person=PERSON,
    held_on=date(2026, 11, 24),
    started_at=time(10, 5),
    ended_at=time(10, 50),
    minutes=45,
    support="one-on-one",
    number_present=1,
    delivery="face-to-face",
    person_present=True,
    place="public library",
    took_part=(),
    plan_version=2,
    plan_date=date(2026, 6, 1),
    service_plan_received=True,
    activities=ACTIVITIES,
    what_we_did=(
        "We met at the library and talked about what helps on hard mornings. I told "
        "Jordan how I learned to ask for help before a bad day grew."
    ),
    how_it_went=(
        "Took part. Chose the next step. Jordan said:\n\n"
        "\u201cI did the breathing one on the porch. It bought me a minute.\u201d"
    ),
    next_step="Jordan will text a sister on the first hard morning.",
    next_contact=NextContact(
        on=date(2026, 11, 30), at=time(10, 0), place="public library"
    ),
    wrote_together=True,
    offered_copy=True,
    comment="",
    written_at=datetime(2026, 11, 24, 10, 58, tzinfo=CENTRAL),
    late="",
    signer=SIGNER,
    ink_line=True,
    practice=False,
)


def note(**changes: Any) -> NoteContent:
    """Return the note with some fields changed."""
    return replace(NOTE, **changes)


def activity(**changes: Any) -> NoteActivity:
    """Return the first activity with some fields changed."""
    return replace(_ACTIVITY, **changes)


PLAN = PlanContent(
    agency=AGENCY,
    person=PERSON,
    version=3,
    replaces_on=date(2026, 6, 1),
    made_on=date(2026, 11, 24),
    review_on=date(2027, 5, 24),
    frequency=Frequency(
        times=1,
        every=Every.WEEK,
        set_by=SetBy.PROFESSIONAL,
        set_with="Dr. Lee",
        set_on=date(2026, 11, 20),
    ),
    own_words="I want mornings that do not scare me.",
    strengths=("I keep my word.", "I cook for my family."),
    helps=("A plan for the first hour.",),
    prefers=("Meet before noon.", "Small, quiet places."),
    goals=(
        Goal(
            number=1,
            name="Calmer mornings",
            opened_on=date(2026, 1, 5),
            closed_on=date(2026, 11, 24),
        ),
        Goal(
            number=2,
            name="Ask for help early",
            own_words="Text before it gets bad.",
            works_when="I reach out on three of four hard mornings.",
            service_objective="Use two coping steps on hard mornings",
            service_plan_date=date(2026, 5, 4),
            objectives=(
                Objective(
                    words="Text my sister before noon",
                    target_on=date(2027, 3, 1),
                    who_helps="My sister",
                ),
                Objective(
                    words="Keep my three steps on the fridge",
                    target_on=date(2026, 12, 8),
                    who_helps="Sam",
                    done_on=date(2026, 11, 20),
                ),
            ),
            opened_on=date(2026, 6, 1),
        ),
        Goal(
            number=3,
            name="Join one group",
            works_when="I go to the same group three times.",
            objectives=(
                Objective(words="Visit two groups", target_on=date(2027, 1, 15)),
            ),
            opened_on=date(2026, 6, 1),
        ),
    ),
    service_plan_received=True,
    signer=SIGNER,
    rule_quote="Peer Support Services are voluntary.",
    rule_edition=date(2024, 12, 10),
    practice=False,
)
SCOPE = load_scope_of_activities()
IN_INK = AcknowledgementContent(
    agency=AGENCY,
    text_sha256=SCOPE.digest,
    full_name="Samuel Rivers",
    initials="",
    on=date(2026, 2, 2),
    electronic=False,
    received_copy=False,
    read_and_understood=False,
    signer=SIGNER,
    practice=False,
)
ON_SCREEN = replace(
    IN_INK,
    initials="SR",
    electronic=True,
    received_copy=True,
    read_and_understood=True,
)
RECOVERY_SHEET = RecoverySheet(
    groups=("ABCD", "EFGH", "JKMN", "PQRS", "TUVW", "XYZ2", "3456", "7ABC", "QQ77"),
    specialist="Sam Rivers",
    made_on=date(2026, 2, 2),
    practice=False,
)


def plan(**changes: Any) -> PlanContent:
    """Return the plan with some fields changed."""
    return replace(PLAN, **changes)
