"""The ledger's chain."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.store import audit
from app.store.audit import Link
from app.store.database import Store
from app.store.driver import RawConnection
from tests.app.store.caseloads import NOW, Made, raw_of

_UNGUARD = ("ledger_no_update", "ledger_no_delete", "ledger_no_replace")


@pytest.fixture
def broken(folder: Path, made: Made, store: Store) -> Callable[[str], tuple[int, ...]]:
    """Write four links, let another tool run a statement, return what does not fit."""
    with store.transaction() as db:
        for number in range(3):
            audit.append(db, "tried", {"n": number}, now=NOW)

    def run(statement: str) -> tuple[int, ...]:
        with raw_of(folder, made) as raw:
            _run_as_another_tool(raw, statement)
        with store.reading() as db:
            return audit.broken_links(db)

    return run


def _run_as_another_tool(raw: RawConnection, statement: str) -> None:
    for trigger in _UNGUARD:
        raw.execute(f"DROP TRIGGER {trigger}")
    raw.execute(statement)


def test_an_untouched_chain_has_no_broken_link(
    broken: Callable[[str], tuple[int, ...]],
) -> None:
    assert broken("SELECT 1") == ()


@pytest.mark.parametrize(
    ("statement", "links"),
    [
        ("UPDATE ledger SET body = '{\"n\":9}' WHERE id = 3", (3,)),
        ("UPDATE ledger SET body = body || ' ' WHERE id = 3", (3,)),
        ("UPDATE ledger SET kind = 'other' WHERE id = 2", (2,)),
        ("UPDATE ledger SET at_utc = '2025-01-01T00:00:00Z' WHERE id = 1", (1,)),
        ("UPDATE ledger SET hash = 'é' WHERE id = 3", (3, 4)),
        ("UPDATE ledger SET id = 9 WHERE id = 4", (9,)),
        ("DELETE FROM ledger WHERE id = 2", (3,)),
        ("DELETE FROM ledger WHERE id = 1", (2,)),
    ],
)
def test_whatever_another_tool_changes_is_found(
    broken: Callable[[str], tuple[int, ...]], statement: str, links: tuple[int, ...]
) -> None:
    assert broken(statement) == links


def test_the_head_follows_the_chain(store: Store) -> None:
    with store.transaction() as db:
        before = audit.head(db)
        link = audit.append(db, "tried", {}, now=NOW)

        assert audit.head(db) == link
        assert link.id == before.id + 1


def test_equal_events_have_different_hashes(store: Store) -> None:
    with store.transaction() as db:
        links = [audit.append(db, "tried", {"n": 1}, now=NOW) for _ in range(2)]

    assert links[0].hash != links[1].hash


def test_the_shape_of_a_link_never_changes() -> None:
    """Old ledgers must stay provable: this value is fixed for good."""
    digest = audit._hash("0" * 64, (1, "2026-03-02T16:05:00Z", "tried", '{"a":"é"}'))

    assert digest == "04776fb66deca4bd3c76031825fc74e96513e084ddd0af1cca7d917cdc87afb6"
    assert Link(id=0, hash="0" * 64) == audit.BEFORE_FIRST


def test_a_moment_without_a_time_zone_is_a_mistake(store: Store) -> None:
    with (
        pytest.raises(ValueError, match="time zone"),
        store.transaction() as db,
    ):
        audit.append(db, "tried", {}, now=datetime(2026, 3, 2, 16, 5))
