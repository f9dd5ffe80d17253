"""Begin a draft with nothing in it but the person, and the place that was agreed."""

from app.domain.session import SessionDraft
from app.services.caseload import Store
from app.services.overview import read_contact
from app.services.places import place_kind_of
from ui.context import Place


def new_draft(store: Store, place: Place) -> SessionDraft | None:
    """Return the draft to show: no time, no answer, no word is filled in.

    Returns:
        None where the planned contact was recorded or closed meanwhile.
    """
    if place.contact_id is None:
        return SessionDraft(person_id=place.person_id or 0)
    try:
        contact = read_contact(store, place.contact_id)
    except LookupError:
        return None
    kind, where = place_kind_of(contact.place)
    return SessionDraft(person_id=contact.person_id, place_kind=kind, place=where)
