"""The rows about pages: note-pdf, preview, sign."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import black
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from app.documents.page_images import page_image
from app.documents.page_text import note_text
from app.documents.session_note import build_session_note
from app.documents.typeface import BOLD, REGULAR, glyphs
from app.domain.page_blocks import TextBlock
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
    blocks = note_text(content, stamp)
    mine, bare = in_turn(
        lambda: build_session_note(content, stamp), lambda: _bare(blocks), 40
    )
    return Row(
        name="note-pdf",
        ours=mine,
        baseline=bare,
        limit=1.6,
        what="session note / the same story in bare ReportLab",
    )


def _bare(blocks: tuple[TextBlock, ...]) -> bytes:
    """Lay the same words out in the same typeface: paragraphs, a table, a box."""
    glyphs()  # registers the faces, as ours does
    body = ParagraphStyle("body", fontName=REGULAR, fontSize=10.5, leading=14.5)
    head = ParagraphStyle("head", fontName=BOLD, fontSize=12.5, leading=16)
    story: list[Flowable] = []
    cells: list[Paragraph] = []
    for block in blocks:
        words = Paragraph(
            escape(block.words), head if block.kind == "heading" else body
        )
        if block.kind in {"fact", "row"}:
            cells.append(words)
            continue
        if cells:
            story.append(_table(cells))
            cells = []
        story.append(words)
    if cells:
        story.append(_table(cells))
    buffer = BytesIO()
    SimpleDocTemplate(buffer, pagesize=LETTER, invariant=True).build(story)
    return buffer.getvalue()


def _table(cells: list[Paragraph]) -> Table:
    rows = [cells[at : at + 3] for at in range(0, len(cells), 3)]
    rows[-1] += [""] * (3 - len(rows[-1]))
    return Table(rows, style=[("LINEBELOW", (0, 0), (-1, -1), 0.5, black)])


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
