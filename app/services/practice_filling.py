"""Fill a practice caseload: specialist, people, plans, and half a year of sessions.

Sessions are written by the same functions that write real ones, in the order they
would have been signed, so that chain, signatures and pages are all genuine.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import update

from app.domain.activity import Activity
from app.domain.designation import HeldDesignation
from app.domain.frequency import Every, Frequency, interval_days
from app.domain.page_content import PlanContent
from app.domain.person import Person, ServiceObjective, StatusKind, VoluntaryStatus
from app.domain.plan import Goal, Objective, PlanDraft, months_after
from app.domain.session import GoalAnswer, NextContact, PickedActivity, SessionDraft
from app.domain.specialist import Agency, Specialist
from app.regulations import load_regulations
from app.services import people, plans, specialist
from app.services.answers import ELECTRONIC, SET_UP, SHEET_HOLDER, Answer, give_answer
from app.services.columns import to_text
from app.services.pins import set_pin
from app.services.practice_notes import NoteMaker, Told
from app.services.sessions import session_choices, start_draft
from app.store import tables as t
from app.store.database import Store

HALF_YEAR = 182
_STEPS = "passphrase sheet who certificate designations agency pin backup"
_PLACES = ("library", "home", "clinic", "group room")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How big to make it.

    Attributes:
        people: Twelve have names and words of their own; more are put together.
        sessions: None for as many as the plans ask for in half a year.
        own_pages: Whether each note has its own PDF; without, all share one, which
            makes a large caseload for measuring in minutes instead of hours.
    """

    people: int = 12
    sessions: int | None = None
    own_pages: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What :func:`fill` works with."""

    store: Store
    data: dict[str, Any]
    specialist: dict[str, Any]
    size: Size
    now: datetime
    pin: str
    progress: Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """A made-up person with the plan their sessions follow."""

    id: int
    called: str
    plan: PlanContent
    sessions: tuple[date, ...]


def fill(filling: Filling) -> None:
    """Write everything; ``filling.progress`` is told after each batch."""
    began = _moment(filling, HALF_YEAR + 14)
    _set_up(filling, began)
    made = list(_people(filling, began))
    _sign_all(filling, made)
    _file_papers(filling)
    _leave_open(filling, made)


def _moment(filling: Filling, days_ago: int, at: time = time(8, 0)) -> datetime:
    day = filling.now.date() - timedelta(days=days_ago)
    return datetime.combine(day, at, filling.now.tzinfo)


def _set_up(filling: Filling, began: datetime) -> None:
    store, who, since = filling.store, filling.specialist, began.date()
    started = months_after(since, -8)
    specialist.save_specialist(
        store,
        Specialist(
            name=who["name"],
            certificate_number=who["certificate_number"],
            certified_on=started,
            employed_since=started,
            birthday=who.get("birthday"),
        ),
        now=began,
    )
    held = [
        HeldDesignation(
            code=code,
            awarded_on=started,
            agreed_with="Dana Whitlow, my supervisor",
            agreed_on=started,
        )
        for code in who["designations"]
    ]
    specialist.save_designations(store, held, now=began)
    specialist.save_agency(store, Agency(**filling.data["agency"]), now=began)
    said = Answer(value="", said_by="Dana Whitlow", said_on=since, starts_on=started)
    specialist.save_edition(store, date(2024, 9, 24), said, now=began)
    give_answer(store, ELECTRONIC, replace(said, value="no"), now=began)
    give_answer(store, SHEET_HOLDER, replace(said, value="Dana Whitlow"), now=began)
    give_answer(store, SET_UP, Answer(value=_STEPS), now=began)
    set_pin(store, filling.pin, now=began)


def _people(filling: Filling, began: datetime) -> Iterator[_Made]:
    templates = filling.data["person"]
    names = filling.data["names"]
    for number in range(filling.size.people):
        words = dict(templates[number % len(templates)])
        if number >= len(templates):
            words = dict(templates[number % (len(templates) - 1)])
            first = names["first"][number % len(names["first"])]
            last = names["last"][number // len(names["first"]) % len(names["last"])]
            words["name"] = f"{first} {last}"
        if (made := _person(filling, number, words, began)) is not None:
            yield made


def _person(
    filling: Filling, number: int, words: dict[str, Any], began: datetime
) -> _Made | None:
    store, day = filling.store, began.date()
    objective = words["service_objective"]
    person = Person(
        name=words["name"],
        preferred_name=words.get("preferred_name", ""),
        record_number=f"{number * 7 + 6:04d}",
        representative=words.get("representative", ""),
        representative_role=words.get("representative_role", ""),
        preference=words["preference"],
    )
    accepted = bool(words["goals"])
    kind = StatusKind.ACCEPTED if accepted else StatusKind.OFFERED
    person_id = people.add_person(
        store,
        person,
        status=VoluntaryStatus(kind=kind, on=day),
        objectives=(ServiceObjective(words=objective, plan_date=day),)
        if objective
        else (),
        now=began,
    )
    if not accepted:
        return None
    rule = load_regulations().paragraph("24-2-42.1(D)")
    assert rule is not None  # it ships with the program
    draft = _plan(words, day)
    version = plans.make_version(store, person_id, draft, rule, now=began)
    paused = words.get("status") == "paused"
    if paused:
        step = VoluntaryStatus(kind=StatusKind.PAUSED, on=_moment(filling, 30).date())
        people.add_status(store, person_id, step, now=_moment(filling, 30))
    return _Made(
        id=person_id,
        called=person.called,
        plan=version.content,
        sessions=_days(filling, draft.frequency, number, paused=paused),
    )


def _plan(words: dict[str, Any], day: date) -> PlanDraft:
    goals = tuple(
        Goal(
            number=number,
            name=name,
            own_words=own_words,
            works_when=works_when,
            service_objective=words["service_objective"],
            service_plan_date=day,
            objectives=tuple(
                Objective(
                    words=step,
                    target_on=months_after(day, 2 + 2 * place),
                    done_on=months_after(day, 2) if place == 0 else None,
                )
                for place, step in enumerate(steps)
            ),
        )
        for number, (name, own_words, works_when, *steps) in enumerate(
            words["goals"], 1
        )
    )
    return PlanDraft(
        own_words=words["own_words"],
        strengths="\n".join(words["strengths"]),
        helps="\n".join(words["helps"]),
        prefers="\n".join(words["prefers"]),
        goals=goals,
        frequency=Frequency(every=Every(words["every"]), set_on=day),
        made_on=day,
        review_on=months_after(day, 7),
    )


def _days(
    filling: Filling, frequency: Frequency, number: int, *, paused: bool
) -> tuple[date, ...]:
    every = interval_days(frequency)
    assert every is not None  # the data names only fixed frequencies
    random = Random(f"days {filling.specialist['id']} {number}")
    last = {3: 27}.get(number, 32 if paused else 1)  # one is not seen lately
    share = filling.size.sessions
    count = share // _with_plan(filling) + 1 if share else None
    if count is not None and share is not None:
        whole = share - (count - 1) * _with_plan(filling)
        count -= number_among(filling, number) >= whole
    found: list[date] = []
    ago = float(last + random.randrange(0, min(4, every)))
    step = every if count is None else HALF_YEAR / max(1, count)
    while (ago < HALF_YEAR) if count is None else (len(found) < count):
        found.append(_weekday(filling.now.date() - timedelta(days=int(ago))))
        ago += step
    return tuple(reversed(found))


def _with_plan(filling: Filling) -> int:
    size, templates = filling.size.people, len(filling.data["person"])
    return size - 1 if size >= templates else size


def number_among(filling: Filling, number: int) -> int:
    """Return a person's place among those who have a plan."""
    return number - (number >= len(filling.data["person"]))


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _sign_all(filling: Filling, made: list[_Made]) -> None:
    told = sorted(
        _told(filling, made), key=lambda one: (one.draft.held_on, one.draft.started_at)
    )
    maker = NoteMaker(filling.store, filling.pin, own_pages=filling.size.own_pages)
    for done in range(0, len(told), 25):
        maker.sign(told[done : done + 25])
        filling.progress(min(done + 25, len(told)), len(told))


