"""Pages of paper as pictures, one under the other, always white."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.page_blocks import PageImage
from app.domain.wording import _
from app.services.pages import count_pages, picture_of
from ui.tasks import Lane, Tasks
from ui.theme import current_theme
from ui.widgets.painting import colour

_LETTER = 11 / 8.5
_AROUND, _GAP = 10, 12
_WIDEST = 880  # wider than that a line is too long to follow
_ZOOMS = (0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_AT_ONCE = 2  # page bitmaps held, at most
_RESTS = 80  # milliseconds without a resize before the pictures are drawn anew


class PagePictures(QScrollArea):
    """Shows a PDF from memory, fitted to the width: ``PagePictures(tasks)``.

    The quick lane draws the pages in sight, two at most; the others are blank paper.

    Signals:
        page_changed: Another page is in sight. Arguments: its number, how many.
    """

    page_changed = Signal(int, int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._pdf = b""
        self._showing = 0  # goes up with each PDF: late pictures of others are dropped
        self._zoom = _ZOOMS.index(1.0)
        self._sheets: list[_Sheet] = []
        self._asked: set[tuple[int, int]] = set()
        self._rest = QTimer(self, singleShot=True, interval=_RESTS)
        self._rest.timeout.connect(self._draw_seen)
        self._paper = QWidget()
        self._paper.setAutoFillBackground(False)
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        self._column.setSpacing(_GAP)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._paper)
        self.viewport().setAutoFillBackground(False)
        self.setProperty("role", "page")
        self._paper.setProperty("role", "page")
        self._paper.setAutoFillBackground(False)
        self.setAccessibleName(_("The page as a picture"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a PDF from its first page on."""
        self.clear()
        self._pdf = pdf
        self._tasks.run(
            Lane.QUICK,
            partial(count_pages, pdf),
            on_done=partial(self._on_counted, self._showing),
            on_failed=_never,
        )

    def clear(self) -> None:
        """Forget the PDF and its pictures."""
        self._showing += 1
        self._pdf = b""
        self._asked.clear()
        for sheet in self._sheets:
            sheet.hide()
            sheet.deleteLater()
        self._sheets = []

    def zoom_by(self, step: int) -> None:
        """Draw the pages one step larger (1) or smaller (-1)."""
        self._zoom = min(max(self._zoom + step, 0), len(_ZOOMS) - 1)
        self._place()
        self._draw_seen()

    def page(self) -> int:
        """Return the number of the page in sight, 0 before there is one."""
        seen = self._seen()
        return seen[0] + 1 if seen else 0

    def page_count(self) -> int:
        """Return how many pages there are, 0 while that is not known."""
        return len(self._sheets)

    def pictures_held(self) -> int:
        """Return how many page bitmaps are in memory."""
        return sum(sheet.has_picture() for sheet in self._sheets)

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._rest.start()

    def _on_counted(self, showing: int, count: int) -> None:
        if not isValid(self) or showing != self._showing:
            return
        for number in range(count):
            sheet = _Sheet(number + 1, count)
            self._sheets.append(sheet)
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._place()
        self.verticalScrollBar().setValue(0)
        self._draw_seen()
        self.page_changed.emit(1, count)

    def _place(self) -> None:
        room = self.viewport().width() - 2 * _AROUND
        room = min(room, current_theme().px(_WIDEST))
        width = max(round(room * _ZOOMS[self._zoom]), 120)
        height = round(width * _LETTER)
        for sheet in self._sheets:
            sheet.setFixedSize(width, height)
        count = len(self._sheets)
        self._paper.resize(
            max(width + 2 * _AROUND, self.viewport().width()),
            2 * _AROUND + count * height + max(count - 1, 0) * _GAP,
        )

    def _seen(self) -> list[int]:
        """Return the pages in sight, the one seen most of first."""
        top = self.verticalScrollBar().value()
        window = QRect(0, top, self._paper.width(), self.viewport().height())
        shares: list[tuple[int, int]] = []
        for place, sheet in enumerate(self._sheets):
            y = _AROUND + place * (sheet.height() + _GAP)
            here = QRect(0, y, self._paper.width(), sheet.height())
            if (share := here.intersected(window).height()) > 0:
                shares.append((-share, place))
        return [place for _share, place in sorted(shares)]

    def _draw_seen(self) -> None:
        wanted = self._seen()[:_AT_ONCE]
        for place, sheet in enumerate(self._sheets):
            if place not in wanted:
                sheet.drop()
        for place in wanted:
            self._ask(place)

    def _ask(self, place: int) -> None:
        sheet = self._sheets[place]
        pixels = round(sheet.width() * self.devicePixelRatioF())
        asked = (place, pixels)
        if sheet.pixels() == pixels or asked in self._asked:
            return
        self._asked.add(asked)
        self._tasks.run(
            Lane.QUICK,
            partial(picture_of, self._pdf, place, width=pixels),
            on_done=partial(self._on_drawn, self._showing, asked),
            on_failed=_never,
        )

    def _on_drawn(
        self, showing: int, asked: tuple[int, int], picture: PageImage
    ) -> None:
        if not isValid(self) or showing != self._showing:
            return
        self._asked.discard(asked)
        if asked[0] in self._seen()[:_AT_ONCE]:
            self._sheets[asked[0]].show_picture(picture)

    def _on_scrolled(self, _value: int) -> None:
        self._draw_seen()
        if self._sheets:
            self.page_changed.emit(self.page(), len(self._sheets))


class _Sheet(QWidget):
    """One sheet of paper: blank until its picture is there."""

    def __init__(self, number: int, count: int) -> None:
        super().__init__()
        self._picture: PageImage | None = None
        self.setAccessibleName(
            _("Page {n} of {count}, as a picture").format(n=number, count=count)
        )

    def has_picture(self) -> bool:
        return self._picture is not None

    def pixels(self) -> int:
        """Return the width its picture was asked for, 0 without one."""
        return self._picture.width if self._picture is not None else 0

    def show_picture(self, picture: PageImage) -> None:
        self._picture = picture
        self.update()

    def drop(self) -> None:
        self._picture = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        if self._picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), as_image(self._picture))
        painter.setPen(colour("border"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def as_image(picture: PageImage) -> QImage:
    """Return a picture for painting; it borrows the bytes, so keep both together."""
    return QImage(
        picture.grey,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_Grayscale8,
    )


def _never(error: Exception) -> None:
    """Stand where an expected error would go: drawing our own pages has none."""
    raise error
