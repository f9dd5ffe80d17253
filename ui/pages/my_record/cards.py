"""The cards of My record at the left: what the specialist holds and has signed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.designation import HeldDesignation
from app.domain.wording import _
from app.services.rules import Regulations
from ui.pages.acknowledgement.words import standing
from ui.pages.my_record.facts import ListOrigin, RecordFacts
from ui.pages.my_record.words import (
    day_words,
    held_words,
    origin_words,
    pin_words,
)
from ui.widgets.buttons import OutlineButton, QuietButton
from ui.widgets.card import Card, RowList, Rule
from ui.widgets.labels import Label, Line, Second, Strong
from ui.widgets.pill import IconLabel


class _Changeable(Card):
    """A card with a button at its heading.

    Signals:
        change_wanted: The button was pressed.
    """

    change_wanted = Signal()

    def __init__(self, title: str, name: str, words: str, icon: str = "pen") -> None:
        self.change = QuietButton(words, icon)
        self.change.setObjectName(name)
        self.change.setAccessibleName(f"{words}: {title}")
        super().__init__(title, "", self.change)
        self.column.setSpacing(4)
        self.change.clicked.connect(self.change_wanted)


class DesignationsCard(_Changeable):
    """Each designation ever held: ``DesignationsCard(rules)``."""

    def __init__(self, rules: Regulations) -> None:
        super().__init__(_("Designations"), "designations", _("Change"))
        self._rules = rules
        self._rows = RowList(gap=8)
        self._none = Line(_("None is entered yet. Without one there is no list."))
        self.add_rule()
        self.add(self._rows)
        self.add(self._none)

    def show_facts(self, facts: RecordFacts) -> None:
        """Show what is held."""
        rows: list[QWidget] = []
        for held, origins in zip(facts.held, facts.origins, strict=True):
            if rows:
                rows.append(Rule())
            rows.append(_DesignationRow(self._name(held), held, (origins, facts)))
        self._rows.set_rows(rows)
        self._none.setVisible(not rows)

    def _name(self, held: HeldDesignation) -> str:
        text = self._rules.designation(held.code)
        older = self._rules.older_name(held.code)
        if text is not None:
            return "" if held.code.endswith(text.name) else text.name
        return held.certificate_name or (older.names[0] if older else "")


class _DesignationRow(QWidget):
    def __init__(
        self,
        name: str,
        held: HeldDesignation,
        about: tuple[tuple[ListOrigin, ...], RecordFacts],
    ) -> None:
        super().__init__()
        origins, facts = about
        icon, words = origin_words(held, origins, facts)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(held.code, bold=True))
        head.addWidget(Line(name, "ink"), 1)
        since = Second(held_words(held, facts.today))
        since.setAlignment(Qt.AlignmentFlag.AlignRight)
        head.addWidget(since)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addLayout(head)
        token = "warn" if icon == "triangle-alert" else "ink2"
        column.addWidget(IconLabel(icon, words, token))


class CertificateCard(_Changeable):
    """Number and dates of the certificate: ``CertificateCard()``."""

    def __init__(self) -> None:
        super().__init__(_("Certification"), "certificate", _("Change"))
        self._rows = RowList(gap=4)
        self.add_rule()
        self.add(self._rows)

    def show_facts(self, facts: RecordFacts) -> None:
        """Show the certificate."""
        who = facts.specialist
        unknown = _("Not entered yet")
        rows = [
            (_("Certificate number"), who.certificate_number or unknown),
            (
                _("Certified on"),
                day_words(who.certified_on) if who.certified_on else unknown,
            ),
            (
                _("First day of work as a CPSSP"),
                day_words(who.employed_since) if who.employed_since else unknown,
            ),
        ]
        if who.birthday is not None:
            rows.append((_("Your birthday"), day_words(who.birthday)))
        self._rows.set_rows([_Fact(label, value) for label, value in rows])


class _Fact(QWidget):
    def __init__(self, label: str, value: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(Line(label), 1)
        shown = Strong(value)
        shown.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.addWidget(shown, 1)


class AcknowledgementCard(Card):
    """Where the acknowledgement stands: ``AcknowledgementCard()``.

    Signals:
        open_wanted: Open was pressed.
    """

    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("pen-line", "", "ink", 16)
        self._second = Second()
        self.open_button = OutlineButton(_("&Open"), "arrow-right")
        self.open_button.setObjectName("acknowledgement")
        name = _("Open: Scope of Activities acknowledgement")
        self.open_button.setAccessibleName(name)
        self.open_button.clicked.connect(self.open_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Strong(_("Scope of Activities acknowledgement")))
        words.addWidget(self._icon)
        words.addWidget(self._second)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addLayout(words, 1)
        line.addWidget(self.open_button)
        self.add_layout(line)

    def show_facts(self, facts: RecordFacts) -> None:
        """Show where it stands."""
        now = standing(facts.acknowledgement, changed=facts.changed, today=facts.today)
        self._icon.set_icon(now.icon)
        self._icon.set_words(now.words)
        self._icon.set_token(now.tone)
        self._second.set_words(now.sentence)


class PinCard(_Changeable):
    """Whether a signing PIN is set: ``PinCard()``."""

    def __init__(self) -> None:
        super().__init__(_("Signing PIN"), "pin", _("Set a PIN"), "key-round")
        self._words = Line()
        self.add(self._words)

    def show_facts(self, facts: RecordFacts) -> None:
        """Show whether it is set."""
        words = _("Set a new PIN") if facts.pin.is_set else _("Set a PIN")
        self.change.set_words(words)
        self.change.setAccessibleName(words)
        self._words.set_words(pin_words(facts.pin))
