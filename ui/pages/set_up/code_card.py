"""The recovery code on the screen: numbered groups that can be covered."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import _
from ui.theme import TITLE_COMPACT
from ui.widgets.card import Panel
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Label, Second

_COVER = "••••"


class CodeGroups(QWidget):
    """The code's groups, each with its number: ``CodeGroups(groups)``."""

    def __init__(self, groups: tuple[str, ...]) -> None:
        super().__init__()
        self._groups = groups
        self._labels: list[Label] = []
        flow = FlowLayout(self, gap=8, line_gap=8)
        for number, _letters in enumerate(groups, start=1):
            flow.addWidget(self._made_tile(number))
        self.set_covered(covered=False)

    def is_covered(self) -> bool:
        """Return whether the letters are hidden."""
        return self._labels[0].text() == _COVER

    def set_covered(self, *, covered: bool) -> None:
        """Hide the letters, so that they are read from the sheet."""
        for number, letters in enumerate(self._groups, start=1):
            label = self._labels[number - 1]
            label.set_words(_COVER if covered else letters)
            shown = _("hidden") if covered else " ".join(letters)
            name = _("Group {n}: {letters}").format(n=number, letters=shown)
            label.setAccessibleName(name)

    def _made_tile(self, number: int) -> QWidget:
        tile = Panel("sunken", radius=10)
        column = QVBoxLayout(tile)
        column.setContentsMargins(14, 6, 14, 8)
        column.setSpacing(0)
        label = Label(_COVER, size=TITLE_COMPACT, bold=True)
        self._labels.append(label)
        column.addWidget(Second(str(number)))
        column.addWidget(label)
        return tile
