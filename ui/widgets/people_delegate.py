"""Draw the rows of the people list: names, meter, status, without a widget a row."""

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.domain.person import PersonSummary, display_name
from app.domain.wording import _
from ui.models.people_model import (
    DONE,
    NEXT,
    PERSON,
    PERSON_ROLE,
    SEEN,
    STATUS,
    PeopleModel,
)
from ui.models.people_words import (
    days_ago,
    days_ahead,
    done_words,
    long_day,
    needs_mark,
    record_words,
)
from ui.theme import BODY, SMALL, current_theme
from ui.widgets.avatar import initials
from ui.widgets.drawn import draw_meter
from ui.widgets.painting import colour, draw_box, draw_icon, words_size
from ui.widgets.pill import TONES
from ui.widgets.reading import time_words

INSET, PAD = 8, 8
_AVATAR, _GAP, _CHEVRON, _PILL, _METER = 40, 12, 18, 28, 110
_Index = QModelIndex | QPersistentModelIndex


class PeopleDelegate(QStyledItemDelegate):
    """Draws one row of a :class:`PeopleModel`, cell by cell.

    Attributes:
        folded: Last seen stands under the name instead of the record number.
    """

    def __init__(self, model: PeopleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.folded = False

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        person = index.data(PERSON_ROLE)
        if not isinstance(person, PersonSummary):
            return
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        self._draw_ground(painter, option, picked)
        cell = _Cell(painter, rect, "on_soft" if picked else "")
        match index.column():
            case 0:
                self._draw_person(cell, person)
            case 1:
                cell.draw_two(*self._seen(person))
            case 2:
                _draw_done(cell, person)
            case 3:
                cell.draw_two(*self._next(person))
            case _:
                _draw_status(cell, person)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, current_theme().px(59))

    def least_width(self, column: int) -> int:
        """Return the width a column needs, in logical pixels."""
        theme = current_theme()
        lengths = {PERSON: 276, SEEN: 176, DONE: 184, NEXT: 176, STATUS: 200}
        return theme.px(lengths[column])

    def _draw_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, picked: bool
    ) -> None:
        rect: QRect = option.rect
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        width = view.viewport().width()
        row = QRectF(INSET, rect.y(), width - 2 * INSET, rect.height() - 1)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if picked or hover:
            draw_box(painter, row, 10, colour("soft" if picked else "sunken"))
            return
        left = INSET + PAD + current_theme().px(_AVATAR) + _GAP
        line = QRect(left, rect.bottom(), width - left - 2 * INSET, 1)
        painter.fillRect(line, colour("hairline"))

    def _draw_person(self, cell: "_Cell", person: PersonSummary) -> None:
        theme = current_theme()
        side = theme.px(_AVATAR)
        top = cell.rect.y() + (cell.rect.height() - side) / 2
        circle = QRectF(cell.rect.x() + INSET + PAD, top, side, side)
        draw_box(
            cell.painter, circle, side, colour("surface" if cell.picked else "soft")
        )
        cell.painter.setPen(colour("on_soft"))
        cell.painter.setFont(theme.font(SMALL, bold=True))
        cell.painter.drawText(
            circle, Qt.AlignmentFlag.AlignCenter, initials(person.name)
        )
        cell.indent = INSET + PAD + side + _GAP
        second = record_words(person)
        if self.folded:
            second = ". ".join(part for part in (second, self._seen_words(person)))
        name = display_name(person.name, hidden=self._model.hidden)
        cell.draw_two(name, second.strip(". "), bold=True)

    def _seen_words(self, person: PersonSummary) -> str:
        if person.last_seen is None:
            return _("Not seen yet")
        return days_ago(person.last_seen, self._model.today)

    def _seen(self, person: PersonSummary) -> tuple[str, str]:
        if person.last_seen is None:
            return _("Not seen yet"), ""
        return self._seen_words(person), long_day(person.last_seen, self._model.today)

    def _next(self, person: PersonSummary) -> tuple[str, str]:
        today = self._model.today
        if person.next_on is None:
            return _("Nothing planned"), ""
        when = days_ahead(person.next_on, today)
        if person.next_at is not None:
            when = _("{day}, {time}").format(day=when, time=time_words(person.next_at))
        if person.next_on == today:
            return when, person.next_place
        return when, long_day(person.next_on, today)


