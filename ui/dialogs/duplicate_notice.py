"""Say that somebody of this name is already here: a warning, never a block."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.person import Person, display_name
from app.domain.wording import _
from ui.theme import BODY
from ui.widgets.announce import announce
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Panel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pill import IconLabel
from ui.widgets.reading import date_words

_MOST = 3


class DuplicateNotice(Panel):
    """Who it may be, "Open that person" and "Add anyway"; hidden until told.

    Signals:
        open_wanted: Argument: the id of the person already here.
        add_wanted: This is somebody else: add them.
    """

    open_wanted = Signal(int)
    add_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("warn_bg")
        self._line = IconLabel("users", "", "warn", BODY)
        self._add = OutlineButton(_("Add &anyway"), "user-plus")
        self._add.setObjectName("add_anyway")
        self._add.clicked.connect(self.add_wanted)
        self._buttons = FlowLayout(gap=8)
        row = QHBoxLayout()
        row.setContentsMargins(28, 0, 0, 0)
        row.addLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._line)
        column.addLayout(row)
        self._opening: list[OutlineButton] = []
        self.hide()

    def tell(self, people: Sequence[Person], *, hidden: bool) -> None:
        """Show who it may be; nobody hides it."""
        for old in (*self._opening, self._add):
            self._buttons.removeWidget(old)
            old.hide()
        for old in self._opening:
            old.deleteLater()
        self._opening = []
        for person in people[:_MOST]:
            self._offer(person, several=len(people) > 1, hidden=hidden)
        self._buttons.addWidget(self._add)
        self._add.show()
        words = _words(people, hidden=hidden)
        changed = words != self._line.text()
        self._line.set_words(words)
        self.setVisible(bool(people))
        if changed and people:
            announce(self, words, urgent=True)

    def _offer(self, person: Person, *, several: bool, hidden: bool) -> None:
        words = _("&Open that person")
        if several:
            words = _("Open {who}").format(who=_who(person, hidden=hidden))
        button = OutlineButton(words, "user")
        button.setObjectName("open_that_person")
        button.clicked.connect(partial(self.open_wanted.emit, person.id))
        self._buttons.addWidget(button)
        self._opening.append(button)
        button.show()


def _words(people: Sequence[Person], *, hidden: bool) -> str:
    if not people:
        return ""
    who = "; ".join(_who(person, hidden=hidden) for person in people[:_MOST])
    return _(
        "This may be someone you know: {who}. Is it the same person? "
        "What you typed is kept."
    ).format(who=who)


def _who(person: Person, *, hidden: bool) -> str:
    parts = [display_name(person.name, hidden=hidden)]
    if person.record_number:
        parts.append(_("record {number}").format(number=person.record_number))
    if person.birth_date is not None and not hidden:
        born = date_words(person.birth_date, weekday=False)
        parts.append(_("born {day}").format(day=born))
    if person.ended_on is not None:
        parts.append(_("no longer on your caseload"))
    return ", ".join(parts)
