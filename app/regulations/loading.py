"""Load every file of the rules; what is broken is named, and the rest is read."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from app.domain.designation import Designation, DesignationText, OlderName
from app.domain.edition import Edition, Mapping, RegulationProblem, Regulations
from app.domain.notices import DisclosureNotices
from app.domain.scope import ScopeOfActivities
from app.domain.wording import _
from app.regulations import editions as activities_rule
from app.regulations import service_design as design_rule
from app.regulations.editions import (
    find_edition,
    mappings_of_older_name,
    read_edition,
    read_mappings,
    read_older_name,
)
from app.regulations.published import read_notices, read_scope
from app.regulations.reading import Reader, open_table, problem, read_table
from app.regulations.service_design import ServiceDesign, read_service_design

MAPPING_FILE = "mapping.toml"
OLDER_NAMES_FILE = "older-names.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedEdition:
    """An edition from a file the specialist chose.

    Attributes:
        edition: None where the file cannot be taken.
        mappings: Who works from which of its lists.
        problems: Why it cannot be taken; empty where it can.
    """

    edition: Edition | None = None
    mappings: tuple[Mapping, ...] = ()
    problems: tuple[RegulationProblem, ...] = ()


def load_regulations(folder: Traversable | Path | None = None) -> Regulations:
    """Return every rule on file, and in ``problems`` what could not be read.

    Args:
        folder: Where the files are; the ones shipped with the program by default.
    """
    root = folder or files("resources") / "regulations"
    problems: list[RegulationProblem] = []
    if not root.is_dir():
        return Regulations(problems=(_not_there(root.name),))
    _check_names(root, problems)
    on_file = [*_load_editions(root, problems)]
    editions = tuple(edition for edition, _reader in reversed(on_file))
    design = _load_service_design(root, problems)
    older = tuple(_load_older_names(root, editions, problems))
    known = _known_designations(design.designations if design else (), older)
    mappings = (
        *_load_mappings(root, editions, known, problems),
        *(
            mapping
            for edition, reader in on_file
            if "mappings" in reader
            for mapping in read_mappings(reader, edition, known)
        ),
        *(mapping for name in older for mapping in mappings_of_older_name(name)),
    )
    return Regulations(
        editions=editions,
        designations=design.designations if design else (),
        paragraphs=design.paragraphs if design else (),
        mappings=_one_of_each(mappings),
        older_names=older,
        problems=tuple(problems),
    )


def read_imported_edition(
    data: bytes, file: str, rules: Regulations
) -> ImportedEdition:
    """Return an edition from a file's content; with any problem it is not taken.

    Args:
        data: The file's content.
        file: Its name, for messages.
        rules: The rules on file. Where the new file replaces an edition and brings
            no ``mappings`` of its own, theirs are kept.
    """
    problems: list[RegulationProblem] = []
    reader = read_table(data, file, problems)
    edition = read_edition(reader) if reader else None
    mappings: tuple[Mapping, ...] = ()
    if reader and edition:
        known = _known_designations(rules.designations, rules.older_names)
        mappings = (
            read_mappings(reader, edition, known)
            if "mappings" in reader
            else _kept_mappings(rules, edition)
        )
        if not mappings:
            reader.report("mappings", _("No designation works from its lists."))
    if problems:
        return ImportedEdition(problems=tuple(problems))
    return ImportedEdition(edition=edition, mappings=mappings)


def load_scope_of_activities(
    folder: Traversable | Path | None = None,
) -> ScopeOfActivities:
    """Return the Scope of Activities and its acknowledgement, word for word.

    Args:
        folder: Where the file is; the one shipped with the program by default.

    Raises:
        RulesUnreadable: The file is broken.
    """
    return read_scope(folder or files("resources") / "scope-of-activities")


def load_notices(folder: Traversable | Path | None = None) -> DisclosureNotices:
    """Return both statements of 42 CFR 2.32, word for word.

    Args:
        folder: Where the file is; the one shipped with the program by default.

    Raises:
        RulesUnreadable: The file is broken.
    """
    return read_notices(folder or files("resources") / "notices")


def _load_editions(
    root: Traversable, problems: list[RegulationProblem]
) -> Iterator[tuple[Edition, Reader]]:
    for day, reader in _editions_on_file(root, activities_rule.RULE, problems):
        edition = read_edition(reader)
        if edition and _is_of(day, edition.current_through, reader):
            yield edition, reader


def _load_service_design(
    root: Traversable, problems: list[RegulationProblem]
) -> ServiceDesign | None:
    newest = None
    for day, reader in _editions_on_file(root, design_rule.RULE, problems):
        design = read_service_design(reader)
        if design and _is_of(day, design.current_through, reader):
            newest = design
    return newest


def _load_older_names(
    root: Traversable, editions: tuple[Edition, ...], problems: list[RegulationProblem]
) -> Iterator[OlderName]:
    reader = open_table(root / OLDER_NAMES_FILE, OLDER_NAMES_FILE, problems)
    edition = find_edition(reader, editions) if reader else None
    if not reader or not edition:
        return
    taken = {str(code).casefold() for code in Designation}
    for entry in reader.tables("name"):
        older = read_older_name(entry, edition, taken)
        if older:
            taken |= {name.casefold() for name in (older.id, *older.names)}
            yield older


def _load_mappings(
    root: Traversable,
    editions: tuple[Edition, ...],
    known: Collection[str],
    problems: list[RegulationProblem],
) -> Iterator[Mapping]:
    reader = open_table(root / MAPPING_FILE, MAPPING_FILE, problems)
    for entry in reader.tables("edition") if reader else ():
        edition = find_edition(entry, editions)
        if edition:
            yield from read_mappings(entry, edition, known)


def _editions_on_file(
    root: Traversable, rule: str, problems: list[RegulationProblem]
) -> Iterator[tuple[date, Reader]]:
    """Yield what the files of one rule hold, oldest first."""
    folder = root / rule
    if not folder.is_dir():
        problems.append(_not_there(rule))
        return
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        file = f"{rule}/{entry.name}"
        day = _day_of(entry.name)
        if _is_passed_over(entry.name):
            continue
        if day is None:
            problems.append(_unknown(file))
        elif reader := open_table(entry, file, problems):
            yield day, reader


def _check_names(root: Traversable, problems: list[RegulationProblem]) -> None:
    known = {activities_rule.RULE, design_rule.RULE, MAPPING_FILE, OLDER_NAMES_FILE}
    for name in sorted(entry.name for entry in root.iterdir()):
        if name not in known and not _is_passed_over(name):
            problems.append(_unknown(name))


def _is_passed_over(name: str) -> bool:
    return name.startswith((".", "_")) or name.endswith(".md")


def _day_of(name: str) -> date | None:
    try:
        day = date.fromisoformat(name.removesuffix(".toml"))
    except ValueError:
        return None
    return day if name == f"{day.isoformat()}.toml" else None


def _is_of(day: date, current_through: date, reader: Reader) -> bool:
    if day != current_through:
        reader.report("current_through", _("It is not the date in the file's name."))
    return day == current_through


def _known_designations(
    designations: Iterable[DesignationText], older: Iterable[OlderName]
) -> set[str]:
    return {
        *map(str, Designation),
        *(one.code for one in designations),
        *(one.id for one in older),
    }


def _kept_mappings(rules: Regulations, edition: Edition) -> tuple[Mapping, ...]:
    older = {one.id for one in rules.older_names}
    return tuple(
        mapping
        for mapping in rules.mappings
        if mapping.edition == edition.current_through
        and mapping.designation not in older
        and edition.list_at(mapping.list_citation)
    )


def _one_of_each(mappings: Iterable[Mapping]) -> tuple[Mapping, ...]:
    """Return the mappings, an edition's own file having the last word on a list."""
    latest = {(m.edition, m.designation, m.list_citation): m for m in mappings}
    return tuple(latest.values())


def _unknown(name: str) -> RegulationProblem:
    return problem(name, _("the file"), _("It is not a rule this program knows."))


def _not_there(name: str) -> RegulationProblem:
    return problem(name, _("the folder"), _("It is not there."))
