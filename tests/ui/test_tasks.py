"""Work off the GUI thread."""

import threading
from collections.abc import Callable, Iterator

import pytest

from ui.tasks import Lane, Tasks


class Full(Exception):
    """An expected error."""


@pytest.fixture
def tasks(qapp) -> Iterator[Tasks]:
    tasks = Tasks()
    yield tasks
    tasks.stop(nothing)


def nothing(*_args: object) -> None:
    """Do nothing."""


def failing(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


@pytest.mark.parametrize("lane", Lane)
def test_result_comes_back_on_the_gui_thread(qtbot, tasks, lane):
    seen: list[tuple[int, int]] = []
    tasks.run(
        lane,
        threading.get_ident,
        on_done=lambda worker: seen.append((worker, threading.get_ident())),
        on_failed=nothing,
    )
    qtbot.waitUntil(lambda: bool(seen))
    ((worker, receiver),) = seen
    assert receiver == threading.get_ident()
    assert worker != receiver


def test_expected_error_comes_back_on_the_gui_thread(qtbot, tasks):
    seen: list[tuple[Exception, int]] = []
    tasks.run(
        "quick",
        failing(Full("disk full")),
        on_done=nothing,
        on_failed=lambda error: seen.append((error, threading.get_ident())),
        expected=(Full,),
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0][0], Full)
    assert seen[0][1] == threading.get_ident()


def test_unexpected_error_reaches_the_top_handler(qtbot, tasks):
    told: list[Exception] = []
    with qtbot.captureExceptions() as caught:
        tasks.run(
            "long",
            failing(ZeroDivisionError()),
            on_done=nothing,
            on_failed=told.append,
            expected=(Full,),
        )
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert told == []


def test_long_work_does_not_delay_quick_work(qtbot, tasks):
    gate = threading.Event()
    seen: list[str] = []
    for lane, work in ((Lane.LONG, gate.wait), (Lane.QUICK, nothing)):
        tasks.run(
            lane,
            work,
            on_done=lambda _, lane=lane: seen.append(lane.value),
            on_failed=nothing,
        )
    qtbot.waitUntil(lambda: seen == ["quick"])
    gate.set()
    qtbot.waitUntil(lambda: seen == ["quick", "long"])


def test_late_result_after_stop_is_dropped(qtbot, qapp):
    tasks = Tasks()
    gate, begun = threading.Event(), threading.Event()
    seen: list[object] = []

    def work() -> str:
        begun.set()
        gate.wait()
        return "late"

    tasks.run("quick", work, on_done=seen.append, on_failed=seen.append)
    tasks.run("quick", nothing, on_done=seen.append, on_failed=seen.append)
    assert begun.wait(5)
    threading.Timer(0.05, gate.set).start()
    tasks.stop(nothing)
    qtbot.wait(50)
    assert seen == []


def test_cleanup_runs_on_each_lane_thread(qtbot, qapp):
    tasks = Tasks()
    workers: list[int] = []
    for lane in Lane:
        tasks.run(lane, threading.get_ident, on_done=workers.append, on_failed=nothing)
    qtbot.waitUntil(lambda: len(workers) == 2)
    cleaned: list[int] = []
    tasks.stop(lambda: cleaned.append(threading.get_ident()))
    assert sorted(cleaned) == sorted(workers)


def test_error_in_cleanup_is_not_swallowed(qapp):
    with pytest.raises(Full):
        Tasks().stop(failing(Full()))
