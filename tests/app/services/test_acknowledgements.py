"""Tests of the Scope of Activities acknowledgement: asked, signed, inked, filed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.domain.problems import RuleViolation
from app.domain.scope import ScopeOfActivities
from app.regulations import load_scope_of_activities
from app.services import acknowledgements as ack
from app.services import papers, pins
from app.services.overview import read_today
from app.services.sealing import LedgerMoved, NoPin
from app.services.verify import verify_record
from app.store import tables as t
from app.store.database import Store
from app.store.signing_keys import WrongPin
from tests.support import NOW, PIN, TODAY, make_store, set_up

SCOPE = load_scope_of_activities()
REVISED = replace(SCOPE, opening=SCOPE.opening + " One more sentence.")
WHOLE = ack.AcknowledgementDraft(
    full_name="Sam  Rivers ",
    initials=" SR",
    received_copy=True,
    read_and_understood=True,
)
LATER = NOW + timedelta(minutes=1)


def sign(store: Store, pin: str | None, draft=WHOLE, scope=SCOPE) -> int:
    prepared = ack.prepare_acknowledgement(store, scope, draft, pin, now=NOW)
    return ack.finish_acknowledgement(store, prepared, now=NOW)


def latest(store: Store, scope=SCOPE) -> ack.KeptAcknowledgement:
    kept = ack.latest_acknowledgement(store, scope)
    assert kept is not None
    return kept


def rows(store: Store) -> int:
    with store.reading() as db:
        return len(db.execute(select(t.acknowledgement.c.id)).all())


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, []),
        ({"initials": " "}, ["initials"]),
        ({"received_copy": False}, ["received_copy"]),
        ({"read_and_understood": False}, ["read_and_understood"]),
        ({"full_name": "  "}, ["full_name"]),
    ],
)
def test_signing_on_screen_needs_the_initials_both_statements_and_the_name(
    changes, missing
):
    problems = ack.check_acknowledgement(replace(WHOLE, **changes), electronic=True)

    assert [problem.field for problem in problems] == missing


def test_all_that_is_missing_is_told_at_once_in_the_order_of_the_page():
    problems = ack.check_acknowledgement(ack.AcknowledgementDraft(), electronic=True)

    assert [problem.field for problem in problems] == [
        "initials",
        "received_copy",
        "read_and_understood",
        "full_name",
    ]


def test_the_print_for_ink_needs_nothing_on_screen(store):
    sign(store, None, ack.AcknowledgementDraft())

    assert latest(store).way == "ink"


def test_it_is_asked_until_it_is_made(store):
    assert ack.latest_acknowledgement(store, SCOPE) is None
    assert not ack.text_changed(store, SCOPE)


def test_what_is_missing_stops_it_and_nothing_is_written(store):
    with pytest.raises(RuleViolation) as raised:
        sign(store, PIN, ack.AcknowledgementDraft())

    assert raised.value.problems
    assert rows(store) == 0
    assert papers.print_queue(store) == ()


def test_signed_on_screen_it_is_closed_at_once(store):
    printout = sign(store, PIN)

    kept = latest(store)

    assert not kept.is_open
    assert (kept.way, kept.printout_id, kept.made_at) == ("electronic", printout, NOW)
    assert kept.content.full_name == "Sam Rivers"
    assert kept.content.initials == "SR"
    assert kept.content.text_sha256 == SCOPE.digest
    assert verify_record(store).findings == ()


def test_its_page_can_be_printed_and_needs_no_ink(store):
    sign(store, PIN)

    (page,) = papers.print_queue(store)

    assert (page.kind, page.needs_ink) == ("acknowledgement", False)
    assert page.document_id == "SA-2026-0001"
    assert papers.paper_bytes(store, page.paper_id).startswith(b"%PDF")


def test_in_ink_it_stays_open_until_the_paper_is_filed(store):
    printout = sign(store, None)
    seen = [latest(store).is_open]
    papers.mark_printed(store, printout, now=LATER)
    seen.append(latest(store).is_open)
    papers.file_printout(store, printout, on=TODAY, where="Chart room", now=LATER)
    seen.append(latest(store).is_open)

    kept = latest(store)

    assert seen == [True, True, False]
    assert (kept.printed_at, kept.filed_on) == (LATER, TODAY)
    assert verify_record(store).findings == ()


def test_the_ink_print_carries_no_initials_typed_on_screen(store):
    sign(store, None)

    content = latest(store).content

    assert (content.initials, content.electronic) == ("", False)


@pytest.mark.parametrize("pin", [PIN, None], ids=["electronic", "ink"])
def test_only_the_page_signed_on_screen_names_the_signing_key(store, pin):
    prepared = ack.prepare_acknowledgement(store, SCOPE, WHOLE, pin, now=NOW)
    signed = pin is not None

    assert bool(prepared.stamp.key_fingerprint) is signed
    assert bool(prepared.seal.key_fingerprint) is signed
    assert bool(prepared.signature) is signed


@pytest.mark.parametrize("pin", ["000000", "", PIN + "1"])
def test_a_wrong_pin_signs_nothing(store, pin):
    with pytest.raises(WrongPin):
        sign(store, pin)

    assert rows(store) == 0


def test_without_a_pin_only_ink_is_possible(tmp_path):
    store = make_store(tmp_path / "caseload")
    set_up(store, pin=False)

    with pytest.raises(NoPin):
        sign(store, PIN)
    sign(store, None)

    assert latest(store).way == "ink"
    store.close()


@pytest.mark.parametrize("pin", [PIN, None], ids=["electronic", "ink"])
def test_if_the_ledger_moved_meanwhile_nothing_is_written(store, pin):
    prepared = ack.prepare_acknowledgement(store, SCOPE, WHOLE, pin, now=NOW)
    pins.set_pin(store, "771204", now=LATER)

    with pytest.raises(LedgerMoved):
        ack.finish_acknowledgement(store, prepared, now=LATER)

    assert rows(store) == 0
    assert papers.print_queue(store) == ()


def test_a_changed_text_is_asked_again_and_the_old_one_kept(store):
    sign(store, PIN)
    old = latest(store)

    assert ack.text_changed(store, REVISED)
    assert ack.latest_acknowledgement(store, REVISED) is None

    sign(store, PIN, scope=REVISED)

    assert not ack.text_changed(store, REVISED)
    assert latest(store, REVISED).content.text_sha256 == REVISED.digest
    assert rows(store) == 2
    assert old.content.text_sha256 == SCOPE.digest
    assert verify_record(store).findings == ()


def test_today_asks_until_this_very_text_is_acknowledged(store):
    def asks(scope: ScopeOfActivities) -> bool:
        today = read_today(store, now=NOW, scope=scope.digest)
        return "acknowledgement" in today.open_questions

    before = asks(SCOPE)
    sign(store, PIN)

    assert before
    assert not asks(SCOPE)
    assert asks(REVISED)


@pytest.mark.parametrize("part", ["title", "opening", "heading"])
def test_every_changed_word_asks_again(part):
    assert replace(SCOPE, **{part: getattr(SCOPE, part) + "."}).digest != SCOPE.digest


def test_made_anew_the_paper_of_the_old_one_is_not_waited_for(store):
    first = sign(store, None)
    papers.mark_printed(store, first, now=LATER)

    second = sign(store, PIN)

    assert papers.waiting_for_ink(store) == ()
    assert [page.id for page in papers.print_queue(store)] == [second]
    assert rows(store) == 2


def test_made_anew_what_was_filed_before_stays_filed(store):
    first = sign(store, None)
    papers.file_printout(store, first, on=TODAY, where="", now=LATER)

    sign(store, PIN)

    assert [page.id for page in papers.filed(store)] == [first]


def test_looking_at_the_page_keeps_nothing(store):
    content, stamp = ack.preview_acknowledgement(store, SCOPE, WHOLE, now=NOW)

    assert (stamp.status.value, stamp.check_code) == ("draft", "")
    assert content.full_name == "Sam Rivers"
    assert rows(store) == 0


@pytest.mark.parametrize(
    "change",
    ["UPDATE acknowledgement SET content = '{}'", "DELETE FROM acknowledgement"],
)
def test_what_was_acknowledged_cannot_be_changed(store, change):
    sign(store, PIN)

    with pytest.raises(IntegrityError, match="frozen"), store.transaction() as db:
        db.exec_driver_sql(change)

    assert latest(store).content.full_name == "Sam Rivers"
