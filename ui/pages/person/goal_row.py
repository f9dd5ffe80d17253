"""One goal of a plan as a row: number, words, steps drawn, when last worked on."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from app.domain.plan import Goal
from app.domain.wording import _
from ui.theme import BODY, SMALL, Theme, current_theme
from ui.widgets.buttons import Button
from ui.widgets.drawn import MOST_DOTS, Step, StepState, draw_steps
from ui.widgets.painting import colour, draw_box, draw_icon, draw_words, words_size

_PAD, _NUMBER, _GAP, _CHEVRON, _DOT = 8, 32, 14, 18, 18
STEPS, LAST = 144, 122
_LEAST = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """What a goal's row says.

    Attributes:
        said: The goal in the person's own words; may be empty.
        last: When it was last worked on; ``count`` is how often.
    """

    number: int
    name: str
    said: str
    steps: tuple[Step, ...]
    last: str
    count: str


def steps_of(goal: Goal) -> tuple[Step, ...]:
    """Return the steps: done, the one to take now, and later ones."""
    found, now_given = [], False
    for step in goal.objectives:
        state = StepState.LATER
        if step.done_on is not None:
            state = StepState.DONE
        elif not now_given:
            state, now_given = StepState.NOW, True
        found.append(Step(name=step.words, state=state))
    return tuple(found)


def steps_words(steps: tuple[Step, ...]) -> str:
    """Return ``2 of 4 done``."""
    done = sum(step.state == StepState.DONE for step in steps)
    return _("{done} of {all} done").format(done=done, all=len(steps))


class GoalRow(Button):
    """One target and one Tab stop; its accessible name says all of the row."""

    radius = 10
    upright = QSizePolicy.Policy.Minimum

    def __init__(self, line: GoalLine) -> None:
        self._line = line
        super().__init__()
        parts = [
            _("Goal {n}: {name}").format(n=line.number, name=line.name),
            line.said,
            steps_words(line.steps),
            _("Last worked on: {when}").format(when=line.last),
            line.count,
        ]
        self.setAccessibleName(". ".join(part.rstrip(".") for part in parts if part))

    def wear(self, theme: Theme) -> None:
        self._bold = theme.font(BODY, bold=True)
        self._plain = theme.font(BODY)
        self._small = theme.font(SMALL)

    def sizeHint(self) -> QSize:
        width = self._left() + 180 + self._right()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._left() + 90 + self._right(), current_theme().px(_LEAST))

    def heightForWidth(self, width: int) -> int:
        room = width - self._left() - self._right()
        name = words_size(self._line.name, self._bold, room).height()
        said = QFontMetrics(self._plain).lineSpacing() if self._line.said else 0
        return max(current_theme().px(_LEAST), name + said + 2 * _PAD + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            draw_box(painter, QRectF(self.rect()), self.radius, colour("sunken"))
        self._draw_number(painter)
        self._draw_goal(painter)
        left = self.width() - self._right() + _GAP
        self._draw_steps(painter, left)
        theme = current_theme()
        last = QRect(left + theme.px(STEPS) + _GAP, 0, theme.px(LAST), self.height())
        self._draw_two(painter, last, self._line.last, self._line.count)
        side = theme.px(_CHEVRON)
        top = (self.height() - side) / 2
        spot = QRectF(self.width() - _PAD - side, top, side, side)
        draw_icon(painter, "chevron-right", spot, colour("accent"))

    def _draw_number(self, painter: QPainter) -> None:
        side = current_theme().px(_NUMBER)
        circle = QRectF(_PAD, (self.height() - side) / 2, side, side)
        draw_box(painter, circle, side, colour("soft"))
        look = (self._bold, colour("on_soft"))
        middle = Qt.AlignmentFlag.AlignCenter
        draw_words(painter, circle.toRect(), str(self._line.number), look, middle)

    def _draw_goal(self, painter: QPainter) -> None:
        room = self.width() - self._left() - self._right()
        name = words_size(self._line.name, self._bold, room).height()
        metrics = QFontMetrics(self._plain)
        said = metrics.lineSpacing() if self._line.said else 0
        top = (self.height() - name - said) // 2
        left = self._left()
        space = QRect(left, top, room, name)
        draw_words(painter, space, self._line.name, (self._bold, colour("ink")))
        cut = metrics.elidedText(
            _oneline(self._line.said), Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(self._plain)
        painter.setPen(colour("ink2"))
        painter.drawText(QRect(left, top + name, room, said), 0, cut)

    def _draw_steps(self, painter: QPainter, left: int) -> None:
        theme = current_theme()
        side = theme.px(_DOT)
        words = QFontMetrics(self._small).lineSpacing()
        steps = self._line.steps
        top = (self.height() - side - 6 - words) / 2
        width = theme.px(STEPS) - side - 8
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(steps) > MOST_DOTS:
            self._draw_bar(painter, QRectF(left, top + 4, width, 10))
        else:
            gap = width / max(len(steps) - 1, 1)
            spots = [
                QPointF(left + side / 2 + gap * place, top + side / 2)
                for place in range(len(steps))
            ]
            draw_steps(painter, spots, steps, side)
        painter.setFont(self._small)
        painter.setPen(colour("ink2"))
        room = QRect(left, round(top) + side + 6, theme.px(STEPS), words)
        painter.drawText(room, 0, steps_words(steps))

    def _draw_bar(self, painter: QPainter, bar: QRectF) -> None:
        steps = self._line.steps
        done = sum(step.state == StepState.DONE for step in steps)
        draw_box(painter, bar, 5, colour("sunken"), (colour("border"), 1))
        if done:
            filled = QRectF(bar)
            filled.setWidth(bar.width() * done / len(steps))
            draw_box(painter, filled, 5, colour("accent"))

    def _draw_two(
        self, painter: QPainter, room: QRect, first: str, second: str
    ) -> None:
        heights = [QFontMetrics(f).lineSpacing() for f in (self._plain, self._small)]
        top = (self.height() - sum(heights)) // 2
        painter.setFont(self._plain)
        painter.setPen(colour("ink"))
        painter.drawText(QRect(room.x(), top, room.width(), heights[0]), 0, first)
        painter.setFont(self._small)
        painter.setPen(colour("ink2"))
        below = QRect(room.x(), top + heights[0], room.width(), heights[1])
        painter.drawText(below, 0, second)

    def _left(self) -> int:
        return _PAD + current_theme().px(_NUMBER) + _GAP

    def _right(self) -> int:
        theme = current_theme()
        inner = theme.px(STEPS) + theme.px(LAST) + theme.px(_CHEVRON)
        return inner + 3 * _GAP + _PAD


def _oneline(words: str) -> str:
    return " ".join(words.split())
