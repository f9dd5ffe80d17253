"""The rules as data: editions, their lists, and who works from which list.

Nothing here is wording of the program's own; :mod:`app.regulations` reads it from
``resources/regulations``.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.domain.designation import DesignationText, OlderName, Paragraph

EDITION_UNTIL_ASKED = date(2024, 9, 24)
"""The edition in use until the agency says which one it works from."""


class Delivery(StrEnum):
    """How an activity is given: 24-2-42.2(A)."""

    FACE_TO_FACE = "face-to-face"
    REMOTE = "remote"


class Basis(StrEnum):
    """Why a designation works from a list."""

    SAME_NAME = "same name"
    MAPPED = "mapped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityList:
    """One list of the rule.

    Attributes:
        citation: Such as ``24-2-42.2(A)(1)``.
        name: As the rule names it, such as ``Adult``.
        introduction: The words before the items.
        items: The items in the rule's order, (a) first.
        complete: Whether every item is here. A list that is not complete is named
            as missing and never offered, not even in part.
    """

    citation: str
    name: str
    introduction: str
    items: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition of 24-2-42.2.

    Attributes:
        rule: Its number.
        current_through: The date the publisher gives; it names the edition.
        introduction: The words before the lists; they say how activities are given.
        lists: In the rule's order.
        deliveries: How this edition lets activities be given.
        source: The file its words were taken from.
        missing: Names of lists this edition has that could not be had.
        unknown: Designations for which it is not known whether a list exists.
    """

    rule: str
    current_through: date
    introduction: str
    lists: tuple[ActivityList, ...]
    deliveries: frozenset[Delivery]
    source: str
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every list of the edition is here in full."""
        return not (self.missing or self.unknown) and all(
            entry.complete for entry in self.lists
        )

    def list_at(self, citation: str) -> ActivityList | None:
        """Return the list with this citation, or None."""
        return next((e for e in self.lists if e.citation == citation), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The list a designation works from in one edition.

    Attributes:
        designation: A designation's code, or an older name's id.
        list_citation: The list, by citation.
        basis: Whether the rule uses the same name or the two were joined for it.
            A mapped one is confirmed once by the specialist.
    """

    edition: date
    designation: str
    list_citation: str
    basis: Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class RegulationProblem:
    """Something wrong with a file of the rules.

    Attributes:
        file: The file, relative to the folder of the rules.
        where: The line or key, such as ``line 4`` or ``list 2, items``.
        message: What is wrong, in plain sentences that name both.
    """

    file: str
    where: str
    message: str


class RulesUnreadable(Exception):
    """A text the program cannot do without is broken. Carries every problem."""

    def __init__(self, problems: tuple[RegulationProblem, ...]) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulations:
    """Everything read from the rules' files.

    Attributes:
        editions: Every edition of 24-2-42.2 on file, newest first.
        designations: What 24-2-42.1(B) says of each, in its order.
        paragraphs: The paragraphs of 24-2-42.1 the program acts on.
        mappings: Designation to list, for every edition and every older name.
        older_names: Designations as older certificates print them.
        problems: What was wrong with the files; the rest was read.
    """

    editions: tuple[Edition, ...] = ()
    designations: tuple[DesignationText, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    older_names: tuple[OlderName, ...] = ()
    problems: tuple[RegulationProblem, ...] = ()

    def edition(self, current_through: date) -> Edition | None:
        """Return the edition of this date, or None where it is not on file."""
        return next(
            (e for e in self.editions if e.current_through == current_through), None
        )

    def designation(self, code: str) -> DesignationText | None:
        """Return what the rule says of the designation with this code, or None."""
        return next((d for d in self.designations if d.code == code), None)

    def older_name(self, words: str) -> OlderName | None:
        """Return the older name with this id or spelling, letter case aside."""
        sought = words.strip().casefold()
        return next(
            (
                older
                for older in self.older_names
                if any(sought == name.casefold() for name in (older.id, *older.names))
            ),
            None,
        )

    def mappings_of(self, code: str, edition: date) -> tuple[Mapping, ...]:
        """Return the lists a designation works from in one edition."""
        return tuple(
            m for m in self.mappings if m.designation == code and m.edition == edition
        )

    def paragraph(self, citation: str) -> Paragraph | None:
        """Return the paragraph with this citation, or None."""
        return next((p for p in self.paragraphs if p.citation == citation), None)

    def with_edition(
        self, edition: Edition, mappings: tuple[Mapping, ...]
    ) -> "Regulations":
        """Return these rules with an edition added, or the one of its date replaced.

        Args:
            edition: The edition to add.
            mappings: Its mappings; they take the place of any for the same date,
                but for those of older names, which no newer file repeats.
        """
        named_now = {mapping.designation for mapping in mappings}
        older = {name.id for name in self.older_names} - named_now
        kept = tuple(
            m
            for m in self.mappings
            if m.edition != edition.current_through or m.designation in older
        )
        others = [
            e for e in self.editions if e.current_through != edition.current_through
        ]
        return replace(
            self,
            editions=tuple(
                sorted(
                    [edition, *others], key=lambda e: e.current_through, reverse=True
                )
            ),
            mappings=(*kept, *mappings),
        )
