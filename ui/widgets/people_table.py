"""The list of people: a table whose columns fold away where room is short."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from app.domain.person import PersonSummary
from ui.models.people_model import DONE, NEXT, PERSON, SEEN, STATUS, PeopleModel
from ui.theme import SMALL, Theme, current_theme
from ui.widgets.painting import colour
from ui.widgets.people_delegate import INSET, PAD, PeopleDelegate
from ui.widgets.table_look import dress_table
from ui.widgets.themed import Themed

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PeopleTable(Themed, QTableView):
    """``PeopleTable(model, name)``: Up and Down move, Enter and double click open.

    Signals:
        opened: A person is to be opened. Argument: their id.
    """

    opened = Signal(int)

    def __init__(self, model: PeopleModel, name: str) -> None:
        super().__init__()
        self._people = model
        self._delegate = PeopleDelegate(model, self)
        self.setHorizontalHeader(_Header())
        dress_table(self, name)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        # The delegate draws the chosen row; Qt's own square ground would show behind.
        self.setStyleSheet("QTableView { selection-background-color: transparent; }")
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_row_double_clicked)
        self.dress()

    def person(self) -> PersonSummary | None:
        """Return the person of the current row."""
        return self._people.person_at(self.currentIndex().row())

    def pick(self, person_id: int | None) -> None:
        """Make a person's row the current one; the first where they are not shown."""
        row = max(self._people.row_of(person_id), 0)
        if self._people.rowCount():
            self.setCurrentIndex(self._people.index(row, PERSON))

    def wear(self, theme: Theme) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(59))
        self._fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        person = self.person()
        if event.key() in _OPENING and not event.modifiers() and person is not None:
            self.opened.emit(person.id)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # Qt would keep it; Esc is Back on every page
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self._people.rowCount() - 1
            row = 0 if event.key() == Qt.Key.Key_Home else last
            self.setCurrentIndex(self._people.index(row, PERSON))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Drop Next planned first, then put Last seen under the name, then Done."""
        room = self.viewport().width()
        least = self._delegate.least_width
        need = sum(least(column) for column in range(STATUS + 1))
        for column in (NEXT, SEEN, DONE):
            hide = need > room
            self.setColumnHidden(column, hide)
            need -= least(column) if hide else 0
        self._delegate.folded = self.isColumnHidden(SEEN)
        for column in (SEEN, DONE, NEXT):
            self.setColumnWidth(column, least(column))
        spare = room - need
        person = least(PERSON) + (spare if spare < 0 else spare // 2)
        self.setColumnWidth(PERSON, max(person, 0))
        self.horizontalHeader().setStretchLastSection(True)
        self.viewport().update()

    def _on_row_double_clicked(self, index: QModelIndex) -> None:
        person = self._people.person_at(index.row())
        if person is not None:
            self.opened.emit(person.id)


class _Header(QHeaderView):
    """The line of column names, 14 px bold, in line with what stands below."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(current_theme().px(38))
        return hint

    def paintSection(  # noqa: N802  Qt's name
        self, painter: QPainter, rect: QRect, section: int
    ) -> None:
        painter.setFont(current_theme().font(SMALL, bold=True))
        painter.setPen(colour("ink2"))
        left = PAD + (INSET if section == PERSON else 0)
        words = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        room = rect.adjusted(left, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, colour("hairline"))
