"""Read the Scope of Activities and the federal notices, as published."""

from importlib.resources.abc import Traversable

from app.domain.edition import RegulationProblem, RulesUnreadable
from app.domain.notices import DisclosureNotices
from app.domain.scope import AcknowledgementSection, Principle, ScopeOfActivities
from app.domain.wording import _
from app.regulations.reading import Reader, open_table

SCOPE_FILE = "scope-of-activities.toml"
NOTICES_FILE = "42-cfr-2.32.toml"


def read_scope(folder: Traversable) -> ScopeOfActivities:
    """Return the Scope of Activities; raises RulesUnreadable where it is broken."""
    problems: list[RegulationProblem] = []
    reader = open_table(folder / SCOPE_FILE, SCOPE_FILE, problems)
    if reader is None:
        raise RulesUnreadable(tuple(problems))
    scope = ScopeOfActivities(
        title=reader.text("title"),
        opening=reader.text("opening"),
        principles=tuple(_read_principle(e) for e in reader.tables("principle")),
        heading=reader.text("heading"),
        sections=tuple(_read_section(entry) for entry in reader.tables("section")),
        statements=reader.texts("statements"),
        fields=reader.rows("fields"),
        source=reader.text("source"),
    )
    for key, parts in (("principle", scope.principles), ("section", scope.sections)):
        if [part.number for part in parts] != list(range(1, len(parts) + 1)):
            reader.report(key, _("They must be numbered from 1, without a gap."))
    if problems:
        raise RulesUnreadable(tuple(problems))
    return scope


def read_notices(folder: Traversable) -> DisclosureNotices:
    """Return the statements of 42 CFR 2.32; raises RulesUnreadable where broken."""
    problems: list[RegulationProblem] = []
    reader = open_table(folder / NOTICES_FILE, NOTICES_FILE, problems)
    if reader is None:
        raise RulesUnreadable(tuple(problems))
    notices = DisclosureNotices(
        citation=reader.text("citation"),
        amended_by=reader.text("amended_by"),
        full=reader.text("full"),
        short=reader.text("short"),
        source=reader.text("source"),
    )
    if problems:
        raise RulesUnreadable(tuple(problems))
    return notices


def _read_principle(reader: Reader) -> Principle:
    items = reader.texts("items")
    if reader.number("count") != len(items):
        reader.report("count", _("It is not the number of items in the list."))
    return Principle(
        number=reader.number("number"),
        introduction=reader.text("introduction"),
        items=items,
    )


def _read_section(reader: Reader) -> AcknowledgementSection:
    return AcknowledgementSection(
        number=reader.number("number"),
        text=reader.text("text"),
        initials=reader.flag("initials"),
        signature=reader.flag("signature"),
    )
