"""What My record shows, read in one go from the caseload and the rules."""

from dataclasses import dataclass
from datetime import date

from app.domain.activity import (
    AllowedActivities,
    Basis,
    Regulations,
    allowed_activities,
)
from app.domain.designation import HeldDesignation
from app.domain.specialist import Agency, Specialist
from app.services.acknowledgements import (
    KeptAcknowledgement,
    latest_acknowledgement,
    text_changed,
)
from app.services.answers import Answer
from app.services.pins import PinState, pin_state
from app.services.specialist import (
    edition_in_use,
    read_agency,
    read_designations,
    read_specialist,
)
from ui.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOrigin:
    """The list a designation works from.

    Attributes:
        citation: Such as ``24-2-42.2(A)(1)``.
        edition: The edition it is in.
        mapped: Whether the rule gives it another name, so that it is agreed on.
    """

    citation: str
    edition: date
    mapped: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFacts:
    """Everything My record shows.

    Attributes:
        edition: The one in use, with ``said``: who said so, None while it is open.
        allowed: What may be picked today.
        origins: The lists of each designation in ``held``, in the same order.
        changed: Whether the acknowledgement's text is not the one acknowledged.
    """

    today: date
    specialist: Specialist
    agency: Agency
    held: tuple[HeldDesignation, ...]
    origins: tuple[tuple[ListOrigin, ...], ...]
    edition: date
    said: Answer | None
    allowed: AllowedActivities
    acknowledgement: KeptAcknowledgement | None
    changed: bool
    pin: PinState


def read_facts(context: Context) -> RecordFacts:
    """Read everything My record shows."""
    store, rules, today = context.store, context.rules, context.now().date()
    held = read_designations(store)
    edition, said = edition_in_use(store, today)
    return RecordFacts(
        today=today,
        specialist=read_specialist(store),
        agency=read_agency(store),
        held=held,
        origins=tuple(_origins(rules, one, edition) for one in held),
        edition=edition,
        said=said,
        allowed=allowed_activities(rules, held, edition, today),
        acknowledgement=latest_acknowledgement(store, context.scope),
        changed=text_changed(store, context.scope),
        pin=pin_state(store),
    )


def _origins(
    rules: Regulations, held: HeldDesignation, edition: date
) -> tuple[ListOrigin, ...]:
    """Return the lists a designation gives by itself while it is held."""
    allowed = allowed_activities(rules, [held], edition, held.awarded_on)
    lists = dict.fromkeys((a.list_citation, a.edition) for a in allowed.activities)
    mapped = {
        mapping.list_citation
        for mapping in rules.mappings
        if mapping.designation == held.code and mapping.basis is Basis.MAPPED
    }
    return tuple(
        ListOrigin(citation=citation, edition=day, mapped=citation in mapped)
        for citation, day in lists
    )
