"""What each printed page says: frozen content, the thing that is signed.

Services fill these from the record, :mod:`app.documents` lays them out, and
:mod:`app.domain.canonical` turns them into the text whose digest is signed.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from app.domain.frequency import Frequency
from app.domain.plan import Goal
from app.domain.session import GoalAnswer, NextContact
from app.domain.specialist import Agency, Signer


class PageStatus(StrEnum):
    """What the tag at a page's head says."""

    DRAFT = "draft"
    SIGNED = "signed"
    TO_SIGN_IN_INK = "to sign in ink"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """A person as a page names them: 24-2-16.7."""

    id: int
    name: str
    called: str
    record_number: str
    representative: str = ""
    representative_role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteActivity:
    """One activity in the rule's words, with the goal it supports.

    Attributes:
        goal_number: None for the two answers that are not a goal.
        goal_words: The goal's name, or the reason why none fits.
    """

    text: str
    citation: str
    edition: date
    list_name: str
    designations: tuple[str, ...]
    answer: GoalAnswer
    goal_number: int | None = None
    goal_words: str = ""
    service_objective: str = ""
    service_plan_date: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteContent:
    """All that a session note says, and all that its signature covers.

    Attributes:
        place: In words, as printed.
        service_plan_received: False prints "Individual Service Plan not yet received".
        written_at: Local moment its words last changed, with offset.
        late: The reason for the LATE ENTRY mark, empty where there is none.
        ink_line: Whether the page carries the ink line beside the electronic block.
    """

    number: int
    agency: Agency
    person: NamedPerson
    held_on: date
    started_at: time
    ended_at: time
    minutes: int
    support: str
    number_present: int
    delivery: str
    person_present: bool
    place: str
    took_part: tuple[str, ...]
    plan_version: int | None
    plan_date: date | None
    service_plan_received: bool
    activities: tuple[NoteActivity, ...]
    what_we_did: str
    how_it_went: str
    next_step: str
    next_contact: NextContact | None
    wrote_together: bool
    offered_copy: bool
    comment: str
    written_at: datetime
    late: str
    signer: Signer
    ink_line: bool
    practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanContent:
    """All that a version of a Recovery Support Plan says.

    Attributes:
        replaces_on: The day of the version it takes the place of, None for the first.
        rule_quote: The words of 24-2-42.1(D) that it prints, from the rule's file.
    """

    agency: Agency
    person: NamedPerson
    version: int
    replaces_on: date | None
    made_on: date
    review_on: date
    frequency: Frequency
    own_words: str
    strengths: tuple[str, ...]
    helps: tuple[str, ...]
    prefers: tuple[str, ...]
    goals: tuple[Goal, ...]
    service_plan_received: bool
    signer: Signer
    rule_quote: str
    rule_edition: date
    practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgementContent:
    """The Scope of Activities acknowledgement as completed, word for word.

    Attributes:
        text_sha256: Digest of the published text that was read.
        initials: Of section 1; empty where they are made in ink.
        electronic: Whether both signatures are electronic; else lines are printed.
    """

    agency: Agency
    text_sha256: str
    full_name: str
    initials: str
    on: date
    electronic: bool
    received_copy: bool
    read_and_understood: bool
    signer: Signer
    practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What a page says of itself, beside its content.

    Attributes:
        document_id: Such as ``PD-2026-0031``.
        check_code: 40 bits of the content's SHA-256, eight letters and digits.
        chain_code: The same of the ledger's head before this page.
        key_fingerprint: First 16 hexadecimal digits of the signing key's SHA-256.
        signed_at: Local moment with offset.
    """

    status: PageStatus
    document_id: str = ""
    check_code: str = ""
    chain_code: str = ""
    key_fingerprint: str = ""
    statement: str = ""
    signed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """The sealed sheet with the recovery code, in groups of four."""

    groups: tuple[str, ...]
    specialist: str
    made_on: date
    practice: bool
