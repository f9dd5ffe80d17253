"""The numbered steps of the schema."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.store.driver import RawConnection, connect, dbapi2
from app.store.errors import CaseloadTooNew
from app.store.migrations import (
    STEPS,
    BrokenReferences,
    Step,
    migrate,
    schema_of,
    schema_version,
)
from tests.app.store.caseloads import Made

FIRST = Step(
    statements=(
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
        "CREATE TABLE draft (id INTEGER PRIMARY KEY, "
        "person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE, "
        "words TEXT NOT NULL)",
        "CREATE VIRTUAL TABLE ft USING fts5 (words)",
        "CREATE TRIGGER draft_into_ft AFTER INSERT ON draft "
        "BEGIN INSERT INTO ft (rowid, words) VALUES (NEW.id, NEW.words); END",
    )
)
SECOND = Step(
    statements=(
        "CREATE TABLE new_person (id INTEGER PRIMARY KEY, name TEXT NOT NULL, "
        "preferred_name TEXT NOT NULL DEFAULT '')",
        "INSERT INTO new_person (id, name) SELECT id, name FROM person",
        "DROP TABLE person",
        "ALTER TABLE new_person RENAME TO person",
    ),
    rebuilds=True,
)
LOSES_A_PERSON = Step(statements=("DELETE FROM person WHERE id = 1",), rebuilds=True)
STUMBLES = Step(statements=("CREATE TABLE half (id)", "INSERT INTO nowhere VALUES (1)"))


@pytest.fixture
def raw(tmp_path: Path, made: Made) -> Iterator[RawConnection]:
    """A database at the first step, with a person and a draft."""
    with closing(connect(tmp_path / "steps.db", made.key)) as raw:
        migrate(raw, (FIRST,))
        raw.execute("INSERT INTO person VALUES (1, 'Ada Example')")
        raw.execute("INSERT INTO draft VALUES (1, 1, 'took the bus')")
        yield raw


def _rows(raw: RawConnection) -> list[tuple[object, ...]]:
    return raw.execute(
        "SELECT person.name, draft.words, ft.words FROM person "
        "JOIN draft ON person_id = person.id JOIN ft ON ft.rowid = draft.id"
    ).fetchall()


def test_a_rebuilt_table_keeps_its_rows_its_children_and_their_index(
    raw: RawConnection,
) -> None:
    migrate(raw, (FIRST, SECOND))

    assert schema_version(raw) == 2
    assert _rows(raw) == [("Ada Example", "took the bus", "took the bus")]
    raw.execute("INSERT INTO draft VALUES (2, 1, 'walked home')")
    assert len(_rows(raw)) == 2
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_step_is_applied_once(raw: RawConnection) -> None:
    migrate(raw, (FIRST, SECOND))
    before = schema_of(raw)

    migrate(raw, (FIRST, SECOND))

    assert schema_of(raw) == before


@pytest.mark.parametrize(
    ("step", "error"),
    [(STUMBLES, dbapi2.OperationalError), (LOSES_A_PERSON, BrokenReferences)],
    ids=["stumbles", "loses a person"],
)
def test_a_step_that_fails_leaves_the_version_before_whole(
    raw: RawConnection, step: Step, error: type[Exception]
) -> None:
    before = schema_of(raw), _rows(raw)

    with pytest.raises(error):
        migrate(raw, (FIRST, step))

    assert (schema_of(raw), _rows(raw)) == before
    assert schema_version(raw) == 1
    assert raw.execute("PRAGMA foreign_keys").fetchone() == (1,)
    migrate(raw, (FIRST, SECOND))
    assert schema_version(raw) == 2


def test_the_steps_before_a_failing_one_stay(raw: RawConnection) -> None:
    with pytest.raises(dbapi2.OperationalError):
        migrate(raw, (FIRST, SECOND, STUMBLES))

    assert schema_version(raw) == 2
    assert len(_rows(raw)) == 1


def test_a_newer_database_is_refused_untouched(raw: RawConnection) -> None:
    migrate(raw, (FIRST, SECOND))
    before = schema_of(raw)

    with pytest.raises(CaseloadTooNew):
        migrate(raw, (FIRST,))

    assert schema_of(raw) == before


def test_the_released_steps_make_the_same_schema_one_by_one(
    tmp_path: Path, made: Made
) -> None:
    with (
        closing(connect(tmp_path / "fresh.db", made.key)) as fresh,
        closing(connect(tmp_path / "slow.db", made.key)) as slow,
    ):
        migrate(fresh)
        for count in range(len(STEPS) + 1):
            migrate(slow, STEPS[:count])

        assert schema_of(slow) == schema_of(fresh)
        assert schema_version(slow) == len(STEPS)
