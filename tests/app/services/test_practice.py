"""The practice caseload: whole, the same every time, and marked."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from app.domain.designation import Designation
from app.services import overview, practice, sessions
from app.services.practice import Size, make_practice
from app.services.verify import verify_record
from app.store.errors import Interrupted
from tests.support import NOW

SMALL = Size(people=12, sessions=24, own_pages=False)


def notes_of(store):
    query = "SELECT content_sha256 FROM note ORDER BY id"
    with store.reading() as db:
        return db.execute(text(query)).scalars().all()


def test_the_specialists_hold_every_designation_between_them():
    held = {
        code for one in practice.practice_specialists() for code in one.designations
    }
    assert held == set(Designation)


@pytest.mark.parametrize("who", [one.id for one in practice.practice_specialists()])
def test_every_specialist_has_a_caseload_that_verifies(tmp_path, who):
    store = make_practice(tmp_path / who, who, now=NOW, size=SMALL)
    try:
        assert store.practice
        assert len(overview.list_people(store, today=NOW.date())) == 12
        assert len(notes_of(store)) == 24
        assert sessions.read_note(store, 1).practice
        found = verify_record(store)
        assert found.holds, found.findings
    finally:
        store.close()


def test_the_same_day_gives_the_same_notes(tmp_path):
    found = []
    for name in ("one", "two"):
        store = make_practice(tmp_path / name, "rivers", now=NOW, size=SMALL)
        found.append(notes_of(store))
        store.close()
    assert found[0] == found[1]


def test_it_is_made_once_and_opened_afterwards(tmp_path, monkeypatch):
    monkeypatch.setattr(practice, "Size", lambda: SMALL)
    told = []
    first = practice.open_practice(
        tmp_path, "rivers", now=NOW, progress=lambda *n: told.append(n)
    )
    before = notes_of(first)
    first.close()
    assert told[-1] == (24, 24)
    again = practice.open_practice(tmp_path, "rivers", now=NOW + timedelta(days=3))
    assert notes_of(again) == before
    again.close()


def test_an_unfinished_one_is_made_anew(tmp_path):
    (tmp_path / "rivers.part" / "generations").mkdir(parents=True)
    store = practice.open_practice(tmp_path, "rivers", now=NOW, size=SMALL)
    assert len(notes_of(store)) == 24
    store.close()


@pytest.mark.parametrize(("people", "count"), [(3, 10), (12, 50), (30, 61)])
def test_any_size_gives_exactly_that_many_sessions(tmp_path, people, count):
    size = Size(people=people, sessions=count, own_pages=False)
    store = make_practice(tmp_path / "sized", "moore", now=NOW, size=size)
    assert len(notes_of(store)) == count
    assert len(overview.list_people(store, today=NOW.date())) == people
    store.close()


def test_making_it_can_be_stopped_and_leaves_nothing_open(tmp_path):
    def stop(_done, _all):
        raise Interrupted

    with pytest.raises(Interrupted):
        practice.open_practice(tmp_path, "rivers", now=NOW, size=SMALL, progress=stop)
    store = practice.open_practice(tmp_path, "rivers", now=NOW, size=SMALL)
    assert len(notes_of(store)) == 24
    store.close()
