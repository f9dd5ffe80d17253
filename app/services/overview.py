"""What needs the specialist on a day: planned contacts, reviews, papers, questions."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.engine import Connection

from app.domain.person import PersonSummary
from app.services.answers import EDITION, ELECTRONIC, SHEET_HOLDER, read_answer
from app.services.columns import to_day, to_text, to_time
from app.services.contacts import still_planned
from app.services.set_up import set_up_left
from app.services.summaries import list_ended, list_people, people_in
from app.store import tables as t
from app.store.database import Store

SOON_DAYS = 14
"""How far ahead Today shows what comes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedContact:
    """A next contact that was agreed and has not been recorded yet."""

    id: int
    person_id: int
    person_name: str
    on: date
    at: time | None
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DueReview:
    """A person's plan review, and whether its day has passed."""

    person_id: int
    person_name: str
    on: date
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What Today shows, each part in the order to show it.

    Attributes:
        not_written: Planned contacts whose day has passed without a session.
        open_questions: Set-up questions without an answer: ``edition``,
            ``electronic``, ``sheet``, ``acknowledgement``, ``pin``.
        set_up_left: The steps of set-up still to do.
        not_seen: People not seen for twice their planned interval.
    """

    people: int
    drafts: int
    planned: tuple[PlannedContact, ...] = ()
    not_written: tuple[PlannedContact, ...] = ()
    to_print: int = 0
    awaiting_ink: int = 0
    oldest_ink: date | None = None
    reviews: tuple[DueReview, ...] = ()
    not_seen: tuple[PersonSummary, ...] = ()
    open_questions: tuple[str, ...] = ()
    set_up_left: tuple[str, ...] = ()

    @property
    def to_settle(self) -> tuple[str, ...]:
        """``set-up`` where steps are left, then the questions they do not ask."""
        return _to_settle(self.open_questions, self.set_up_left)


def read_today(store: Store, *, now: datetime, scope: str = "") -> Today:
    """Return what needs the specialist on this day.

    Args:
        scope: Digest of the Scope of Activities in use; an acknowledgement of another
            text is asked again. Without it any text counts.
    """
    today = now.date()
    left = set_up_left(store)
    with store.reading() as db:
        people = people_in(db, today)
        contacts = _contacts(db, t.next_contact.c.on_date <= to_text(today))
        ink = _ink(db)
        return Today(
            people=len(people),
            drafts=_count_drafts(db),
            planned=tuple(c for c in contacts if c.on == today),
            not_written=tuple(c for c in contacts if c.on < today),
            to_print=_count_to_print(db),
            awaiting_ink=ink[0],
            oldest_ink=ink[1],
            reviews=_reviews(db, today),
            not_seen=tuple(p for p in people if p.needs == "not_seen"),
            open_questions=tuple(_open_questions(db, scope)),
            set_up_left=left,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many things wait on Today, and how many pages on Papers."""

    today: int
    papers: int


def count_waiting(store: Store, *, now: datetime, scope: str = "") -> Waiting:
    """Return what the rail shows beside Today and Papers; see :func:`read_today`."""
    left = set_up_left(store)
    with store.reading() as db:
        past = _contacts(db, t.next_contact.c.on_date < to_text(now.date()))
        ink, _oldest = _ink(db)
        to_print = _count_to_print(db)
        questions = _to_settle(tuple(_open_questions(db, scope)), left)
        rows = _count_drafts(db) + len(past) + len(questions)
        return Waiting(today=rows + bool(ink) + bool(to_print), papers=to_print + ink)


def upcoming(store: Store, person_id: int, *, today: date) -> PlannedContact | None:
    """Return the next agreed contact with a person, None where there is none."""
    columns = t.next_contact.c
    coming = (columns.person_id == person_id) & (columns.on_date >= to_text(today))
    with store.reading() as db:
        return next(iter(_contacts(db, coming)), None)


def read_contact(store: Store, contact_id: int) -> PlannedContact:
    """Return an agreed contact that has not been recorded yet.

    Raises:
        LookupError: It was recorded or closed meanwhile.
    """
    with store.reading() as db:
        found = _contacts(db, t.next_contact.c.id == contact_id)
    if not found:
        raise LookupError(contact_id)
    return found[0]


