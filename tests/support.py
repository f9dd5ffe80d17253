"""Builders for tests: a real encrypted caseload with a specialist, a person, a plan."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path

from app.domain.designation import HeldDesignation
from app.domain.frequency import Frequency
from app.domain.person import Person, ServiceObjective, StatusKind, VoluntaryStatus
from app.domain.plan import Goal, Objective, PlanDraft
from app.domain.session import GoalAnswer, PickedActivity, SessionDraft
from app.domain.specialist import Agency, Specialist
from app.regulations import load_regulations
from app.services import people, pins, plans, sessions, signing, specialist
from app.services.answers import Answer
from app.store.caseload import FLOOR, create_caseload, open_caseload
from app.store.database import Store

CST = timezone(timedelta(hours=-6), "CST")
NOW = datetime(2026, 11, 24, 11, 2, tzinfo=CST)
TODAY = NOW.date()
PASSPHRASE = "seven quiet herons wade"
PIN = "408215"
RULES = load_regulations()
EDITION = date(2024, 9, 24)
VOLUNTARY = RULES.paragraph("24-2-42.1(D)")
assert VOLUNTARY is not None

FIRST = PickedActivity(
    citation="24-2-42.2(A)(1)(a)",
    edition=EDITION,
    answer=GoalAnswer.GOAL,
    goal_number=1,
)


def make_store(folder: Path, *, practice: bool = False) -> Store:
    """Return an open, empty caseload whose key is cheap to derive."""
    store, _code = create_caseload(
        folder, PASSPHRASE, now=NOW, practice=practice, cost=FLOOR
    )
    return store


def open_store(folder: Path) -> Store:
    """Open it again with the passphrase."""
    return open_caseload(folder, PASSPHRASE, now=NOW)


def set_up(store: Store, *, pin: bool = True) -> None:
    """Fill in who the specialist is, what they hold, their agency and PIN."""
    specialist.save_specialist(
        store,
        Specialist(
            name="Sam Rivers",
            certificate_number="04417",
            certified_on=date(2026, 2, 2),
            employed_since=date(2026, 2, 2),
        ),
        now=NOW,
    )
    held = HeldDesignation(
        code="CPSSP-MH",
        awarded_on=date(2026, 2, 2),
        agreed_with="Dana Whitlow, supervisor",
        agreed_on=date(2026, 2, 20),
    )
    specialist.save_designations(store, [held], now=NOW)
    specialist.save_agency(
        store,
        Agency(
            name="Pine Hollow Community Services",
            address="214 Sample Street, Anytown, MS 00000",
            phone="555-0100",
        ),
        now=NOW,
    )
    answer = Answer(value="", said_by="Dana Whitlow", starts_on=date(2026, 2, 2))
    specialist.save_edition(store, EDITION, answer, now=NOW)
    if pin:
        pins.set_pin(store, PIN, now=NOW)


def add_jordan(store: Store, **changes: object) -> int:
    """Put Jordan Mayfield on the caseload and return the id."""
    person = Person(name="Jordan Mayfield", record_number="PH-00417")
    return people.add_person(
        store,
        replace(person, **changes),
        status=VoluntaryStatus(kind=StatusKind.ACCEPTED, on=date(2026, 3, 9)),
        objectives=(
            ServiceObjective(
                words="Live independently in the community",
                plan_date=date(2026, 9, 3),
            ),
        ),
        now=NOW,
    )


def plan_draft() -> PlanDraft:
    """Return a plan with two goals, fit to be made a version."""
    objective = "Live independently in the community"
    return PlanDraft(
        own_words="I want mornings that do not scare me.",
        strengths="I keep my word.\nI cook for my family.",
        helps="A plan for the first hour.",
        prefers="Meet before noon.",
        goals=(
            Goal(
                number=1,
                name="Calmer mornings",
                own_words="I want to start the day without panic.",
                works_when="I use my steps on three of four hard mornings.",
                service_objective=objective,
                service_plan_date=date(2026, 9, 3),
                objectives=(
                    Objective(words="Write three steps", target_on=date(2026, 12, 8)),
                ),
            ),
            Goal(
                number=2,
                name="Ask for help early",
                works_when="I reach out before it gets bad.",
                objectives=(
                    Objective(words="Text my sister", target_on=date(2027, 3, 1)),
                ),
            ),
        ),
        frequency=Frequency(set_on=date(2026, 9, 14)),
        made_on=date(2026, 9, 14),
        review_on=date(2027, 3, 14),
    )


def make_plan(store: Store, person_id: int) -> plans.PlanVersion:
    """Make version 1 of the person's plan."""
    assert VOLUNTARY is not None
    return plans.make_version(store, person_id, plan_draft(), VOLUNTARY, now=NOW)


def session_draft(person_id: int, **changes: object) -> SessionDraft:
    """Return a session of this morning, fit to be signed."""
    whole = SessionDraft(
        person_id=person_id,
        held_on=TODAY,
        started_at=time(10, 5),
        ended_at=time(10, 50),
        place_kind="library",
        activities=(FIRST,),
        what_we_did="We met at the library and wrote three steps.",
        how_it_went="Jordan said, “It bought me a minute.”",
        next_step="Bring the group list.",
        changed_at=NOW - timedelta(minutes=4),
    )
    return replace(whole, **changes)


def sign_session(
    store: Store, draft: SessionDraft, *, now: datetime = NOW
) -> signing.SignedNote:
    """Keep a draft and sign it."""
    draft_id = sessions.start_draft(store, draft, now=now)
    prepared = signing.prepare_signature(store, RULES, draft_id, PIN, now=now)
    return signing.finish_signature(store, prepared, now=now)
