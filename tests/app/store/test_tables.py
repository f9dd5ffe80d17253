"""The tables that services ask are the tables that the steps make."""

from pathlib import Path

import pytest
from sqlalchemy import Table

from app.store.tables import ALL
from tests.app.store.caseloads import Made, raw_of


@pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)
def test_a_table_has_the_columns_that_services_ask_for(
    folder: Path, made: Made, table: Table
) -> None:
    with raw_of(folder, made) as raw:
        made_columns = {
            name: kind
            for _, name, kind, *_ in raw.execute(f"PRAGMA table_info({table.name})")
        }

    assert {column.name: str(column.type) for column in table.columns} == made_columns


def test_every_table_of_the_steps_is_one_that_services_can_ask_for(
    folder: Path, made: Made
) -> None:
    with raw_of(folder, made) as raw:
        names = {
            name
            for (name,) in raw.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'note\\_text%' ESCAPE '\\' "
                "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
            )
        }

    assert {table.name for table in ALL} == names