def close_contact(store: Store, contact_id: int, *, now: datetime) -> None:
    """Take an agreed contact off Today: it did not come about."""
    with store.transaction() as db:
        db.execute(
            update(t.next_contact)
            .where(t.next_contact.c.id == contact_id)
            .values(closed_at=to_text(now))
        )


def _contacts(db: Connection, which: ColumnElement[bool]) -> tuple[PlannedContact, ...]:
    planned = t.next_contact.c
    query = (
        select(
            planned.id,
            planned.person_id,
            planned.on_date,
            planned.at_time,
            planned.place,
            t.person.c.name,
        )
        .join(t.person, t.person.c.id == planned.person_id)
        .where(still_planned(), which)
        .order_by(planned.on_date, planned.at_time)
    )
    return tuple(
        PlannedContact(
            id=row.id,
            person_id=row.person_id,
            person_name=row.name,
            on=date.fromisoformat(row.on_date),
            at=to_time(row.at_time),
            place=row.place,
        )
        for row in db.execute(query)
    )


def _reviews(db: Connection, today: date) -> tuple[DueReview, ...]:
    columns = t.plan_version.c
    newest = (
        select(columns.person_id, func.max(columns.version).label("version"))
        .group_by(columns.person_id)
        .subquery()
    )
    query = (
        select(columns.person_id, columns.review_on, t.person.c.name)
        .join(
            newest,
            (newest.c.person_id == columns.person_id)
            & (newest.c.version == columns.version),
        )
        .join(t.person, t.person.c.id == columns.person_id)
        .where(t.person.c.ended_on.is_(None))
        .where(columns.review_on <= to_text(today + timedelta(days=SOON_DAYS)))
        .order_by(columns.review_on)
    )
    found = []
    for row in db.execute(query):
        on = date.fromisoformat(row.review_on)
        found.append(
            DueReview(
                person_id=row.person_id,
                person_name=row.name,
                on=on,
                overdue=on < today,
            )
        )
    return tuple(found)


def _ink(db: Connection) -> tuple[int, date | None]:
    columns = t.printout.c
    query = select(func.count(), func.min(columns.printed_at)).where(
        columns.printed_at.is_not(None),
        columns.filed_on.is_(None),
        columns.needs_ink == 1,
    )
    count, oldest = db.execute(query).one()
    return count, to_day(oldest[:10]) if oldest else None


def _count_drafts(db: Connection) -> int:
    query = select(func.count()).where(t.draft.c.discarded_at.is_(None))
    return int(db.execute(query).scalar_one())


def _count_to_print(db: Connection) -> int:
    query = select(func.count()).where(t.printout.c.printed_at.is_(None))
    return int(db.execute(query).scalar_one())


_STEP_OF = {
    "edition": "agency",
    "electronic": "agency",
    "sheet": "sheet",
    "pin": "pin",
}


def _to_settle(questions: tuple[str, ...], left: tuple[str, ...]) -> tuple[str, ...]:
    beyond = tuple(word for word in questions if _STEP_OF.get(word) not in left)
    return ("set-up", *beyond) if left else beyond


def _open_questions(db: Connection, scope: str) -> list[str]:
    found = [
        word
        for word, name in (
            ("edition", EDITION),
            ("electronic", ELECTRONIC),
            ("sheet", SHEET_HOLDER),
        )
        if read_answer(db, name) is None
    ]
    acknowledged = select(t.acknowledgement.c.id)
    if scope:
        acknowledged = acknowledged.where(t.acknowledgement.c.text_sha256 == scope)
    for word, rows in (
        ("acknowledgement", acknowledged),
        ("pin", select(t.signing_key.c.id)),
    ):
        if db.execute(rows.limit(1)).first() is None:
            found.append(word)
    return found


__all__ = [
    "DueReview",
    "PlannedContact",
    "Today",
    "Waiting",
    "close_contact",
    "count_waiting",
    "list_ended",
    "list_people",
    "read_contact",
    "read_today",
    "upcoming",
]
