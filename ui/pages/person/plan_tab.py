"""The first tab of a person: drafts to finish, the plan, what comes next."""

from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import _
from app.services.sessions import SavedDraft
from ui.models.people_words import days_ago
from ui.pages.person.facts import PersonFacts
from ui.pages.person.goals_card import GoalsCard
from ui.pages.person.side_cards import (
    MonthCard,
    NextStepCard,
    ObjectivesCard,
    ReviewCard,
)
from ui.widgets.card import Card, RowList
from ui.widgets.page import Column, Columns
from ui.widgets.page_scroll import PageScroll
from ui.widgets.reading import time_words
from ui.widgets.row_button import Row, RowButton


class PlanTab(QWidget):
    """Two columns; ``show_facts`` fills both.

    Attributes:
        goals: The plan at a glance.
        next_step, month, review, objectives: The cards beside it.

    Signals:
        draft_wanted: A draft is to be finished. Argument: its id.
    """

    draft_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._drafts = RowList(gap=4)
        self._drafts_card = Card()
        self._drafts_card.add(self._drafts, to_edge=True)
        self.goals = GoalsCard()
        self.next_step, self.month = NextStepCard(), MonthCard()
        self.review, self.objectives = ReviewCard(), ObjectivesCard()
        left = Column(self._drafts_card, self.goals)
        right = Column(self.next_step, self.month, self.review, self.objectives)
        scroll = PageScroll()
        scroll.column.addWidget(Columns(left, right))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def show_facts(self, facts: PersonFacts, now: datetime, *, hidden: bool) -> None:
        """Show a person."""
        today = now.date()
        self.goals.show_facts(facts, today, hidden=hidden)
        self.next_step.show_facts(facts, today, hidden=hidden)
        self.month.show_facts(facts, today)
        self.review.show_facts(facts, today)
        self.objectives.show_objectives(facts.objectives, hidden=hidden)
        rows = [self._row(draft, today) for draft in facts.drafts]
        self._drafts.set_rows(rows)
        self._drafts_card.setVisible(bool(rows))

    def _row(self, draft: SavedDraft, today: date) -> QWidget:
        row = RowButton(
            Row(
                title=_("Finish your draft"),
                second=draft_words(draft, today),
                icon="file-pen",
                action=_("Continue"),
            )
        )
        row.setObjectName(f"draft:{draft.id}")
        row.clicked.connect(partial(self.draft_wanted.emit, draft.id))
        return row


def draft_words(draft: SavedDraft, today: date) -> str:
    """Return when its session was, such as ``Yesterday, 10:05 AM``."""
    content = draft.draft
    if content.held_on is None:
        started = days_ago(draft.started_at.date(), today)
        return _("Begun {when}. The day of the session is open.").format(
            when=started.lower()
        )
    said = days_ago(content.held_on, today)
    if content.started_at is not None:
        said = f"{said}, {time_words(content.started_at)}"
    return f"{said}."
