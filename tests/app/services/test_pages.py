"""Pages for the windows: each with its words, and a picture of it."""

import pytest

from app.domain.page_content import PageStatus
from app.domain.problems import RuleViolation
from app.services import acknowledgements, pages, set_up, signing, versions
from app.services.rules import load_scope
from tests import support
from tests.support import NOW, PASSPHRASE, RULES, session_draft

SCOPE = load_scope()


def note(store, jordan):
    support.make_plan(store, jordan)
    draft = session_draft(jordan)
    return pages.note_page(*signing.preview_note(store, RULES, draft, now=NOW))


def plan(store, jordan):
    rule = support.VOLUNTARY
    return pages.plan_preview(store, jordan, support.plan_draft(), rule, now=NOW)


def acknowledgement(store, jordan):
    draft = acknowledgements.AcknowledgementDraft(full_name="Sam Rivers")
    content, stamp = acknowledgements.preview_acknowledgement(
        store, SCOPE, draft, now=NOW
    )
    return pages.acknowledgement_page(content, SCOPE, stamp)


def sheet(store, jordan):
    code = set_up.new_recovery_code(store, PASSPHRASE, now=NOW)
    return pages.sheet_page(set_up.recovery_sheet(store, code, now=NOW))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (note, "We met at the library and wrote three steps."),
        (plan, "Calmer mornings"),
        (acknowledgement, "Sam Rivers"),
        (sheet, "Sam Rivers"),
    ],
)
def test_a_page_is_a_pdf_with_the_same_words_to_read_aloud(store, jordan, make, said):
    pdf, blocks = make(store, jordan)

    assert pages.count_pages(pdf) >= 1
    assert any(said in block.words for block in blocks)
    picture = pages.picture_of(pdf, 0, width=85)
    assert (picture.width, picture.height) == (85, 110)
    assert set(picture.grey) > {255}  # something is printed on the white


def test_looking_at_pages_writes_nothing(store, jordan):
    support.make_plan(store, jordan)
    before = sorted((store.generation / "papers").rglob("*"))
    with store.reading() as db:
        state = db.connection.total_changes

    _content, stamp = signing.preview_note(store, RULES, session_draft(jordan), now=NOW)
    rule = support.VOLUNTARY
    versions.preview_plan(store, jordan, support.plan_draft(), rule, now=NOW)

    with store.reading() as db:
        assert db.connection.total_changes == state
    assert sorted((store.generation / "papers").rglob("*")) == before
    assert stamp.status is PageStatus.DRAFT


def test_a_session_with_something_missing_has_no_page_yet(store, jordan):
    with pytest.raises(RuleViolation):
        signing.preview_note(
            store, RULES, session_draft(jordan, what_we_did=" "), now=NOW
        )
