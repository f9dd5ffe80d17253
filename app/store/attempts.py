"""Failed unlocks: kept in a plain file while the caseload is closed.

They feed the wait before the next try, also after a restart, and go into the ledger
at the next unlock. The cost of one try at the passphrase is the protection; the wait
only slows down whoever sits at this keyboard.
"""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.store.files import write_atomically

NAME = "attempts"

_KEPT = 1_000
_FREE_TRIES = 4  # the wait begins with the next one
_FIRST_WAIT, _LONGEST_WAIT = 5, 300  # seconds


def record_failure(folder: Path, now: datetime) -> None:
    """Keep the time of a failed unlock.

    A folder that cannot be written keeps no count: that is no reason to fail.
    """
    times = [*failed_at(folder), now.astimezone(UTC)]
    with suppress(OSError):
        _write(folder, times[-_KEPT:])


def failed_at(folder: Path) -> tuple[datetime, ...]:
    """Return the times of the failed unlocks, in UTC. What is not a time is skipped."""
    try:
        text = (folder / NAME).read_bytes().decode("ascii", "replace")
    except OSError:
        return ()
    return tuple(_times(text))


def delay_seconds(folder: Path, now: datetime) -> int:
    """Return how long the next try must wait: 0 for five tries, 300 at most.

    A clock set back neither lifts the wait nor prolongs it: it starts again.
    """
    times = failed_at(folder)
    if len(times) <= _FREE_TRIES:
        return 0
    doublings = min(len(times) - _FREE_TRIES - 1, 6)
    wait = min(_FIRST_WAIT << doublings, _LONGEST_WAIT)
    passed = now.astimezone(UTC) - times[-1]
    if passed < timedelta(0):
        with suppress(OSError):
            _write(folder, (*times[:-1], now.astimezone(UTC)))
        return wait
    return max(0, wait - int(passed.total_seconds()))


def forget(folder: Path) -> None:
    """Empty the file: its times are in the ledger now."""
    with suppress(OSError):
        (folder / NAME).unlink()


def _times(text: str) -> Iterator[datetime]:
    for line in text.splitlines():
        with suppress(ValueError):
            at = datetime.fromisoformat(line)
            if at.tzinfo is not None:
                yield at.astimezone(UTC)


def _write(folder: Path, times: tuple[datetime, ...] | list[datetime]) -> None:
    lines = (at.isoformat(timespec="seconds") for at in times)
    write_atomically(folder / NAME, "".join(f"{at}\n" for at in lines).encode())