class _Cell:
    """Where one cell is drawn, and with which ink."""

    def __init__(self, painter: QPainter, rect: QRect, ink: str) -> None:
        self.painter, self.rect = painter, rect
        self.picked = bool(ink)
        self.ink, self.ink2 = ink or "ink", ink or "ink2"
        self.indent = PAD

    def draw_two(self, first: str, second: str, *, bold: bool = False) -> None:
        """Draw a 16 px line and under it a 14 px one, each on one line."""
        theme = current_theme()
        fonts = (theme.font(BODY, bold=bold), theme.font(SMALL))
        heights = [QFontMetrics(font).lineSpacing() for font in fonts]
        lines = [heights[0], heights[1] if second else 0]
        top = self.rect.y() + (self.rect.height() - sum(lines)) // 2
        quiet = not second and not bold
        inks = (self.ink2 if quiet else self.ink, self.ink2)
        for words, font, height, ink in zip(
            (first, second), fonts, lines, inks, strict=True
        ):
            self._line(words, font, QRect(self._left(), top, self._room(), height), ink)
            top += height

    def line(self, words: str, left: int) -> None:
        """Draw one 16 px line in the middle, ``left`` pixels in."""
        room = self.rect.adjusted(left, 0, -2, 0)
        self._line(words, current_theme().font(BODY), room, self.ink)

    def _line(self, words: str, font: QFont, room: QRect, ink: str) -> None:
        shown = QFontMetrics(font).elidedText(
            words, Qt.TextElideMode.ElideRight, room.width()
        )
        self.painter.setFont(font)
        self.painter.setPen(colour(ink))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        self.painter.drawText(room, middle, shown)

    def _left(self) -> int:
        return self.rect.x() + self.indent

    def _room(self) -> int:
        return self.rect.width() - self.indent - 6


def _draw_done(cell: _Cell, person: PersonSummary) -> None:
    theme = current_theme()
    if not person.planned and not person.done:
        words = _("As needed") if person.planned is None else done_words(person)
        cell.line(words if person.needs != "plan" else _("No plan yet"), PAD)
        return
    middle = cell.rect.center().y() - theme.px(6)
    meter = QRectF(cell.rect.x() + PAD, middle, theme.px(_METER), theme.px(12))
    draw_meter(cell.painter, meter, person.done, person.planned or 0)
    cell.line(done_words(person), PAD + theme.px(_METER) + 8)


def _draw_status(cell: _Cell, person: PersonSummary) -> None:
    theme = current_theme()
    icon, words, tone = needs_mark(person.needs)
    ground, ink = TONES[tone]
    font = theme.font(SMALL)
    height, side = theme.px(_PILL), theme.px(16)
    width = 10 + side + 6 + words_size(words, font).width() + 14
    top = cell.rect.y() + (cell.rect.height() - height) / 2
    pill = QRectF(cell.rect.x() + PAD, top, width, height)
    fill = colour("surface" if cell.picked and tone == "soft" else ground)
    draw_box(cell.painter, pill, height / 2, fill)
    mark = QRectF(pill.x() + 10, top + (height - side) / 2, side, side)
    draw_icon(cell.painter, icon, mark, colour(ink))
    cell.painter.setFont(font)
    cell.painter.setPen(colour(ink))
    inner = pill.adjusted(10 + side + 6, 0, 0, 0)
    cell.painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
    side = theme.px(_CHEVRON)
    left = cell.rect.right() - INSET - PAD - side
    top = cell.rect.y() + (cell.rect.height() - side) / 2
    chevron = QRectF(left, top, side, side)
    draw_icon(cell.painter, "chevron-right", chevron, colour(cell.ink))
