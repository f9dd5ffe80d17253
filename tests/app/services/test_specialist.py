"""The specialist, their agency's answers, and the ways into a caseload."""

from datetime import date

import pytest

from app.domain.problems import RuleViolation
from app.domain.specialist import Agency, Specialist
from app.services import (
    answers,
    caseload,
    specialist,
)
from tests import support
from tests.support import NOW, TODAY


def test_who_the_specialist_is_reads_back(store):
    assert specialist.read_specialist(store).name == "Sam Rivers"
    (held,) = specialist.read_designations(store)
    assert held.agreed
    assert specialist.read_agency(store).name == "Pine Hollow Community Services"


def test_before_set_up_every_field_is_empty(tmp_path):
    empty = support.make_store(tmp_path / "empty")
    try:
        assert specialist.read_specialist(empty) == Specialist()
        assert specialist.read_designations(empty) == ()
        assert specialist.read_agency(empty) == Agency()
        edition, answer = specialist.edition_in_use(empty, TODAY)
        assert (edition, answer) == (date(2024, 9, 24), None)
        assert specialist.electronic_accepted(empty) is None
        assert caseload.set_up_done(empty) == frozenset()
    finally:
        empty.close()


def test_the_edition_in_use_is_the_one_that_had_started_by_that_day(store):
    newer = answers.Answer(value="", said_by="Dana", starts_on=date(2026, 11, 1))
    specialist.save_edition(store, date(2024, 12, 10), newer, now=NOW)
    before, _who = specialist.edition_in_use(store, date(2026, 10, 31))
    since, who = specialist.edition_in_use(store, date(2026, 11, 1))
    assert (before, since) == (date(2024, 9, 24), date(2024, 12, 10))
    assert who is not None
    assert who.said_by == "Dana"


def test_set_up_remembers_each_step_once(store):
    caseload.set_up_step_done(store, "who", now=NOW)
    caseload.set_up_step_done(store, "agency", now=NOW)
    caseload.set_up_step_done(store, "who", now=NOW)
    assert caseload.set_up_done(store) == {"who", "agency"}


def test_a_weak_passphrase_makes_no_caseload(tmp_path):
    with pytest.raises(RuleViolation):
        caseload.create(tmp_path / "weak", "password", now=NOW)
    assert not caseload.caseload_exists(tmp_path / "weak")


def test_the_recovery_code_opens_and_sets_a_new_passphrase(tmp_path):
    folder = tmp_path / "coded"
    made, code = caseload.create(
        folder, support.PASSPHRASE, now=NOW, cost=caseload.FLOOR
    )
    made.close()
    with pytest.raises(RuleViolation):
        caseload.open_with_code(folder, code, "short", now=NOW)
    caseload.open_with_code(folder, code, "nine loud geese fly by", now=NOW).close()
    caseload.open_caseload(folder, "nine loud geese fly by", now=NOW).close()
