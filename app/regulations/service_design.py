"""Read one edition of 24-2-42.1: the designations, and what the program acts on."""

from dataclasses import dataclass
from datetime import date

from app.domain.designation import Designation, DesignationText, Paragraph
from app.domain.wording import _
from app.regulations.reading import Reader, repeated

RULE = "24-2-42.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDesign:
    """One edition of 24-2-42.1, as far as the program acts on it."""

    current_through: date
    designations: tuple[DesignationText, ...]
    paragraphs: tuple[Paragraph, ...]


def read_service_design(reader: Reader) -> ServiceDesign | None:
    """Return the edition a file holds, or None where any part of it is broken."""
    if (rule := reader.text("rule")) and rule != RULE:
        reader.report("rule", _("This is not rule {rule}.").format(rule=RULE))
    reader.text("source")
    day = reader.day("current_through")
    defined = tuple(reader.tables("designation"))
    quoted = tuple(reader.tables("paragraph"))
    designations = tuple(_read_designation(entry) for entry in defined)
    paragraphs = tuple(_read_paragraph(entry, day) for entry in quoted)
    _check_once(reader, "designation", [one.code for one in designations])
    _check_once(
        reader,
        "citation",
        [one.citation for one in designations] + [one.citation for one in paragraphs],
    )
    for code in Designation:
        if code not in {one.code for one in designations}:
            reader.report("designation", _("{name} is missing.").format(name=code))
    if not all(entry.sound for entry in (reader, *defined, *quoted)):
        return None
    return ServiceDesign(
        current_through=day, designations=designations, paragraphs=paragraphs
    )


def _read_designation(reader: Reader) -> DesignationText:
    return DesignationText(
        code=reader.text("code"),
        name=reader.text("name"),
        citation=_citation(reader),
        text=reader.text("text"),
        numbers=reader.numbers("numbers"),
    )


def _read_paragraph(reader: Reader, day: date) -> Paragraph:
    return Paragraph(
        citation=_citation(reader),
        text=reader.text("text"),
        current_through=day,
        numbers=reader.numbers("numbers"),
    )


def _citation(reader: Reader) -> str:
    citation = reader.text("citation")
    if citation and not citation.startswith(f"{RULE}("):
        reader.report("citation", _("It must begin with {rule}.").format(rule=RULE))
    return citation


def _check_once(reader: Reader, key: str, values: list[str]) -> None:
    for value in repeated(values):
        reader.report(key, _("{name} is here twice.").format(name=value))
