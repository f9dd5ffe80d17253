"""Where sessions are held: the chips' keys and their words."""

from app.domain.session import SessionDraft
from app.domain.wording import _

OTHER = "other"


def places() -> tuple[tuple[str, str], ...]:
    """Return the chips' keys and words, in order; ``other`` asks for words."""
    return (
        ("library", _("Library")),
        ("home", _("Home")),
        ("clinic", _("Clinic")),
        ("group room", _("Group room")),
        (OTHER, _("Other place")),
    )


def place_words(draft: SessionDraft) -> str:
    """Return the place as printed: the chip's words, or those typed."""
    if draft.place_kind == OTHER:
        return draft.place.strip()
    return dict(places()).get(draft.place_kind, draft.place_kind)


def place_kind_of(words: str) -> tuple[str, str]:
    """Return the chip's key for a place in words, and the words where it has none."""
    if not words.strip():
        return "", ""
    by_words = {said.casefold(): kind for kind, said in places() if kind != OTHER}
    kind = by_words.get(words.strip().casefold(), OTHER)
    return kind, words.strip() if kind == OTHER else ""
