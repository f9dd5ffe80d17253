"""Small drawn pictures of counts and steps; each says the same in words."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.wording import _
from ui.theme import Theme, current_theme
from ui.widgets.painting import colour, draw_box, draw_check
from ui.widgets.themed import Themed

_BOX, _BOX_HEIGHT, _BOX_GAP, _METER = 24, 12, 4, 110
_DOT, _PATH = 18, 144
MOST_DOTS = 6


class StepState(StrEnum):
    """Where one step stands."""

    DONE = "done"
    NOW = "now"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a path, with its short name."""

    name: str
    state: StepState


class Drawn(Themed, QWidget):
    """A picture that takes no focus and has a sentence for screen readers."""

    def __init__(self, said: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(said)
        self.dress()


class Meter(Drawn):
    """One box for each planned session, filled when done: ``Meter(done, planned)``.

    Boxes shrink to fit 110 px; sessions past the plan are filled boxes too. Print the
    words beside it ("3 of 4"): :meth:`words`.
    """

    def __init__(self, done: int, planned: int) -> None:
        self._done, self._planned = done, planned
        super().__init__(self._said())

    def set_counts(self, done: int, planned: int) -> None:
        """Show other counts."""
        self._done, self._planned = done, planned
        self.setAccessibleName(self._said())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Return ``3 of 4``."""
        return _("{done} of {planned}").format(done=self._done, planned=self._planned)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(_METER), theme.px(_BOX_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_meter(painter, QRectF(self.rect()), self._done, self._planned)

    def _said(self) -> str:
        return _("{done} of {planned} planned sessions done").format(
            done=self._done, planned=self._planned
        )


def draw_meter(painter: QPainter, rect: QRectF, done: int, planned: int) -> None:
    """Draw a meter into ``rect``, for delegates."""
    boxes = max(done, planned)
    if not boxes:
        return
    fit = (rect.width() - _BOX_GAP * (boxes - 1)) / boxes
    width = min(current_theme().px(_BOX), fit)
    for index in range(boxes):
        left = rect.x() + index * (width + _BOX_GAP)
        box = QRectF(left, rect.y(), width, rect.height())
        if index < done:
            draw_box(painter, box, 4, colour("accent"))
        else:
            draw_box(painter, box, 4, colour("surface"), (colour("border"), 1))


class Path(Drawn):
    """Dots for the steps of a goal: check is done, ring is now, hollow is later.

    ``Path(steps, width=144)``. With more than 6 steps draw a :class:`ProgressBar`.
    """

    def __init__(self, steps: tuple[Step, ...], width: int = _PATH) -> None:
        self._steps, self._width = steps, width
        super().__init__(_path_said(steps))

    def set_steps(self, steps: tuple[Step, ...]) -> None:
        """Show other steps."""
        self._steps = steps
        self.setAccessibleName(_path_said(steps))
        self.update()

    def words(self) -> str:
        """Return ``2 of 4 done``."""
        return _done_words(self._steps)

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(self._width), theme.px(_DOT) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = current_theme().px(_DOT)
        middle = self.height() / 2
        span = self.width() - side - 4
        gap = span / max(len(self._steps) - 1, 1)
        spots = [
            QPointF(2 + side / 2 + gap * index, middle)
            for index in range(len(self._steps))
        ]
        draw_steps(painter, spots, self._steps, side)


def draw_steps(
    painter: QPainter, spots: list[QPointF], steps: tuple[Step, ...], side: float
) -> None:
    """Draw the lines between steps and a dot at each spot."""
    for index in range(len(spots) - 1):
        reached = steps[index].state == StepState.DONE
        pen = QPen(colour("accent" if reached else "border"), 3 if reached else 2)
        painter.setPen(pen)
        painter.drawLine(spots[index], spots[index + 1])
    for spot, step in zip(spots, steps, strict=True):
        dot = QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)
        if step.state == StepState.DONE:
            draw_box(painter, dot, side, colour("accent"))
            draw_check(painter, dot, colour("on_accent"), side / 9)
        elif step.state == StepState.NOW:
            edge = (colour("accent"), side / 8)
            draw_box(painter, dot, side, colour("surface"), edge)
            inset = side * 0.33
            inner = dot.adjusted(inset, inset, -inset, -inset)
            draw_box(painter, inner, side, colour("accent"))
        else:
            draw_box(painter, dot, side, colour("surface"), (colour("border"), 2))


class ProgressBar(Drawn):
    """A thin bar: ``ProgressBar(share, said, width=84, height=10)``.

    ``share`` is 0 to 1; ``said`` is the whole sentence, with the numbers.
    """

    def __init__(
        self, share: float, said: str, width: int = 84, height: int = 10
    ) -> None:
        self._share, self._size = share, QSize(width, height)
        super().__init__(said)

    def set_share(self, share: float, said: str) -> None:
        """Show another share."""
        self._share = share
        self.setAccessibleName(said)
        self.update()

    def stretch(self) -> None:
        """Take all the width there is."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._size

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        radius = rect.height() / 2
        draw_box(painter, rect, radius, colour("sunken"), (colour("border"), 1))
        done = rect.width() * min(max(self._share, 0.0), 1.0)
        if done > 0:
            filled = QRectF(0, 0, max(done, rect.height()), rect.height())
            draw_box(painter, filled, radius, colour("accent"))


class Ring(Drawn):
    """A clock face: ``Ring(share, big, small, *, late=False)``, 148 px.

    ``share`` of the ring is drawn; ``big`` and ``small`` stand inside.
    """

    def __init__(
        self, share: float, big: str, small: str, *, late: bool = False
    ) -> None:
        self._share, self._big, self._small, self._late = share, big, small, late
        super().__init__(f"{big} {small}")

    def wear(self, theme: Theme) -> None:
        self._big_font = theme.font(26, bold=True)
        self._small_font = theme.font(14)

    def sizeHint(self) -> QSize:
        side = current_theme().px(148)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = current_theme().px(12)
        ring = QRectF(self.rect()).adjusted(width, width, -width, -width)
        pen = QPen(colour("sunken"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(ring)
        pen.setColor(colour("bad" if self._late else "accent"))
        painter.setPen(pen)
        share = 1.0 if self._late else min(max(self._share, 0.0), 1.0)
        painter.drawArc(ring, 90 * 16, round(-360 * 16 * share))
        half = self.height() // 2
        top = self.rect().adjusted(0, half - current_theme().px(34), 0, -half + 8)
        below = self.rect().adjusted(0, half + 6, 0, 0)
        for room, words, font, ink in (
            (top, self._big, self._big_font, "ink"),
            (below, self._small, self._small_font, "ink2"),
        ):
            painter.setFont(font)
            painter.setPen(colour(ink))
            side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            painter.drawText(room, side, words)


def _done_words(steps: tuple[Step, ...]) -> str:
    done = sum(step.state == StepState.DONE for step in steps)
    return _("{done} of {all} done").format(done=done, all=len(steps))


def _path_said(steps: tuple[Step, ...]) -> str:
    now = next((step.name for step in steps if step.state == StepState.NOW), "")
    said = _done_words(steps)
    if now:
        said = _("{done}. Now: {step}").format(done=said, step=now)
    return said
