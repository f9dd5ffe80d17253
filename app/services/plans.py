"""Recovery Support Plans: the draft, the versions made of it, the goals open on a day.

A version is in force from the day the plan was made, and frozen as soon as it is
made; the ink signature is kept with its printed page.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlalchemy.engine import Connection

from app.domain.canonical import digest, from_canonical, to_canonical
from app.domain.designation import Paragraph
from app.domain.page_content import PageStatus, PlanContent, Stamp
from app.domain.plan import Goal, PlanDraft, check_plan
from app.domain.problems import RuleViolation
from app.domain.session import GoalChoice
from app.domain.signing import document_id, short_code
from app.services.columns import to_day, to_moment, to_text, utc_text
from app.services.papers import (
    KeptPaper,
    NewPrintout,
    keep_paper,
    name_paper,
    queue_printout,
)
from app.services.people import named_person_in, objectives_in
from app.services.specialist import agency_in, signer_in
from app.store import audit
from app.store import tables as t
from app.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """A version in force or once in force, as it was made.

    Attributes:
        inked_on: When the signed paper was filed, None while it waits.
    """

    id: int
    person_id: int
    version: int
    content: PlanContent
    made_at: datetime
    paper_id: str
    inked_on: date | None


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
    saved_at = to_moment(row.saved_at)
    assert saved_at is not None  # the column is NOT NULL
    return SavedPlanDraft(
        draft=from_canonical(PlanDraft, row.content), saved_at=saved_at
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


def preview_plan(
    store: Store, person_id: int, draft: PlanDraft, rule: Paragraph, *, now: datetime
) -> tuple[PlanContent, Stamp]:
    """Return what the next version's page would say, marked as a draft."""
    with store.reading() as db:
        content = _content(db, person_id, draft, rule, now)
    return content, Stamp(status=PageStatus.DRAFT)


def make_version(
    store: Store, person_id: int, draft: PlanDraft, rule: Paragraph, *, now: datetime
) -> PlanVersion:
    """Freeze the plan as the person's next version and queue its page for ink.

    Args:
        rule: 24-2-42.1(D), quoted on the page.

    Raises:
        RuleViolation: Something is missing. The draft is kept as it was.
    """
    if problems := check_plan(draft, today=now.date()):
        raise RuleViolation(problems)
    with store.reading() as db:
        content = _content(db, person_id, draft, rule, now)
        previous = audit.head(db).hash
        newest = db.execute(
            select(t.plan_version.c.id).order_by(t.plan_version.c.id.desc()).limit(1)
        ).scalar()
    plan_id = (newest or 0) + 1
    stamp = _stamp(content, plan_id, previous, now)
    paper = keep_paper(store, _plan_pdf(content, stamp))
    with store.transaction() as db:
        _write_version(db, plan_id, content, (stamp, paper), now)
    return PlanVersion(
        id=plan_id,
        person_id=person_id,
        version=content.version,
        content=content,
        made_at=now,
        paper_id=paper.id,
        inked_on=None,
    )


def current_plan(store: Store, person_id: int) -> PlanVersion | None:
    """Return the newest version, None before the first."""
    return next(iter(list_versions(store, person_id)), None)


