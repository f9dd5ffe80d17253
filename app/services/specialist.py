"""Who the specialist is, what they hold, and what their agency said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.engine import Connection

from app.domain.activity import EDITION_UNTIL_ASKED
from app.domain.canonical import from_canonical, to_canonical
from app.domain.designation import HeldDesignation
from app.domain.specialist import TITLE, Agency, Signer, Specialist
from app.services.answers import (
    AGENCY,
    EDITION,
    ELECTRONIC,
    Answer,
    give_answer,
    read_answer,
    write_answer,
)
from app.services.columns import to_day, to_text
from app.store import audit
from app.store import tables as t
from app.store.database import Store


def read_specialist(store: Store) -> Specialist:
    """Return the specialist; empty fields where set-up has not asked yet."""
    with store.reading() as db:
        return specialist_in(db)


def specialist_in(db: Connection) -> Specialist:
    """Return the specialist, within the caller's transaction."""
    row = db.execute(select(t.specialist)).first()
    if row is None:
        return Specialist()
    return Specialist(
        name=row.name,
        certificate_number=row.certificate_number,
        certified_on=to_day(row.certified_on),
        employed_since=to_day(row.employed_since),
        birthday=to_day(row.birthday),
    )


def save_specialist(store: Store, specialist: Specialist, *, now: datetime) -> None:
    """Keep who the specialist is."""
    with store.transaction() as db:
        db.execute(delete(t.specialist))
        db.execute(
            insert(t.specialist).values(
                id=1,
                name=specialist.name.strip(),
                certificate_number=specialist.certificate_number.strip(),
                certified_on=to_text(specialist.certified_on),
                employed_since=to_text(specialist.employed_since),
                birthday=to_text(specialist.birthday),
            )
        )
        audit.append(db, "settings", {"what": "specialist"}, now=now)


def read_designations(store: Store) -> tuple[HeldDesignation, ...]:
    """Return every designation ever held, in the order entered."""
    with store.reading() as db:
        return designations_in(db)


def designations_in(db: Connection) -> tuple[HeldDesignation, ...]:
    """Return every designation ever held, within the caller's transaction."""
    query = select(t.designation_held).order_by(t.designation_held.c.id)
    return tuple(
        HeldDesignation(
            code=row.code,
            awarded_on=date.fromisoformat(row.awarded_on),
            ended_on=to_day(row.ended_on),
            certificate_name=row.certificate_name,
            agreed_with=row.agreed_with,
            agreed_on=to_day(row.agreed_on),
        )
        for row in db.execute(query)
    )


def save_designations(
    store: Store, held: Sequence[HeldDesignation], *, now: datetime
) -> None:
    """Keep these designations; the ledger keeps what they were on this day."""
    with store.transaction() as db:
        db.execute(delete(t.designation_held))
        for one in held:
            db.execute(
                insert(t.designation_held).values(
                    code=one.code,
                    certificate_name=one.certificate_name,
                    awarded_on=to_text(one.awarded_on),
                    ended_on=to_text(one.ended_on),
                    agreed_with=one.agreed_with.strip(),
                    agreed_on=to_text(one.agreed_on),
                )
            )
        body = {"what": "designations", "held": to_canonical(tuple(held))}
        audit.append(db, "settings", body, now=now)


def read_agency(store: Store) -> Agency:
    """Return the agency's letterhead and numbers."""
    with store.reading() as db:
        return agency_in(db)


def agency_in(db: Connection) -> Agency:
    """Return the agency, within the caller's transaction."""
    answer = read_answer(db, AGENCY)
    return from_canonical(Agency, answer.value) if answer else Agency()


def save_agency(store: Store, agency: Agency, *, now: datetime) -> None:
    """Keep the agency's letterhead and numbers."""
    give_answer(store, AGENCY, Answer(value=to_canonical(agency)), now=now)


def edition_in_use(store: Store, on: date) -> tuple[date, Answer | None]:
    """Return the edition worked from on a day, and who said so.

    Until the question is answered it is 2024-09-24, and the answer is None.
    """
    with store.reading() as db:
        return edition_in(db, on)


def edition_in(db: Connection, on: date) -> tuple[date, Answer | None]:
    """Return the edition worked from on a day, within the caller's transaction."""
    answer = read_answer(db, EDITION, on=on)
    if answer is None:
        return EDITION_UNTIL_ASKED, None
    return date.fromisoformat(answer.value), answer


def save_edition(store: Store, edition: date, answer: Answer, *, now: datetime) -> None:
    """Work from this edition since the answer's start date."""
    whole = replace(answer, value=edition.isoformat())
    with store.transaction() as db:
        write_answer(db, EDITION, whole, now=now)
        body = {"what": EDITION, "edition": whole.value}
        audit.append(db, "edition", body, now=now)


def electronic_accepted(store: Store) -> Answer | None:
    """Return the agency's answer ("yes" or "no"), None while it is open."""
    with store.reading() as db:
        return read_answer(db, ELECTRONIC)


def ink_line_in(db: Connection) -> bool:
    """Say whether printed notes carry the ink line: until the agency says yes."""
    answer = read_answer(db, ELECTRONIC)
    return answer is None or answer.value != "yes"


def signer_in(db: Connection, on: date) -> Signer:
    """Return the specialist as a page of that day names them: 24-2-16.7(D)."""
    specialist = specialist_in(db)
    held = [one.code for one in designations_in(db) if one.held_on(on)]
    return Signer(
        name=specialist.name,
        title=TITLE,
        credentials=tuple(dict.fromkeys(held)),
        certificate_number=specialist.certificate_number,
    )
