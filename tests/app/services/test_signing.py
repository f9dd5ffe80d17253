"""Signing: frozen, hashed, chained, signed, and never changed."""

import json
import threading
from dataclasses import replace
from datetime import date, time

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.domain.canonical import digest, from_canonical, to_canonical
from app.domain.page_content import NoteContent
from app.domain.problems import RuleViolation
from app.domain.session import GoalAnswer
from app.domain.signing import Seal
from app.services import overview, papers, pins, sessions, signing
from app.services.sealing import LedgerMoved, NoPin
from app.services.verify import verify_record
from app.store.errors import StoreError
from app.store.signing_keys import WrongPin
from tests import support
from tests.support import FIRST, NOW, PIN, RULES, session_draft, sign_session


@pytest.fixture
def store(signed):
    return signed


def rows_of(store, query):
    with store.reading() as db:
        return db.execute(text(query)).all()


def test_a_signed_note_holds_content_digest_signature_and_page(store):
    (row,) = rows_of(store, "SELECT * FROM note WHERE number = 1")
    content = from_canonical(NoteContent, row.content)
    seal = from_canonical(Seal, row.seal)
    assert content.what_we_did == "We met at the library and wrote three steps."
    assert content.activities[0].goal_words == "Calmer mornings"
    assert digest(row.content) == row.content_sha256 == seal.content_sha256
    assert seal.pdf_sha256 == row.pdf_sha256
    assert papers.paper_bytes(store, row.paper_id).startswith(b"%PDF")
    assert seal.editions == (date(2024, 9, 24),)
    (entry,) = rows_of(store, "SELECT * FROM ledger WHERE kind='signed' LIMIT 1")
    assert json.loads(entry.body)["signature"] == row.signature
    assert entry.previous == seal.previous


def test_signing_takes_the_draft_away_and_queues_the_page(store):
    assert sessions.list_drafts(store) == ()
    assert [one.document_id for one in papers.print_queue(store)] == [
        "RSP-2026-0001",
        "PD-2026-0001",
        "PD-2026-0002",
    ]
    contact = overview.upcoming(store, 1, today=NOW.date())
    assert contact is not None
    assert contact.at == time(10, 0)


