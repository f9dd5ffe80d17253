"""The look of set-up: the steps at the left, one step at the right, the bar below."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import _
from ui.context import Place
from ui.pages.set_up.words import next_words, step_name
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.bars import ActionBar
from ui.widgets.buttons import OutlineButton, PrimaryButton
from ui.widgets.drawn import Step, StepState
from ui.widgets.empty_state import IconTile
from ui.widgets.labels import Second, Strong
from ui.widgets.page import Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.painting import colour
from ui.widgets.step_dots import StepDots
from ui.widgets.themed import Themed

_PANEL = 260


class SetUpFrame(QWidget):
    """Shows one step of set-up: ``SetUpFrame(steps)``.

    Attributes:
        page: The page at the right, with title and bar.
        next_button: Never disabled; it leads to the first thing missing.

    Signals:
        back_wanted: The step before.
        later_wanted: Save and open the program; the rest later.
        next_wanted: This step is done.
        step_wanted: A step that is done was pressed; argument: its key.
    """

    back_wanted = Signal()
    later_wanted = Signal()
    next_wanted = Signal()
    step_wanted = Signal(str)

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._compact = False
        self._line = ""
        self._where = ""
        self.page = Page()
        self._panel = _SidePanel()
        self._panel.dots.step_pressed.connect(self._on_step_pressed)
        self._told = Banner("", "bad")
        self._told.hide()
        self._scroll: PageScroll | None = None
        self._extra: QWidget | None = None
        self._fill_bar()
        self.page.body.addWidget(self._told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._panel)
        row.addWidget(self.page, 1)

    def show_step(self, content: QWidget, title: str, line: str) -> None:
        """Put a step's content, title and line in place of the one before."""
        old, self._scroll = self._scroll, PageScroll()
        if old is not None:
            self.page.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._scroll.column.addWidget(content)
        self._scroll.column.addStretch(1)
        self.page.body.addWidget(self._scroll, 1)
        self._scroll.show()  # a layout shows what it is given only later
        self._line = line
        self.page.set_title(title, line)
        self.tell("")
        self._set_extra(None)

    def show_path(self, here: str, done: Collection[str]) -> None:
        """Show which step this is and which are done, and name what comes next."""
        at = self._steps.index(here)
        states = [
            Step(
                name=step_name(step),
                state=StepState.NOW
                if step == here
                else StepState.DONE
                if step in done
                else StepState.LATER,
            )
            for step in self._steps
        ]
        words = _("Set-up: step {n} of {all}")
        self._where = words.format(n=at + 1, all=len(self._steps))
        self._panel.where.set_words(self._where)
        self._panel.dots.set_steps(tuple(states))
        self.back_button.setVisible(at > 0)
        self._show_line()

    def set_next(self, step: str) -> None:
        """Name the step Next leads to; an empty one is the end of set-up."""
        self.next_button.set_words(next_words(step))

    def leave(self) -> Place | None:
        """Say where we are: nowhere yet; for subclasses."""
        return None

    def enter(self) -> None:
        """Take the focus; for subclasses."""

    def set_extra(self, widget: QWidget) -> None:
        """Add a step's own button beside Back."""
        self._set_extra(widget)

    def tell(self, words: str) -> None:
        """Say at the top what went wrong; empty words take it away."""
        if words:
            self._told.tell(words, "bad")
            announce(self._told, words, urgent=True)
        self._told.setVisible(bool(words))

    def set_compact(self, compact: bool) -> None:
        """Leave the side panel out where the window is small."""
        self._compact = compact
        self._panel.setVisible(not compact)
        self.page.set_compact(compact)
        self._show_line()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key that no field wanted stands for; false if for nothing."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape and not self.back_button.isHidden():
            self.back_wanted.emit()
        elif ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_wanted.emit()
        else:
            return False
        return True

    def _fill_bar(self) -> None:
        self.bar = self.page.set_bar(ActionBar())
        self.back_button = OutlineButton(_("&Back"), "chevron-left")
        self.back_button.setObjectName("back")
        self.back_button.clicked.connect(self.back_wanted)
        self.bar.add_start(self.back_button)
        self.later_button = OutlineButton(_("Finish &later"))
        self.later_button.setObjectName("later")
        self.later_button.clicked.connect(self.later_wanted)
        self.next_button = PrimaryButton(_("&Next"))
        self.next_button.setObjectName("next")
        self.next_button.clicked.connect(self.next_wanted)
        self.bar.add_button(self.later_button)
        self.bar.add_button(self.next_button)

    def _set_extra(self, widget: QWidget | None) -> None:
        if self._extra is not None:
            self._extra.hide()
            self._extra.deleteLater()
        self._extra = widget
        if widget is not None:
            self.bar.add_start(widget)
            widget.show()

    def _show_line(self) -> None:
        parts = [self._where, self._line] if self._compact else [self._line]
        words = "  ·  ".join(part for part in parts if part)
        self.page.second.set_words(words)
        self.page.second.setVisible(bool(words))

    def _on_step_pressed(self, place: int) -> None:
        self.step_wanted.emit(self._steps[place])


class _SidePanel(Themed, QWidget):
    """The mark of the program, the steps, and where to change things later."""

    def __init__(self) -> None:
        super().__init__()
        self.where = Second()
        self.dots = StepDots()
        later = Second(_("You can change all of this later in Settings or My record."))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(IconTile("notebook-pen", 40, ("surface", "on_soft")))
        head.addWidget(Strong(_("Peer Daybook")), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 20, 20)
        column.addLayout(head)
        column.addSpacing(16)
        column.addWidget(self.where)
        column.addWidget(self.dots)
        column.addStretch()
        column.addWidget(later)
        self.dress()

    def wear(self, theme: Theme) -> None:
        self.setFixedWidth(theme.px(_PANEL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("sunken"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), colour("hairline"))
