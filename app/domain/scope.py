"""The Scope of Activities and its acknowledgement, as published."""

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Principle:
    """One of the four principles.

    Attributes:
        number: 1 to 4.
        introduction: The words before the items.
        items: As published, closing marks included.
    """

    number: int
    introduction: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgementSection:
    """A part of the acknowledgement the specialist signs.

    Attributes:
        number: 1 or 2.
        text: As published.
        initials: Whether it has a place for initials; only section 1 has.
        signature: Whether it has a place for a signature; both have.
    """

    number: int
    text: str
    initials: bool
    signature: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScopeOfActivities:
    """The whole document, in the order of its source.

    Attributes:
        title: Its first line.
        opening: The paragraph before the principles.
        principles: Four, with 4, 8, 3 and 6 items.
        heading: The heading of the acknowledgement.
        sections: What is initialed and signed.
        statements: The two "I acknowledge" statements.
        fields: Label lines at the foot, each a tuple of labels left to right.
        source: The file its words were taken from.
    """

    title: str
    opening: str
    principles: tuple[Principle, ...]
    heading: str
    sections: tuple[AcknowledgementSection, ...]
    statements: tuple[str, ...]
    fields: tuple[tuple[str, ...], ...]
    source: str

    @property
    def text(self) -> str:
        """Every word in order, one line each: what the digest is taken over."""
        return "\n".join(
            [
                self.title,
                self.opening,
                *(
                    line
                    for principle in self.principles
                    for line in (
                        f"{principle.number}) {principle.introduction}",
                        *principle.items,
                    )
                ),
                self.heading,
                *(section.text for section in self.sections),
                *self.statements,
                *(" ".join(labels) for labels in self.fields),
            ]
        )

    @property
    def digest(self) -> str:
        """SHA-256 of :attr:`text` in UTF-8, in hex; a new text asks to sign again."""
        return sha256(self.text.encode()).hexdigest()
