"""A time in one field, typed the way people say it."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Unpack

from app.domain.wording import _
from ui.widgets.fields import FieldLook
from ui.widgets.reading import read_time, time_words
from ui.widgets.typed_field import TypedField

_STEP = timedelta(minutes=5)
_WIDEST = time(10, 0)


class TimeField(TypedField[time]):
    """Reads ``1005``, ``10:05a``, ``5p``, ``now``; Up and Down step 5 minutes.

    ``TimeField(label, now, **look)``: ``now`` is the clock. ``value()`` is a
    ``datetime.time`` or ``None``; ``set_value``, ``set_text`` send no signal.
    """

    def __init__(
        self, label: str, now: Callable[[], datetime], **look: Unpack[FieldLook]
    ) -> None:
        self._now = now
        super().__init__(label, _WIDEST, **look)

    def _read(self, words: str) -> time | None:
        return read_time(words, self._now())

    def _shown(self, value: time) -> str:
        return time_words(value)

    def _stepped(self, value: time | None, by: int) -> time:
        if value is None:
            return read_time("now", self._now()) or time()
        start = datetime.combine(self._now().date(), value)
        past = timedelta(minutes=value.minute % 5)
        if past:
            start += -past if by < 0 else _STEP - past
        else:
            start += by * _STEP
        return start.time()

    def _unreadable(self) -> str:
        return _("Type the time like 10:05a or 1005.")
