"""The card "Soon": plan reviews, and people not seen lately."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.person import PersonSummary, display_name
from app.domain.wording import _
from app.services.overview import DueReview, Today
from ui.models.people_words import long_day, month_day
from ui.widgets.card import Card, RowList
from ui.widgets.labels import Line
from ui.widgets.row_button import Row, RowButton

_MOST = 6


class SoonCard(Card):
    """Neutral rows; one turns warm only when its day has passed.

    Signals:
        person_wanted: A person's page. Argument: their id.
        people_wanted: Everybody not seen lately.
    """

    person_wanted = Signal(int)
    people_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Soon"))
        self._rows = RowList(gap=4)
        self.add(self._rows, to_edge=True)

    def show_today(self, facts: Today, today: date, *, hidden: bool) -> None:
        """Show what comes."""
        rows: list[QWidget] = [
            self._review(one, today, hidden=hidden) for one in facts.reviews[:_MOST]
        ]
        rows += self._not_seen(facts.not_seen, today, hidden=hidden)
        self._rows.set_rows(rows or [Line(_("Nothing in the next two weeks."))])

    def _review(self, due: DueReview, today: date, *, hidden: bool) -> QWidget:
        name = display_name(due.person_name, hidden=hidden)
        said = _("It was due {day}") if due.overdue else _("By {day}")
        row = RowButton(
            Row(
                title=_("Plan review: {name}").format(name=name),
                second=said.format(day=long_day(due.on, today)),
                icon="flag",
                tone="warn" if due.overdue else "neutral",
                strong=False,
                small=True,
            )
        )
        row.setObjectName(f"review:{due.person_id}")
        row.clicked.connect(partial(self.person_wanted.emit, due.person_id))
        return row

    def _not_seen(
        self, people: tuple[PersonSummary, ...], today: date, *, hidden: bool
    ) -> Iterator[QWidget]:
        if not people:
            return
        days = [person.last_seen for person in people if person.last_seen is not None]
        title = _("Not seen lately")
        if days:
            latest = month_day(max(days), today)
            title = _("Not seen since {day}").format(day=latest)
        names = [display_name(person.name, hidden=hidden) for person in people]
        row = RowButton(
            Row(
                title=title,
                second=", ".join(names[:4]) + (" …" if len(names) > 4 else ""),
                icon="footprints",
                tone="neutral",
                strong=False,
                small=True,
            )
        )
        row.setObjectName("not_seen")
        if len(people) == 1:
            row.clicked.connect(partial(self.person_wanted.emit, people[0].id))
        else:
            row.clicked.connect(self.people_wanted)
        yield row
