"""The card beside the page: what is checked, the statement, who signs, the PIN."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.page_content import NoteContent
from app.domain.problems import Problem
from app.domain.signing import statement
from app.domain.wording import _, plural
from ui.context import Context
from ui.pages.sign.pin_way import PinWay, Way
from ui.theme import current_theme
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Band, Card, RowList
from ui.widgets.check_row import CheckRow
from ui.widgets.labels import Second, Strong
from ui.widgets.page import Column
from ui.widgets.pill import IconLabel
from ui.widgets.row_button import Row, RowButton

CARD_WIDTH = 376
_SHOWN = 3


class SignCard(Card):
    """Checks, statement, PIN: ``SignCard(context)``; it does not sign by itself.

    Attributes:
        agreed: The statement to check.
        way: The PIN, or what takes its place.
        sign: The button; the page may put it into its bar.

    Signals:
        link_pressed: A missing thing is wanted. Argument: the field's name.
        wanted: Sign was pressed, or Enter in the PIN.
    """

    link_pressed = Signal(str)
    wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(_("Sign this note"))
        self._checks = RowList(gap=4)
        self.agreed = CheckRow(statement())
        self.agreed.set_token("on_soft")
        self.agreed.setObjectName("statement")
        self._unchecked = IconLabel("circle-alert", "", "bad")
        self._signer = Column()
        self._name = Strong()
        self._certificate = Second()
        self.way = PinWay(context)
        self._warning = IconLabel("lock", "", "ink2", 16)
        self._ink = IconLabel("pen-line", "", "ink2", 16)
        self.sign = PrimaryButton(_("Si&gn"), "pen-line", tall=True)
        self.sign.setObjectName("sign")
        self.place_for_sign = QVBoxLayout()
        self._busy = False
        self._build()

    def show_content(self, content: NoteContent) -> None:
        """Show who signs, and that nothing is missing."""
        done = IconLabel("circle-check", _("All parts are filled in."), "ok", 16)
        self._checks.set_rows([done])
        signer = content.signer
        names = ", ".join((signer.name, *signer.credentials))
        self._name.set_words(names)
        self._certificate.set_words(
            _("Certificate {number}").format(number=signer.certificate_number)
        )
        self._certificate.setVisible(bool(signer.certificate_number))
        self._signer.show()
        self._ink.setVisible(content.ink_line)
        self.sign.set_ready(True)

    def show_missing(self, problems: tuple[Problem, ...]) -> None:
        """Show what is missing, as links."""
        self._signer.hide()
        self._ink.hide()
        rows: list[QWidget] = []
        for problem in problems[:_SHOWN]:
            row = RowButton(
                Row(
                    title=problem.message,
                    icon="triangle-alert",
                    tone="warn",
                    strong=False,
                )
            )
            row.clicked.connect(partial(self.link_pressed.emit, problem.field))
            rows.append(row)
        more = len(problems) - _SHOWN
        if more > 0:
            words = plural("and {n} more", "and {n} more", more).format(n=more)
            rows.append(Second(words))
        self._checks.set_rows(rows)
        self.sign.set_ready(not problems)

    def begin(self) -> None:
        """Start anew: nothing checked, nothing typed."""
        self.agreed.setChecked(False)
        self._say_unchecked("")
        self.set_busy(False)
        self.way.begin()

    def is_agreed(self) -> bool:
        """Return whether the statement is checked; if not, say so at the box."""
        if self.agreed.isChecked():
            return True
        self._say_unchecked(_("Check this box first."))
        self.agreed.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def submit(self) -> None:
        """Take the PIN, or what stands in its place, one step on.

        The statement comes first: it is what the PIN stands under.
        """
        if self.way.way is not Way.PIN or self.is_agreed():
            self.way.submit()

    def set_busy(self, busy: bool) -> None:
        """Say that a signature is being made."""
        self._busy = busy
        self._show_button()

    def set_compact(self, *, compact: bool) -> None:
        """Take the whole width, or the fixed one beside the page."""
        if compact:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        else:
            self.setFixedWidth(current_theme().px(CARD_WIDTH))

    def sizeHint(self) -> QSize:
        return QSize(current_theme().px(CARD_WIDTH), super().sizeHint().height())

    def _build(self) -> None:
        self.add(self._checks)
        band = Band()
        band.column.setContentsMargins(4, 2, 4, 2)
        band.column.addWidget(self.agreed)
        self.add(band)
        self._unchecked.hide()
        self.add(self._unchecked)
        for part in (Second(_("You sign as")), self._name, self._certificate):
            self._signer.column.addWidget(part)
        self._signer.column.setSpacing(2)
        self.add(self._signer)
        self.add(self.way)
        self._warning.set_words(
            _(
                "After you sign, this note cannot be changed. "
                "You can add a correction later."
            )
        )
        self._ink.set_words(_("The page prints a line for your signature in ink too."))
        self._ink.hide()
        self.add(self._warning)
        self.add(self._ink)
        self.place_for_sign.addWidget(self.sign)
        self.add_layout(self.place_for_sign)
        self.add_stretch()
        self.agreed.clicked.connect(self._on_agreed_clicked)
        self.sign.clicked.connect(self.wanted)
        self.way.entered.connect(self.wanted)
        self.way.way_changed.connect(self._on_way_changed)
        self.way.busy_changed.connect(self.set_busy)

    def _say_unchecked(self, words: str) -> None:
        self._unchecked.set_words(words)
        self._unchecked.setVisible(bool(words))
        self.agreed.setAccessibleDescription(words)

    def _show_button(self) -> None:
        words, icon = _("Si&gn"), "pen-line"
        if self.way.way is Way.PASSPHRASE:
            words, icon = _("&Go on"), "lock-open"
        elif self.way.way is Way.NEW_PIN:
            words, icon = _("Set this &PIN"), "key-round"
        if self._busy:
            signing = self.way.way is Way.PIN
            words = _("Signing…") if signing else _("Checking…")
        self.sign.set_words(words)
        self.sign.set_icon(icon)

    def _on_agreed_clicked(self) -> None:
        self._say_unchecked("")

    def _on_way_changed(self, _way: Way) -> None:
        self._show_button()
