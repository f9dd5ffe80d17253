"""The acknowledgement itself: two sections, two statements, name, signature, date."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.problems import Problem
from app.domain.scope import AcknowledgementSection, ScopeOfActivities
from app.domain.wording import _
from app.services.acknowledgements import AcknowledgementDraft, KeptAcknowledgement
from ui.pages.acknowledgement.slot import Slot
from ui.pages.acknowledgement.statement import Statement
from ui.theme import Theme
from ui.widgets.card import Rule
from ui.widgets.fields import LineField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Body, Strong
from ui.widgets.reading import date_words, time_words
from ui.widgets.themed import Themed
from ui.widgets.top_column import TopColumn

_INITIALS_WIDTH = 74
_SIGNATURE_WIDTH = 138
_PAIR_WIDTH = 296


class AcknowledgementForm(Themed, QWidget):
    """What is initialed and signed; nothing is filled in advance.

    ``AcknowledgementForm(scope)``

    Attributes:
        initials: Of section 1, the one place for them.
        received_copy: The first statement.
        read_and_understood: The second one.
        full_name: Print Full Name.

    Signals:
        edited: The specialist changed something.
    """

    edited = Signal()

    def __init__(self, scope: ScopeOfActivities) -> None:
        super().__init__()
        self._kept = False
        self.initials = LineField(_("&Initials"))
        self.initials.edit.setObjectName("initials")
        self.initials.edit.setMaxLength(4)
        first, second = scope.statements
        self.received_copy = Statement(first, "received_copy")
        self.read_and_understood = Statement(second, "read_and_understood")
        (name, dated), (signature, signed) = scope.fields
        self.full_name = LineField(name.replace("Full", "&Full"))
        self.full_name.edit.setObjectName("full_name")
        self._signatures: list[Slot] = []
        self._dates = [Slot(dated), Slot(signed)]
        self._pairs: list[QWidget] = []
        self._column = TopColumn(self, 5)
        self._column.addWidget(Strong(scope.heading))
        for section in scope.sections:
            self._add_section(section)
            self._column.addWidget(Rule())
        self._column.addWidget(self.received_copy)
        self._column.addWidget(self.read_and_understood)
        self._column.addLayout(self._foot(signature))
        for part in self._asked():
            part.edited.connect(self.edited)
        self.show_blank()
        self.dress()

    def draft(self) -> AcknowledgementDraft:
        """Return what is filled in."""
        return AcknowledgementDraft(
            full_name=self.full_name.text(),
            initials=self.initials.text(),
            received_copy=self.received_copy.is_checked(),
            read_and_understood=self.read_and_understood.is_checked(),
        )

    def tell(self, problems: tuple[Problem, ...]) -> None:
        """Show each problem at its field and go to the first one."""
        names = ("initials", "received_copy", "read_and_understood", "full_name")
        parts = dict(zip(names, self._asked(), strict=True))
        for problem in problems:
            parts[problem.field].set_error(problem.message)
        if problems:
            first = parts[problems[0].field]
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_kept(self) -> bool:
        """Return whether it shows what was acknowledged."""
        return self._kept

    def show_blank(self) -> None:
        """Ask everything anew; what was typed is cleared."""
        self._kept = False
        self._show(AcknowledgementDraft())
        self._lock(locked=False)
        for slot in self._signatures:
            slot.show_words(_("In ink, or here"), "pen-line", filled=False)
        for slot in self._dates:
            slot.show_words(_("When signed"), "calendar-days", filled=False)

    def show_kept(self, kept: KeptAcknowledgement) -> None:
        """Show what was acknowledged; nothing of it can be changed."""
        self._kept = True
        content = kept.content
        self._show(
            AcknowledgementDraft(
                full_name=content.full_name,
                initials=content.initials,
                received_copy=content.received_copy,
                read_and_understood=content.read_and_understood,
            )
        )
        self._lock(locked=True)
        if content.electronic:
            time = time_words(kept.made_at.time())
            said = _("{name}, {time}").format(name=content.full_name, time=time)
            self._fill_slots(said, date_words(content.on, weekday=False), "signature")
        elif kept.filed_on is not None:
            day = date_words(kept.filed_on, weekday=False)
            filed = _("Ink copy filed {day}").format(day=day)
            self._fill_slots(filed, _("On the paper"), "file-check")
        else:
            for slot in (*self._signatures, *self._dates):
                slot.show_words(_("On the print"), "pen-line", filled=False)

    def wear(self, theme: Theme) -> None:
        self.initials.setMaximumWidth(theme.px(_INITIALS_WIDTH))
        self.initials.edit.setMinimumWidth(theme.px(_INITIALS_WIDTH))
        for slot in self._signatures[:-1]:
            slot.setFixedWidth(theme.px(_SIGNATURE_WIDTH))
        for pair in self._pairs:
            pair.setMinimumWidth(theme.px(_PAIR_WIDTH))

    def _asked(self) -> tuple[LineField | Statement, ...]:
        return (
            self.initials,
            self.received_copy,
            self.read_and_understood,
            self.full_name,
        )

    def _show(self, draft: AcknowledgementDraft) -> None:
        self.initials.set_text(draft.initials)
        self.full_name.set_text(draft.full_name)
        self.received_copy.set_checked(draft.received_copy)
        self.read_and_understood.set_checked(draft.read_and_understood)

    def _lock(self, *, locked: bool) -> None:
        for field in (self.initials, self.full_name):
            field.edit.setReadOnly(locked)
        for statement in (self.received_copy, self.read_and_understood):
            statement.set_locked(locked)

    def _fill_slots(self, signature: str, day: str, icon: str) -> None:
        for slot in self._signatures:
            slot.show_words(signature, icon, filled=True)
        for slot in self._dates:
            slot.show_words(day, "calendar-check", filled=True)

    def _add_section(self, section: AcknowledgementSection) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Body(section.text), 1, Qt.AlignmentFlag.AlignTop)
        if section.initials:
            row.addWidget(self.initials, 0, Qt.AlignmentFlag.AlignTop)
        if section.signature:
            slot = self._signature(_("Signature"))
            row.addWidget(slot, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _signature(self, label: str) -> Slot:
        slot = Slot(label)
        self._signatures.append(slot)
        return slot

    def _foot(self, signature: str) -> FlowLayout:
        lines = FlowLayout(gap=12)
        signed = self._signature(signature)
        for left, right in zip((self.full_name, signed), self._dates, strict=True):
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(left, 1)
            line.addWidget(right, 0, Qt.AlignmentFlag.AlignTop)
            self._pairs.append(pair)
            lines.addWidget(pair)
        return lines
