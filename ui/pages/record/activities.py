"""The card of activities: what the designations allow, found, picked, tied to goals."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.activity import Regulations
from app.domain.person import find_key
from app.domain.session import PickedActivity
from app.domain.wording import _, plural
from app.services.sessions import SessionChoices
from ui.pages.record.activity_row import ActivityRow
from ui.pages.record.goal_gate import GoalOffer
from ui.pages.record.growing_scroll import GrowingScroll
from ui.pages.record.lines import ActivityLine, Key, lines_for
from ui.theme import current_theme
from ui.widgets.banner import Banner
from ui.widgets.card import Card, RowList
from ui.widgets.labels import Line
from ui.widgets.pill import IconLabel
from ui.widgets.search_edit import SearchEdit

_SEARCH_MOST = 380  # px: the heading beside it needs room at large text


class ActivitiesCard(Card):
    """What did you do? ``ActivitiesCard(rules)``.

    Attributes:
        search: The search field; the rows found stay in place.

    Signals:
        edited: An activity was picked or unpicked, or its goal changed.
    """

    edited = Signal()

    def __init__(self, rules: Regulations) -> None:
        super().__init__()
        self._rules = rules
        self._order: dict[Key, int] = {}
        self._lines: tuple[ActivityLine, ...] = ()
        self.search = SearchEdit(
            _("Find an activity"), _("Find: type a word, like “coping”")
        )
        self.search.setObjectName("find_activity")
        self.search.textEdited.connect(self._on_search_edited)
        self.search.installEventFilter(self)
        self.add_trailing(self.search)
        self.pane = GrowingScroll(196)
        self._rows = RowList(gap=4)
        self._told = IconLabel("circle-alert", "", "bad")
        self._none = Line(_("No activity on your list has these words."))
        self._notices = QVBoxLayout()
        self._notices.setSpacing(6)
        self._build()

    def offer(
        self,
        choices: SessionChoices,
        goals: GoalOffer,
        picked: tuple[PickedActivity, ...],
    ) -> None:
        """Offer these; what is picked stays, with a warning if it no longer may be."""
        allowed = choices.allowed
        self._order = {
            (one.edition, one.citation): place
            for place, one in enumerate(allowed.activities)
        }
        lines = lines_for(self._rules, choices, picked)
        if lines != self._lines:
            self._lines = lines
            self._rows.set_rows([self._made(line) for line in lines])
        by_key = {(one.edition, one.citation): one for one in picked}
        for row in self.rows():
            row.offer(goals)
            row.load(by_key.get(row.line.key))
        self._show_notices(allowed.notices)
        self._show()

    def values(self) -> dict[str, Any]:
        """Return the picked activities in the rule's order, those lost last."""
        last = len(self._order)
        picked = [row for row in self.rows() if row.is_picked()]
        picked.sort(key=lambda row: self._order.get(row.line.key, last))
        found = tuple(value for row in picked if (value := row.value()) is not None)
        return {"activities": found}

    def rows(self) -> tuple[ActivityRow, ...]:
        """Return the rows, top first."""
        return tuple(row for row in self._rows.rows() if isinstance(row, ActivityRow))

    def show_whole(self, *, whole: bool) -> None:
        """Lay all rows out, or scroll inside the card."""
        self.pane.show_whole(whole=whole)

    def show_problem(self, field: str, words: str) -> None:
        """Say what is missing at its place; empty words take it away."""
        if field == "activities":
            self._told.set_words(words)
            self._told.setVisible(bool(words))
        for row in self.rows():
            if field == row.gate.objectName() and row.is_picked():
                row.gate.warn(words)

    def go(self, field: str) -> bool:
        """Put the focus on an activity, its goal, or the first row; false if none."""
        for row in self.rows():
            if field == row.gate.objectName() and row.is_picked():
                row.gate.go()
                return True
            if field == row.check.objectName() and row.is_picked():
                row.check.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        first = next((row.check for row in self.rows() if not row.isHidden()), None)
        (first or self.search).setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return not event.modifiers() and self.go("activities")
            if key == Qt.Key.Key_Escape and self.search.text():
                self.search.setText("")
                self._show()
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.title.set_words(_("Wh&at did you do?"))
        self.title.show()
        self.title.setBuddy(self._rows)
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told.hide()
        self._none.hide()
        self.add_layout(self._notices)
        self.add(self._told)
        column = self.pane.column
        column.setContentsMargins(8, 5, 8, 5)
        column.addWidget(self._rows)
        column.addWidget(self._none)
        column.addStretch()
        self.add(self.pane, to_edge=True, stretch=1)
        self.search.setMinimumWidth(min(current_theme().px(284), _SEARCH_MOST))

    def _made(self, line: ActivityLine) -> ActivityRow:
        row = ActivityRow(line)
        row.edited.connect(self._on_row_edited)
        row.stepped.connect(self._on_row_stepped)
        return row

    def _show_notices(self, notices: tuple[str, ...]) -> None:
        while (item := self._notices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for words in notices:
            self._notices.addWidget(Banner(words, "neutral"))

    def _show(self) -> None:
        sought = find_key(self.search.text()).split()
        shown = 0
        for row in self.rows():
            words = find_key(row.line.text)
            found = row.is_picked() or all(one in words for one in sought)
            row.setVisible(found)
            shown += found
        self._none.setVisible(bool(sought) and not shown)
        self._count()
        first = next((row.check for row in self.rows() if not row.isHidden()), None)
        self.title.setBuddy(first or self.search)

    def _count(self) -> None:
        picked = sum(row.is_picked() for row in self.rows())
        still_open = sum(row.is_open() for row in self.rows())
        words = plural("{n} picked", "{n} picked", picked).format(n=picked)
        if still_open:
            words = _("{picked}, {n} without a goal").format(picked=words, n=still_open)
        self.note.set_words(words if picked else "")
        self.note.setVisible(bool(picked))

    def _on_search_edited(self, _words: str) -> None:
        self._show()

    def _on_row_edited(self) -> None:
        self.show_problem("activities", "")
        self._count()
        self.edited.emit()

    def _on_row_stepped(self, by: int) -> None:
        shown = [row for row in self.rows() if not row.isHidden()]
        row = self.sender()
        if isinstance(row, ActivityRow) and row in shown:
            at = shown.index(row) + by
            if 0 <= at < len(shown):
                shown[at].check.setFocus(Qt.FocusReason.TabFocusReason)
