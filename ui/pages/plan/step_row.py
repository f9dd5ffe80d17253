"""One step of a goal as it is typed: what, by when, who helps, done on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plan import Objective
from app.domain.wording import _
from ui.widgets.buttons import IconButton
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField

Unread = tuple[tuple[str, str], ...]


class StepRow(QWidget):
    """``StepRow(name, number, now)``: ``name`` is the goal's field name.

    Signals:
        edited: The specialist changed something.
        settled: The focus left a field.
        removed: This step is to go.
    """

    edited = Signal()
    settled = Signal()
    removed = Signal()

    def __init__(self, name: str, number: int, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._known = Objective()
        self.name = f"{name}:step:{number}"
        self.words = LineField(_("Step {n}").format(n=number))
        self.by = DateField(_("By"), now)
        self.by.look_ahead()
        self.helper = LineField(_("Who helps"))
        self.done = DateField(_("Done on"), now)
        for field, part, said in (
            (self.words, "words", _("Goal {g}, step {n}")),
            (self.by, "target_on", _("Goal {g}, step {n}: by which day")),
            (self.helper, "who_helps", _("Goal {g}, step {n}: who helps")),
            (self.done, "done_on", _("Goal {g}, step {n}: done on")),
        ):
            field.setObjectName(f"{self.name}:{part}")
            field.name_as(said.format(g=name.partition(":")[2], n=number))
            field.edited.connect(self.edited)
            field.settled.connect(self.settled)
        for day in (self.by, self.done):
            day.show_weekday(shown=False)
        gone = _("Remove step {n} of goal {g}")
        self._remove = IconButton(
            "x", gone.format(g=name.partition(":")[2], n=number), quiet=True
        )
        self._remove.clicked.connect(self.removed)
        self._lay_out()

    def step(self) -> Objective:
        """Return the step as typed."""
        return replace(
            self._known,
            words=self.words.text(),
            target_on=self.by.value(),
            who_helps=self.helper.text(),
            done_on=self.done.value(),
        )

    def unread(self) -> Unread:
        """Return what is typed and cannot be read."""
        return tuple(
            (field.objectName(), field.text())
            for field in (self.by, self.done)
            if field.is_unreadable()
        )

    def is_empty(self) -> bool:
        """Say whether nothing is typed in it."""
        fields = (self.words, self.by, self.helper, self.done)
        return not any(field.text() for field in fields)

    def fill(self, step: Objective, unread: dict[str, str]) -> None:
        """Show a step, without a signal."""
        self._known = step
        self.words.set_text(step.words)
        self.helper.set_text(step.who_helps)
        self.by.set_value(step.target_on)
        self.done.set_value(step.done_on)
        for day in (self.by, self.done):
            if day.objectName() in unread:
                day.set_text(unread[day.objectName()])
        for field in (self.words, self.helper):
            field.edit.setCursorPosition(0)

    def show_done(self, *, shown: bool) -> None:
        """Show "Done on": for steps that a version in force already has."""
        self.done.setVisible(shown)

    def first_gap(self) -> LineField:
        """Return the field to go to while something is missing."""
        return self.words if not self.words.text() else self.by

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setSpacing(8)
        first.addWidget(self.words, 1)
        first.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignBottom)
        for field in (self.by, self.helper, self.done):
            second.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(first)
        column.addLayout(second)
