"""Time two things in turn, so that a noisy machine slows both alike."""

import gc
import math
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of the product's table.

    Attributes:
        ours: Milliseconds.
        baseline: Milliseconds of what it is held against.
        limit: The ratio must not be above it.
    """

    name: str
    ours: float
    baseline: float
    limit: float
    what: str

    @property
    def ratio(self) -> float:
        """Ours over the baseline."""
        return self.ours / self.baseline


def in_turn(
    ours: Callable[[], object], baseline: Callable[[], object], times: int
) -> tuple[float, float]:
    """Return the median milliseconds of each, run A B A B after a warm-up."""
    pairs = []
    ours(), baseline()
    for _turn in range(times):
        pairs.append((timed(ours), timed(baseline)))
    return median([one for one, _ in pairs]), median([other for _, other in pairs])


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds one call takes, with the collector at rest."""
    gc.disable()
    try:
        began = perf_counter()
        work()
        return (perf_counter() - began) * 1000
    finally:
        gc.enable()


def median(values: list[float]) -> float:
    """Return the middle value."""
    return sorted(values)[len(values) // 2]


def p99(values: list[float]) -> float:
    """Return the value that 99 of 100 do not pass."""
    ordered = sorted(values)
    return ordered[math.ceil(0.99 * len(ordered)) - 1]