REFUSED = [
    "UPDATE note SET minutes = 5",
    "UPDATE note SET content = '{}' WHERE id = 1",
    "DELETE FROM note",
    "INSERT OR REPLACE INTO note SELECT * FROM note WHERE id = 1",
    "UPDATE OR REPLACE note SET number = 2 WHERE number = 1",
    "UPDATE OR REPLACE note SET id = 2 WHERE id = 1",
    "UPDATE OR REPLACE note SET ledger_id = 1 WHERE id = 1",
    "INSERT INTO note SELECT * FROM note WHERE id = 1 "
    "ON CONFLICT (id) DO UPDATE SET minutes = 1",
    "INSERT INTO note SELECT * FROM note WHERE id = 1 "
    "ON CONFLICT (number) DO UPDATE SET minutes = 1",
    "INSERT INTO note SELECT * FROM note WHERE id = 1 "
    "ON CONFLICT (ledger_id) DO UPDATE SET minutes = 1",
    "INSERT OR REPLACE INTO note SELECT 9, number, person_id, held_on, started_at, "
    "minutes, person_present, content, content_sha256, paper_id, pdf_sha256, "
    "signed_at_utc, seal, signature, key_fingerprint, 1 FROM note WHERE id = 1",
    "INSERT OR REPLACE INTO note SELECT 9, 9, person_id, held_on, started_at, "
    "minutes, person_present, content, content_sha256, paper_id, pdf_sha256, "
    "signed_at_utc, seal, signature, key_fingerprint, ledger_id FROM note WHERE id = 1",
    "DELETE FROM person",
    "UPDATE OR REPLACE person SET id = 7 WHERE id = 1",
    "UPDATE note_activity SET text = 'else'",
    "DELETE FROM note_activity",
    "INSERT INTO note_activity VALUES (1, 9, 'c', 'e', 't', 1, 'goal')",
    "INSERT OR REPLACE INTO note_activity SELECT * FROM note_activity",
    "UPDATE ledger SET body = '{}'",
    "DELETE FROM ledger WHERE id = 1",
    "INSERT OR REPLACE INTO ledger SELECT * FROM ledger WHERE id = 1",
    "UPDATE paper SET sha256 = ''",
    "DELETE FROM paper",
    "UPDATE plan_version SET content = '{}'",
    "DELETE FROM plan_version",
    "INSERT INTO plan_goal VALUES (1, 9, 'n', '2026-01-01', NULL)",
    "UPDATE plan_goal SET name = 'else'",
    "DELETE FROM plan_goal",
    "DROP TRIGGER note_no_update",
    "DROP TABLE note",
    "ALTER TABLE note RENAME TO other",
    "PRAGMA recursive_triggers = OFF",
    "PRAGMA writable_schema = ON",
    "ATTACH ':memory:' AS other",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_no_statement_changes_what_was_signed(store, statement):
    everything = "SELECT * FROM note JOIN note_activity ON note_id = note.id"
    before = rows_of(store, everything)
    with pytest.raises(DBAPIError), store.transaction() as db:
        db.execute(text(statement))
    assert rows_of(store, everything) == before
    assert verify_record(store).holds


def test_a_wrong_pin_signs_nothing_and_is_counted(store):
    draft_id = sessions.start_draft(store, session_draft(1), now=NOW)
    pins.count_pin_try(store)
    with pytest.raises(WrongPin):
        signing.prepare_signature(store, RULES, draft_id, "908070", now=NOW)
    assert pins.pin_state(store).tries_left == 4
    assert sessions.read_draft(store, draft_id).draft == session_draft(1)


def test_without_a_pin_nothing_is_signed(tmp_path):
    store = support.make_store(tmp_path / "new")
    support.set_up(store, pin=False)
    person_id = support.add_jordan(store)
    support.make_plan(store, person_id)
    draft_id = sessions.start_draft(store, session_draft(person_id), now=NOW)
    with pytest.raises(NoPin):
        signing.prepare_signature(store, RULES, draft_id, PIN, now=NOW)
    assert not pins.pin_state(store).is_set
    assert sessions.count_sessions(store, person_id) == 0
    store.close()


def test_a_pin_easy_to_guess_makes_no_key(store):
    before = rows_of(store, "SELECT fingerprint FROM signing_key")
    with pytest.raises(RuleViolation):
        pins.set_pin(store, "123456", now=NOW)
    assert rows_of(store, "SELECT fingerprint FROM signing_key") == before


def test_the_right_pin_starts_the_count_anew(store):
    for _turn in range(3):
        pins.count_pin_try(store)
    pins.pin_opened(store)
    assert pins.pin_state(store).tries_left == 5


def test_the_right_pin_signs_at_the_fifth_try_and_not_at_the_sixth(store):
    draft_id = sessions.start_draft(store, session_draft(1), now=NOW)
    for _turn in range(5):
        pins.count_pin_try(store)
    assert signing.prepare_signature(store, RULES, draft_id, PIN, now=NOW)
    pins.count_pin_try(store)
    with pytest.raises(pins.PinSpent):
        signing.prepare_signature(store, RULES, draft_id, PIN, now=NOW)
    pins.reset_tries(store, support.PASSPHRASE)
    assert signing.prepare_signature(store, RULES, draft_id, PIN, now=NOW)


def test_five_wrong_tries_ask_for_the_passphrase(store):
    for _turn in range(7):
        pins.count_pin_try(store)
    assert pins.pin_state(store).tries_left == 0
    with pytest.raises(StoreError):
        pins.reset_tries(store, "not the passphrase at all")
    assert pins.pin_state(store).tries_left == 0
    pins.reset_tries(store, support.PASSPHRASE)
    assert pins.pin_state(store).tries_left == 5


def test_a_new_pin_leaves_old_signatures_good(store):
    pins.set_pin(store, "715092", now=NOW)
    assert verify_record(store).holds
    draft_id = sessions.start_draft(store, session_draft(1), now=NOW)
    with pytest.raises(WrongPin):
        signing.prepare_signature(store, RULES, draft_id, PIN, now=NOW)
    ready = signing.prepare_signature(store, RULES, draft_id, "715092", now=NOW)
    assert signing.finish_signature(store, ready, now=NOW).number == 3
    assert verify_record(store).holds


def test_a_note_with_something_missing_is_refused_whole(store):
    unlinked = session_draft(1, activities=(replace(FIRST, answer=None),))
    draft_id = sessions.start_draft(store, unlinked, now=NOW)
    with pytest.raises(RuleViolation) as refused:
        signing.prepare_signature(store, RULES, draft_id, PIN, now=NOW)
    (problem,) = refused.value.problems
    assert problem.field == "goal:24-2-42.2(A)(1)(a)"
    assert sessions.list_drafts(store)[0].id == draft_id


def test_a_prepared_note_is_not_written_when_the_ledger_moved(store):
    draft_id = sessions.start_draft(store, session_draft(1), now=NOW)
    ready = signing.prepare_signature(store, RULES, draft_id, PIN, now=NOW)
    sessions.discard_draft(store, draft_id, now=NOW)
    sessions.restore_draft(store, draft_id, now=NOW)
    with pytest.raises(LedgerMoved):
        signing.finish_signature(store, ready, now=NOW)
    assert len(rows_of(store, "SELECT id FROM note")) == 2
    assert sessions.list_drafts(store)[0].id == draft_id


def test_the_two_other_answers_of_the_goal_gate_are_kept_as_such(store):
    other = replace(FIRST, answer=GoalAnswer.NO_GOAL_FITS, goal_number=None)
    draft = session_draft(1, activities=(replace(other, reason="A new need."),))
    sign_session(store, draft)
    content = sessions.read_note(store, 3)
    assert content.activities[0].answer is GoalAnswer.NO_GOAL_FITS
    assert content.activities[0].goal_words == "A new need."
    person_id = support.add_jordan(store, name="Ana Rowe")
    making = replace(FIRST, answer=GoalAnswer.MAKING_PLAN, goal_number=None)
    sign_session(store, session_draft(person_id, activities=(making,)))
    assert verify_record(store).holds


def test_preparing_on_another_thread_and_finishing_here_works(store):
    draft_id = sessions.start_draft(store, session_draft(1), now=NOW)
    ready = []

    def work():
        ready.append(signing.prepare_signature(store, RULES, draft_id, PIN, now=NOW))
        store.close_lane()

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    signed = signing.finish_signature(store, ready[0], now=NOW)
    assert signed.document_id == "PD-2026-0003"


def test_a_signed_note_keeps_its_words_when_the_plan_gets_a_new_version(store):
    (before,) = rows_of(store, "SELECT content FROM note WHERE id = 1")
    support.make_plan(store, 1)
    (after,) = rows_of(store, "SELECT content FROM note WHERE id = 1")
    assert before == after
    assert to_canonical(from_canonical(NoteContent, after.content)) == after.content
