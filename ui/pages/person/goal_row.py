"""One goal of a plan as a row: number, words, steps drawn, when last worked on."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.plan import Goal
from app.domain.wording import _
from ui.theme import BODY, SMALL, Theme, current_theme
from ui.widgets.buttons import Button
from ui.widgets.drawn import MOST_DOTS, Step, StepState, draw_steps
from ui.widgets.painting import colour, draw_box, draw_icon, draw_words, words_size
from ui.widgets.themed import Themed

_PAD, _NUMBER, _GAP, _CHEVRON, _DOT = 8, 32, 14, 18, 18
_STEPS, _LAST = 144, 122
_LEAST, _WORDS = 64, 120


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
        width = _left() + current_theme().px(180) + _columns()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(_left() + theme.px(_WORDS) + _end(), theme.px(_LEAST))

    def heightForWidth(self, width: int) -> int:
        room = _words_room(width)
        name = words_size(self._line.name, self._bold, room).height()
        said = QFontMetrics(self._plain).lineSpacing() if self._line.said else 0
        below = self._below_height(room) if is_folded(width) else 0
        return max(current_theme().px(_LEAST), name + said + below + 2 * _PAD + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            draw_box(painter, QRectF(self.rect()), self.radius, colour("sunken"))
        self._draw_number(painter)
        self._draw_goal(painter)
        theme = current_theme()
        if not is_folded(self.width()):
            left = _steps_at(self.width())
            self._draw_steps(painter, left)
            room = QRect(_last_at(self.width()), 0, theme.px(_LAST), self.height())
            self._draw_two(painter, room, self._line.last, self._line.count)
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
        room = _words_room(self.width())
        folded = is_folded(self.width())
        name = words_size(self._line.name, self._bold, room).height()
        metrics = QFontMetrics(self._plain)
        said = metrics.lineSpacing() if self._line.said else 0
        below = self._below_height(room) if folded else 0
        top = (self.height() - name - said - below) // 2
        left = _left()
        space = QRect(left, top, room, name)
        draw_words(painter, space, self._line.name, (self._bold, colour("ink")))
        cut = metrics.elidedText(
            _oneline(self._line.said), Qt.TextElideMode.ElideRight, room
        )
        painter.setFont(self._plain)
        painter.setPen(colour("ink2"))
        painter.drawText(QRect(left, top + name, room, said), 0, cut)
        if folded:
            space = QRect(left, top + name + said, room, below)
            draw_words(painter, space, self._below(), (self._small, colour("ink2")))

    def _draw_steps(self, painter: QPainter, left: int) -> None:
        theme = current_theme()
        side = theme.px(_DOT)
        words = QFontMetrics(self._small).lineSpacing()
        steps = self._line.steps
        top = (self.height() - side - 6 - words) / 2
        width = theme.px(_STEPS) - side - 8
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
        room = QRect(left, round(top) + side + 6, theme.px(_STEPS), words)
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

    def _below(self) -> str:
        """Return steps and sessions as one line, for where they have no columns."""
        line = self._line
        parts = (steps_words(line.steps), line.last, line.count)
        return "  ·  ".join(part for part in parts if part)

    def _below_height(self, room: int) -> int:
        return words_size(self._below(), self._small, room).height()


class GoalHeads(Themed, QWidget):
    """The names of the columns the rows draw; each row says them too."""

    def __init__(self, goal: str) -> None:
        super().__init__()
        self._goal = goal
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.dress()

    def sizeHint(self) -> QSize:
        return QSize(0, current_theme().px(24))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return 0 if is_folded(width) else self.sizeHint().height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(current_theme().font(SMALL, bold=True))
        painter.setPen(colour("ink2"))
        for left, words in (
            (_left(), self._goal),
            (_steps_at(self.width()), _("Steps")),
            (_last_at(self.width()), _("Last worked on")),
        ):
            room = QRect(left, 0, self.width() - left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


def is_folded(width: int) -> bool:
    """Return whether a row this wide has no room for the steps' own column."""
    return width - _left() - _columns() < current_theme().px(_WORDS)


def _left() -> int:
    return _PAD + current_theme().px(_NUMBER) + _GAP


def _end() -> int:
    return _GAP + current_theme().px(_CHEVRON) + _PAD


def _columns() -> int:
    theme = current_theme()
    return theme.px(_STEPS) + theme.px(_LAST) + 2 * _GAP + _end()


def _words_room(width: int) -> int:
    return width - _left() - (_end() if is_folded(width) else _columns())


def _steps_at(width: int) -> int:
    return width - _columns() + _GAP


def _last_at(width: int) -> int:
    return _steps_at(width) + current_theme().px(_STEPS) + _GAP


def _oneline(words: str) -> str:
    return " ".join(words.split())
