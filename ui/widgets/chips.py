"""Chips: a few choices side by side, one Tab stop for the group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import BODY, RADIUS_CHIP, SMALL, TARGET, Theme, current_theme
from ui.widgets.buttons import Button, Look
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import plain
from ui.widgets.painting import (
    colour,
    draw_box,
    draw_icon,
    draw_words,
    longest_word,
    words_size,
)

_CHECK, _CAP, _GAP, _EDGE = 16, 24, 6, 22
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One chip.

    Attributes:
        value: What :meth:`ChipGroup.value` returns for it.
        words: What it says.
        key: The digit or letter that picks it while its group has the focus. A digit
            is shown before the words, a letter as a key cap after them.
        name: What screen readers hear instead of the words, if more is needed.
    """

    value: Any
    words: str
    key: str = ""
    name: str = ""


class Chip(Button):
    """One choice; its width is the same picked or not: ``Chip(Choice(...))``."""

    radius = RADIUS_CHIP
    upright = QSizePolicy.Policy.Minimum

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        super().__init__(choice.words)
        self.setCheckable(True)

    def wear(self, theme: Theme) -> None:
        super().wear(theme)
        self._cap_font = theme.font(SMALL, bold=True)
        self.radius = self._height_of_line() // 2
        self.setProperty("ringRadius", self.radius)

    def look(self) -> Look:
        if self.isChecked():
            return Look(fill="accent", ink="on_accent", hover="")
        return Look(fill="surface", edge="border")

    def sizeHint(self) -> QSize:
        words = words_size(self._shown(), self.font())
        width = words.width() + 2 + 2 * self._edge() + self._cap_room()
        return QSize(max(width, TARGET + 4), self._height_of(words.height()))

    def minimumSizeHint(self) -> QSize:
        width = longest_word(self._shown(), self.font()) + 2 * self._edge()
        width = min(width + self._cap_room() + 2, self.sizeHint().width())
        return QSize(max(width, TARGET + 4), self._height_of_line())

    def heightForWidth(self, width: int) -> int:
        room = width - 2 * self._edge() - self._cap_room()
        return self._height_of(words_size(self._shown(), self.font(), room).height())

    def draw_content(self, painter: QPainter, room: QRect, ink: str) -> None:
        cap = self._cap_room()
        edge = self._edge()
        words = room.adjusted(edge, 0, -edge - cap, 0)
        if self.isChecked():
            side = current_theme().px(_CHECK)
            shift = (side + _GAP) // 2
            words.translate(shift + cap // 2, 0)
            used = words_size(self._shown(), self.font(), words.width()).width()
            left = words.center().x() - used // 2 - side - _GAP
            top = room.center().y() - side // 2
            draw_icon(painter, "check", QRectF(left, top, side, side), colour(ink))
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        look = (self.font(), colour(ink))
        draw_words(painter, words, self._shown(), look, middle)
        if cap and not self.isChecked():
            self._draw_cap(painter, room)

    def _draw_cap(self, painter: QPainter, room: QRect) -> None:
        side = current_theme().px(_CAP)
        left = room.right() - side - 10
        cap = QRectF(left, room.center().y() - side / 2 + 0.5, side, side)
        draw_box(painter, cap, 5, colour("surface"), (colour("border"), 1))
        draw_words(
            painter,
            cap.toRect(),
            self.choice.key.upper(),
            (self._cap_font, colour("ink")),
            Qt.AlignmentFlag.AlignCenter,
        )

    def _shown(self) -> str:
        if self.choice.key.isdigit():
            return f"{self.choice.key}  {self.choice.words}"
        return self.choice.words

    def _edge(self) -> int:
        """Half the room a check mark needs, plus what is left on either side of it."""
        return (current_theme().px(_CHECK) + _GAP) // 2 + _EDGE // 2

    def _cap_room(self) -> int:
        return current_theme().px(_CAP) + 2 if self.choice.key.isalpha() else 0

    def _height_of(self, words: int) -> int:
        return max(TARGET + 2, words + 24)

    def _height_of_line(self) -> int:
        return self._height_of(words_size("X", current_theme().font(BODY)).height())


class ChipGroup(QWidget):
    """Chips that wrap onto more lines; Tab enters once, arrows move, Space picks.

    ``ChipGroup(name, choices=(), *, several=False, clearable=True)``. ``name`` is read
    out before each chip. With ``several`` any number can be picked. Nothing is picked
    by itself. Picking a picked chip again clears it, if ``clearable``.

    Signals:
        picked: The specialist changed the choice; never sent by :meth:`set_value`.
    """

    picked = Signal()

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice] = (),
        *,
        several: bool = False,
        clearable: bool = True,
    ) -> None:
        super().__init__()
        self._name = plain(name)
        self._several = several
        self._clearable = clearable
        self._chips: list[Chip] = []
        self.setAccessibleName(self._name)
        FlowLayout(self)
        self.set_choices(choices)

    def chips(self) -> tuple[Chip, ...]:
        """Return the chips in order."""
        return tuple(self._chips)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; those picked before stay so if still offered."""
        kept = self.values()
        for chip in self._chips:
            chip.removeEventFilter(self)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._made(choice) for choice in choices]
        self.set_values(kept)

    def value(self) -> Any:
        """Return the value picked first in order, or ``None``."""
        return next(iter(self.values()), None)

    def values(self) -> tuple[Any, ...]:
        """Return every value picked, in the order shown."""
        return tuple(chip.choice.value for chip in self._chips if chip.isChecked())

    def set_value(self, value: Any) -> None:
        """Show one value as picked (``None``: nothing), without a signal."""
        self.set_values(() if value is None else (value,))

    def set_values(self, values: Sequence[Any]) -> None:
        """Show these values as picked, without a signal."""
        for chip in self._chips:
            chip.setChecked(chip.choice.value in values)
        self._move_tab_stop()

    def pick_key(self, key: str) -> bool:
        """Pick as if the chip with this key was pressed; false if there is none."""
        for chip in self._chips:
            if key and chip.choice.key.lower() == key.lower():
                chip.click()
                return True
        return False

    def focus_first(self) -> None:
        """Give the focus to the group's Tab stop."""
        for chip in self._chips:
            if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self, choice: Choice) -> Chip:
        chip = _GroupChip(choice, self)
        chip.setAccessibleName(f"{self._name}: {choice.name or choice.words}")
        chip.clicked.connect(self._on_chip_clicked)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(chip)
        return chip

    def _on_chip_clicked(self) -> None:
        pressed = self.sender()
        if not isinstance(pressed, Chip):
            return
        if not self._several:
            if not pressed.isChecked() and not self._clearable:
                pressed.setChecked(True)
                return
            for chip in self._chips:
                if chip is not pressed:
                    chip.setChecked(False)
        self._move_tab_stop()
        self.picked.emit()

    def _move_tab_stop(self, stop: Chip | None = None) -> None:
        focused = next((chip for chip in self._chips if chip.hasFocus()), None)
        checked = next((chip for chip in self._chips if chip.isChecked()), None)
        stop = stop or focused or checked or next(iter(self._chips), None)
        for chip in self._chips:
            chip.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus
                if chip is stop
                else Qt.FocusPolicy.ClickFocus
            )

    def step(self, chip: Chip, by: int) -> None:
        """Move the focus from ``chip`` to the one ``by`` places on, round the end."""
        at = (self._chips.index(chip) + by) % len(self._chips)
        self._move_tab_stop(self._chips[at])
        self._chips[at].setFocus(Qt.FocusReason.TabFocusReason)

    def rest_at(self, chip: Chip) -> None:
        """Make ``chip`` the group's Tab stop."""
        self._move_tab_stop(chip)


class _GroupChip(Chip):
    def __init__(self, choice: Choice, group: ChipGroup) -> None:
        super().__init__(choice)
        self._group = group

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _BACK or key in _ON:
            self._group.step(self, -1 if key in _BACK else 1)
        elif key == Qt.Key.Key_Home or key == Qt.Key.Key_End:
            last = len(self._group.chips()) - 1
            to = 0 if key == Qt.Key.Key_Home else last
            self._group.step(self, to - self._group.chips().index(self))
        elif event.modifiers() or not self._group.pick_key(event.text()):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._group.rest_at(self)
