"""Buttons that draw themselves from the tokens, at least 44 px in each direction."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.theme import BODY, RADIUS_FIELD, TARGET, Theme, current_theme
from ui.widgets.painting import (
    colour,
    draw_box,
    draw_icon,
    draw_words,
    longest_word,
    mixed,
    words_size,
)
from ui.widgets.themed import Themed

_GAP = 8
_TALL = 52
_RESIZED = Qt.WidgetAttribute.WA_Resized
_WRAPS_ABOVE = 360  # where room is short, a wider button wraps; sooner at large text


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The tokens one state of a button is drawn with.

    An empty ``fill`` or ``edge`` draws nothing; an empty ``icon`` is drawn as ``ink``;
    an empty ``hover`` deepens the fill.
    """

    fill: str = ""
    ink: str = "ink"
    edge: str = ""
    edge_width: float = 1.0
    hover: str = "sunken"
    icon: str = ""


class Button(Themed, QPushButton):
    """What all buttons share; use one of the classes below.

    ``Button(words, icon="", *, tall=False)``: ``&`` marks the Alt+letter; ``icon`` is
    a Lucide name; ``tall`` is 52 px, for the one thing a screen is for.
    """

    bold = False
    padding = 17
    radius = RADIUS_FIELD
    icon_size = 20
    upright = QSizePolicy.Policy.Fixed

    def __init__(self, words: str = "", icon: str = "", *, tall: bool = False) -> None:
        super().__init__(words)
        self._icon_name = icon
        self._tall = tall
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, self.upright)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ringRadius", self.radius)
        self.dress()

    def icon_name(self) -> str:
        """Return the Lucide name of the icon shown, or an empty text."""
        return self._icon_name

    def set_icon(self, name: str) -> None:
        """Show another icon, or none."""
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def set_words(self, words: str) -> None:
        """Show other words."""
        self.setText(words)
        self.updateGeometry()

    def wear(self, theme: Theme) -> None:
        self.setFont(theme.font(BODY, bold=self.bold))

    def look(self) -> Look:
        """Return the tokens for the state it is in."""
        return Look()

    def sizeHint(self) -> QSize:
        words = words_size(self.text(), self.font())
        width = words.width() + 2 + self._beside() + 2 * self.padding
        shown = self.width() if self.testAttribute(_RESIZED) else width
        return QSize(max(width, TARGET), self.heightForWidth(min(shown, width)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        beside = self._beside() + 2 * self.padding
        wraps_above = round(_WRAPS_ABOVE / current_theme().scale)
        least = max(longest_word(self.text(), self.font()) + beside, wraps_above)
        return QSize(max(min(hint.width(), least), TARGET), hint.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._beside() - 2 * self.padding
        return self._height(words_size(self.text(), self.font(), room).height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # its height goes with its width

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look()
        painter = QPainter(self)
        fill = colour(look.fill) if look.fill else None
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = hovered(look)
        edge = (colour(look.edge), look.edge_width) if look.edge else None
        draw_box(painter, QRectF(self.rect()), self.radius, fill, edge)
        self.draw_content(painter, self.rect(), look.ink)

    def draw_content(self, painter: QPainter, room: QRect, ink: str) -> None:
        """Draw icon and words as one group in the middle of ``room``."""
        token = ink if self.isEnabled() else "ink2"
        mark = self.look().icon or token
        inner = room.adjusted(self.padding, 0, -self.padding, 0)
        beside = self._beside()
        size = words_size(self.text(), self.font(), inner.width() - beside)
        left = inner.x() + max((inner.width() - beside - size.width()) // 2, 0)
        side = current_theme().px(self.icon_size)
        if self._icon_name:
            top = room.y() + (room.height() - side) // 2
            target = QRectF(left, top, side, side)
            draw_icon(painter, self._icon_name, target, colour(mark))
        words = QRect(left + beside, room.y(), size.width() + 2, room.height())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        draw_words(painter, words, self.text(), (self.font(), colour(token)), middle)

    def _beside(self) -> int:
        if not self._icon_name:
            return 0
        return current_theme().px(self.icon_size) + (_GAP if self.text() else 0)

    def _height(self, words: int) -> int:
        least = _TALL if self._tall else TARGET
        return max(least, words + (least - 20))


class PrimaryButton(Button):
    """The one filled button of a screen: ``PrimaryButton(words, icon="", tall=...)``.

    Never disabled: :meth:`set_ready` turns it into an outline while something is
    missing, and pressing it then leads there.
    """

    bold = True
    padding = 22
    _ready = True

    def set_ready(self, ready: bool) -> None:
        """Show whether pressing it does the thing (filled) or leads to what is left."""
        self._ready = ready
        self.update()

    def is_ready(self) -> bool:
        """Return whether it is filled."""
        return self._ready

    def look(self) -> Look:
        if self._ready:
            return Look(fill="accent", ink="on_accent", hover="")
        return Look(fill="surface", ink="accent", edge="accent", edge_width=2)


class OutlineButton(Button):
    """Any other button: ``OutlineButton(words, icon="")``."""

    def look(self) -> Look:
        return Look(fill="surface", edge="border")


class QuietButton(Button):
    """A bold accent word without a border: ``QuietButton(words, icon="")``."""

    bold = True
    padding = 12

    def look(self) -> Look:
        return Look(ink="accent", hover="soft")


class IconButton(Button):
    """A square with an icon only: ``IconButton(icon, name)``; ``name`` is read out."""

    padding = 12

    def __init__(self, icon: str, name: str, *, quiet: bool = False) -> None:
        super().__init__("", icon)
        self._quiet = quiet
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what it does, to screen readers and as a tool tip."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def look(self) -> Look:
        if self._quiet:
            return Look(hover="soft")
        return Look(fill="surface", edge="border")

    def sizeHint(self) -> QSize:
        side = max(TARGET, current_theme().px(self.icon_size) + 2 * self.padding)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return False


def hovered(look: Look) -> QColor:
    """Return the ground under the mouse: the hover token, or a deeper fill."""
    if look.hover:
        return colour(look.hover)
    return mixed(colour(look.fill), colour("ink"), 0.2)
