"""Verify my record: what a change made with another tool is found by."""

from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from app.services import acknowledgements
from app.services.rules import load_scope
from app.services.verify import verify_record
from app.store.database import DATABASE_NAME, Store
from tests import support
from tests.support import NOW, PIN

COPIED_PAGE = "(SELECT pdf_sha256 FROM note WHERE id = 2)"


@pytest.fixture
def store(signed: Store) -> Store:
    """Two signed notes, a plan, and an acknowledgement signed on screen."""
    draft = acknowledgements.AcknowledgementDraft(
        full_name="Sam Rivers",
        initials="SR",
        received_copy=True,
        read_and_understood=True,
    )
    prepared = acknowledgements.prepare_acknowledgement(
        signed, load_scope(), draft, PIN, now=NOW
    )
    acknowledgements.finish_acknowledgement(signed, prepared, now=NOW)
    return signed


def found_after(store: Store, *statements: str) -> set[str]:
    """Return what is found after somebody with the key used another tool."""
    key, path = store.data_key(), store.generation / DATABASE_NAME
    store.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as raw:
        raw.set_key(f"x'{key.raw.hex()}'")
        raw.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            raw.execute(statement)
    with closing(support.open_store(store.folder)) as again:
        return {finding.what for finding in verify_record(again).findings}


def test_nothing_is_found_when_nothing_was_changed(store):
    seen = []
    found = verify_record(store, lambda done, all_: seen.append((done, all_)))
    assert found.holds, found.findings
    assert (found.notes, found.plans, found.acknowledgements) == (2, 1, 1)
    assert seen[-1] == (2, 2)


CHANGES = [
    # The guard taken away, what was done then, and what that is found by.
    ("note_no_update", "UPDATE note SET minutes = 5 WHERE id = 1", {"copy"}),
    ("note_no_update", "UPDATE note SET number = 9 WHERE id = 1", {"copy", "chain"}),
    (
        "note_no_update",
        "UPDATE note SET signed_at_utc = '2020-01-01T00:00:00+00:00'",
        {"copy"},
    ),
    (
        "note_no_update",
        "UPDATE note SET content = replace(content, 'library', 'park')",
        {"content"},
    ),
    ("note_no_update", "UPDATE note SET content = '{}' WHERE id = 1", {"content"}),
    (
        "note_no_update",
        "UPDATE note SET content_sha256 = 'none' WHERE id = 1",
        {"content", "chain"},
    ),
    (
        "note_no_update",
        "UPDATE note SET pdf_sha256 = 'none' WHERE id = 1",
        {"content", "chain"},
    ),
    (
        "note_no_update",
        f"UPDATE note SET pdf_sha256 = {COPIED_PAGE} WHERE id = 1",
        {"content", "chain"},
    ),
    (
        "note_no_update",
        "UPDATE note SET seal = 'x' WHERE id = 1",
        {"content", "signature", "chain"},
    ),
    (
        "note_no_update",
        "UPDATE note SET signature = '00' WHERE id = 1",
        {"signature", "chain"},
    ),
    ("note_no_delete", "DELETE FROM note WHERE id = 1", {"missing"}),
    (
        "note_activity_no_update",
        "UPDATE note_activity SET text = 'else' WHERE note_id = 1",
        {"copy"},
    ),
    (
        "note_activity_no_delete",
        "DELETE FROM note_activity WHERE note_id = 1",
        {"copy"},
    ),
    (
        "plan_version_no_update",
        "UPDATE plan_version SET content = replace(content, 'Calmer', 'Wilder')",
        {"content", "copy"},
    ),
    ("plan_version_no_update", "UPDATE plan_version SET review_on = ''", {"copy"}),
    (
        "plan_version_no_update",
        "UPDATE plan_version SET version = 2",
        {"copy", "chain"},
    ),
    ("plan_version_no_delete", "DELETE FROM plan_version", {"missing"}),
    ("plan_goal_no_update", "UPDATE plan_goal SET closed_on = '2026-10-01'", {"copy"}),
    (
        "acknowledgement_no_update",
        "UPDATE acknowledgement SET way = 'ink'",
        {"copy"},
    ),
    (
        "acknowledgement_no_update",
        "UPDATE acknowledgement SET key_fingerprint = ''",
        {"content", "signature"},
    ),
    ("acknowledgement_no_update", "UPDATE acknowledgement SET id = 7", {"chain"}),
    ("acknowledgement_no_delete", "DELETE FROM acknowledgement", {"missing"}),
    (
        "ledger_no_update",
        "UPDATE ledger SET at_utc = '2020-01-01T00:00:00Z' WHERE id = 3",
        {"chain"},
    ),
    (
        "ledger_no_update",
        "UPDATE ledger SET body = 'x' WHERE kind = 'signed'",
        {"chain"},
    ),
    (
        "ledger_no_update",
        "UPDATE ledger SET body = '[]' WHERE kind = 'plan_version'",
        {"chain"},
    ),
    (
        "ledger_no_update",
        "UPDATE ledger SET body = '{}' WHERE kind = 'signing_key'",
        {"chain", "signature"},
    ),
    ("ledger_no_delete", "DELETE FROM ledger WHERE id = 2", {"chain"}),
]


@pytest.mark.parametrize(("guard", "change", "kinds"), CHANGES)
def test_a_change_made_with_another_tool_is_found(store, guard, change, kinds):
    assert found_after(store, f"DROP TRIGGER {guard}", change) == {"schema", *kinds}


def test_a_guard_taken_away_is_found_even_if_nothing_was_changed(store):
    assert found_after(store, "DROP TRIGGER note_no_update") == {"schema"}


def test_a_guard_put_back_does_not_hide_the_change(store):
    with store.reading() as db:
        guards = db.exec_driver_sql("SELECT name, sql FROM sqlite_master").all()
    (guard,) = (sql for name, sql in guards if name == "plan_version_no_delete")
    dropped = "DROP TRIGGER plan_version_no_delete"

    found = found_after(store, dropped, "DELETE FROM plan_version", guard)

    assert found == {"missing"}


def test_a_page_that_was_changed_or_lost_is_found(store):
    first, *_rest = sorted((store.generation / "papers").glob("??/*"))
    first.write_bytes(first.read_bytes()[:-1] + b"x")
    assert [finding.what for finding in verify_record(store).findings] == ["page"]
    first.unlink()
    assert [finding.what for finding in verify_record(store).findings] == ["page"]
