"""Lucide icons, drawn when first needed, in whatever colour is asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache

import resources

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_SIZES = (16, 20, 24, 32)


def pixmap(name: str, size: int, colour: QColor | str, dpr: float = 1.0) -> QPixmap:
    """Return an icon as a picture.

    Args:
        name: The Lucide name, as in ``resources/icons``; ``FileNotFoundError`` if none.
        size: Width and height, in logical pixels.
        colour: What ``currentColor`` becomes.
        dpr: Device pixels for each logical pixel.
    """
    ink = QColor(colour).name()
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
    from PySide6.QtGui import QIcon  # 3 ms that the first window does without

    made = QIcon()
    for size in _SIZES:
        made.addPixmap(pixmap(name, size, colour, dpr))
    return made


def _draw(name: str, side: int, ink: str) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    source = _source(name).replace(b"currentColor", ink.encode())
    picture = QPixmap(side, side)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


@cache
def _source(name: str) -> bytes:
    return (Path(resources.__path__[0]) / "icons" / f"{name}.svg").read_bytes()
