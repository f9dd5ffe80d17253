"""The words of the activities that were picked or can be, ready for the rows."""

from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from app.domain.activity import Regulations
from app.domain.session import PickedActivity
from app.domain.wording import _
from app.services.sessions import SessionChoices, put_often_first

Key = tuple[date, str]
"""An activity's name: its edition and its citation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """One row: the rule's words, and why it may not be picked, if so."""

    edition: date
    citation: str
    text: str
    warning: str = ""

    @property
    def key(self) -> Key:
        """What names it."""
        return self.edition, self.citation


def lines_for(
    rules: Regulations, choices: SessionChoices, picked: tuple[PickedActivity, ...]
) -> tuple[ActivityLine, ...]:
    """Return the rows: those no longer allowed first, then often, then rule order."""
    offered = {(one.edition, one.citation) for one in choices.allowed.activities}
    lost = tuple(
        ActivityLine(
            edition=one.edition,
            citation=one.citation,
            text=rule_words(rules, one.edition, one.citation),
            warning=_("Your designations do not allow this one on that day."),
        )
        for one in picked
        if (one.edition, one.citation) not in offered
    )
    ordered = put_often_first(choices.allowed.activities, choices.often)
    return lost + tuple(
        ActivityLine(edition=a.edition, citation=a.citation, text=a.text)
        for a in ordered
    )


def rule_words(rules: Regulations, edition: date, citation: str) -> str:
    """Return an activity's words as published; its citation where they are not here."""
    at, _bracket, letter = citation.rpartition("(")
    found = rules.edition(edition)
    entry = found.list_at(at) if found else None
    place = ascii_lowercase.find(letter.rstrip(")"))
    if entry is None or not 0 <= place < len(entry.items):
        return citation
    return entry.items[place]