def list_versions(store: Store, person_id: int) -> tuple[PlanVersion, ...]:
    """Return all versions of a person's plan, newest first."""
    columns = t.plan_version.c
    query = (
        select(t.plan_version, t.printout.c.filed_on)
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
    last = last_goal(db, person_id)
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


def last_goal(db: Connection, person_id: int) -> int | None:
    """Return the goal's number used in the newest signed note, if any."""
    latest = (
        select(t.note.c.id)
        .where(t.note.c.person_id == person_id)
        .order_by(t.note.c.held_on.desc(), t.note.c.started_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(t.note_activity.c.goal_number)
        .where(t.note_activity.c.note_id == latest)
        .where(t.note_activity.c.goal_number.is_not(None))
        .order_by(t.note_activity.c.position)
    )
    number = db.execute(query.limit(1)).scalar()
    return None if number is None else int(number)


def _content(
    db: Connection, person_id: int, draft: PlanDraft, rule: Paragraph, now: datetime
) -> PlanContent:
    before = db.execute(
        select(t.plan_version.c.version, t.plan_version.c.in_force_from)
        .where(t.plan_version.c.person_id == person_id)
        .order_by(t.plan_version.c.version.desc())
    ).first()
    made_on = draft.made_on or now.date()
    opened = tuple(
        replace(
            goal,
            opened_on=goal.opened_on or made_on,
            objectives=tuple(o for o in goal.objectives if o.words.strip()),
        )
        for goal in draft.goals
    )
    return PlanContent(
        agency=agency_in(db),
        person=named_person_in(db, person_id),
        version=before.version + 1 if before else 1,
        replaces_on=to_day(before.in_force_from) if before else None,
        made_on=made_on,
        review_on=draft.review_on or made_on,
        frequency=draft.frequency,
        own_words=draft.own_words.strip(),
        strengths=_lines(draft.strengths),
        helps=_lines(draft.helps),
        prefers=_lines(draft.prefers),
        goals=opened,
        service_plan_received=bool(objectives_in(db, person_id)),
        signer=signer_in(db, made_on),
        rule_quote=rule.text,
        rule_edition=rule.current_through,
        practice=_practice(db),
    )


def _practice(db: Connection) -> bool:
    return bool(db.execute(select(t.caseload.c.practice)).scalar())


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _stamp(content: PlanContent, plan_id: int, previous: str, now: datetime) -> Stamp:
    return Stamp(
        status=PageStatus.TO_SIGN_IN_INK,
        document_id=document_id(plan_id, now.date(), series="RSP"),
        check_code=short_code(digest(to_canonical(content))),
        chain_code=short_code(previous),
    )


def _plan_pdf(content: PlanContent, stamp: Stamp) -> bytes:
    # ReportLab takes long to import, and most of a day needs no new plan.
    from app.documents.recovery_support_plan import build_plan

    return build_plan(content, stamp)


def _write_version(
    db: Connection,
    plan_id: int,
    content: PlanContent,
    page: tuple[Stamp, KeptPaper],
    now: datetime,
) -> None:
    stamp, paper = page
    text = to_canonical(content)
    body = {
        "person": content.person.id,
        "version": content.version,
        "content": digest(text),
        "pdf": paper.sha256,
    }
    link = audit.append(db, "plan_version", body, now=now)
    name_paper(db, paper, "plan", now=now)
    for goal in content.goals:
        db.execute(
            insert(t.plan_goal).values(
                plan_id=plan_id,
                number=goal.number,
                name=goal.name,
                opened_on=to_text(goal.opened_on),
                closed_on=to_text(goal.closed_on),
            )
        )
    db.execute(
        insert(t.plan_version).values(
            id=plan_id,
            person_id=content.person.id,
            version=content.version,
            in_force_from=to_text(content.made_on),
            review_on=to_text(content.review_on),
            content=text,
            content_sha256=digest(text),
            paper_id=paper.id,
            pdf_sha256=paper.sha256,
            made_at_utc=utc_text(now),
            ledger_id=link.id,
        )
    )
    queue_printout(
        db,
        paper,
        NewPrintout(
            kind="plan",
            person_id=content.person.id,
            subject_id=plan_id,
            document_id=stamp.document_id,
            check_code=stamp.check_code,
            needs_ink=True,
        ),
        now=now,
    )
    db.execute(
        delete(t.plan_draft).where(t.plan_draft.c.person_id == content.person.id)
    )


def next_goal_number(goals: tuple[Goal, ...]) -> int:
    """Return the number a new goal gets; numbers are never used again."""
    return max((goal.number for goal in goals), default=0) + 1
