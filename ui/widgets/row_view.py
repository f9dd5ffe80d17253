"""A long list of two-line rows, drawn, without a widget a row."""

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.models.rows_model import ROW_ROLE, ListRow, RowsModel
from ui.theme import BODY, SMALL, Theme, current_theme
from ui.widgets.painting import colour, draw_box, draw_icon, words_size
from ui.widgets.pill import TONES
from ui.widgets.themed import Themed

_ROW, _TILE, _ICON, _PAD, _GAP, _CHEVRON = 59, 40, 20, 10, 12, 18
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Index = QModelIndex | QPersistentModelIndex


class RowView(Themed, QListView):
    """``RowView(model, name)``: Up and Down move, Enter and double click open.

    Signals:
        opened: A row is to be opened. Argument: its id.
    """

    opened = Signal(int)

    def __init__(self, model: RowsModel, name: str) -> None:
        super().__init__()
        self._rows = model
        self.setProperty("role", "table")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        # The delegate draws the chosen row itself.
        self.setStyleSheet("QListView { selection-background-color: transparent; }")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.doubleClicked.connect(self._on_row_double_clicked)
        self.dress()

    def wear(self, theme: Theme) -> None:
        self.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._rows.row_at(self.currentIndex().row())
        if event.key() in _OPENING and not event.modifiers() and row is not None:
            self.opened.emit(row.id)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # Esc is Back on every page
        else:
            super().keyPressEvent(event)

    def _on_row_double_clicked(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index.row())
        if row is not None:
            self.opened.emit(row.id)


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, current_theme().px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ListRow):
            return
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        painter.save()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if picked or hover:
            ground = QRectF(rect.adjusted(2, 0, -2, -1))
            draw_box(painter, ground, 10, colour("soft" if picked else "sunken"))
        else:
            line = QRect(rect.x() + _PAD, rect.bottom(), rect.width() - 2 * _PAD, 1)
            painter.fillRect(line, colour("hairline"))
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        left = _draw_tile(painter, inner, row, picked=picked)
        right = _draw_end(painter, inner, row, picked=picked)
        _draw_lines(painter, QRect(left, rect.y(), right - left, rect.height()), row)
        painter.restore()


def _draw_tile(painter: QPainter, rect: QRect, row: ListRow, *, picked: bool) -> int:
    if not row.icon:
        return rect.x()
    theme = current_theme()
    side, inset = theme.px(_TILE), theme.px(_TILE - _ICON) / 2
    fill, ink = TONES[row.tone]
    tile = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
    draw_box(painter, tile, 10, colour("surface" if picked else fill))
    draw_icon(
        painter, row.icon, tile.adjusted(inset, inset, -inset, -inset), colour(ink)
    )
    return rect.x() + side + _GAP


def _draw_end(painter: QPainter, rect: QRect, row: ListRow, *, picked: bool) -> int:
    theme = current_theme()
    ink = colour("on_soft" if picked else "ink2")
    side = theme.px(_CHEVRON)
    top = rect.y() + (rect.height() - side) / 2
    right = rect.right() - side
    draw_icon(painter, "chevron-right", QRectF(right, top, side, side), ink)
    if row.trailing:
        font = theme.font(SMALL)
        width = words_size(row.trailing, font).width() + 2
        right -= width + _GAP
        painter.setFont(font)
        painter.setPen(ink)
        room = QRect(right, rect.y(), width, rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, row.trailing)
    return right - _GAP


def _draw_lines(painter: QPainter, rect: QRect, row: ListRow) -> None:
    theme = current_theme()
    fonts: tuple[QFont, QFont] = (theme.font(BODY, bold=True), theme.font(SMALL))
    heights = [QFontMetrics(font).lineSpacing() for font in fonts]
    shown = heights if row.second else [heights[0], 0]
    top = rect.y() + (rect.height() - sum(shown)) // 2
    lines = zip((row.title, row.second), fonts, shown, ("ink", "ink2"), strict=True)
    for words, font, height, ink in lines:
        flat = " ".join(words.split())
        room = QRect(rect.x(), top, rect.width(), height)
        painter.setFont(font)
        painter.setPen(colour(ink))
        elide = Qt.TextElideMode.ElideRight
        cut = QFontMetrics(font).elidedText(flat, elide, rect.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        top += height
