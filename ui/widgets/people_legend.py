"""What the boxes of the people list mean, under the list."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import _
from ui.theme import current_theme
from ui.widgets.card import Rule
from ui.widgets.drawn import Drawn
from ui.widgets.labels import Second
from ui.widgets.painting import colour, draw_box


class PeopleLegend(QWidget):
    """A filled box: done; an outlined one: planned, not yet done."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout()
        row.setContentsMargins(22, 8, 22, 10)
        row.setSpacing(8)
        for done, words in ((True, _("done")), (False, _("planned, not yet done"))):
            row.addWidget(_Box(done=done))
            row.addWidget(Second(words))
        row.addStretch()
        row.addWidget(Second(_("Each person’s plan says how often to meet.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addLayout(row)


class _Box(Drawn):
    def __init__(self, *, done: bool) -> None:
        self._done = done
        super().__init__("")

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(theme.px(24), theme.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        if self._done:
            draw_box(painter, box, 4, colour("accent"))
        else:
            draw_box(painter, box, 4, colour("surface"), (colour("border"), 1))
