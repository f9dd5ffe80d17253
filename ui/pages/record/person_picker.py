"""Who the session was with: find as you type, arrows, Enter."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.person import PersonSummary, display_name, find_key
from app.domain.wording import _
from ui.widgets.card import Card, RowList
from ui.widgets.labels import Line
from ui.widgets.page_scroll import PageScroll
from ui.widgets.row_button import Row, RowButton
from ui.widgets.search_edit import SearchEdit

_SHOWN = 30


class PersonPicker(Card):
    """The people, fewer with each letter typed: ``PersonPicker()``.

    Signals:
        chosen: A person was picked. Argument: their id.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("Who did you meet with?"))
        self._people: tuple[PersonSummary, ...] = ()
        self._hidden = False
        self.search = SearchEdit(
            _("Find a person"), _("Type a name or a record number")
        )
        self.search.setObjectName("find_person")
        self.search.textEdited.connect(self._on_search_edited)
        self.search.installEventFilter(self)
        self._rows = RowList(gap=4)
        self._none = Line()
        self.add(self.search)
        self.add(self._none)
        scroll = PageScroll()
        scroll.column.setContentsMargins(8, 5, 8, 5)
        scroll.column.addWidget(self._rows)
        scroll.column.addStretch()
        self.add(scroll, to_edge=True, stretch=1)

    def offer(self, people: tuple[PersonSummary, ...], *, hidden: bool) -> None:
        """Offer these people."""
        self._people, self._hidden = people, hidden
        self.search.setText("")
        self._show()

    def start(self) -> None:
        """Put the caret into the search field."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            rows = self._rows.rows()
            if event.key() == Qt.Key.Key_Down and rows:
                rows[0].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and rows:
                first = rows[0]
                if isinstance(first, RowButton):
                    first.click()
                return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        sought = find_key(self.search.text()).split()
        found = [one for one in self._people if _matches(one, sought)]
        self._rows.set_rows([self._row(one) for one in found[:_SHOWN]])
        words = ""
        if not found:
            nobody = _("Nobody is on your list yet. Add a person under People.")
            words = _("No person has these letters.") if sought else nobody
        self._none.set_words(words)
        self._none.setVisible(bool(words))

    def _on_search_edited(self, _words: str) -> None:
        self._show()

    def _row(self, one: PersonSummary) -> RowButton:
        record = _("Record {number}").format(number=one.record_number)
        button = _PersonRow(
            Row(
                title=display_name(one.name, hidden=self._hidden),
                second=record if one.record_number else "",
                icon="user",
                small=True,
            )
        )
        button.setObjectName(f"person:{one.id}")
        button.clicked.connect(partial(self.chosen.emit, one.id))
        return button


class _PersonRow(RowButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


def _matches(one: PersonSummary, sought: list[str]) -> bool:
    words = find_key(f"{one.name} {one.preferred_name} {one.record_number}")
    return all(part in words for part in sought)
