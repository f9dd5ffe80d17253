"""Make up the specialist, the people and their plans for a practice caseload."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from math import ceil
from random import Random
from typing import Any

from app.domain.designation import HeldDesignation
from app.domain.frequency import Every, Frequency, interval_days
from app.domain.person import Person, ServiceObjective, StatusKind, VoluntaryStatus
from app.domain.plan import Goal, Objective, PlanDraft, months_after
from app.domain.set_up import STEPS
from app.domain.specialist import Agency, Specialist
from app.regulations import load_regulations
from app.services import people, plans, specialist
from app.services.answers import ELECTRONIC, SET_UP, SHEET_HOLDER, Answer, give_answer
from app.services.pins import set_pin
from app.services.practice_filling import (
    HALF_YEAR,
    Filling,
    MadePerson,
    moment,
    weekday,
)


def set_up(filling: Filling, began: datetime) -> None:
    """Answer every question of set-up, as on the day the caseload began."""
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
    give_answer(store, SET_UP, Answer(value=" ".join(STEPS)), now=began)
    set_pin(store, filling.pin, now=began)


def add_people(filling: Filling, began: datetime) -> Iterator[MadePerson]:
    """Add everybody; yield those who accepted support, with the days to meet them."""
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
) -> MadePerson | None:
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
        step = VoluntaryStatus(kind=StatusKind.PAUSED, on=moment(filling, 30).date())
        people.add_status(store, person_id, step, now=moment(filling, 30))
    return MadePerson(
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
    """Return the days to meet on: at the plan's pace, or as many as were asked for."""
    every = interval_days(frequency)
    assert every is not None  # the data names only fixed frequencies
    random = Random(f"days {filling.specialist['id']} {number}")
    last = {3: 27}.get(number, 32 if paused else 1)  # one is not seen lately
    ago = last + random.randrange(0, min(4, every))
    step: float = every
    count = ceil((HALF_YEAR - ago) / every)
    if filling.size.sessions is not None:
        count = _share(filling, number, filling.size.sessions)
        step = HALF_YEAR / max(1, count)
    today = filling.now.date()
    return tuple(
        weekday(today - timedelta(days=int(ago + turn * step)))
        for turn in reversed(range(count))
    )


def _share(filling: Filling, number: int, sessions: int) -> int:
    """Return how many of all sessions are a person's; one of the people has no plan."""
    people_made, planless = filling.size.people, len(filling.data["person"]) - 1
    with_plan = people_made - (people_made > planless)
    each, more = divmod(sessions, with_plan)
    place = number - (number > planless)
    return each + (place < more)
