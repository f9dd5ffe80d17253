"""The structure tree and what else an archival, readable file carries."""

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from app.documents.acknowledgement import build_acknowledgement
from app.documents.recovery_sheet import build_recovery_sheet
from app.documents.recovery_support_plan import build_plan
from app.documents.session_note import build_session_note
from tests.app.documents.samples import (
    ACTIVITIES,
    IN_INK,
    PLAN,
    RECOVERY_SHEET,
    SCOPE,
    STAMP,
    TO_INK,
    note,
)

LONG = note(
    activities=ACTIVITIES * 12,
    what_we_did="A line.\n" * 90,
    practice=True,
    late="Marked.",
)
PDFS = {
    "note": build_session_note(note(), STAMP),
    "long note": build_session_note(LONG, STAMP),
    "plan": build_plan(PLAN, TO_INK),
    "acknowledgement": build_acknowledgement(IN_INK, SCOPE, TO_INK),
    "recovery sheet": build_recovery_sheet(RECOVERY_SHEET),
}
every_document = pytest.mark.parametrize("pdf", PDFS.values(), ids=PDFS)


def _catalog(pdf: bytes) -> Any:
    return PdfReader(BytesIO(pdf)).trailer["/Root"]


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object()
    if "/S" in node:
        yield node
    for kid in node.get("/K", []):
        if isinstance(kid, int):
            continue
        yield from _elements(kid)


def _roles(pdf: bytes) -> list[str]:
    return [str(one["/S"]) for one in _elements(_catalog(pdf)["/StructTreeRoot"])]


@every_document
def test_headings_begin_at_the_top_and_pass_over_no_level(pdf):
    levels = [int(role[2]) for role in _roles(pdf) if re.fullmatch(r"/H\d", role)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    pairs = pairwise(levels)
    assert all(after <= before + 1 for before, after in pairs)


@every_document
def test_every_word_drawn_is_in_the_tree_or_an_artifact(pdf):
    for page in PdfReader(BytesIO(pdf)).pages:
        depth = 0
        for line in page.get_contents().get_data().decode("latin-1").splitlines():
            depth += len(re.findall(r"\b(?:BDC|BMC)$", line))
            if re.search(r"\b(?:Tj|TJ)\b|\b[SfB]$", line):
                assert depth == 1, line
            depth -= line.endswith("EMC")
        assert depth == 0


@every_document
def test_every_mark_of_a_page_belongs_to_an_element(pdf):
    tree = _catalog(pdf)["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages):
        data = page.get_contents().get_data().decode("latin-1")
        marks = [int(mark) for mark in re.findall(r"/MCID (\d+)", data)]
        assert page["/StructParents"] == number
        assert marks == list(range(len(tree[2 * number + 1].get_object())))


@every_document
def test_file_says_its_language_title_and_conformance(pdf):
    catalog = _catalog(pdf)
    metadata = catalog["/Metadata"].get_data().decode()
    assert catalog["/Lang"] == "en-US"
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert catalog["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"


@every_document
def test_properties_name_no_person(pdf):
    information = str(PdfReader(BytesIO(pdf)).metadata)
    assert "Jordan" not in information
    assert "PH-00417" not in information
    assert "Jordan" not in _catalog(pdf)["/Metadata"].get_data().decode()


def test_author_with_marks_of_xml_keeps_the_metadata_whole():
    signer = note().signer
    odd = build_session_note(
        note(
            signer=type(signer)(
                name="A & <B>", title="", credentials=(), certificate_number="1"
            )
        ),
        STAMP,
    )
    assert "A &amp; &lt;B&gt;" in _catalog(odd)["/Metadata"].get_data().decode()


def test_activities_are_one_table_with_column_headings_over_all_pages():
    tables = [
        one
        for one in _elements(_catalog(PDFS["long note"])["/StructTreeRoot"])
        if one["/S"] == "/Table"
    ]
    assert len(tables) == 1
    cells = [one for one in _elements(tables[0]) if one["/S"] in {"/TH", "/TD"}]
    heads = [one for one in cells if one["/S"] == "/TH"]
    assert len(heads) == 3
    assert all(head["/A"]["/Scope"] == "/Column" for head in heads)
    assert len(cells) == 3 + 3 * len(LONG.activities)


def test_items_are_lists_with_a_label_and_a_body():
    roles = _roles(PDFS["acknowledgement"])
    items = sum(len(principle.items) for principle in SCOPE.principles)
    assert roles.count("/L") == len(SCOPE.principles)
    assert roles.count("/LI") == items
    assert roles.count("/Lbl") == roles.count("/LBody") == items
