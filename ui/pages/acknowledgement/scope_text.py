"""The Scope of Activities as published: opening, four principles, their items."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.scope import Principle, ScopeOfActivities
from ui.widgets.card import Rule
from ui.widgets.labels import Body, Label, Strong
from ui.widgets.top_column import TopColumn


class ScopeText(QWidget):
    """Every word before the acknowledgement, in the order of its source.

    ``ScopeText(scope)``
    """

    def __init__(self, scope: ScopeOfActivities) -> None:
        super().__init__()
        self._column = TopColumn(self, 10)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.addWidget(Body(scope.opening))
        for principle in scope.principles:
            self._add(principle)

    def _add(self, principle: Principle) -> None:
        self._column.addWidget(Rule())
        lead = f"{principle.number}) {principle.introduction}"
        self._column.addWidget(Strong(lead))
        for item in principle.items:
            self._column.addWidget(_Item(item))


class _Item(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Label("•", bold=True), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Body(words), 1)
