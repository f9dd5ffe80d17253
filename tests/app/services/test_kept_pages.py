"""A kept page reads the same as on the day it was made."""

import io

import pypdf
import pytest

from app.domain.page_content import PageStatus
from app.services import acknowledgements, papers
from app.services.faults import StoreError
from app.services.kept_pages import kept_page
from app.services.rules import load_scope
from tests import support

SCOPE = load_scope()


@pytest.fixture
def printouts(store):
    """A plan, a signed note and an acknowledgement, by kind."""
    jordan = support.add_jordan(store)
    support.make_plan(store, jordan)
    support.sign_session(store, support.session_draft(jordan))
    draft = acknowledgements.AcknowledgementDraft(
        full_name="Sam Rivers", received_copy=True, read_and_understood=True
    )
    prepared = acknowledgements.prepare_acknowledgement(
        store, SCOPE, draft, None, now=support.NOW
    )
    acknowledgements.finish_acknowledgement(store, prepared, now=support.NOW)
    return {one.kind: one for one in papers.print_queue(store)}


@pytest.mark.parametrize("kind", ["note", "plan", "acknowledgement"])
def test_the_words_are_those_of_the_kept_bytes(store, printouts, kind):
    pdf, blocks = kept_page(store, printouts[kind], SCOPE)
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    on_page = "".join("".join(page.extract_text() for page in pages).split())
    for block in blocks[:12]:
        words = block.words.partition(": ")[2] if block.kind == "fact" else block.words
        assert "".join(words.split())[:24] in on_page


@pytest.mark.parametrize("kind", ["note", "plan", "acknowledgement"])
def test_the_codes_are_those_that_were_printed(store, printouts, kind):
    printout = printouts[kind]
    _pdf, blocks = kept_page(store, printout, SCOPE)
    words = " ".join(block.words for block in blocks)
    assert printout.document_id in words
    assert printout.check_code in words
    signed = PageStatus.SIGNED.value.upper() in words.split()
    assert signed is (kind == "note")


def test_a_page_whose_file_is_gone_is_told(store, printouts):
    for file in (store.generation / "papers").rglob("*"):
        if file.is_file():
            file.unlink()
    with pytest.raises(StoreError):
        kept_page(store, printouts["note"], SCOPE)
