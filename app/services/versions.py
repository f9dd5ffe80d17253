"""Make a version of a Recovery Support Plan, in two halves.

:func:`prepare_version` lays out the page, which is slow, on the quick lane and writes
only the encrypted paper; :func:`finish_version` is one short transaction on the
window's connection.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from app.domain.designation import Paragraph
from app.domain.page_content import PageStatus, PlanContent, Stamp
from app.domain.plan import PlanDraft, check_plan
from app.domain.problems import RuleViolation
from app.domain.signing import document_id
from app.services.columns import to_day, to_text, utc_text
from app.services.papers import NewPrintout, keep_paper, queue_printout
from app.services.people import named_person_in, objectives_in
from app.services.sealing import (
    PreparedPage,
    freeze,
    practice_in,
    require_head,
    stamp_for_ink,
)
from app.services.specialist import agency_in, signer_in
from app.store import audit
from app.store import tables as t
from app.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanVersion:
    """A version in force or once in force, as it was made.

    Attributes:
        inked_on: When the signed paper was filed, None while it waits.
        printout_id: Its page in the print queue.
    """

    id: int
    person_id: int
    version: int
    content: PlanContent
    made_at: datetime
    paper_id: str
    inked_on: date | None
    printout_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedVersion(PreparedPage[PlanContent]):
    """A version ready to be written: nothing in the record has changed yet.

    Attributes:
        previous: The ledger's head that the page's chain code is of.
    """

    plan_id: int
    previous: str


def preview_plan(
    store: Store, person_id: int, draft: PlanDraft, rule: Paragraph, *, now: datetime
) -> tuple[PlanContent, Stamp]:
    """Return what the next version's page would say, marked as a draft."""
    with store.reading() as db:
        content = _content(db, person_id, draft, rule, now)
    return content, Stamp(status=PageStatus.DRAFT)


def prepare_version(
    store: Store, person_id: int, draft: PlanDraft, rule: Paragraph, *, now: datetime
) -> PreparedVersion:
    """Lay out the person's next version; belongs on the quick lane.

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
        plan_id = _next_id(db)
    document = document_id(plan_id, now.date(), series="RSP")
    stamp = stamp_for_ink(content, document, previous)
    return PreparedVersion(
        plan_id=plan_id,
        content=content,
        stamp=stamp,
        paper=keep_paper(store, _plan_pdf(content, stamp)),
        previous=previous,
    )


def finish_version(
    store: Store, prepared: PreparedVersion, *, now: datetime
) -> PlanVersion:
    """Freeze a prepared version, queue its page for ink, and drop the draft.

    Raises:
        LedgerMoved: The ledger has a newer entry; prepare again. Nothing was written.
    """
    with store.transaction() as db:
        require_head(db, prepared.previous)
        printout_id = _write_version(db, prepared, now)
    return PlanVersion(
        id=prepared.plan_id,
        person_id=prepared.content.person.id,
        version=prepared.content.version,
        content=prepared.content,
        made_at=now,
        paper_id=prepared.paper.id,
        inked_on=None,
        printout_id=printout_id,
    )


def make_version(
    store: Store, person_id: int, draft: PlanDraft, rule: Paragraph, *, now: datetime
) -> PlanVersion:
    """Prepare a version and finish it in one go.

    Raises:
        RuleViolation: Something is missing. The draft is kept as it was.
    """
    prepared = prepare_version(store, person_id, draft, rule, now=now)
    return finish_version(store, prepared, now=now)


def _next_id(db: Connection) -> int:
    ids = t.plan_version.c.id
    newest = db.execute(select(ids).order_by(ids.desc()).limit(1)).scalar()
    return (newest or 0) + 1


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
        practice=practice_in(db),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _plan_pdf(content: PlanContent, stamp: Stamp) -> bytes:
    # ReportLab takes long to import, and most of a day needs no new plan.
    from app.documents.recovery_support_plan import build_plan

    return build_plan(content, stamp)


def _write_version(db: Connection, prepared: PreparedVersion, now: datetime) -> int:
    """Freeze the version, drop its draft and queue its page; return the entry's id."""
    plan_id, content = prepared.plan_id, prepared.content
    person_id = content.person.id
    about = {"person": person_id, "version": content.version}
    frozen = freeze(db, "plan", prepared, about, now=now)
    _write_goals(db, content, plan_id)  # before the version, which freezes them
    db.execute(
        insert(t.plan_version).values(
            id=plan_id,
            person_id=person_id,
            version=content.version,
            in_force_from=to_text(content.made_on),
            review_on=to_text(content.review_on),
            made_at_utc=utc_text(now),
            **frozen,
        )
    )
    db.execute(delete(t.plan_draft).where(t.plan_draft.c.person_id == person_id))
    new = NewPrintout(
        kind="plan",
        person_id=person_id,
        subject_id=plan_id,
        document_id=prepared.stamp.document_id,
        check_code=prepared.stamp.check_code,
        needs_ink=True,
    )
    return queue_printout(db, prepared.paper, new, now=now)


def _write_goals(db: Connection, content: PlanContent, plan_id: int) -> None:
    rows = [
        {
            "plan_id": plan_id,
            "number": goal.number,
            "name": goal.name,
            "opened_on": to_text(goal.opened_on),
            "closed_on": to_text(goal.closed_on),
        }
        for goal in content.goals
    ]
    db.execute(insert(t.plan_goal), rows)
