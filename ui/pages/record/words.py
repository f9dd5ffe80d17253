"""The card of words: what we did, how it went, the next step, and who saw it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from app.domain.session import NextContact, SessionDraft
from app.domain.wording import _
from ui.pages.record.growing_scroll import GrowingScroll
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Card
from ui.widgets.check_row import CheckRow
from ui.widgets.date_field import DateField
from ui.widgets.fields import Field, LineField, TextField
from ui.widgets.labels import Strong, buddy_label
from ui.widgets.time_field import TimeField


class WordsCard(Card):
    """What happened, in words: ``WordsCard(now)``.

    Signals:
        edited: The specialist changed something.
    """

    edited = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._called = self._shown = ""
        self._typing: set[str] = set()
        self.what_we_did = TextField(
            _("&What we did"), 3, 12, strong=True, note=_("Plain words are fine")
        )
        self.how_it_went = TextField("", 2, 12)
        self.starter = OutlineButton()
        self._how_label = Strong()
        self.next_step = LineField(_("&Next step"), strong=True)
        self.next_on = DateField(
            _("Next &contact"), now, strong=True, note=_("(optional)")
        )
        self.next_on.look_ahead()
        self.next_at = TimeField(_("Next contact at"), now)
        self.next_place = LineField(_("Next contact where"))
        self.wrote_together = CheckRow("")
        self.offered_copy = CheckRow("")
        self.comment = LineField("")
        self.pane = GrowingScroll(196)
        self._name_parts()
        self._build()
        self._connect()

    def load(self, draft: SessionDraft) -> None:
        """Show a draft, without a signal."""
        self._typing.clear()
        self.what_we_did.set_text(draft.what_we_did)
        self.how_it_went.set_text(draft.how_it_went)
        self.next_step.set_text(draft.next_step)
        contact = draft.next_contact
        self.next_on.set_value(contact.on if contact else None)
        self.next_at.set_value(contact.at if contact else None)
        self.next_place.set_text(contact.place if contact else "")
        unread = {name: text for name, text in draft.unread}
        for name, field in self._contact_fields().items():
            if name in unread:
                field.set_text(unread[name])
        self.wrote_together.setChecked(draft.wrote_together)
        self.offered_copy.setChecked(draft.offered_copy)
        self.comment.set_text(draft.comment)
        self._show()

    def values(self) -> dict[str, Any]:
        """Return the draft's fields."""
        on = self.next_on.value()
        contact = on and NextContact(
            on=on, at=self.next_at.value(), place=self.next_place.text()
        )
        return {
            "what_we_did": self.what_we_did.text(),
            "how_it_went": self.how_it_went.text(),
            "next_step": self.next_step.text(),
            "next_contact": contact,
            "wrote_together": self.wrote_together.isChecked(),
            "offered_copy": self.offered_copy.isChecked(),
            "comment": self.comment.text(),
        }

    def unread(self, *, typing: bool) -> tuple[tuple[str, ...], ...]:
        """Return what cannot be kept as it is, with ``typing`` also what is half typed.

        A time or place of a contact without its day cannot be kept either.
        """
        fields = self._contact_fields()
        lost = self.next_on.value() is None
        return tuple(
            (name, field.text())
            for name, field in fields.items()
            if field.text()
            and (
                (isinstance(field, DateField | TimeField) and field.is_unreadable())
                or (lost and field is not self.next_on)
                or (typing and name in self._typing)
            )
        )

    def set_called(self, called: str, shown: str) -> None:
        """Speak of the person: ``called`` goes into the note, ``shown`` on the page."""
        self._called, self._shown = called, shown
        how = _("&How it went, in {name}’s words").format(name=shown)
        buddy_label(how, self.how_it_went.edit, self._how_label)
        self.starter.set_words(_("“{name} said …”").format(name=shown))
        self.starter.setAccessibleName(_("Begin with {name} said").format(name=shown))
        self.wrote_together.set_words(
            _("{name} took part in writing this").format(name=shown)
        )
        self.offered_copy.set_words(_("{name} was offered a copy").format(name=shown))
        comment = _("{name}’s own comment").format(name=shown)
        self.comment.label.set_words(comment)
        self.comment.label.show()
        self.comment.name_as(comment)

    def show_whole(self, *, whole: bool) -> None:
        """Lay everything out, or scroll inside the card."""
        self.pane.show_whole(whole=whole)

    def fields(self) -> dict[str, Field]:
        """Return the fields that can be gone to, by the draft's names."""
        return {
            "what_we_did": self.what_we_did,
            "how_it_went": self.how_it_went,
            "next_step": self.next_step,
            "comment": self.comment,
            **self._contact_fields(),
        }

    def show_problem(self, field: str, words: str) -> None:
        """Say what is missing at its place; empty words take it away."""
        if field in self.fields():
            self.fields()[field].set_error(words)

    def go(self, field: str) -> bool:
        """Put the focus on a field; false if it is not one of these."""
        boxes = {
            "wrote_together": self.wrote_together,
            "offered_copy": self.offered_copy,
        }
        target: QWidget | None = self.fields().get(field) or boxes.get(field)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target is not None

    def _contact_fields(self) -> dict[str, LineField]:
        return {
            "next_contact": self.next_on,
            "next_contact_at": self.next_at,
            "next_contact_place": self.next_place,
        }

    def _name_parts(self) -> None:
        for name, field in self.fields().items():
            field.setObjectName(name)
        self.starter.setObjectName("starter")
        self.wrote_together.setObjectName("wrote_together")
        self.offered_copy.setObjectName("offered_copy")

    def _build(self) -> None:
        column = self.pane.column
        column.setContentsMargins(8, 2, 8, 6)
        column.setSpacing(6)
        column.addWidget(self.what_we_did, 3)
        column.addLayout(_row(self._how_label, self.starter, first=1))
        column.addWidget(self.how_it_went, 2)
        column.addLayout(_row(self.next_step, self.next_on, first=1, second=1))
        self._contact = QWidget()
        row = _row(self.next_at, self.next_place, first=1, second=1)
        self._contact.setLayout(row)
        column.addWidget(self._contact)
        column.addWidget(self.wrote_together)
        column.addWidget(self.offered_copy)
        column.addWidget(self.comment)
        self.add(self.pane, to_edge=True, stretch=1)

    def _connect(self) -> None:
        for field in self.fields().values():
            field.edited.connect(self._on_field_edited)
            field.settled.connect(self._on_field_settled)
        for box in (self.wrote_together, self.offered_copy):
            box.clicked.connect(self.edited)
        self.starter.clicked.connect(self._on_starter_clicked)

    def _show(self) -> None:
        typed = any(field.text() for field in self._contact_fields().values())
        self._contact.setVisible(typed)

    def _on_field_edited(self) -> None:
        self._typing.add(self.sender().objectName())
        self._show()
        self.edited.emit()

    def _on_field_settled(self) -> None:
        name = self.sender().objectName()
        if name in self._typing:
            self._typing.discard(name)
            self.edited.emit()

    def _on_starter_clicked(self) -> None:
        self.how_it_went.insert(_("{name} said, “”").format(name=self._called))
        self.how_it_went.edit.moveCursor(QTextCursor.MoveOperation.Left)


def _row(one: QWidget, two: QWidget, *, first: int = 0, second: int = 0) -> QBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(one, first)
    row.addWidget(two, second)
    return row
