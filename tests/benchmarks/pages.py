"""The rows about pages: note-pdf, preview, sign."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table

from app.documents.page_images import page_image
from app.documents.session_note import build_session_note
from app.domain.page_content import NoteContent, PageStatus, Stamp
from app.services import pages, pins, sessions, signing
from app.services.practice import PIN
from app.store.database import Store
from app.store.signing_keys import open_signing_key
from tests.benchmarks.caseloads import NOW, copy_of, opened
from tests.benchmarks.measure import Row, in_turn, p99, timed
from tests.benchmarks.records import prepared_draft

_PREVIEW_WIDTH = 688


def rows(scratch: Path) -> Iterator[Row]:
    """Measure on a caseload of 20,000 sessions."""
    store = opened(copy_of(20_000, scratch / "pages"))
    try:
        content = sessions.read_note(store, 1)
        yield note_pdf(content)
        yield preview(content)
        yield sign(store)
    finally:
        store.close()


def note_pdf(content: NoteContent) -> Row:
    """A session note against the same story in bare ReportLab."""
    stamp = Stamp(status=PageStatus.DRAFT)
    mine, bare = in_turn(
        lambda: build_session_note(content, stamp), lambda: _bare(content), 40
    )
    return Row(
        name="note-pdf",
        ours=mine,
        baseline=bare,
        limit=1.6,
        what="session note / the same story in bare ReportLab",
    )


def _bare(content: NoteContent) -> bytes:
    styles, buffer = getSampleStyleSheet(), BytesIO()
    body, head = styles["BodyText"], styles["Heading2"]

    def text(words: object) -> Paragraph:
        return Paragraph(escape(str(words)), body)

    facts = [
        [text(content.person.name), text(content.person.record_number), text("None")],
        [text(content.held_on), text(content.started_at), text(content.minutes)],
        [text(content.support), text(content.place), text("Nobody else")],
    ]
    story: list[Flowable] = [text(content.agency.name), text(content.agency.address)]
    story += [Paragraph("Peer support session note", styles["Title"]), Table(facts)]
    story.append(Paragraph("Goals and activities", head))
    story.append(
        Table(
            [
                [text(one.text), text(one.citation), text(one.goal_words)]
                for one in content.activities
            ]
        )
    )
    for words in (content.what_we_did, content.how_it_went, content.next_step):
        story += [Paragraph("Heading", head), text(words)]
    story += [Spacer(0, 12), Table([[text(content.signer.name), text("Signature")]])]
    SimpleDocTemplate(buffer, pagesize=LETTER, invariant=True).build(story)
    return buffer.getvalue()


def preview(content: NoteContent) -> Row:
    """From the click to the picture: page laid out, words gathered, page drawn."""
    stamp = Stamp(status=PageStatus.DRAFT)

    def ours() -> None:
        pdf, _words = pages.note_page(content, stamp)
        page_image(pdf, 0, width=_PREVIEW_WIDTH)

    ours()
    return Row(
        name="preview",
        ours=p99([timed(ours) for _ in range(60)]),
        baseline=300.0,
        limit=1.0,
        what="click to picture, p99 / 300 ms",
    )


def sign(store: Store) -> Row:
    """From the PIN to done, with PDF, against the key derivation and 800 ms."""
    rules, draft_id = prepared_draft(store)
    with store.reading() as db:
        key = pins.key_in(db)
    assert key is not None  # the practice caseload has a PIN
    saved = sessions.read_draft(store, draft_id).draft
    mine, derivation = [], []
    for turn in range(12):
        number = sessions.start_draft(store, replace(saved, comment=f"{turn}"), now=NOW)
        derivation.append(timed(lambda: open_signing_key(key, PIN)))

        def ours(number: int = number) -> None:
            pins.count_pin_try(store)
            ready = signing.prepare_signature(store, rules, number, PIN, now=NOW)
            signing.finish_signature(store, ready, now=NOW)
            pins.pin_opened(store)

        mine.append(timed(ours))
    return Row(
        name="sign",
        ours=p99(mine),
        baseline=sorted(derivation)[6] + 800,
        limit=1.0,
        what="PIN to done with PDF, worst of 12 / key derivation + 800 ms",
    )
