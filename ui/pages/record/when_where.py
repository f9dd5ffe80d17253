"""The card of facts: date, start, end, length, place, and the seldom needed rest."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.activity import Regulations
from app.domain.session import PickedActivity, SessionDraft
from app.domain.wording import _
from app.services.places import OTHER
from ui.pages.record.delivery import DeliveryFold
from ui.pages.record.heading import length_words
from ui.pages.record.place_chips import PlaceChips
from ui.pages.record.together import Together
from ui.theme import current_theme
from ui.widgets.announce import announce
from ui.widgets.buttons import OutlineButton, QuietButton
from ui.widgets.card import Card
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Line, Strong, buddy_label
from ui.widgets.pill import IconLabel
from ui.widgets.reading import date_words
from ui.widgets.time_field import TimeField

TypedFields = dict[str, DateField | TimeField]


class WhenWhere(Card):
    """When and where: ``WhenWhere(rules, now)``; no time is ever filled in by itself.

    Attributes:
        fold: What "More" shows.

    Signals:
        edited: The specialist changed something.
        day_changed: The date is another one.
    """

    edited = Signal()
    day_changed = Signal()

    def __init__(self, rules: Regulations, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._typing: set[str] = set()
        self._day: date | None = None
        self.held_on = DateField("&Date", now, beside=True)
        self.started_at = TimeField("&Start", now, beside=True)
        self.ended_at = TimeField("&End", now, beside=True)
        self.fields: TypedFields = {
            "held_on": self.held_on,
            "started_at": self.started_at,
            "ended_at": self.ended_at,
        }
        self.started_now = OutlineButton(_("S&tarted now"))
        self.ended_now = OutlineButton(_("Ended n&ow"))
        self.chips = PlaceChips()
        self.other = LineField("", placeholder=_("Which place?"))
        self.more = QuietButton(_("&More"), "chevron-down")
        self.fold = DeliveryFold(rules)
        self._minutes = Strong()
        self._last_time = Line()
        self._told = IconLabel("circle-alert", "", "bad")
        self._name_parts()
        self._lay_out()
        self._connect()

    def load(self, draft: SessionDraft) -> None:
        """Show a draft, without a signal; what could not be read is shown as typed."""
        self._typing.clear()
        unread = {name: text for name, text in draft.unread}
        self.held_on.set_value(draft.held_on)
        self.started_at.set_value(draft.started_at)
        self.ended_at.set_value(draft.ended_at)
        for name, field in self.fields.items():
            if name in unread:
                field.set_text(unread[name])
        self._day = self.held_on.value()
        self.chips.set_value(draft.place_kind)
        self.other.set_text(draft.place)
        self.fold.load(draft)
        self._open_fold(opened=not self.fold.is_plain())
        self.show_problem("place", "")
        self._show()

    def values(self) -> dict[str, Any]:
        """Return the draft's fields, as far as they can be read."""
        kind = self.chips.value() or ""
        return {
            "held_on": self.held_on.value(),
            "started_at": self.started_at.value(),
            "ended_at": self.ended_at.value(),
            "place_kind": kind,
            "place": self.other.text() if kind == OTHER else "",
            **self.fold.values(),
        }

    def unread(self, *, typing: bool) -> tuple[tuple[str, ...], ...]:
        """Return what cannot be read, with ``typing`` also what is half typed."""
        return tuple(
            (name, field.text())
            for name, field in self.fields.items()
            if field.is_unreadable()
            or (typing and name in self._typing and field.text())
        )

    def follow(self, picked: tuple[PickedActivity, ...]) -> None:
        """Check the delivery against the activities picked now."""
        self.fold.follow(picked)
        if not self.fold.is_plain():
            self._open_fold(opened=True)

    def set_last_time(self, words: str) -> None:
        """Show the next step that was agreed last time."""
        self._last_time.set_words(words)
        self._last_time.setVisible(bool(words))

    def set_compact(self, *, compact: bool) -> None:
        """Put what was agreed last time under the places, or beside them."""
        self._second.setStretch(1, 1 if compact else 0)
        sides = Qt.AlignmentFlag.AlignLeft if compact else Qt.AlignmentFlag.AlignRight
        self._last_time.setAlignment(sides | Qt.AlignmentFlag.AlignVCenter)
        if compact:
            self._below.addWidget(self._last_time)
        else:
            self._second.insertWidget(2, self._last_time, 1)

    def show_problem(self, field: str, words: str) -> None:
        """Say what is missing at its place; empty words take it away."""
        if field in self.fields:
            self.fields[field].set_error(words)
        elif field == "place":
            self._told.set_words(words)
            self._told.setVisible(bool(words))

    def go(self, field: str) -> bool:
        """Put the focus on a field; false if it is not one of these."""
        if field in self.fields:
            self.fields[field].setFocus(Qt.FocusReason.OtherFocusReason)
        elif field == "place" and self.chips.value() == OTHER:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        elif field in ("place", "place_kind"):
            self.chips.focus_first()
        elif field in ("delivery", "took_part", "person_present", "late_marked"):
            self._open_fold(opened=True)
            self.fold.delivery.focus_first()
        else:
            return False
        return True

    def _name_parts(self) -> None:
        for name, field in self.fields.items():
            field.setObjectName(name)
        self.chips.setObjectName("place_kind")
        self.other.setObjectName("place")
        self.other.name_as(_("Which place"))
        self.started_now.setObjectName("started_now")
        self.ended_now.setObjectName("ended_now")
        self.more.setObjectName("more")
        self.other.hide()
        self.fold.hide()
        self._told.hide()
        self._last_time.hide()

    def _lay_out(self) -> None:
        scale = current_theme().scale
        for field, width in zip(self.fields.values(), (168, 110, 110), strict=True):
            field.edit.setFixedWidth(round(width * scale))
            if (grid := field.layout()) is not None:  # an error below may be wider
                grid.setAlignment(field.edit, Qt.AlignmentFlag.AlignLeft)
        first = FlowLayout(gap=14)
        first.addWidget(self.held_on)
        first.addWidget(Together(self.started_at, self.started_now))
        first.addWidget(Together(self.ended_at, self.ended_now))
        first.addWidget(self._minutes)
        self.add_layout(first)
        label = buddy_label(_("&Place"), self.chips, Label())
        self.chips.setAccessibleName(_("Place"))
        self._second = QHBoxLayout()
        self._second.setSpacing(10)
        self._second.addWidget(label)
        self._second.addWidget(self.chips, 1)
        self._second.addWidget(self.more)
        self.add_layout(self._second)
        self._below = QVBoxLayout()
        self.add_layout(self._below)
        self.set_compact(compact=False)
        self.add(self.other)
        self.add(self._told)
        self.add(self.fold)

    def _connect(self) -> None:
        for field in self.fields.values():
            field.edited.connect(self._on_field_edited)
            field.settled.connect(self._on_field_settled)
        self.started_now.clicked.connect(self._on_started_now_clicked)
        self.ended_now.clicked.connect(self._on_ended_now_clicked)
        self.chips.picked.connect(self._on_place_picked)
        self.other.edited.connect(self._on_other_edited)
        self.more.clicked.connect(self._on_more_clicked)
        self.fold.edited.connect(self.edited)

    def _show(self) -> None:
        self.other.setVisible(self.chips.value() == OTHER)
        start, end = self.started_at.value(), self.ended_at.value()
        self._minutes.set_words(length_words(start, end))

    def _open_fold(self, *, opened: bool) -> None:
        self.fold.setVisible(opened)
        self.more.set_icon("chevron-up" if opened else "chevron-down")
        self.more.set_words(_("&Less") if opened else _("&More"))
        said = _("Show less about the session")
        more = _("More about the session: remote, not present, who took part")
        self.more.setAccessibleName(said if opened else more)

    def _look_at_day(self) -> None:
        day = self.held_on.value()
        if day != self._day:
            self._day = day
            self.day_changed.emit()

    def _on_field_edited(self) -> None:
        name = self.sender().objectName()
        self._typing.add(name)
        if name == "held_on":
            day = self.held_on.value()
            if day is not None and self.held_on.text() == date_words(day):
                self._look_at_day()  # an arrow stepped to a whole day
        self._show()
        self.edited.emit()

    def _on_field_settled(self) -> None:
        name = self.sender().objectName()
        self._look_at_day()
        self._show()
        if name in self._typing:
            self._typing.discard(name)
            self.edited.emit()

    def _on_started_now_clicked(self) -> None:
        now = self._now()
        self.held_on.set_value(now.date())
        self._set_now(self.started_at, now)
        self._typing -= {"held_on", "started_at"}
        self._look_at_day()
        self._told_and_on(self.ended_at)

    def _on_ended_now_clicked(self) -> None:
        self._set_now(self.ended_at, self._now())
        self._typing.discard("ended_at")
        self._told_and_on(self.chips)

    def _set_now(self, field: TimeField, now: datetime) -> None:
        field.set_value(now.time().replace(second=0, microsecond=0, tzinfo=None))
        announce(field, field.text())

    def _told_and_on(self, to: QWidget) -> None:
        self._show()
        self.edited.emit()
        to.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place_picked(self) -> None:
        self.show_problem("place", "")
        self._show()
        if self.chips.value() == OTHER:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def _on_other_edited(self) -> None:
        self.show_problem("place", "")
        self.edited.emit()

    def _on_more_clicked(self) -> None:
        self._open_fold(opened=self.fold.isHidden())
