"""What a session's note says: the session, and what the record holds around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.engine import Connection

from app.domain.activity import Activity, Regulations, allowed_activities
from app.domain.page_content import (
    NamedPerson,
    NoteActivity,
    NoteContent,
    PlanContent,
)
from app.domain.problems import RuleViolation
from app.domain.session import (
    GoalAnswer,
    PickedActivity,
    SessionDraft,
    check_session,
    minutes_between,
)
from app.domain.specialist import Agency, Signer
from app.domain.wording import _
from app.services.people import named_person_in, objectives_in
from app.services.places import place_words
from app.services.plans import goal_choice_in, plan_in_force
from app.services.sealing import practice_in
from app.services.specialist import (
    agency_in,
    designations_in,
    edition_in,
    ink_line_in,
    signer_in,
)
from app.store import tables as t


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFacts:
    """What a note says beside the session, as the record has it on that day.

    Attributes:
        offered: The activities allowed on that day, by edition and citation.
        plan: The version in force on that day, None before the first.
    """

    number: int
    agency: Agency
    person: NamedPerson
    signer: Signer
    plan: PlanContent | None
    offered: Mapping[tuple[date, str], Activity]
    service_plan_received: bool
    ink_line: bool
    practice: bool


def note_content_in(
    db: Connection, rules: Regulations, draft: SessionDraft, *, now: datetime
) -> NoteContent:
    """Return what the draft's note says, all of it copied from the record.

    Raises:
        RuleViolation: Something is missing; it carries every problem.
    """
    day = draft.held_on or now.date()
    edition, _who = edition_in(db, day)
    allowed = allowed_activities(rules, designations_in(db), edition, day).activities
    choice = goal_choice_in(db, draft.person_id, day)
    if problems := check_session(draft, allowed, choice, now=now):
        raise RuleViolation(problems)
    facts = NoteFacts(
        number=next_number_in(db),
        agency=agency_in(db),
        person=named_person_in(db, draft.person_id),
        signer=signer_in(db, day),
        plan=plan_in_force(db, draft.person_id, day),
        offered={(one.edition, one.citation): one for one in allowed},
        service_plan_received=bool(objectives_in(db, draft.person_id)),
        ink_line=ink_line_in(db),
        practice=practice_in(db),
    )
    return fill_note(draft, facts, now=now)


def next_number_in(db: Connection) -> int:
    """Return the number of the note signed next; numbers have no gaps."""
    return (db.execute(select(func.max(t.note.c.number))).scalar() or 0) + 1


def fill_note(draft: SessionDraft, facts: NoteFacts, *, now: datetime) -> NoteContent:
    """Return the note of a session that nothing is missing in."""
    assert draft.held_on is not None  # check_session has seen to these three
    assert draft.started_at is not None
    assert draft.ended_at is not None
    plan = facts.plan
    return NoteContent(
        number=facts.number,
        agency=facts.agency,
        person=facts.person,
        held_on=draft.held_on,
        started_at=draft.started_at,
        ended_at=draft.ended_at,
        minutes=minutes_between(draft.started_at, draft.ended_at),
        support=draft.support.value,
        number_present=1 if draft.person_present else 0,
        delivery=draft.delivery.value,
        person_present=draft.person_present,
        place=place_words(draft),
        took_part=draft.took_part,
        plan_version=plan.version if plan else None,
        plan_date=plan.made_on if plan else None,
        service_plan_received=facts.service_plan_received,
        activities=_activities(draft, facts),
        what_we_did=draft.what_we_did.strip(),
        how_it_went=draft.how_it_went.strip(),
        next_step=draft.next_step.strip(),
        next_contact=draft.next_contact,
        wrote_together=draft.wrote_together,
        offered_copy=draft.offered_copy,
        comment=draft.comment.strip(),
        written_at=draft.changed_at or now,
        late=_("Marked late by the specialist.") if draft.late_marked else "",
        signer=facts.signer,
        ink_line=facts.ink_line,
        practice=facts.practice,
    )


def note_activity(
    picked: PickedActivity, activity: Activity, plan: PlanContent | None
) -> NoteActivity:
    """Return the activity as the note keeps it: its own copy of words and goal."""
    goals = {goal.number: goal for goal in plan.goals} if plan else {}
    goal = goals.get(picked.goal_number or 0)
    if picked.answer is not GoalAnswer.GOAL:
        goal = None
    assert picked.answer is not None  # check_session has seen to it
    return NoteActivity(
        text=activity.text,
        citation=activity.citation,
        edition=activity.edition,
        list_name=activity.list_name,
        designations=activity.designations,
        answer=picked.answer,
        goal_number=goal.number if goal else None,
        goal_words=goal.name if goal else picked.reason.strip(),
        service_objective=goal.service_objective if goal else "",
        service_plan_date=goal.service_plan_date if goal else None,
    )


def _activities(draft: SessionDraft, facts: NoteFacts) -> tuple[NoteActivity, ...]:
    return tuple(
        note_activity(one, facts.offered[one.edition, one.citation], facts.plan)
        for one in draft.activities
    )
