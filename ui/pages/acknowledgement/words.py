"""Where the acknowledgement stands, in words: shown here and in My record."""

from dataclasses import dataclass
from datetime import date

from app.domain.wording import _
from app.services.acknowledgements import KeptAcknowledgement
from ui.widgets.reading import date_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A state: icon, short words and tone for a pill, and a sentence."""

    icon: str
    words: str
    tone: str
    sentence: str


def standing(
    kept: KeptAcknowledgement | None, *, changed: bool, today: date
) -> Standing:
    """Return where the acknowledgement of the text in use stands.

    Args:
        kept: It, None where it is still to be made.
        changed: Whether only an older text was acknowledged.
        today: To say "today".
    """
    if kept is None:
        return _changed() if changed else _open()
    if not kept.is_open:
        return _closed(kept, today)
    if kept.printed_at is None:
        return Standing(
            icon="printer",
            words=_("Made, not printed yet"),
            tone="warn",
            sentence=_("Print it, sign it in ink, then file the paper."),
        )
    day = _day(kept.printed_at.date(), today)
    return Standing(
        icon="file-clock",
        words=_("Ink copy not yet filed"),
        tone="warn",
        sentence=_(
            "Printed {day}. When the signed paper is in the file, say so under Papers."
        ).format(day=day),
    )


def _open() -> Standing:
    return Standing(
        icon="pen-line",
        words=_("Not signed yet"),
        tone="warn",
        sentence=_("Read it. Then sign in ink, or sign here."),
    )


def _changed() -> Standing:
    return Standing(
        icon="triangle-alert",
        words=_("The text changed"),
        tone="warn",
        sentence=_("The text changed. Please read and sign again."),
    )


def _closed(kept: KeptAcknowledgement, today: date) -> Standing:
    if kept.filed_on is not None and kept.way == "ink":
        said = _("Signed in ink. The paper was filed {day}.")
        words, day = _("Signed and filed"), kept.filed_on
    else:
        said, words = _("Signed on this laptop {day}."), _("Signed")
        day = kept.content.on
    sentence = said.format(day=_day(day, today))
    return Standing(icon="circle-check", words=words, tone="ok", sentence=sentence)


def _day(day: date, today: date) -> str:
    """Return a day as it stands inside a sentence."""
    return _("today") if day == today else date_words(day, weekday=False)
