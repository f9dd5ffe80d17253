"""Plain rows of two lines for long lists; more are asked for at the end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

ROW_ROLE = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One row of a list.

    Attributes:
        id: What opening it is told.
        trailing: A short line at the right end.
        icon: A Lucide name; ``tone`` is the colour of its tile.
    """

    id: int
    title: str
    second: str = ""
    trailing: str = ""
    icon: str = ""
    tone: str = "neutral"


class RowsModel(QAbstractListModel):
    """Rows handed in; ``more`` brings the next page when the end comes in sight."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[ListRow] = []
        self._more: Callable[[], Sequence[ListRow]] | None = None
        self._whole = True

    def set_rows(
        self,
        rows: Sequence[ListRow],
        more: Callable[[], Sequence[ListRow]] | None = None,
    ) -> None:
        """Show these rows; ``more`` returns the next ones, none at the end."""
        self.beginResetModel()
        self._rows = list(rows)
        self._more, self._whole = more, more is None
        self.endResetModel()

    def row_at(self, index: int) -> ListRow | None:
        """Return a row, None where there is none."""
        return self._rows[index] if 0 <= index < len(self._rows) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index = _ROOT) -> bool:  # noqa: N802  Qt's name
        return not parent.isValid() and not self._whole

    def fetchMore(self, _parent: _Index = _ROOT) -> None:  # noqa: N802  Qt's name
        more = list(self._more()) if self._more is not None else []
        if not more:
            self._whole = True
            return
        at = len(self._rows)
        self.beginInsertRows(_ROOT, at, at + len(more) - 1)
        self._rows += more
        self.endInsertRows()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.title, row.second, row.trailing)
            return ". ".join(part.rstrip(".") for part in parts if part)
        return None
