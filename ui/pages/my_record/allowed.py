"""What the specialist may pick today: the edition in use and its lists, verbatim."""

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.activity import Activity
from app.domain.wording import _, plural
from app.services.rules import Regulations
from ui.pages.my_record.facts import RecordFacts
from ui.pages.my_record.words import said_words
from ui.widgets.buttons import QuietButton
from ui.widgets.card import Card, RowList, Rule
from ui.widgets.labels import Body, Line, Second, Strong
from ui.widgets.pill import IconLabel


class AllowedCard(Card):
    """The edition, who said so, and each activity: ``AllowedCard(rules)``.

    Signals:
        change_wanted: Another edition is to be entered.
    """

    change_wanted = Signal()

    def __init__(self, rules: Regulations) -> None:
        self.change = QuietButton(_("Change edition"), "pen")
        self.change.setObjectName("edition")
        super().__init__(_("What you may pick today"), "", self.change)
        self._rules = rules
        self._edition = Strong()
        self._said = Second()
        self._rows = RowList(gap=8)
        self.add(self._edition)
        self.add(self._said)
        self.add(self._rows)
        self.change.clicked.connect(self.change_wanted)

    def show_facts(self, facts: RecordFacts) -> None:
        """Show the edition in use and what it gives."""
        edition = _("Rule 24-2-42.2, edition {day}")
        self._edition.set_words(edition.format(day=facts.edition.isoformat()))
        self._said.set_words(said_words(facts.said))
        rows: list[QWidget] = [
            IconLabel("info", words, "ink2") for words in facts.allowed.notices
        ]
        lists = groupby(facts.allowed.activities, _list_of)
        for (_day, _citation), activities in lists:
            rows += self._list(tuple(activities))
        self._rows.set_rows(rows)

    def _list(self, activities: tuple[Activity, ...]) -> list[QWidget]:
        first = activities[0]
        head = _("{list}, {citation}").format(
            list=first.list_name, citation=first.list_citation
        )
        count = plural("{n} activity", "{n} activities", len(activities))
        from_edition = _("{count}, edition {day}, for {who}").format(
            count=count.format(n=len(activities)),
            day=first.edition.isoformat(),
            who=", ".join(first.designations),
        )
        rows: list[QWidget] = [Rule(), Strong(head), Second(from_edition)]
        edition = self._rules.edition(first.edition)
        entry = edition.list_at(first.list_citation) if edition else None
        if entry is not None and entry.introduction:
            rows.append(Line(entry.introduction))
        return rows + [_ActivityLine(activity) for activity in activities]


class _ActivityLine(QWidget):
    def __init__(self, activity: Activity) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        words = Body(activity.text)
        line.addWidget(words, 1)
        citation = Second(activity.citation)
        citation.setWordWrap(False)
        line.addWidget(citation, 0, Qt.AlignmentFlag.AlignTop)


def _list_of(activity: Activity) -> tuple[str, str]:
    return activity.edition.isoformat(), activity.list_citation
