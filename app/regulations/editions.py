"""Read one edition of 24-2-42.2, its lists, and who works from which."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from string import ascii_lowercase

from app.domain.designation import OlderName
from app.domain.edition import ActivityList, Basis, Delivery, Edition, Mapping
from app.domain.wording import _
from app.regulations.reading import Reader, repeated

RULE = "24-2-42.2"


def read_edition(reader: Reader) -> Edition | None:
    """Return the edition a file holds, or None where it is broken.

    A broken list is kept as one that is not complete, so that it is never offered.
    """
    if (rule := reader.text("rule")) and rule != RULE:
        reader.report("rule", _("This is not rule {rule}.").format(rule=RULE))
    edition = Edition(
        rule=rule,
        current_through=reader.day("current_through"),
        introduction=reader.text("introduction"),
        lists=tuple(_read_list(entry) for entry in reader.tables("list")),
        deliveries=frozenset(_read_deliveries(reader)),
        source=reader.text("source"),
        missing=reader.texts("missing") if "missing" in reader else (),
        unknown=reader.texts("unknown") if "unknown" in reader else (),
    )
    for citation in repeated(entry.citation for entry in edition.lists):
        reader.report("list", _("{name} is here twice.").format(name=citation))
    if not edition.lists:
        reader.report("list", _("An edition has one list at least."))
    return edition if reader.sound else None


def read_mappings(
    reader: Reader, edition: Edition, designations: Collection[str]
) -> tuple[Mapping, ...]:
    """Return the sound ones of a table's ``mappings`` for an edition.

    Args:
        reader: The table that holds them.
        edition: The edition whose lists they name.
        designations: Every code and older name a mapping may be for.
    """
    mappings: dict[tuple[str, str], Mapping] = {}
    for entry in reader.tables("mappings"):
        mapping = _read_mapping(entry, edition, designations)
        if not mapping:
            continue
        key = (mapping.designation, mapping.list_citation)
        if key in mappings:
            entry.report("designation", _("This one is here twice."))
        mappings[key] = mapping
    return tuple(mappings.values())


def read_older_name(
    reader: Reader, edition: Edition, taken: Collection[str]
) -> OlderName | None:
    """Return a designation as older certificates print it, or None where broken.

    Args:
        reader: Its table.
        edition: The edition whose lists it names.
        taken: Every code, id and spelling already spoken for, in casefolded form.
    """
    older = OlderName(
        id=reader.text("id"),
        names=reader.texts("names"),
        edition=edition.current_through,
        lists=reader.texts("lists"),
        source=reader.text("source"),
        words=reader.text("words"),
    )
    for name in sorted({older.id, *older.names}):
        if name.casefold() in taken:
            reader.report("names", _("{name} is here twice.").format(name=name))
    _check_lists(reader, "lists", edition, older.lists)
    return older if reader.sound else None


def mappings_of_older_name(older: OlderName) -> Iterator[Mapping]:
    """Yield the lists an older name gives, in its own edition."""
    for citation in older.lists:
        yield Mapping(
            edition=older.edition,
            designation=older.id,
            list_citation=citation,
            basis=Basis.SAME_NAME,
        )


def find_edition(reader: Reader, editions: Iterable[Edition]) -> Edition | None:
    """Return the edition a table's ``current_through`` names, or None with a report."""
    day = reader.day("current_through")
    found = next((e for e in editions if e.current_through == day), None)
    if found is None and day != date.min:
        reader.report("current_through", _("This edition is not on file."))
    return found


def _read_list(reader: Reader) -> ActivityList:
    citation, name = reader.text("citation"), reader.text("name")
    introduction, items = reader.text("introduction"), reader.texts("items")
    complete = reader.flag("complete")
    if citation and not citation.startswith(f"{RULE}("):
        reader.report("citation", _("It must begin with {rule}.").format(rule=RULE))
    if len(items) > len(ascii_lowercase):
        reader.report("items", _("There are more items than letters."))
    if complete:
        _check_count(reader, items)
    return ActivityList(
        citation=citation,
        name=name,
        introduction=introduction,
        items=items,
        complete=complete and reader.sound,
    )


def _check_count(reader: Reader, items: tuple[str, ...]) -> None:
    if not items:
        reader.report("items", _("A complete list has items."))
    elif reader.number("count") != len(items):
        reader.report("count", _("It is not the number of items in the list."))


def _read_deliveries(reader: Reader) -> Iterator[Delivery]:
    names = reader.texts("deliveries")
    if not names:
        reader.report("deliveries", _("One way to give it is needed at least."))
    for name in names:
        if name in set(Delivery):
            yield Delivery(name)
        else:
            reader.report("deliveries", _("{name} is not known.").format(name=name))


def _read_mapping(
    reader: Reader, edition: Edition, designations: Collection[str]
) -> Mapping | None:
    designation, citation = reader.text("designation"), reader.text("list")
    basis = reader.text("basis")
    if designation and designation not in designations:
        reader.report("designation", _("{name} is not known.").format(name=designation))
    if citation:
        _check_lists(reader, "list", edition, [citation])
    if basis and basis not in set(Basis):
        reader.report("basis", _("{name} is not known.").format(name=basis))
    if not reader.sound:
        return None
    return Mapping(
        edition=edition.current_through,
        designation=designation,
        list_citation=citation,
        basis=Basis(basis),
    )


def _check_lists(
    reader: Reader, key: str, edition: Edition, citations: Iterable[str]
) -> None:
    for citation in citations:
        if edition.list_at(citation) is None:
            what = _("{name} is not a list of this edition.").format(name=citation)
            reader.report(key, what)
