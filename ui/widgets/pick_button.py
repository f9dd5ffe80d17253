"""A button that opens a short list to pick one from; no editable combo boxes."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy

from app.domain.wording import _
from ui.theme import current_theme
from ui.widgets.buttons import Button, Look
from ui.widgets.chips import Choice
from ui.widgets.labels import plain
from ui.widgets.painting import colour, draw_icon, draw_words, longest_word, words_size

_CHEVRON, _GAP, _PAD = 18, 8, 14


class PickButton(Button):
    """Shows what is picked and opens the choices below it.

    ``PickButton(name, choices, empty="Pick one")``: ``name`` is read out before the
    pick; ``empty`` are the words while nothing is picked. A digit ``key`` in a choice
    is shown before its words and picks it while the button has the focus.

    Signals:
        picked: The specialist picked; never sent by :meth:`set_value`.
    """

    picked = Signal()
    upright = QSizePolicy.Policy.Minimum

    def __init__(
        self, name: str, choices: Sequence[Choice] = (), empty: str = ""
    ) -> None:
        self._name = plain(name)
        self._choices: tuple[Choice, ...] = ()
        self._value: Any = None
        self._empty = empty or _("Pick one")
        self._missing = False
        super().__init__(self._empty)
        self._menu = QMenu(self)
        self.clicked.connect(self._on_clicked)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; the value stays if it is still offered."""
        self._choices = tuple(choices)
        self.set_value(self._value)

    def value(self) -> Any:
        """Return the value picked, or ``None``."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value as picked (``None``: nothing), without a signal."""
        found = next((c for c in self._choices if c.value == value), None)
        self._value = found.value if found else None
        self.set_words(_shown(found) if found else self._empty)
        said = found.words if found else _("not picked")
        self.setAccessibleName(_("{name}: {pick}").format(name=self._name, pick=said))

    def set_missing(self, *, missing: bool) -> None:
        """Draw it warm while a pick is still needed."""
        self._missing = missing
        self.update()

    def pick_key(self, key: str) -> bool:
        """Pick the choice with this key; false if there is none."""
        for choice in self._choices:
            if key and choice.key.lower() == key.lower():
                self._pick(choice)
                return True
        return False

    def look(self) -> Look:
        if self._missing and self._value is None:
            return Look(fill="warn_bg", ink="warn", edge="warn", hover="warn_bg")
        return Look(fill="surface", edge="border")

    def sizeHint(self) -> QSize:
        words = words_size(self.text(), self.font())
        width = words.width() + 2 + self._beside_words()
        return QSize(width, self._height(words.height()))

    def minimumSizeHint(self) -> QSize:
        width = longest_word(self.text(), self.font()) + 2 + self._beside_words()
        return QSize(max(width, 88), self._height(0))

    def heightForWidth(self, width: int) -> int:
        room = width - self._beside_words()
        return self._height(words_size(self.text(), self.font(), room).height())

    def draw_content(self, painter: QPainter, room: QRect, ink: str) -> None:
        side = current_theme().px(_CHEVRON)
        top = (room.height() - side) // 2
        target = QRectF(room.right() - _PAD - side + 3, top, side, side)
        draw_icon(painter, "chevron-down", target, colour(ink))
        words = room.adjusted(_PAD, 0, -_PAD - side - _GAP + 4, 0)
        look = (self.font(), colour(ink))
        draw_words(painter, words, self.text(), look, Qt.AlignmentFlag.AlignVCenter)

    def _beside_words(self) -> int:
        return 2 * _PAD + current_theme().px(_CHEVRON) + _GAP

    def _on_clicked(self) -> None:
        self._menu.clear()
        for choice in self._choices:
            action = self._menu.addAction(_shown(choice))
            action.setCheckable(True)
            action.setChecked(choice.value == self._value)
            action.triggered.connect(partial(self._on_choice_triggered, choice))
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_choice_triggered(self, choice: Choice, _checked: bool = False) -> None:
        self._pick(choice)

    def _pick(self, choice: Choice) -> None:
        self.set_value(choice.value)
        self.picked.emit()


def _shown(choice: Choice) -> str:
    if choice.key.isdigit():
        return f"{choice.key}  {choice.words}"
    return choice.words
