"""Verify my record: what a change made with another tool is found by."""

import pytest
from sqlcipher3 import dbapi2

from app.services.verify import verify_record
from app.store.database import DATABASE_NAME
from tests import support


@pytest.fixture
def store(signed):
    return signed


def test_nothing_signed_is_missing_when_nothing_was_changed(store):
    seen = []
    found = verify_record(store, lambda done, all_: seen.append((done, all_)))
    assert found.holds, found.findings
    assert (found.notes, found.plans) == (2, 1)
    assert seen[-1] == (2, 2)


def raw_open(store):
    """Open the file as somebody with the key and another tool would."""
    key = store.data_key()
    path = store.generation / DATABASE_NAME
    store.close()
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.set_key(f"x'{key.raw.hex()}'")
    return raw


TAMPERED = [
    (
        ["DROP TRIGGER note_no_update", "UPDATE note SET minutes = 5 WHERE id = 1"],
        {"schema", "copy"},
    ),
    (
        [
            "DROP TRIGGER note_no_update",
            "UPDATE note SET content = replace(content, 'library', 'park')",
        ],
        {"schema", "content"},
    ),
    (["DROP TRIGGER note_no_update"], {"schema"}),
    (
        ["DROP TRIGGER note_no_delete", "DELETE FROM note_activity WHERE note_id = 1"],
        {"schema", "copy"},
    ),
    (
        [
            "DROP TRIGGER note_activity_no_update",
            "UPDATE note_activity SET text = 'else' WHERE note_id = 1",
        ],
        {"schema", "copy"},
    ),
    (
        [
            "DROP TRIGGER note_no_delete",
            "DROP TRIGGER note_activity_no_delete",
            "DELETE FROM note_activity WHERE note_id = 1",
            "DELETE FROM note WHERE id = 1",
        ],
        {"schema", "missing"},
    ),
    (
        [
            "DROP TRIGGER ledger_no_update",
            "UPDATE ledger SET at_utc = '2020-01-01T00:00:00Z' WHERE id = 3",
        ],
        {"schema", "chain"},
    ),
    (
        ["DROP TRIGGER ledger_no_delete", "DELETE FROM ledger WHERE id = 2"],
        {"schema", "chain"},
    ),
    (
        [
            "DROP TRIGGER note_no_update",
            "UPDATE note SET signature = '00' WHERE id = 1",
        ],
        {"schema", "signature", "chain"},
    ),
    (
        [
            "DROP TRIGGER plan_version_no_update",
            "UPDATE plan_version SET content = replace(content, 'Calmer', 'Wilder')",
        ],
        {"schema", "content", "copy"},
    ),
    (
        [
            "DROP TRIGGER plan_version_no_update",
            "UPDATE plan_version SET review_on = '2030-01-01'",
        ],
        {"schema", "copy"},
    ),
    (
        [
            "DROP TRIGGER plan_version_no_delete",
            "DELETE FROM plan_version",
        ],
        {"schema", "missing"},
    ),
    (
        ["DROP TRIGGER note_no_update", "UPDATE note SET content = '{}' WHERE id = 1"],
        {"schema", "content"},
    ),
    (
        ["DROP TRIGGER note_no_update", "UPDATE note SET seal = 'x' WHERE id = 1"],
        {"schema", "content", "signature", "chain"},
    ),
    (
        [
            "DROP TRIGGER note_no_update",
            "UPDATE note SET pdf_sha256 = 'none' WHERE id = 1",
        ],
        {"schema", "content", "chain"},
    ),
    (
        [
            "DROP TRIGGER note_no_update",
            "UPDATE note SET number = 9 WHERE id = 1",
        ],
        {"schema", "copy", "chain"},
    ),
    (
        [
            "DROP TRIGGER ledger_no_update",
            "UPDATE ledger SET body = 'x' WHERE kind = 'plan_version'",
        ],
        {"schema", "chain"},
    ),
    (
        [
            "DROP TRIGGER ledger_no_update",
            "UPDATE ledger SET body = '[]' WHERE kind = 'plan_version'",
        ],
        {"schema", "chain"},
    ),
    (
        [
            "DROP TRIGGER ledger_no_update",
            "UPDATE ledger SET body = '{}' WHERE kind = 'signing_key'",
        ],
        {"schema", "chain", "signature"},
    ),
]


@pytest.mark.parametrize(("statements", "kinds"), TAMPERED)
def test_a_change_made_with_another_tool_is_found(store, statements, kinds):
    folder = store.folder
    raw = raw_open(store)
    raw.execute("PRAGMA foreign_keys = OFF")
    if any("DELETE FROM note_activity" in one for one in statements):
        raw.execute("DROP TRIGGER note_activity_no_delete")
        statements = [one for one in statements if "note_activity_no_delete" not in one]
    for statement in statements:
        raw.execute(statement)
    raw.close()
    again = support.open_store(folder)
    try:
        found = verify_record(again)
    finally:
        again.close()
    assert {finding.what for finding in found.findings} == kinds


def test_a_page_that_was_changed_or_lost_is_found(store):
    first, *_rest = sorted((store.generation / "papers").glob("??/*"))
    first.write_bytes(first.read_bytes()[:-1] + b"x")
    assert [finding.what for finding in verify_record(store).findings] == ["page"]
    first.unlink()
    assert [finding.what for finding in verify_record(store).findings] == ["page"]
