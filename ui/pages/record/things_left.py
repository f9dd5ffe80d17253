"""What keeps a draft from being signed, as one line and as a list of links."""

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.problems import Problem
from app.domain.wording import _, plural


class ThingsLeft(QMenu):
    """The list of links: ``ThingsLeft(parent)``.

    Signals:
        chosen: A link was pressed. Argument: the field's name.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Things left"))

    def open_for(self, problems: tuple[Problem, ...], above: QWidget) -> None:
        """Show the problems, in the page's order, above a widget."""
        self.clear()
        for problem in problems:
            action = self.addAction(_linked(problem))
            action.triggered.connect(partial(self._on_triggered, problem.field))
        corner = above.mapToGlobal(QPoint(0, 0))
        self.popup(corner - QPoint(0, self.sizeHint().height()))
        if self.actions():
            self.setActiveAction(self.actions()[0])

    def _on_triggered(self, field: str, _checked: bool = False) -> None:
        self.chosen.emit(field)


def left_words(problems: tuple[Problem, ...]) -> str:
    """Return ``1 thing left: link this activity to a goal``."""
    if not problems:
        return _("All parts are filled in.")
    if len(problems) == 1:
        return _("1 thing left: {what}").format(what=_inside(problems[0].message))
    return plural("{n} thing left", "{n} things left", len(problems)).format(
        n=len(problems)
    )


def _linked(problem: Problem) -> str:
    words = problem.message
    field, _colon, citation = problem.field.partition(":")
    if field in ("goal", "activity"):
        words = _("{message} ({citation})").format(message=words, citation=citation)
    return words.replace("&", "&&")


def _inside(message: str) -> str:
    """Return a sentence as part of another: small first letter, no full stop."""
    return message[:1].lower() + message[1:].rstrip(".")
