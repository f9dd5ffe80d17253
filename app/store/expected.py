"""Hold an open caseload's schema against the one its program would make."""

from contextlib import closing

from sqlalchemy import Connection, text

from app.store.driver import dbapi2
from app.store.migrations import migrate, schema_of


def schema_differences(db: Connection) -> tuple[str, ...]:
    """Return the names of tables, triggers, views and indexes that are not as made.

    A trigger that was dropped, changed or added is among them: whoever holds the key
    and another tool can do that, and only this comparison tells.
    """
    with closing(dbapi2.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh)
        expected = {row[:2]: row for row in schema_of(fresh)}
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master"
    found = {tuple(row)[:2]: tuple(row) for row in db.execute(text(query))}
    differ = {
        name
        for kind, name in expected.keys() | found.keys()
        if expected.get((kind, name)) != found.get((kind, name))
        and not name.startswith("sqlite_stat")
    }
    return tuple(sorted(differ))
