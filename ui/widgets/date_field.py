"""A date in one field, typed the way people write it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Unpack

from app.domain.wording import _
from ui.widgets.fields import FieldLook
from ui.widgets.reading import date_words, read_date
from ui.widgets.typed_field import TypedField

_WIDEST = date(2028, 11, 22)


class DateField(TypedField[date]):
    """Reads ``2/2/26``, ``today``, ``Feb 2 2026``; Up and Down step a day.

    ``DateField(label, now, **look)``: ``now`` is the clock. ``value()`` is a
    ``datetime.date`` or ``None``; ``set_value``, ``set_text`` send no signal. Shows
    "Tue, Nov 24, 2026". :meth:`look_ahead` for days to come, such as a next contact.
    """

    def __init__(
        self, label: str, now: Callable[[], datetime], **look: Unpack[FieldLook]
    ) -> None:
        self._now = now
        self._ahead = False
        self._weekday = True
        super().__init__(label, _WIDEST, **look)

    def look_ahead(self) -> None:
        """Read a day without its year as the next such day, not the last one."""
        self._ahead = True

    def show_weekday(self, *, shown: bool) -> None:
        """Show "Nov 24, 2026" where room is short, as for a birth date."""
        self._weekday = shown

    def _read(self, words: str) -> date | None:
        return read_date(words, self._now().date(), ahead=self._ahead)

    def _shown(self, value: date) -> str:
        return date_words(value, weekday=self._weekday)

    def _stepped(self, value: date | None, by: int) -> date:
        if value is None:
            return self._now().date()
        return value + timedelta(days=by)

    def _unreadable(self) -> str:
        return _("Type the date like 11/24/2026 or today.")
