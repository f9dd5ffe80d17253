"""Make up half a year of sessions for a practice caseload, and sign them.

They are written by the same functions that write real ones, in the order they would
have been signed, so that chain, signatures and pages are all genuine.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from random import Random

from sqlalchemy import update

from app.domain.activity import Activity
from app.domain.page_content import PlanContent
from app.domain.session import GoalAnswer, NextContact, PickedActivity, SessionDraft
from app.regulations import load_regulations
from app.services.columns import to_text
from app.services.practice_filling import Filling, MadePerson, moment, weekday
from app.services.practice_notes import NoteMaker, Told
from app.services.sessions import session_choices, start_draft
from app.store import tables as t

_PLACES = ("library", "home", "clinic", "group room")
_BATCH = 25


def sign_all(filling: Filling, made: Sequence[MadePerson]) -> None:
    """Sign everybody's sessions, oldest first; tell the progress after each batch."""
    told = sorted(
        (session for one in made for session in _told(filling, one)),
        key=lambda session: (session.draft.held_on, session.draft.started_at),
    )
    maker = NoteMaker(filling.store, filling.pin, own_pages=filling.size.own_pages)
    for start in range(0, len(told), _BATCH):
        batch = told[start : start + _BATCH]
        maker.sign(batch)
        filling.progress(start + len(batch), len(told))


def _told(filling: Filling, one: MadePerson) -> Iterator[Told]:
    words = filling.data["words"]
    random = Random(f"words {filling.specialist['id']} {one.id}")
    rules, today = load_regulations(), filling.now.date()
    allowed = session_choices(filling.store, rules, one.id, today).allowed.activities
    place = random.choice(_PLACES)
    for position, day in enumerate(one.sessions):
        began = time(8 + one.id % 9, 5 * random.randrange(12))
        draft = SessionDraft(
            person_id=one.id,
            held_on=day,
            started_at=began,
            place_kind=place if random.random() < 0.8 else random.choice(_PLACES),
            took_part=tuple(filling.specialist.get("took_part", ())),
            activities=_picks(random, allowed, one.plan),
            what_we_did=random.choice(words["did"]),
            how_it_went=random.choice(words["went"]).format(called=one.called),
            next_step=random.choice(words["next"]),
            wrote_together=random.random() < 0.6,
            offered_copy=True,
            next_contact=_next(filling, one, position),
        )
        start = datetime.combine(day, began, filling.now.tzinfo)
        end = start + timedelta(minutes=random.choice((30, 45, 45, 60)))
        written = end + timedelta(minutes=8)
        yield Told(
            draft=replace(draft, ended_at=end.time(), changed_at=written),
            allowed=allowed,
            plan=one.plan,
            signed_at=written + timedelta(minutes=3),
        )


def _picks(
    random: Random, allowed: tuple[Activity, ...], plan: PlanContent
) -> tuple[PickedActivity, ...]:
    picked = random.sample(allowed, k=random.choice((1, 2, 2, 3)))
    return tuple(
        PickedActivity(
            citation=activity.citation,
            edition=activity.edition,
            answer=GoalAnswer.GOAL,
            goal_number=random.choice(plan.goals).number,
        )
        for activity in sorted(picked, key=lambda one: one.citation)
    )


def _next(filling: Filling, one: MadePerson, position: int) -> NextContact | None:
    if position + 1 < len(one.sessions):
        return None
    today = filling.now.date()
    if one.id in (2, 6, 7):
        return NextContact(on=today, at=time(8 + one.id, 30), place="Library")
    if one.id in (1, 3, 8):
        day = today + timedelta(days=6 + one.id)
        return NextContact(on=weekday(day), at=time(10, 0), place="Library")
    return None


def file_papers(filling: Filling) -> None:
    """Print, ink and file all pages but the newest."""
    at = t.printout.c
    printed_before = to_text(moment(filling, 4))
    filed_before = to_text(moment(filling, 12))
    with filling.store.transaction() as db:
        db.execute(
            update(t.printout)
            .where(at.queued_at < printed_before)
            .values(printed_at=at.queued_at)
        )
        db.execute(
            update(t.printout)
            .where(at.queued_at < filed_before)
            .values(
                filed_on=to_text(moment(filling, 5).date()), filed_where="Record room"
            )
        )


def leave_open(filling: Filling, made: Sequence[MadePerson]) -> None:
    """Leave two sessions of yesterday as drafts; the second is ready to sign."""
    yesterday = weekday(filling.now.date() - timedelta(days=1))
    words, rules = filling.data["words"], load_regulations()
    for one, at in zip(made[:2], (time(10, 5), time(14, 30)), strict=False):
        choices = session_choices(filling.store, rules, one.id, yesterday)
        activity = choices.allowed.activities[0]
        picked = PickedActivity(citation=activity.citation, edition=activity.edition)
        if one is not made[0]:
            goal = choices.goals.goals[0].number
            picked = replace(picked, answer=GoalAnswer.GOAL, goal_number=goal)
        began = datetime.combine(yesterday, at, filling.now.tzinfo)
        saved_at = began + timedelta(minutes=50)
        draft = SessionDraft(
            person_id=one.id,
            held_on=yesterday,
            started_at=at,
            ended_at=(began + timedelta(minutes=45)).time(),
            place_kind="library",
            activities=(picked,),
            what_we_did=words["did"][0],
            how_it_went=words["went"][0].format(called=one.called),
            next_step=words["next"][one.id],
            changed_at=saved_at,
            in_field="next_step",
        )
        start_draft(filling.store, draft, now=saved_at)
