"""One activity: the rule's words and place, a box to check, and its goal."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.session import GoalAnswer, PickedActivity
from ui.pages.record.goal_gate import Answer, GoalGate, GoalOffer
from ui.pages.record.growing_scroll import SEEN_WHOLE
from ui.pages.record.lines import ActivityLine
from ui.widgets.card import Panel
from ui.widgets.check_row import CheckRow, CheckWords
from ui.widgets.pill import IconLabel

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ActivityCheck(CheckRow):
    """The box and the words; arrows go to the next row, a digit picks a goal.

    Signals:
        stepped: Up (-1) or Down (1) was pressed.
        digit_pressed: Argument: the digit.
    """

    stepped = Signal(int)
    digit_pressed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _STEPS.get(Qt.Key(event.key()))
        if by is not None:
            self.stepped.emit(by)
        elif event.text().isdigit() and event.text() != "0":
            self.digit_pressed.emit(event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers():
                event.ignore()
            else:
                self.click()
        else:
            super().keyPressEvent(event)


class ActivityRow(Panel):
    """A row of the list: ``ActivityRow(line)``; soft while it is picked.

    Attributes:
        line: What it shows.
        check: The box.
        gate: The goal under it, shown while it is picked.

    Signals:
        edited: It was picked or unpicked, or its goal changed.
        stepped: Another row is wanted: -1 the one above, 1 the one below.
    """

    edited = Signal()
    stepped = Signal(int)

    def __init__(self, line: ActivityLine) -> None:
        super().__init__("", radius=10)
        self.line = line
        self.setProperty(SEEN_WHOLE, True)
        words = CheckWords(words=line.text, citation=line.citation)
        self.check = ActivityCheck(words)
        self.check.setObjectName(f"activity:{line.citation}")
        self.check.clicked.connect(self._on_check_clicked)
        self.check.stepped.connect(self.stepped)
        self.check.digit_pressed.connect(self._on_digit_pressed)
        self._warning = IconLabel("triangle-alert", line.warning, "on_soft")
        self._warning.setContentsMargins(30, 0, 8, 8)
        self._warning.setVisible(bool(line.warning))
        self.gate = GoalGate(line.text)
        self.gate.setObjectName(f"goal:{line.citation}")
        self.gate.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.check)
        column.addWidget(self._warning)
        column.addWidget(self.gate)
        self._show()

    def is_picked(self) -> bool:
        """Return whether the activity was done."""
        return self.check.isChecked()

    def is_open(self) -> bool:
        """Return whether it is picked and has no answer for its goal yet."""
        return self.is_picked() and self.gate.answer() is None

    def offer(self, offer: GoalOffer) -> None:
        """Offer these goals."""
        self.gate.offer(offer)

    def load(self, picked: PickedActivity | None) -> None:
        """Show what was picked, without a signal."""
        self.check.setChecked(picked is not None)
        answer: Answer = None
        reason = ""
        if picked is not None:
            goal = picked.answer is GoalAnswer.GOAL
            answer = picked.goal_number if goal else picked.answer
            reason = picked.reason
        self.gate.set_answer(answer, reason)
        self._show()

    def value(self) -> PickedActivity | None:
        """Return the activity with its goal, None while it is not picked."""
        if not self.is_picked():
            return None
        bare = PickedActivity(citation=self.line.citation, edition=self.line.edition)
        return self.gate.answered(bare)

    def _show(self) -> None:
        picked = self.is_picked()
        self.set_fill("soft" if picked else "")
        self.check.set_token("on_soft" if picked else "ink")
        self._warning.set_token("on_soft" if picked else "warn")
        self.gate.setVisible(picked)

    def _on_check_clicked(self) -> None:
        self._show()
        self.edited.emit()

    def _on_digit_pressed(self, digit: str) -> None:
        if self.gate.pick_key(digit) and not self.is_picked():
            self.check.setChecked(True)
            self._on_check_clicked()
