"""Lucide icons, drawn when first needed, in whatever colour is asked for."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache

_SIZES = (16, 20, 24, 32)


def pixmap(name: str, size: int, colour: QColor | str, dpr: float = 1.0) -> QPixmap:
    """Return an icon as a picture.

    Args:
        name: The Lucide name, as in ``resources/icons``; ``FileNotFoundError`` if none.
        size: Width and height, in logical pixels.
        colour: What ``currentColor`` becomes.
        dpr: Device pixels for each logical pixel.
    """
    ink = QColor(colour).name(QColor.NameFormat.HexRgb)
    key = f"icon/{name}/{size}/{ink}/{dpr}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = _draw(name, round(size * dpr), ink)
    drawn.setDevicePixelRatio(dpr)
    QPixmapCache.insert(key, drawn)
    return drawn


def icon(name: str, colour: QColor | str, dpr: float = 1.0) -> QIcon:
    """Return an icon for Qt's own menus and actions, in one colour."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, size, colour, dpr))
    return made


def _draw(name: str, side: int, ink: str) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    source = _source(name).replace(b"currentColor", ink.encode())
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


@cache
def _source(name: str) -> bytes:
    return (files("resources") / "icons" / f"{name}.svg").read_bytes()
