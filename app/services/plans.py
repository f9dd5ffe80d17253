"""Recovery Support Plans: the draft, the versions made of it, the goals open on a day.

A version is in force from the day the plan was made, and frozen as soon as it is
made; the ink signature is kept with its printed page.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.canonical import from_canonical, to_canonical
from app.domain.page_content import PlanContent
from app.domain.plan import Goal, PlanDraft
from app.domain.session import GoalChoice
from app.services.columns import to_day, to_text
from app.services.habits import goal_used_last_in
from app.services.versions import (
    PlanVersion,
    PreparedVersion,
    finish_version,
    make_version,
    prepare_version,
    preview_plan,
)
from app.store import tables as t
from app.store.database import Store

__all__ = [
    "PlanVersion",
    "PreparedVersion",
    "SavedPlanDraft",
    "current_plan",
    "finish_version",
    "goal_choice",
    "list_versions",
    "make_version",
    "next_goal_number",
    "prepare_version",
    "preview_plan",
    "read_plan_draft",
    "save_plan_draft",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPlanDraft:
    """A plan being written, and when it was last saved."""

    draft: PlanDraft
    saved_at: datetime


def read_plan_draft(store: Store, person_id: int) -> SavedPlanDraft | None:
    """Return the plan being written with a person, None where there is none."""
    with store.reading() as db:
        row = db.execute(
            select(t.plan_draft).where(t.plan_draft.c.person_id == person_id)
        ).first()
    if row is None:
        return None
    return SavedPlanDraft(
        draft=from_canonical(PlanDraft, row.content),
        saved_at=datetime.fromisoformat(row.saved_at),
    )


def save_plan_draft(
    store: Store, person_id: int, draft: PlanDraft, *, now: datetime
) -> None:
    """Keep a plan as it stands, however little is filled in."""
    values = {"content": to_canonical(draft), "saved_at": to_text(now)}
    statement = upsert(t.plan_draft).values(person_id=person_id, **values)
    with store.transaction() as db:
        db.execute(
            statement.on_conflict_do_update(index_elements=["person_id"], set_=values)
        )


def current_plan(store: Store, person_id: int) -> PlanVersion | None:
    """Return the newest version, None before the first."""
    return next(iter(list_versions(store, person_id)), None)


def list_versions(store: Store, person_id: int) -> tuple[PlanVersion, ...]:
    """Return all versions of a person's plan, newest first."""
    columns = t.plan_version.c
    query = (
        select(
            t.plan_version,
            t.printout.c.filed_on,
            t.printout.c.id.label("printout_id"),
        )
        .join(
            t.printout,
            (t.printout.c.kind == "plan") & (t.printout.c.subject_id == columns.id),
            isouter=True,
        )
        .where(columns.person_id == person_id)
        .order_by(columns.version.desc())
    )
    with store.reading() as db:
        rows = db.execute(query).all()
    return tuple(
        PlanVersion(
            id=row.id,
            person_id=row.person_id,
            version=row.version,
            content=from_canonical(PlanContent, row.content),
            made_at=datetime.fromisoformat(row.made_at_utc),
            paper_id=row.paper_id,
            inked_on=to_day(row.filed_on),
            printout_id=row.printout_id,
        )
        for row in rows
    )


def goal_choice(store: Store, person_id: int, day: date | None) -> GoalChoice:
    """Return what the goal gate offers for a session on ``day``.

    The goal used last with this person comes first. Without a day, or before the
    first version is in force, "We were making the plan" is the other answer.
    """
    with store.reading() as db:
        return goal_choice_in(db, person_id, day)


def goal_choice_in(db: Connection, person_id: int, day: date | None) -> GoalChoice:
    """Return what the goal gate offers, within the caller's transaction."""
    content = plan_in_force(db, person_id, day)
    if content is None:
        return GoalChoice(making_plan=True)
    day = day or content.made_on
    open_goals = [goal for goal in content.goals if goal.open_on(day)]
    last = goal_used_last_in(db, person_id)
    open_goals.sort(key=lambda goal: (goal.number != last, goal.number))
    return GoalChoice(goals=tuple(open_goals))


def plan_in_force(
    db: Connection, person_id: int, day: date | None
) -> PlanContent | None:
    """Return the version in force on ``day``; without a day the newest."""
    columns = t.plan_version.c
    query = select(columns.content).where(columns.person_id == person_id)
    if day is not None:
        query = query.where(columns.in_force_from <= to_text(day))
    content = db.execute(query.order_by(columns.version.desc()).limit(1)).scalar()
    return None if content is None else from_canonical(PlanContent, content)


def next_goal_number(goals: tuple[Goal, ...]) -> int:
    """Return the number a new goal gets; numbers are never used again."""
    return max((goal.number for goal in goals), default=0) + 1
