"""The rows of the people page; they are handed in, nothing is read here."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.person import PersonSummary, display_name
from app.domain.wording import _
from ui.models.people_words import (
    days_ago,
    days_ahead,
    done_words,
    month_name,
    needs_mark,
    person_sentence,
)

PERSON, SEEN, DONE, NEXT, STATUS = range(5)
PERSON_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PeopleModel(QAbstractTableModel):
    """People in the order given; a row's first cell says the whole row aloud.

    Attributes:
        today: The day that "4 days ago" is counted from.
        hidden: Whether names are initials only.
    """

    def __init__(self) -> None:
        super().__init__()
        self.today = date.min
        self.hidden = False
        self._people: tuple[PersonSummary, ...] = ()

    def set_people(
        self, people: Sequence[PersonSummary], *, today: date, hidden: bool
    ) -> None:
        """Show these people; the same rows again change nothing."""
        rows = tuple(people)
        if (rows, today, hidden) == (self._people, self.today, self.hidden):
            return
        self.beginResetModel()
        self._people, self.today, self.hidden = rows, today, hidden
        self.endResetModel()

    def person_at(self, row: int) -> PersonSummary | None:
        """Return the person in a row, None where there is none."""
        return self._people[row] if 0 <= row < len(self._people) else None

    def row_of(self, person_id: int | None) -> int:
        """Return a person's row, -1 where they are not shown."""
        rows = (row for row, p in enumerate(self._people) if p.id == person_id)
        return next(rows, -1)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else STATUS + 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        person = self.person_at(index.row())
        if person is None:
            return None
        if role == PERSON_ROLE:
            return person
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(person, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column() == PERSON:
                return person_sentence(person, self.today, hidden=self.hidden)
            return self._words(person, index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        return (
            _("Person"),
            _("Last seen"),
            _("Done in {month}").format(month=month_name(self.today)),
            _("Next planned"),
            _("Status"),
        )[section]

    def _words(self, person: PersonSummary, column: int) -> str:
        match column:
            case 0:
                return display_name(person.name, hidden=self.hidden)
            case 1:
                seen = person.last_seen
                return days_ago(seen, self.today) if seen else _("Not seen yet")
            case 2:
                return done_words(person)
            case 3:
                ahead = person.next_on
                return days_ahead(ahead, self.today) if ahead else _("Nothing planned")
        return needs_mark(person.needs)[1]
