"""Tests of the life of a printed page: queued, printed, inked, filed."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import select

from app.services import papers
from app.services.papers import KeptPaper, NewPrintout, Printout
from app.store import audit
from app.store import tables as t
from app.store.database import Store
from app.store.errors import PaperDamaged, PaperMissing
from tests.support import NOW, TODAY, add_jordan, make_store, open_store

LATER = NOW + timedelta(hours=3)
NEW = NewPrintout(
    kind="note",
    person_id=None,
    subject_id=1,
    document_id="PD-2026-0001",
    check_code="K7QM 42XD",
    needs_ink=True,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = make_store(tmp_path / "caseload")
    yield opened
    opened.close()


def pdf(pages: int = 1) -> bytes:
    made = io.BytesIO()
    canvas = Canvas(made, invariant=True)
    for number in range(pages):
        canvas.drawString(72, 720, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def queue(store: Store, new: NewPrintout = NEW, *, pages: int = 1) -> int:
    kept = papers.keep_paper(store, pdf(pages))
    with store.transaction() as db:
        papers.name_paper(db, kept, new.kind, now=NOW)
        return papers.queue_printout(db, kept, new, now=NOW)


def find(store: Store, subject_id: int = 1) -> Printout:
    found = papers.printout_for(store, "note", subject_id)
    assert found is not None
    return found


def where_it_is(store: Store) -> list[str]:
    places = {
        "queue": papers.print_queue(store),
        "waiting for ink": papers.waiting_for_ink(store),
        "not filed": papers.printed_not_filed(store),
        "filed": papers.filed(store),
    }
    return [name for name, pages in places.items() if pages]


def ledger(store: Store) -> list[tuple[str, dict[str, object]]]:
    with store.reading() as db:
        rows = db.execute(select(t.ledger.c.kind, t.ledger.c.body))
        return [(kind, json.loads(body)) for kind, body in rows]


def paper_file(store: Store, kept: KeptPaper) -> Path:
    (path,) = store.generation.rglob(kept.id)
    return path


@pytest.mark.parametrize(
    ("needs_ink", "after_printing"), [(True, "waiting for ink"), (False, "not filed")]
)
def test_a_page_is_in_one_list_at_each_step_of_its_life(
    store, needs_ink, after_printing
):
    page = queue(store, replace(NEW, needs_ink=needs_ink))
    seen = [where_it_is(store)]
    papers.mark_printed(store, page, now=LATER)
    seen.append(where_it_is(store))
    papers.file_printout(store, page, on=TODAY, where="Chart room", now=LATER)
    seen.append(where_it_is(store))

    assert seen == [["queue"], [after_printing], ["filed"]]


def test_undoing_the_filing_puts_the_page_back(store):
    page = queue(store)
    papers.mark_printed(store, page, now=LATER)
    before = find(store)
    papers.file_printout(store, page, on=TODAY, where="", now=LATER)

    papers.unfile_printout(store, page, now=LATER)

    assert find(store) == before


def test_a_page_says_all_there_is_to_know_of_it(store):
    jordan = add_jordan(store)
    page = queue(store, replace(NEW, person_id=jordan), pages=2)
    papers.mark_printed(store, page, now=LATER)
    papers.file_printout(store, page, on=TODAY, where=" Chart room ", now=LATER)

    kept = papers.keep_paper(store, pdf(2))

    assert find(store) == Printout(
        id=page,
        kind="note",
        person_id=jordan,
        person_name="Jordan Mayfield",
        subject_id=1,
        document_id="PD-2026-0001",
        paper_id=kept.id,
        pages=2,
        check_code="K7QM 42XD",
        needs_ink=True,
        queued_at=NOW,
        printed_at=LATER,
        filed_on=TODAY,
        filed_where="Chart room",
    )


def test_the_queue_is_oldest_first_and_what_is_filed_newest_first(store):
    pages = [queue(store, replace(NEW, subject_id=n)) for n in (1, 2, 3)]
    queued = [page.id for page in papers.print_queue(store)]
    for page, day in zip(pages, (20, 23, 20), strict=True):
        papers.file_printout(store, page, on=date(2026, 11, day), where="", now=NOW)

    newest = [page.id for page in papers.filed(store)]

    assert queued == pages
    assert newest == [pages[1], pages[2], pages[0]]


def test_only_so_many_filed_pages_are_listed(store):
    for number in (1, 2, 3):
        page = queue(store, replace(NEW, subject_id=number))
        papers.file_printout(store, page, on=TODAY, where="", now=NOW)

    assert [p.subject_id for p in papers.filed(store, limit=2)] == [3, 2]


def test_a_persons_pages_are_theirs_alone(store):
    jordan = add_jordan(store)
    lee = add_jordan(store, name="Lee Tran", record_number="PH-00418")
    theirs = queue(store, replace(NEW, person_id=jordan))
    queue(store, replace(NEW, person_id=lee, subject_id=2))

    assert [page.id for page in papers.printouts_of(store, jordan)] == [theirs]


def test_a_document_without_a_page_has_no_entry(store):
    queue(store)

    assert papers.printout_for(store, "plan", 1) is None
    assert papers.printout_for(store, "note", 2) is None


def test_the_bytes_come_back_as_they_were_kept(store):
    kept = papers.keep_paper(store, pdf(2))
    with store.transaction() as db:
        papers.name_paper(db, kept, "note", now=NOW)

    assert papers.paper_bytes(store, kept.id) == pdf(2)
    assert (kept.pages, kept.size) == (2, len(pdf(2)))


def test_a_paper_that_no_row_names_is_missing(store):
    with pytest.raises(PaperMissing):
        papers.paper_bytes(store, "0" * 64)


def test_the_same_page_kept_twice_is_one_paper(store):
    one, two = queue(store), queue(store, replace(NEW, subject_id=2))

    assert one != two
    assert find(store, 1).paper_id == find(store, 2).paper_id


def test_a_page_whose_file_is_gone_says_so(store):
    queue(store)
    kept = papers.keep_paper(store, pdf())
    paper_file(store, kept).unlink()

    with pytest.raises(PaperMissing):
        papers.paper_bytes(store, kept.id)


def test_a_page_whose_file_was_changed_is_not_shown(store):
    queue(store)
    kept = papers.keep_paper(store, pdf())
    path = paper_file(store, kept)
    path.write_bytes(path.read_bytes()[:-1] + b"\x00")

    with pytest.raises(PaperDamaged):
        papers.paper_bytes(store, kept.id)


def test_no_readable_byte_of_a_page_lies_on_the_disk(store):
    queue(store)

    files = [path for path in store.folder.rglob("*") if path.is_file()]

    assert not any(b"%PDF" in path.read_bytes() for path in files)


def test_every_step_is_in_the_ledger(store):
    page = queue(store)
    papers.mark_printed(store, page, now=LATER)
    papers.file_printout(store, page, on=TODAY, where="Chart room", now=LATER)
    papers.unfile_printout(store, page, now=LATER)
    papers.note_copy_saved(store, page, now=LATER)

    steps = [(kind, body["printout"]) for kind, body in ledger(store)[1:]]

    assert steps == [
        ("printed", page),
        ("filed", page),
        ("filing_undone", page),
        ("copy_saved", page),
    ]
    with store.reading() as db:
        assert list(audit.broken_links(db)) == []


def test_unnamed_papers_go_and_named_ones_stay(store):
    page = queue(store)
    store.papers.put(pdf(3))
    folder = store.folder
    store.close()
    again = open_store(folder)

    removed = papers.remove_unnamed_papers(again)

    assert removed == 1
    assert papers.paper_bytes(again, find(again).paper_id) == pdf()
    assert find(again).id == page
    again.close()


@pytest.mark.parametrize(
    ("on", "fields"),
    [
        (None, ["filed_on"]),
        (TODAY + timedelta(days=1), ["filed_on"]),
        (TODAY - timedelta(days=1), ["filed_on"]),
        (TODAY, []),
    ],
    ids=["no day", "a day to come", "before it was printed", "today"],
)
def test_a_page_is_filed_between_its_printing_and_today(store, on, fields):
    page = queue(store)
    papers.mark_printed(store, page, now=NOW)

    problems = papers.check_filing(find(store), on, today=TODAY)

    assert [problem.field for problem in problems] == fields


def test_a_page_printed_elsewhere_can_be_filed_on_any_day_up_to_today(store):
    queue(store)

    assert papers.check_filing(find(store), date(2026, 1, 5), today=TODAY) == ()


def test_a_page_is_found_by_its_number_and_others_are_not(store):
    page = queue(store)

    assert papers.read_printout(store, page) == find(store)
    with pytest.raises(LookupError):
        papers.read_printout(store, page + 1)
