"""The people on the caseload: add, find, change, and their voluntary status."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.engine import Connection, Row

from app.domain.page_content import NamedPerson
from app.domain.person import (
    Person,
    ServiceObjective,
    StatusKind,
    VoluntaryStatus,
    check_person,
    check_status,
    find_key,
    same_person,
)
from app.domain.problems import RuleViolation
from app.services.columns import to_day, to_text
from app.store import audit
from app.store import tables as t
from app.store.database import Store


def add_person(
    store: Store,
    person: Person,
    *,
    status: VoluntaryStatus | None = None,
    objectives: tuple[ServiceObjective, ...] = (),
    now: datetime,
) -> int:
    """Put a person on the caseload and return their id.

    Raises:
        RuleViolation: The name is missing or a date cannot be. Nothing was written.
    """
    problems = check_person(person, today=now.date())
    if status is not None:
        problems += check_status(status, today=now.date())
    if problems:
        raise RuleViolation(problems)
    with store.transaction() as db:
        row = {**_columns(person), "added_at": to_text(now)}
        (person_id,) = db.execute(
            insert(t.person).values(row).returning(t.person.c.id)
        ).one()
        if status is not None:
            _insert_status(db, person_id, status, now=now)
        for objective in objectives:
            _insert_objective(db, person_id, objective)
        audit.append(db, "person_added", {"person": person_id}, now=now)
    return int(person_id)


def change_person(store: Store, person: Person, *, now: datetime) -> None:
    """Keep what changed about a person.

    Raises:
        RuleViolation: The name is missing or a date cannot be. Nothing was written.
    """
    if problems := check_person(person, today=now.date()):
        raise RuleViolation(problems)
    with store.transaction() as db:
        db.execute(
            update(t.person).where(t.person.c.id == person.id).values(_columns(person))
        )
        audit.append(db, "person_changed", {"person": person.id}, now=now)


def read_person(store: Store, person_id: int) -> Person:
    """Return a person.

    Raises:
        LookupError: There is no such person.
    """
    with store.reading() as db:
        return person_in(db, person_id)


def person_in(db: Connection, person_id: int) -> Person:
    """Return a person, within the caller's transaction."""
    row = db.execute(select(t.person).where(t.person.c.id == person_id)).first()
    if row is None:
        raise LookupError(person_id)
    return _person(row)


def possible_duplicates(store: Store, person: Person) -> tuple[Person, ...]:
    """Return people who may be the same one: a warning, never a block."""
    query = select(t.person).where(t.person.c.find_key.startswith(_key(person)[0]))
    with store.reading() as db:
        rows = [_person(row) for row in db.execute(query)]
    return tuple(p for p in rows if p.id != person.id and same_person(person, p))


def add_status(
    store: Store, person_id: int, status: VoluntaryStatus, *, now: datetime
) -> None:
    """Keep one more step of the person's choice: 24-2-42.1(D).

    Raises:
        RuleViolation: The day has not come yet. Nothing was written.
    """
    if problems := check_status(status, today=now.date()):
        raise RuleViolation(problems)
    with store.transaction() as db:
        _insert_status(db, person_id, status, now=now)
        body = {"person": person_id, "status": status.kind}
        audit.append(db, "person_changed", body, now=now)


def list_statuses(store: Store, person_id: int) -> tuple[VoluntaryStatus, ...]:
    """Return the steps of a person's choice, newest first."""
    columns = t.person_status.c
    query = (
        select(columns.kind, columns.on_date, columns.by_whom)
        .where(columns.person_id == person_id)
        .order_by(columns.on_date.desc(), columns.id.desc())
    )
    with store.reading() as db:
        return tuple(
            VoluntaryStatus(
                kind=StatusKind(row.kind),
                on=datetime.fromisoformat(row.on_date).date(),
                by_whom=row.by_whom,
            )
            for row in db.execute(query)
        )


