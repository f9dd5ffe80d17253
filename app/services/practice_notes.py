"""Sign made-up sessions in batches, by the functions that sign real ones."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.engine import Connection

from app.domain.activity import Activity
from app.domain.canonical import to_canonical
from app.domain.page_content import NamedPerson, NoteContent, PlanContent
from app.domain.session import SessionDraft
from app.domain.specialist import Signer
from app.services.note_contents import NoteFacts, fill_note, next_number_in
from app.services.papers import KeptPaper, keep_paper
from app.services.people import named_person_in
from app.services.pins import key_in
from app.services.signing import (
    Prepared,
    note_pdf,
    queue_note,
    seal_of,
    signed_stamp,
    write_note,
)
from app.services.specialist import agency_in, ink_line_in, signer_in
from app.store import audit
from app.store.database import Store
from app.store.signing_keys import open_signing_key, sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One made-up session, whole, and when it was signed."""

    draft: SessionDraft
    allowed: tuple[Activity, ...]
    plan: PlanContent
    signed_at: datetime


class NoteMaker:
    """Signs made-up sessions; it holds the opened key for as long as that takes."""

    def __init__(self, store: Store, pin: str, *, own_pages: bool) -> None:
        with store.reading() as db:
            key = key_in(db)
            self._agency = agency_in(db)
            self._ink_line = ink_line_in(db)
        assert key is not None  # the filling has set the PIN
        self._store = store
        self._key = key
        self._private = open_signing_key(key, pin)
        self._own_pages = own_pages
        self._page: KeptPaper | None = None
        self._people: dict[int, NamedPerson] = {}
        self._signers: dict[date, Signer] = {}

    def sign(self, batch: list[Told]) -> None:
        """Write a batch in one transaction, in the order given."""
        with self._store.transaction() as db:
            for number, told in enumerate(batch, next_number_in(db)):
                self._sign_one(db, told, number)

    def _sign_one(self, db: Connection, told: Told, number: int) -> None:
        content = self._content(db, told, number)
        previous = audit.head(db).hash
        stamp = signed_stamp(content, self._key, previous, told.signed_at)
        if self._page is None or self._own_pages:
            self._page = keep_paper(self._store, note_pdf(content, stamp))
        seal = seal_of(content, stamp, self._page, previous)
        prepared = Prepared(
            draft_id=0,
            content=content,
            stamp=stamp,
            seal=seal,
            signature=sign(self._private, to_canonical(seal)),
            paper=self._page,
        )
        note_id = write_note(db, prepared, now=told.signed_at)
        queue_note(db, prepared, note_id, now=told.signed_at)

    def _content(self, db: Connection, told: Told, number: int) -> NoteContent:
        draft = told.draft
        assert draft.held_on is not None  # the filling tells whole sessions
        if draft.person_id not in self._people:
            self._people[draft.person_id] = named_person_in(db, draft.person_id)
        if draft.held_on not in self._signers:
            self._signers[draft.held_on] = signer_in(db, draft.held_on)
        facts = NoteFacts(
            number=number,
            agency=self._agency,
            person=self._people[draft.person_id],
            signer=self._signers[draft.held_on],
            plan=told.plan,
            offered={(one.edition, one.citation): one for one in told.allowed},
            service_plan_received=True,
            ink_line=self._ink_line,
            practice=True,
        )
        return fill_note(draft, facts, now=told.signed_at)