def _told(filling: Filling, made: list[_Made]) -> Iterator[Told]:
    rules = load_regulations()
    words = filling.data["words"]
    for one in made:
        random = Random(f"words {filling.specialist['id']} {one.id}")
        choices = session_choices(filling.store, rules, one.id, filling.now.date())
        place = random.choice(_PLACES)
        for position, day in enumerate(one.sessions):
            draft = SessionDraft(
                person_id=one.id,
                held_on=day,
                started_at=time(8 + one.id % 9, 5 * random.randrange(12)),
                place_kind=place if random.random() < 0.8 else random.choice(_PLACES),
                took_part=tuple(filling.specialist.get("took_part", ())),
                activities=_picks(random, choices.allowed.activities, one.plan),
                what_we_did=random.choice(words["did"]),
                how_it_went=random.choice(words["went"]).format(called=one.called),
                next_step=random.choice(words["next"]),
                wrote_together=random.random() < 0.6,
                offered_copy=True,
                next_contact=_next(filling, one, position),
            )
            assert draft.started_at is not None
            length = random.choice((30, 45, 45, 60))
            start = datetime.combine(day, draft.started_at, filling.now.tzinfo)
            written = start + timedelta(minutes=length + 8)
            yield Told(
                draft=replace(
                    draft,
                    ended_at=(start + timedelta(minutes=length)).time(),
                    changed_at=written,
                ),
                allowed=choices.allowed.activities,
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


def _next(filling: Filling, one: _Made, position: int) -> NextContact | None:
    if position + 1 < len(one.sessions):
        return None
    today = filling.now.date()
    if one.id in (2, 6, 7):
        return NextContact(on=today, at=time(8 + one.id, 30), place="Library")
    if one.id in (1, 3, 8):
        day = today + timedelta(days=6 + one.id)
        return NextContact(on=_weekday(day), at=time(10, 0), place="Library")
    return None


def _file_papers(filling: Filling) -> None:
    """All but the newest pages are printed, inked and filed."""
    at = t.printout.c
    printed_before = to_text(_moment(filling, 4))
    filed_before = to_text(_moment(filling, 12))
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
                filed_on=to_text(_moment(filling, 5).date()), filed_where="Record room"
            )
        )


def _leave_open(filling: Filling, made: list[_Made]) -> None:
    """Leave two sessions of yesterday as drafts, one of them nearly complete."""
    yesterday = _weekday(filling.now.date() - timedelta(days=1))
    words = filling.data["words"]
    for one, at in zip(made[:2], (time(10, 5), time(14, 30)), strict=False):
        rules = load_regulations()
        choices = session_choices(filling.store, rules, one.id, yesterday)
        activity = choices.allowed.activities[0]
        written = datetime.combine(yesterday, at, filling.now.tzinfo)
        draft = SessionDraft(
            person_id=one.id,
            held_on=yesterday,
            started_at=at,
            ended_at=(written + timedelta(minutes=45)).time(),
            place_kind="library",
            activities=(
                PickedActivity(citation=activity.citation, edition=activity.edition),
            ),
            what_we_did=words["did"][0],
            how_it_went=words["went"][0].format(called=one.called),
            next_step=words["next"][one.id],
            changed_at=written + timedelta(minutes=50),
            in_field="next_step",
        )
        start_draft(filling.store, draft, now=written + timedelta(minutes=50))
