"""The few strokes that all drawn widgets share."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ui.icons import pixmap
from ui.theme import current_theme

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic
_UNBOUNDED = 100_000


def colour(token: str) -> QColor:
    """Return the colour of a token in the theme in force."""
    return current_theme().colour(token)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return ``one`` with a ``share`` (0 to 1) of ``other`` stirred in."""
    keep = 1 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )


def draw_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None,
    edge: tuple[QColor, float] | None = None,
) -> None:
    """Draw a rounded box; ``edge`` is a colour and a width, kept inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        half = edge[1] / 2
        rect = rect.adjusted(half, half, -half, -half)
        painter.setPen(QPen(edge[0], edge[1]))
    radius = min(radius, rect.height() / 2, rect.width() / 2)
    painter.drawRoundedRect(rect, radius, radius)


def draw_icon(painter: QPainter, name: str, rect: QRectF, ink: QColor) -> None:
    """Draw an icon in the middle of ``rect``, as wide as ``rect``."""
    device = painter.device()
    dpr = device.devicePixelRatioF() if device is not None else 1.0
    side = round(min(rect.width(), rect.height()))
    if side < 1:  # squeezed to nothing while a page is laid out
        return
    left = round(rect.center().x() - side / 2)
    top = round(rect.center().y() - side / 2)
    painter.drawPixmap(left, top, pixmap(name, side, ink, dpr))


def draw_words(
    painter: QPainter,
    rect: QRect,
    words: str,
    look: tuple[QFont, QColor],
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw words that wrap inside ``rect``, with the mnemonic underlined."""
    painter.setFont(look[0])
    painter.setPen(look[1])
    painter.drawText(rect, int(align) | int(_WRAPPED), words)


def words_size(words: str, font: QFont, width: int = _UNBOUNDED) -> QSize:
    """Return the room ``words`` take when wrapped at ``width`` logical pixels."""
    if not words:
        return QSize(0, 0)
    space = QRect(0, 0, max(width, 1), _UNBOUNDED)
    return QFontMetrics(font).boundingRect(space, int(_WRAPPED), words).size()


def longest_word(words: str, font: QFont) -> int:
    """Return the width of the longest word, the least that wrapping can do with."""
    metrics = QFontMetrics(font)
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0)


def draw_check(painter: QPainter, rect: QRectF, ink: QColor, width: float) -> None:
    """Draw a check mark inside ``rect``."""
    x, y, side = rect.x(), rect.y(), rect.width()
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    turn = QPointF(x + side * 0.42, y + side * 0.70)
    painter.drawPolyline(
        [
            QPointF(x + side * 0.22, y + side * 0.52),
            turn,
            QPointF(x + side * 0.78, y + side * 0.31),
        ]
    )
