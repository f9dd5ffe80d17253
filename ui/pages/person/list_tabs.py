"""The tabs with lists: a person's signed sessions and their pages."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.wording import _
from app.services import sessions
from app.services.papers import Printout
from app.services.sessions import SessionSummary
from ui.context import Context
from ui.models.rows_model import ListRow, RowsModel
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.reading import date_words, time_words
from ui.widgets.row_view import RowView

_AT_ONCE = 50


class ListTab(QWidget):
    """A long list in a card, or what to say where it is empty.

    Signals:
        opened: A row is to be opened. Argument: its id.
    """

    opened = Signal(int)

    def __init__(self, name: str, icon: str, empty: str) -> None:
        super().__init__()
        self.model = RowsModel()
        self.view = RowView(self.model, name)
        self.view.opened.connect(self.opened)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(EmptyState(icon, empty))
        card = Card()
        card.column.setContentsMargins(8, 4, 4, 8)
        card.add(self._stack, to_edge=True, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)

    def settle(self) -> None:
        """Show list or empty words, and stand on the first row."""
        rows = self.model.rowCount()
        self._stack.setCurrentIndex(0 if rows else 1)
        if rows:
            self.view.setCurrentIndex(self.model.index(0))


class SessionsTab(ListTab):
    """Signed sessions, newest first, read page by page."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Signed sessions"), "notebook-pen", _("No sessions yet."))
        self.view.setObjectName("sessions")
        self._context = context
        self._person_id = 0
        self._last: int | None = None

    def show_person(self, person_id: int) -> None:
        """Read the newest sessions of a person."""
        self._person_id, self._last = person_id, None
        first = self._next()
        self.model.set_rows(first, self._next if len(first) == _AT_ONCE else None)
        self.settle()

    def _next(self) -> Sequence[ListRow]:
        found = sessions.list_sessions(
            self._context.store, self._person_id, limit=_AT_ONCE, before=self._last
        )
        if found:
            self._last = found[-1].id
        hidden = self._context.privacy.hidden
        return [_session_row(one, hidden=hidden) for one in found]


class PapersTab(ListTab):
    """Every page of a person, newest first, with where it is on its way."""

    def __init__(self) -> None:
        super().__init__(_("Papers"), "file-text", _("No pages yet."))
        self.view.setObjectName("papers")

    def show_papers(self, papers: Sequence[Printout]) -> None:
        """Show these pages; they come oldest first."""
        self.model.set_rows([_paper_row(one) for one in reversed(papers)])
        self.settle()


def _session_row(one: SessionSummary, *, hidden: bool) -> ListRow:
    when = _("{day}, {time}").format(
        day=date_words(one.held_on), time=time_words(one.started_at)
    )
    length = _("{n} minutes").format(n=one.minutes)
    return ListRow(
        id=one.id,
        title=when,
        second="" if hidden else one.what_we_did,
        trailing=length if one.person_present else _("The person was not there"),
        icon="notebook-pen",
        tone="soft" if one.person_present else "neutral",
    )


def _paper_row(one: Printout) -> ListRow:
    kind = {
        "note": _("Session note"),
        "plan": _("Recovery Support Plan"),
    }.get(one.kind, _("Page"))
    icon, state, tone = paper_state(one)
    return ListRow(
        id=one.id,
        title=_("{kind} {number}").format(kind=kind, number=one.document_id),
        second=state,
        trailing=_("check code {code}").format(code=one.check_code),
        icon=icon,
        tone=tone,
    )


def paper_state(one: Printout) -> tuple[str, str, str]:
    """Return icon, words and tone of where a page is on its way."""
    if one.filed_on is not None:
        on = date_words(one.filed_on, weekday=False)
        if one.needs_ink:
            words = _("Signed in ink and filed on {day}").format(day=on)
        else:
            words = _("Filed on {day}").format(day=on)
        if one.filed_where:
            words = f"{words}, {one.filed_where}"
        return "file-check", words, "ok"
    if one.printed_at is None:
        return "printer", _("To print"), "soft"
    on = date_words(one.printed_at.date(), weekday=False)
    if one.needs_ink:
        return "pen-line", _("Printed on {day}, waits for ink").format(day=on), "soft"
    words = _("Printed on {day}, not yet filed").format(day=on)
    return "printer", words, "neutral"
