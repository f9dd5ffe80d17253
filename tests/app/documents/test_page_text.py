"""Read as text: the same words as on the page."""

import re
from collections import Counter

import pytest

from app.documents.acknowledgement import build_acknowledgement
from app.documents.page_text import (
    acknowledgement_text,
    note_text,
    plan_text,
    sheet_text,
)
from app.documents.recovery_sheet import build_recovery_sheet
from app.documents.recovery_support_plan import build_plan
from app.documents.session_note import build_session_note
from app.domain.page_blocks import TextBlock
from tests.app.documents.reading import words
from tests.app.documents.samples import (
    DRAFT,
    IN_INK,
    ON_SCREEN,
    PLAN,
    RECOVERY_SHEET,
    SCOPE,
    STAMP,
    TO_INK,
    note,
)

ONLY_DRAWN = ["Page", "1", "of", "2", "continued"]
ONLY_READ = ["blank", "line"]

LATE = note(
    late="Marked.",
    practice=True,
    comment="Fine <with> me & mine, Nguy\u1ec5n \U0001f642.",
    person_present=False,
)
PAIRS = {
    "note": (build_session_note(note(), STAMP), note_text(note(), STAMP)),
    "late": (build_session_note(LATE, DRAFT), note_text(LATE, DRAFT)),
    "plan": (build_plan(PLAN, TO_INK), plan_text(PLAN, TO_INK)),
    "ink": (
        build_acknowledgement(IN_INK, SCOPE, TO_INK),
        acknowledgement_text(IN_INK, SCOPE, TO_INK),
    ),
    "screen": (
        build_acknowledgement(ON_SCREEN, SCOPE, STAMP),
        acknowledgement_text(ON_SCREEN, SCOPE, STAMP),
    ),
    "sheet": (build_recovery_sheet(RECOVERY_SHEET), sheet_text(RECOVERY_SHEET)),
}


def _counted(text: str, without: list[str]) -> set[str]:
    counted = Counter(re.findall(r"\w+", text))
    return set(counted) - set(without)


@pytest.mark.parametrize(("pdf", "blocks"), PAIRS.values(), ids=PAIRS)
def test_text_has_the_words_of_the_page_and_no_others(pdf, blocks):
    read = " ".join(block.words for block in blocks)
    exceptions = [*ONLY_DRAWN, *ONLY_READ]
    assert _counted(read, exceptions) == _counted(words(pdf), exceptions)


@pytest.mark.parametrize("blocks", [pair[1] for pair in PAIRS.values()], ids=PAIRS)
def test_each_block_is_of_a_known_kind_and_says_something(blocks):
    assert {block.kind for block in blocks} <= {"heading", "paragraph", "fact", "row"}
    assert all(block.words for block in blocks)


@pytest.mark.parametrize(
    "block",
    [
        TextBlock("heading", "Peer support session note"),
        TextBlock("fact", "Person: Jordan Mayfield"),
        TextBlock(
            "row",
            "Activity, in the words of the rule: Relate their own recovery stories to "
            "inspire hope; Rule: 24-2-42.2(A)(1)(a); "
            "Goal it supports: Goal 2. Ask for help early",
        ),
        TextBlock("fact", "Was offered a copy: yes"),
        TextBlock("fact", "Signature (ink): blank line"),
    ],
)
def test_note_is_read_in_labelled_blocks(block):
    assert block in note_text(note(), STAMP)


def test_note_is_read_in_the_order_of_the_page():
    kinds = [b.words for b in note_text(note(), STAMP) if b.kind == "heading"]
    assert kinds == [
        "Peer support session note",
        "Goals and activities",
        "What we did",
        "How it went for Jordan",
        "Next step",
    ]
