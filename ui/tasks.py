"""Keep the window alive during the few things that take longer than a blink.

Short queries and all writes are called directly. What takes longer runs here, in one
of two lanes, so that a backup never delays a signature.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

T = TypeVar("T")


class Lane(StrEnum):
    """Where work waits its turn: each lane is one thread.

    Attributes:
        QUICK: Search, page layout and page pictures, key derivation.
        LONG: Backup, restore, packets, checks of the whole store.
    """

    QUICK = "quick"
    LONG = "long"


class Tasks(QObject):
    """Does slow work away from the GUI thread, one piece at a time in each lane.

    This object outlives the work it is given, so that no result is lost.
    """

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            lane: ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value)
            for lane in Lane
        }
        self._waiting: set[Future[Any]] = set()
        self._stopped = False
        self._finished.connect(self._settle)

    def run(
        self,
        lane: Lane | str,
        work: Callable[[], T],
        *,
        on_done: Callable[[T], None],
        on_failed: Callable[[Exception], None],
        expected: tuple[type[Exception], ...] = (),
    ) -> None:
        """Do ``work`` in the background, then call back on the GUI thread.

        ``work`` must not touch a widget; the callbacks may. At most one of them runs:
        neither does after :meth:`stop`. An error that is not ``expected`` is a bug: it
        is raised again on the GUI thread, for the handler at the top. After
        :meth:`stop` work is dropped: a widget may still be resized while it goes away.
        """
        if self._stopped:
            return
        settle = partial(
            _settle, on_done=on_done, on_failed=on_failed, expected=expected
        )
        future = self._lanes[Lane(lane)].submit(work)
        self._waiting.add(future)
        future.add_done_callback(partial(self._hand_over, settle))

    def stop(self, cleanup: Callable[[], None]) -> None:
        """Take no more work, run ``cleanup`` on each lane's thread, end the threads.

        Work not yet begun is dropped, and results that arrive later are too. Waits for
        the work in hand: interrupt it first. ``cleanup`` closes that thread's own
        connection; what it raises is raised here once both threads have ended.
        """
        self._stopped = True
        for future in tuple(self._waiting):
            future.cancel()
        cleanings = [lane.submit(cleanup) for lane in self._lanes.values()]
        for lane in self._lanes.values():
            lane.shutdown(wait=True)
        for cleaning in cleanings:
            cleaning.result()

    def _hand_over(
        self, settle: Callable[[Future[T]], None], future: Future[T]
    ) -> None:
        self._waiting.discard(future)
        self._finished.emit(partial(settle, future))

    @Slot(object)
    def _settle(self, settle: Callable[[], None]) -> None:
        if not self._stopped:
            settle()


def _settle(
    future: Future[T],
    *,
    on_done: Callable[[T], None],
    on_failed: Callable[[Exception], None],
    expected: tuple[type[Exception], ...],
) -> None:
    error = future.exception()
    if error is None:
        on_done(future.result())
    elif isinstance(error, expected):
        on_failed(error)
    else:
        raise error
