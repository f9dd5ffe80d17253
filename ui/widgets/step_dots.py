"""The steps of set-up, one under the other; those done can be pressed."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import _
from ui.theme import BODY, Theme, current_theme
from ui.widgets.buttons import Button
from ui.widgets.drawn import Step, StepState, draw_steps
from ui.widgets.painting import colour, draw_box, draw_words, words_size

_DOT, _LINE, _GAP, _PAD = 24, 48, 14, 4


class StepDots(QWidget):
    """Vertical steps with their names: ``StepDots(steps)``.

    Signals:
        step_pressed: A step that is done was pressed; argument: its place from 0.
    """

    step_pressed = Signal(int)

    def __init__(self, steps: tuple[Step, ...] = ()) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._rows: list[_StepRow] = []
        self.set_steps(steps)

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Show other steps."""
        while len(self._rows) < len(steps):
            row = _StepRow(len(self._rows))
            row.clicked.connect(self._on_row_clicked)
            self._rows.append(row)
            self._column.addWidget(row)
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(steps))
            if place < len(steps):
                row.show_step(steps, place)

    def _on_row_clicked(self) -> None:
        row = self.sender()
        if isinstance(row, _StepRow):
            self.step_pressed.emit(row.place)


class _StepRow(Button):
    def __init__(self, place: int) -> None:
        self.place = place
        self._steps: tuple[Step, ...] = ()
        super().__init__()

    def show_step(self, steps: tuple[Step, ...], place: int) -> None:
        self._steps = steps
        step = steps[place]
        done = step.state == StepState.DONE
        self.setEnabled(done)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if done else Qt.FocusPolicy.NoFocus
        )
        state = {
            StepState.DONE: _("{step}: done"),
            StepState.NOW: _("{step}: you are here"),
            StepState.LATER: _("{step}: to come"),
        }[step.state]
        self.setAccessibleName(state.format(step=step.name))
        self.updateGeometry()
        self.update()

    def wear(self, theme: Theme) -> None:
        self._plain = theme.font(BODY)
        self._bold = theme.font(BODY, bold=True)

    def sizeHint(self) -> QSize:
        if not self._steps:
            return QSize(_LINE, _LINE)
        name = self._steps[self.place].name
        width = self._left() + words_size(name, self._bold).width() + _PAD + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + 60, _LINE)

    def heightForWidth(self, width: int) -> int:
        if not self._steps:
            return _LINE
        name = self._steps[self.place].name
        room = width - self._left() - _PAD
        words = words_size(name, self._bold, room).height()
        return max(_LINE, current_theme().px(_DOT) + 20, words + 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self._steps[self.place]
        if self.isEnabled() and self.underMouse():
            draw_box(painter, self.rect().toRectF(), 10, colour("soft"))
        side = current_theme().px(_DOT)
        here = QPointF(_PAD + side / 2, self.height() / 2)
        above, below = QPointF(here.x(), 0), QPointF(here.x(), self.height())
        if self.place > 0:
            self._draw_line(painter, above, here, self.place - 1)
        if self.place < len(self._steps) - 1:
            self._draw_line(painter, here, below, self.place)
        draw_steps(painter, [here], (step,), side)
        now = step.state == StepState.NOW
        ink = colour("ink2" if step.state == StepState.LATER else "ink")
        left = self._left()
        room = QRect(left, 0, self.width() - left, self.height())
        font = self._bold if now else self._plain
        middle = Qt.AlignmentFlag.AlignVCenter
        draw_words(painter, room, step.name, (font, ink), middle)

    def _draw_line(
        self, painter: QPainter, start: QPointF, end: QPointF, from_step: int
    ) -> None:
        done = self._steps[from_step].state == StepState.DONE
        painter.setPen(colour("accent" if done else "border"))
        pen = painter.pen()
        pen.setWidthF(2)
        painter.setPen(pen)
        painter.drawLine(start, end)

    def _left(self) -> int:
        return _PAD + current_theme().px(_DOT) + _GAP
