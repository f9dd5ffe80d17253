"""Bring an older database to the present schema, one numbered step at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.store.driver import RawConnection
from app.store.errors import CaseloadTooNew
from app.store.steps import step_0001


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change of the schema; its number is its place in the sequence, from 1.

    Attributes:
        statements: Run in order, in one transaction.
        rebuilds: Whether it makes a table anew. Foreign keys are then off while it
            runs, as dropping the old table would empty its children.
    """

    statements: tuple[str, ...]
    rebuilds: bool = False


STEPS: tuple[Step, ...] = (Step(statements=step_0001.STATEMENTS),)


class BrokenReferences(Exception):
    """A step left rows that refer to nothing: a bug in the step; it was undone."""


def schema_version(raw: RawConnection) -> int:
    """Return how many steps the database has had."""
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def migrate(raw: RawConnection, steps: Sequence[Step] = STEPS) -> None:
    """Apply the steps that the database has not had yet.

    Each step and its number are one transaction: after a failure or a crash the
    database is as the step before left it.

    Raises:
        CaseloadTooNew: It has had steps that we do not know. Nothing was changed.
        BrokenReferences: A step is wrong.
    """
    done = schema_version(raw)
    if done > len(steps):
        raise CaseloadTooNew
    for number, step in enumerate(steps[done:], start=done + 1):
        _apply(raw, number, step)


def schema_of(raw: RawConnection) -> tuple[tuple[str, str, str, str | None], ...]:
    """Return type, name, table and words of all there is in the schema, by name."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    return tuple(raw.execute(query).fetchall())


def _apply(raw: RawConnection, number: int, step: Step) -> None:
    if step.rebuilds:
        raw.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
    try:
        raw.execute("BEGIN IMMEDIATE")
        try:
            for statement in step.statements:
                raw.execute(statement)
            if raw.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise BrokenReferences(number)
            raw.execute(f"PRAGMA user_version = {number:d}")
            raw.execute("COMMIT")
        except BaseException:
            if raw.in_transaction:  # a full disk has rolled back already
                raw.execute("ROLLBACK")
            raise
    finally:
        if step.rebuilds:
            raw.execute("PRAGMA foreign_keys = ON")
