"""The wait after failed unlocks."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.store.attempts import delay_seconds, failed_at, forget, record_failure
from tests.app.store.caseloads import NOW


def _fail(folder: Path, times: int) -> None:
    for _ in range(times):
        record_failure(folder, NOW)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 0), (4, 0), (5, 5), (6, 10), (7, 20), (10, 160), (11, 300), (40, 300)],
)
def test_the_wait_grows_with_the_failures_up_to_five_minutes(
    tmp_path: Path, failures: int, seconds: int
) -> None:
    _fail(tmp_path, failures)

    assert delay_seconds(tmp_path, NOW) == seconds


def test_the_wait_runs_down_and_ends(tmp_path: Path) -> None:
    _fail(tmp_path, 6)

    assert delay_seconds(tmp_path, NOW + timedelta(seconds=9, milliseconds=500)) == 1
    assert delay_seconds(tmp_path, NOW + timedelta(seconds=10)) == 0


def test_a_clock_set_back_neither_lifts_nor_prolongs_the_wait(tmp_path: Path) -> None:
    _fail(tmp_path, 6)
    last_year = NOW - timedelta(days=365)

    assert delay_seconds(tmp_path, last_year) == 10
    assert delay_seconds(tmp_path, last_year + timedelta(seconds=8)) == 2
    assert delay_seconds(tmp_path, last_year + timedelta(seconds=10)) == 0


def test_at_most_a_thousand_failures_are_kept(tmp_path: Path) -> None:
    times = "".join(f"{NOW.isoformat()}\n" for _ in range(1_000))
    (tmp_path / "attempts").write_text(times)

    record_failure(tmp_path, NOW + timedelta(hours=1))

    kept = failed_at(tmp_path)
    assert len(kept) == 1_000
    assert kept[-1] == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\x00", b"yesterday\n", b"2026-03-02T16:05:00\n"]
)
def test_a_damaged_file_is_no_reason_to_fail(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "attempts").write_bytes(content)

    assert delay_seconds(tmp_path, NOW) == 0
    record_failure(tmp_path, NOW)
    assert failed_at(tmp_path) == (NOW,)


def test_a_folder_that_is_gone_is_no_reason_to_fail(tmp_path: Path) -> None:
    gone = tmp_path / "gone"

    record_failure(gone, NOW)
    forget(gone)

    assert delay_seconds(gone, NOW) == 0