def add_objective(
    store: Store, person_id: int, objective: ServiceObjective, *, now: datetime
) -> int:
    """Keep an objective of the Individual Service Plan and return its id."""
    with store.transaction() as db:
        objective_id = _insert_objective(db, person_id, objective)
        audit.append(db, "person_changed", {"person": person_id}, now=now)
    return objective_id


def end_objective(store: Store, objective_id: int, *, now: datetime) -> None:
    """Stop offering an objective; what was written with it stays as it is."""
    _set_end(store, objective_id, now.date(), now=now)


def resume_objective(store: Store, objective_id: int, *, now: datetime) -> None:
    """Offer an ended objective again; the ledger keeps both."""
    _set_end(store, objective_id, None, now=now)


def list_objectives(store: Store, person_id: int) -> tuple[ServiceObjective, ...]:
    """Return the service plan objectives in force; empty: plan not yet received."""
    with store.reading() as db:
        return objectives_in(db, person_id)


def objectives_in(db: Connection, person_id: int) -> tuple[ServiceObjective, ...]:
    """Return the objectives in force, within the caller's transaction."""
    columns = t.service_objective.c
    query = (
        select(columns.id, columns.words, columns.plan_date)
        .where(columns.person_id == person_id, columns.ended_on.is_(None))
        .order_by(columns.id)
    )
    return tuple(
        ServiceObjective(
            id=row.id,
            words=row.words,
            plan_date=datetime.fromisoformat(row.plan_date).date(),
        )
        for row in db.execute(query)
    )


def named_person_in(db: Connection, person_id: int) -> NamedPerson:
    """Return a person as pages name them, within the caller's transaction."""
    person = person_in(db, person_id)
    return NamedPerson(
        id=person.id,
        name=person.name,
        called=person.called,
        record_number=person.record_number,
        representative=person.representative,
        representative_role=person.representative_role,
    )


def _insert_status(
    db: Connection, person_id: int, status: VoluntaryStatus, *, now: datetime
) -> None:
    db.execute(
        insert(t.person_status).values(
            person_id=person_id,
            kind=status.kind,
            on_date=to_text(status.on),
            by_whom=status.by_whom,
            recorded_at=to_text(now),
        )
    )


def _set_end(
    store: Store, objective_id: int, ended_on: date | None, *, now: datetime
) -> None:
    with store.transaction() as db:
        db.execute(
            update(t.service_objective)
            .where(t.service_objective.c.id == objective_id)
            .values(ended_on=to_text(ended_on))
        )
        body = {"objective": objective_id, "ended": ended_on is not None}
        audit.append(db, "person_changed", body, now=now)


def _insert_objective(
    db: Connection, person_id: int, objective: ServiceObjective
) -> int:
    (objective_id,) = db.execute(
        insert(t.service_objective)
        .values(
            person_id=person_id,
            words=objective.words.strip(),
            plan_date=to_text(objective.plan_date),
        )
        .returning(t.service_objective.c.id)
    ).one()
    return int(objective_id)


def _key(person: Person) -> tuple[str, str]:
    name = find_key(person.name)
    rest = find_key(f"{person.preferred_name} {person.record_number}")
    return name, f"{name} {rest}".strip()


def _columns(person: Person) -> dict[str, Any]:
    return {
        "name": " ".join(person.name.split()),
        "preferred_name": person.preferred_name.strip(),
        "birth_date": to_text(person.birth_date),
        "record_number": person.record_number.strip(),
        "representative": person.representative.strip(),
        "representative_role": person.representative_role.strip(),
        "preference": person.preference.strip(),
        "find_key": _key(person)[1],
        "ended_on": to_text(person.ended_on),
    }


def _person(row: Row[Any]) -> Person:
    return Person(
        id=row.id,
        name=row.name,
        preferred_name=row.preferred_name,
        birth_date=to_day(row.birth_date),
        record_number=row.record_number,
        representative=row.representative,
        representative_role=row.representative_role,
        preference=row.preference,
        ended_on=to_day(row.ended_on),
    )
