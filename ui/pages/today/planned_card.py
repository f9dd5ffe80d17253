"""The card "Planned today": whom to meet, when, where, and Start."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.person import display_name
from app.domain.wording import _, plural
from app.services.overview import PlannedContact
from ui.theme import current_theme
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Card, Panel, RowList
from ui.widgets.labels import Label, Line
from ui.widgets.pill import StatusPill
from ui.widgets.reading import time_words

_SHOWN = 44  # characters of last time's step, so that the row keeps to two lines


class PlannedCard(Card):
    """Today's agreed contacts; the next one stands out.

    Signals:
        started: Record a contact. Argument: the :class:`PlannedContact`.
    """

    started = Signal(object)

    def __init__(self) -> None:
        self._next = StatusPill("clock", "", "soft", small=True)
        self._next.hide()
        super().__init__(_("Planned today"), trailing=self._next)
        self._contacts: tuple[PlannedContact, ...] = ()
        self._last: dict[int, str] = {}
        self._rows = RowList(gap=4)
        self.add(self._rows, to_edge=True)

    def show_contacts(
        self,
        contacts: Sequence[PlannedContact],
        last: dict[int, str],
        now: datetime,
        *,
        hidden: bool,
    ) -> None:
        """Show today's contacts; ``last`` holds last time's step by contact id."""
        coming = next_contact(contacts, now)
        rows: list[QWidget] = [
            self._row(one, last.get(one.id, ""), picked=one is coming, hidden=hidden)
            for one in contacts
        ]
        self._contacts = tuple(contacts)
        self._rows.set_rows(rows or [Line(_("Nothing planned today."))])
        self.tell_time(now)

    def tell_time(self, now: datetime) -> None:
        """Say how long it is to the next one; not announced, it is every minute."""
        coming = next_contact(self._contacts, now)
        self._next.setVisible(coming is not None)
        if coming is not None and coming.at is not None:
            begins = datetime.combine(coming.on, coming.at)
            minutes = -(-(begins - now.replace(tzinfo=None)) // timedelta(minutes=1))
            self._next.set_words(_next_words(-minutes if minutes < 0 else minutes))

    def _row(
        self, contact: PlannedContact, last: str, *, picked: bool, hidden: bool
    ) -> QWidget:
        ink = "on_soft" if picked else "ink"
        name = display_name(contact.person_name, hidden=hidden)
        time = time_words(contact.at) if contact.at is not None else _("Any time")
        when = Label(time, bold=True, token=ink)
        when.setMinimumWidth(current_theme().px(84))
        parts = [contact.place]
        if last and not hidden:
            step = shorten(last, _SHOWN, placeholder="…")
            parts.append(_("Last time: {words}").format(words=step))
        said = "  ·  ".join(part for part in parts if part)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(name, bold=True, token=ink, wrap=True))
        second = Line(said, token="on_soft" if picked else "ink2")
        second.setVisible(bool(said))
        words.addWidget(second)
        start = OutlineButton(_("Start"), "play")
        start.setObjectName(f"start:{contact.id}")
        start.setAccessibleName(
            _("Start the session with {name}, {time}").format(name=name, time=time)
        )
        start.clicked.connect(partial(self.started.emit, contact))
        row = Panel("soft" if picked else "", radius=10)
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(12)
        line.addWidget(when, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(words, 1)
        line.addWidget(start, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def next_contact(
    contacts: Sequence[PlannedContact], now: datetime
) -> PlannedContact | None:
    """Return the next one that begins from now on, None where there is none."""
    time = now.time().replace(second=0, microsecond=0)
    coming = (one for one in contacts if one.at is not None and one.at >= time)
    return next(coming, None)


def _next_words(minutes: int) -> str:
    if minutes < 1:
        return _("Next now")
    if minutes < 60:
        words = plural("Next in {n} minute", "Next in {n} minutes", minutes)
        return words.format(n=minutes)
    hours, rest = divmod(minutes, 60)
    return _("Next in {h} h {m} min").format(h=hours, m=rest)
