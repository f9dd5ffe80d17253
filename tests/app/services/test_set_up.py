"""Set-up: its steps, what is typed in them, and new ways into the caseload."""

import json

import pytest
from sqlalchemy import text

from app.domain.problems import RuleViolation
from app.domain.set_up import STEPS
from app.services import caseload, set_up
from app.store.errors import WrongPassphrase, WrongRecoveryCode
from tests import support
from tests.support import NOW, PASSPHRASE

NEW = "nine loud geese fly by"


def reopened(store, passphrase):
    store.close()
    return caseload.open_caseload(store.folder, passphrase, now=NOW)


def entries(store):
    with store.reading() as db:
        return db.execute(text("SELECT kind, body FROM ledger ORDER BY id")).all()


def test_steps_are_left_in_order_until_they_are_done(store):
    assert set_up.set_up_left(store) == STEPS[1:]
    for step in ("pin", "sheet"):
        caseload.set_up_step_done(store, step, now=NOW)
    left = set_up.set_up_left(store)
    assert left == tuple(s for s in STEPS if s not in {"passphrase", "sheet", "pin"})


def test_the_practice_caseload_has_nothing_to_set_up(tmp_path):
    practice = support.make_store(tmp_path / "practice", practice=True)
    assert set_up.set_up_left(practice) == ()
    practice.close()


def test_what_is_typed_is_there_again_and_kept_once(store):
    assert set_up.read_typed(store, "agency") == ""
    for typed in ("Pine", "Pine Hollow", "Pine Hollow"):
        set_up.keep_typed(store, "agency", typed, now=NOW)
    assert set_up.read_typed(store, "agency") == "Pine Hollow"
    with store.reading() as db:
        count = "SELECT count(*) FROM answer WHERE name LIKE '%typed: agency'"
        assert db.execute(text(count)).scalar() == 2
    set_up.keep_typed(store, "agency", "", now=NOW)
    assert set_up.read_typed(store, "agency") == ""


def test_a_new_code_opens_and_the_one_before_does_not(store):
    before = set_up.new_recovery_code(store, PASSPHRASE, now=NOW)
    code = set_up.new_recovery_code(store, PASSPHRASE, now=NOW)
    assert entries(store)[-1].kind == "recovery_code_changed"
    folder = store.folder
    store.close()
    with pytest.raises(WrongRecoveryCode):
        caseload.open_with_code(folder, before, NEW, now=NOW)
    caseload.open_with_code(folder, code, NEW, now=NOW).close()


def test_a_new_passphrase_takes_the_place_of_the_old_one(store):
    set_up.change_passphrase(store, PASSPHRASE, NEW, now=NOW)
    kind, body = entries(store)[-1]
    assert (kind, json.loads(body)) == ("passphrase_changed", {})
    again = reopened(store, NEW)
    again.close()
    with pytest.raises(WrongPassphrase):
        reopened(again, PASSPHRASE)


@pytest.mark.parametrize(
    ("old", "new", "refused"),
    [(PASSPHRASE, "short", RuleViolation), ("not this one", NEW, WrongPassphrase)],
)
def test_a_change_that_is_refused_changes_nothing(store, old, new, refused):
    before = entries(store)
    with pytest.raises(refused):
        set_up.change_passphrase(store, old, new, now=NOW)
    assert entries(store) == before
    reopened(store, PASSPHRASE).close()


def test_the_sheet_has_the_code_in_groups_and_the_specialists_name(store):
    code = set_up.new_recovery_code(store, PASSPHRASE, now=NOW)
    sheet = set_up.recovery_sheet(store, code, now=NOW)
    assert caseload.groups_match(code, dict(enumerate(sheet.groups, 1)))
    assert (sheet.specialist, sheet.practice) == ("Sam Rivers", False)
