"""A box of words that matter, with the next step as a link if there is one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.theme import BODY, RADIUS_FIELD, TARGET
from ui.widgets.announce import announce
from ui.widgets.buttons import Look, QuietButton
from ui.widgets.card import Panel
from ui.widgets.pill import TONES, IconLabel

_ICONS = {
    "ok": "circle-check",
    "warn": "triangle-alert",
    "bad": "circle-alert",
    "soft": "info",
    "neutral": "info",
}


class Banner(Panel):
    """Icon, words that wrap, and at the right an action.

    ``Banner(words, tone="soft", icon="", action="")``; tones: ok, warn, bad, soft,
    neutral. Without ``icon`` the tone's own is shown.

    Signals:
        action_pressed: The action was pressed.
    """

    action_pressed = Signal()

    def __init__(
        self, words: str, tone: str = "soft", icon: str = "", action: str = ""
    ) -> None:
        super().__init__(TONES[tone][0], radius=RADIUS_FIELD)
        self._line = IconLabel(icon or _ICONS[tone], words, TONES[tone][1], BODY)
        self._action = _ToneButton(action, TONES[tone][1])
        self._action.clicked.connect(self.action_pressed)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._line, 1)
        row.addWidget(self._action)
        self._action.setVisible(bool(action))
        self.setMinimumHeight(TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def words(self) -> str:
        """Return the words shown."""
        return self._line.text()

    def tell(self, words: str, tone: str, icon: str = "", action: str = "") -> None:
        """Show other words, and have them read out if the banner is on screen."""
        changed = words != self.words()
        ground, ink = TONES[tone]
        self.set_fill(ground)
        self._line.set_icon(icon or _ICONS[tone])
        self._line.set_words(words)
        self._line.set_token(ink)
        self._action.set_token(ink)
        self._action.set_words(action)
        self._action.setVisible(bool(action))
        if changed and self.isVisible():
            announce(self, words, urgent=tone == "bad")


class _ToneButton(QuietButton):
    def __init__(self, words: str, token: str) -> None:
        self._token = token
        super().__init__(words)

    def set_token(self, token: str) -> None:
        self._token = token
        self.update()

    def look(self) -> Look:
        return Look(ink=self._token, edge=self._token, hover="surface")
