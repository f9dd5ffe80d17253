"""Small marks of an icon and words: never a colour alone."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.theme import BODY, SMALL, Theme, current_theme
from ui.widgets.announce import announce
from ui.widgets.labels import Label
from ui.widgets.painting import colour, draw_box, draw_icon

TONES = {
    "ok": ("ok_bg", "ok"),
    "warn": ("warn_bg", "warn"),
    "bad": ("bad_bg", "bad"),
    "soft": ("soft", "on_soft"),
    "neutral": ("sunken", "ink2"),
}


class IconLabel(Label):
    """Words with an icon before them: ``IconLabel(icon, words, token="ink", size=14)``.

    The icon stands at the first line; the words wrap.
    """

    def __init__(
        self, icon: str, words: str = "", token: str = "ink", size: int = SMALL
    ) -> None:
        self._icon_name = icon
        super().__init__(words, size=size, token=token, wrap=True)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon_name = icon
        self.update()

    def wear(self, theme: Theme) -> None:
        super().wear(theme)
        self.setContentsMargins(theme.px(self._size + 4) + 8, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = current_theme().px(self._size + 4)
        line = self.fontMetrics().lineSpacing()
        words = max(self.heightForWidth(self.width()), line)
        top = max((self.height() - words) / 2, 0)
        target = QRectF(0, top + (line - side) / 2, side, side)
        draw_icon(QPainter(self), self._icon_name, target, colour(self._token))


class StatusPill(Label):
    """An icon and one short line on a rounded ground.

    ``StatusPill(icon, words, tone="neutral", *, small=False)``; tones: ok, warn, bad,
    soft, neutral. 32 px high, small 28.
    """

    def __init__(
        self, icon: str, words: str, tone: str = "neutral", *, small: bool = False
    ) -> None:
        self._icon_name, self._tone, self._small = icon, tone, small
        super().__init__(words, size=SMALL if small else BODY, token=TONES[tone][1])
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_status(self, icon: str, words: str, tone: str) -> None:
        """Show another state, and have it read out if the words differ."""
        changed = words != self.text()
        self._icon_name, self._tone = icon, tone
        self.set_words(words)
        self.set_token(TONES[tone][1])
        if changed and self.isVisible():
            announce(self, words)

    def tone(self) -> str:
        """Return the tone shown."""
        return self._tone

    def wear(self, theme: Theme) -> None:
        super().wear(theme)
        least = 28 if self._small else 32
        self.setFixedHeight(max(least, theme.px(least - 4)))
        self.setContentsMargins(10 + theme.px(18) + 6, 0, 14, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, ink = TONES[self._tone]
        draw_box(painter, QRectF(self.rect()), self.height() / 2, colour(ground))
        side = current_theme().px(18)
        left = 10 if self.text() else (self.width() - side) / 2
        target = QRectF(left, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._icon_name, target, colour(ink))
        painter.end()
        super().paintEvent(event)
