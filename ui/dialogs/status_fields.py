"""One dated step of a person's choice of this support: 24-2-42.1(D)."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.person import StatusKind, VoluntaryStatus, check_status
from app.domain.wording import _
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.date_field import DateField
from ui.widgets.fields import LineField


class StatusFields(QWidget):
    """Which step, on which day, by whom; nothing is picked by itself.

    ``StatusFields(now, pause=True)``: ``now`` is the clock; ``pause`` offers a break
    too, which a person can only take after they chose the support.

    Signals:
        edited: The specialist changed something.
    """

    edited = Signal()

    def __init__(self, now: Callable[[], datetime], *, pause: bool = True) -> None:
        super().__init__()
        self._now = now
        self.kind = ChipGroup(_("Their choice"), _kinds(pause=pause))
        self.kind.setObjectName("status")
        self.on = DateField(_("&On"), now)
        self.on.setObjectName("status_on")
        self.by_whom = LineField(_by_words(None))
        self.by_whom.setObjectName("by_whom")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(12)
        self._row.addWidget(self.on, 2)
        self._row.addWidget(self.by_whom, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.kind)
        column.addLayout(self._row)
        self.kind.picked.connect(self._on_kind_picked)
        for field in (self.on, self.by_whom):
            field.edited.connect(self.edited)

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand one under the other, or side by side."""
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def status(self) -> VoluntaryStatus | None:
        """Return the step, None while no kind or no day is given."""
        kind, on = self.kind.value(), self.on.value()
        if kind is None or on is None:
            return None
        return VoluntaryStatus(kind=kind, on=on, by_whom=self.by_whom.text())

    def is_empty(self) -> bool:
        """Say whether nothing is filled in."""
        typed = self.on.text() or self.by_whom.text()
        return self.kind.value() is None and not typed

    def show_problems(self) -> QWidget | None:
        """Show what is wrong at the fields; return the first of them."""
        self.on.clear_error()
        if self.kind.value() is None:
            self.on.set_error(_("Pick what the person chose, above."))
            return self.kind.chips()[0]
        if self.on.value() is None:
            self.on.set_error(
                _("Type the day, like 11/24/2026 or today.")
                if not self.on.text()
                else _("We could not read this date. Type it like 11/24/2026.")
            )
            return self.on.control()
        status = self.status()
        assert status is not None  # both parts are there
        for problem in check_status(status, today=self._now().date()):
            self.on.set_error(problem.message)
            return self.on.control()
        return None

    def clear(self) -> None:
        """Empty all of it."""
        self.kind.set_value(None)
        self.on.set_value(None)
        self.by_whom.set_text("")
        self._name_by(None)

    def _on_kind_picked(self) -> None:
        self._name_by(self.kind.value())
        self.on.clear_error()
        self.edited.emit()

    def _name_by(self, kind: StatusKind | None) -> None:
        self.by_whom.label.set_words(_by_words(kind))
        self.by_whom.name_as(_by_words(kind))


def _kinds(*, pause: bool) -> tuple[Choice, ...]:
    words = {
        StatusKind.OFFERED: _("Offered"),
        StatusKind.REQUESTED: _("Requested by the person"),
        StatusKind.INDICATED: _(
            "Indicated by a mental health professional or physician"
        ),
        StatusKind.ACCEPTED: _("Accepted"),
        StatusKind.DECLINED: _("Declined"),
        StatusKind.PAUSED: _("Taking a break"),
        StatusKind.STOPPED: _("Stopped"),
    }
    return tuple(
        Choice(value=kind, words=said)
        for kind, said in words.items()
        if pause or kind is not StatusKind.PAUSED
    )


def _by_words(kind: StatusKind | None) -> str:
    match kind:
        case StatusKind.OFFERED:
            return _("Offered &to: the person, or their legal representative")
        case StatusKind.INDICATED:
            return _("&By which mental health professional or physician")
        case None:
            return _("&By whom, or to whom (may stay empty)")
    return _("&By whom (may stay empty)")
