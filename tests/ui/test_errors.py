"""What the specialist meets when something unexpected goes wrong."""

import logging
import sys
import threading

import pytest

from ui.errors import LastResort, show_expected
from ui.widgets.labels import Body


class Draft:
    """A draft that remembers being saved, or cannot be."""

    def __init__(self) -> None:
        self.saves = 0
        self.fails = False

    def save(self) -> None:
        self.saves += 1
        if self.fails:
            raise OSError("Jordan Merrit")


@pytest.fixture
def draft() -> Draft:
    return Draft()


@pytest.fixture
def last_resort(qtbot, draft):
    hooks = sys.excepthook, threading.excepthook
    last_resort = LastResort(draft.save)
    last_resort.install()
    yield last_resort
    if last_resort.notice is not None:
        last_resort.notice.accept()
    last_resort.uninstall()
    sys.excepthook, threading.excepthook = hooks


def meet(error: Exception) -> None:
    """Bring an error to the top, as Qt does for one raised in a slot."""
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def test_draft_is_saved_first_and_said_to_be_safe(last_resort, draft):
    meet(KeyError("Jordan Merrit"))
    assert draft.saves == 1
    assert "Your draft is safe" in last_resort.notice.words.words()
    assert last_resort.notice.isVisible()


def test_nothing_typed_is_shown_or_logged(last_resort, caplog):
    with caplog.at_level(logging.ERROR):
        meet(KeyError("Jordan Merrit"))
    shown = [label.words() for label in last_resort.notice.findChildren(Body)]
    assert "Jordan" not in " ".join([*shown, last_resort.notice.small.text()])
    assert "Jordan" not in caplog.text
    assert "KeyError-test_errors-" in caplog.text


def test_failed_save_is_told_and_does_not_recurse(last_resort, draft, caplog):
    draft.fails = True
    with caplog.at_level(logging.ERROR):
        meet(KeyError())
    assert draft.saves == 1
    assert "could not save" in last_resort.notice.words.words()
    assert "Jordan" not in caplog.text


def test_second_error_opens_no_second_window(last_resort, draft, caplog):
    with caplog.at_level(logging.ERROR):
        meet(KeyError())
        first = last_resort.notice
        meet(ValueError())
    assert last_resort.notice is first
    assert draft.saves == 2


def test_error_in_another_thread_is_told_on_this_one(qtbot, last_resort, caplog):
    with caplog.at_level(logging.ERROR):
        thread = threading.Thread(target=meet_nothing)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: last_resort.notice is not None)
    assert "ZeroDivisionError-test_errors-" in caplog.text


def meet_nothing() -> None:
    raise ZeroDivisionError


def test_expected_error_is_shown_in_its_own_words(qtbot, dressed_app):
    parent = Body()
    qtbot.addWidget(parent)
    notice = show_expected(parent, OSError("The disk is full. Nothing was changed."))
    qtbot.addWidget(notice)
    assert notice.words.words() == "The disk is full. Nothing was changed."
    assert notice.windowTitle() == "Peer Daybook"
