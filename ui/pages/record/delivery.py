"""What is seldom needed of a session: remote, not present, who took part, late."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.activity import Delivery, Regulations
from app.domain.session import PickedActivity, SessionDraft
from app.domain.wording import _
from ui.widgets.check_row import CheckRow
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.labels import Label
from ui.widgets.pill import IconLabel
from ui.widgets.reading import date_words


class DeliveryFold(QWidget):
    """How it was given, and who was there: ``DeliveryFold(rules)``.

    Signals:
        edited: The specialist changed something.
    """

    edited = Signal()

    def __init__(self, rules: Regulations) -> None:
        super().__init__()
        self._rules = rules
        self._picked: tuple[PickedActivity, ...] = ()
        self.delivery = ChipGroup(_("Delivery"), _deliveries(), clearable=False)
        self.delivery.setObjectName("delivery")
        self.delivery.set_value(Delivery.FACE_TO_FACE)
        self.delivery.picked.connect(self._on_delivery_picked)
        self.took_part = ChipGroup(_("Who else took part"), _roles(), several=True)
        self.took_part.setObjectName("took_part")
        self.took_part.picked.connect(self.edited)
        self.absent = CheckRow(_("The person was not present"))
        self.absent.setObjectName("person_present")
        self.late = CheckRow(_("Mark this note as a late entry"))
        self.late.setObjectName("late_marked")
        for box in (self.absent, self.late):
            box.clicked.connect(self.edited)
        self._told = IconLabel("circle-alert", "", "bad")
        self._told.hide()
        self._lay_out()

    def load(self, draft: SessionDraft) -> None:
        """Show a draft, without a signal."""
        self._picked = draft.activities
        self.delivery.set_value(draft.delivery)
        known = [choice.value for choice in _roles()]
        extra = [Choice(value=r, words=r) for r in draft.took_part if r not in known]
        self.took_part.set_choices([*_roles(), *extra])
        self.took_part.set_values(draft.took_part)
        self.absent.setChecked(not draft.person_present)
        self.late.setChecked(draft.late_marked)
        self._tell(self._why_not(draft.delivery))

    def values(self) -> dict[str, Any]:
        """Return the draft's fields."""
        return {
            "delivery": self.delivery.value(),
            "person_present": not self.absent.isChecked(),
            "took_part": self.took_part.values(),
            "late_marked": self.late.isChecked(),
        }

    def is_plain(self) -> bool:
        """Return whether all is as usual: face-to-face, present, nobody else."""
        usual = self.delivery.value() is Delivery.FACE_TO_FACE
        checked = self.absent.isChecked() or self.late.isChecked()
        return usual and not checked and not self.took_part.values()

    def follow(self, picked: tuple[PickedActivity, ...]) -> None:
        """Check the delivery against the activities picked now."""
        if self.delivery.value() is Delivery.REMOTE:
            self._picked = picked
            self._tell(self._why_not(Delivery.REMOTE))
        elif picked != self._picked:  # a refusal stays to be read until then
            self._picked = picked
            self._tell("")

    def set_called(self, name: str) -> None:
        """Speak of the person by this name."""
        self.absent.set_words(_("{name} was not present").format(name=name))

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(8)
        for words, chips in (
            (_("How it was given"), self.delivery),
            (_("Who else took part"), self.took_part),
        ):
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(Label(words))
            row.addWidget(chips, 1)
            rows.addLayout(row)
            if chips is self.delivery:
                rows.addWidget(self._told)
        boxes = QHBoxLayout()
        boxes.addWidget(self.absent)
        boxes.addWidget(self.late)
        boxes.addStretch()
        rows.addLayout(boxes)

    def _why_not(self, delivery: Delivery) -> str:
        """Return which picked activity may not be given this way, if any."""
        for one in self._picked:
            edition = self._rules.edition(one.edition)
            if edition is not None and delivery not in edition.deliveries:
                return _(
                    "{citation} is face-to-face only in the edition of {date}."
                ).format(
                    citation=one.citation,
                    date=date_words(one.edition, weekday=False),
                )
        return ""

    def _tell(self, words: str) -> None:
        self._told.set_words(words)
        self._told.setVisible(bool(words))

    def _on_delivery_picked(self) -> None:
        why_not = self._why_not(self.delivery.value())
        if why_not:
            self.delivery.set_value(Delivery.FACE_TO_FACE)
        self._tell(why_not)
        self.edited.emit()


def _deliveries() -> list[Choice]:
    return [
        Choice(value=Delivery.FACE_TO_FACE, words=_("Face-to-face")),
        Choice(value=Delivery.REMOTE, words=_("Remote")),
    ]


def _roles() -> list[Choice]:
    """Return roles, never names: 23-223-6.6(A)(6), 24-2-16.7(F)."""
    roles = (
        _("Parent"),
        _("Caregiver"),
        _("Legal representative"),
        _("Family member"),
        _("Interpreter"),
        _("Other staff"),
    )
    return [Choice(value=role, words=role) for role in roles]
