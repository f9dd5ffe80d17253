"""What is signed stays as it was signed."""

import pytest
from sqlalchemy import Table, delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from app.store.database import Store
from app.store.tables import ALL, ledger, note, note_activity, paper
from tests.app.store.rows import add_note, add_person

FROZEN = [note, note_activity, ledger, paper]


@pytest.fixture(autouse=True)
def signed(store: Store) -> None:
    """Sign one note."""
    with store.transaction() as db:
        add_note(db, 1, add_person(db), "We rode the bus")


def _all(store: Store, table: Table) -> list[tuple[object, ...]]:
    with store.reading() as db:
        return [tuple(row) for row in db.execute(select(table))]


@pytest.mark.parametrize("table", FROZEN, ids=lambda table: table.name)
def test_a_frozen_row_is_neither_changed_nor_deleted_nor_replaced(
    store: Store, table: Table
) -> None:
    before = _all(store, table)
    first = next(iter(table.columns))
    columns = ", ".join(column.name for column in table.columns)

    for statement in (
        update(table).values({first: first}),
        delete(table),
        text(
            f"INSERT OR REPLACE INTO {table.name} ({columns}) "
            f"SELECT {columns} FROM {table.name}"
        ),
        text(f"UPDATE OR REPLACE {table.name} SET {first.name} = {first.name}"),
    ):
        with (
            pytest.raises(IntegrityError, match="frozen"),
            store.transaction() as db,
        ):
            db.execute(statement)

    assert before
    assert _all(store, table) == before


def test_a_signed_note_gets_no_further_activity(store: Store) -> None:
    with pytest.raises(IntegrityError, match="frozen"), store.transaction() as db:
        db.execute(
            insert(note_activity).values(
                note_id=1,
                position=2,
                citation="24-2-42.2(A)(1)(b)",
                edition="2026-01-01",
                text="Added later",
                goal_answer="none",
            )
        )

    assert len(_all(store, note_activity)) == 1


@pytest.mark.parametrize("column", ["number", "ledger_id"])
def test_no_new_note_takes_the_place_of_a_signed_one(store: Store, column: str) -> None:
    names = [column.name for column in note.columns if column.name != "id"]
    fresh = {"number": "number + 1", "ledger_id": "ledger_id + 1"}
    values = ", ".join(fresh[n] if n in fresh and n != column else n for n in names)

    with pytest.raises(IntegrityError, match="frozen"), store.transaction() as db:
        db.execute(
            text(
                f"INSERT OR REPLACE INTO note ({', '.join(names)}) "
                f"SELECT {values} FROM note"
            )
        )

    assert len(_all(store, note)) == 1


def test_every_table_with_a_signature_is_frozen(store: Store) -> None:
    signed = {table.name for table in ALL if "ledger_id" in table.columns}

    with store.reading() as db:
        triggers = set(
            db.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        )

    assert signed
    for name in signed:
        assert {
            f"{name}_no_update",
            f"{name}_no_delete",
            f"{name}_no_replace",
        } <= triggers
