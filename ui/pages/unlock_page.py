"""Ask for the passphrase, and offer the ways round it; no caseload shows here."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal

from app.domain.wording import _, plural
from app.services.starting import PRACTICE_PASSPHRASE, StoreError, TooManyTries
from ui.pages.front import FrontPage
from ui.pages.opening import Doorway, open_by_passphrase
from ui.tasks import Lane
from ui.widgets.buttons import PrimaryButton, QuietButton
from ui.widgets.labels import Second
from ui.widgets.passphrase_field import PassphraseField

_SECOND = 1_000  # milliseconds


class UnlockPage(FrontPage):
    """Asks for the passphrase and opens the caseload on the quick lane.

    ``open_by`` does something else with the passphrase; there is no way round it then.

    Signals:
        opened: The caseload is open. Argument: the :class:`Opened`.
        code_wanted: The recovery code is to be used instead.
        another_wanted: Another caseload is to be opened.
        practice_wanted: The made-up people are to be opened.
    """

    opened = Signal(object)
    code_wanted = Signal()
    another_wanted = Signal()
    practice_wanted = Signal()

    def __init__(
        self,
        door: Doorway,
        state: str,
        *,
        practice: bool = False,
        open_by: Callable[[Doorway, str], object] = open_by_passphrase,
    ) -> None:
        super().__init__(_("Peer Daybook"), state)
        self._door = door
        self._open_by = open_by
        self._opening = False
        self._wait = 0
        self.passphrase = PassphraseField(_("&Passphrase"), strong=True)
        self.passphrase.edit.setObjectName("passphrase")
        self.passphrase.edit.returnPressed.connect(self._on_open_wanted)
        self.open_button = PrimaryButton(_("&Open"), tall=True)
        self.open_button.setObjectName("open")
        self.open_button.clicked.connect(self._on_open_wanted)
        self.card.add(self.passphrase)
        self.card.add(self.open_button)
        if open_by is open_by_passphrase:
            self._add_ways_round(practice=practice)
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self._on_second_passed)

    def enter(self) -> None:
        self.passphrase.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_practice(self) -> None:
        """Say the passphrase of the made-up people: it is no secret."""
        words = _("Made-up people only. The passphrase is: {words}")
        self.passphrase.add_below(Second(words.format(words=PRACTICE_PASSPHRASE)))

    def _add_ways_round(self, *, practice: bool) -> None:
        code = QuietButton(_("Use my &recovery code"), "key-round")
        code.setObjectName("use_code")
        code.clicked.connect(self.code_wanted)
        self.card.column.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        another = QuietButton(_("Open another &caseload"), "folder-open")
        another.setObjectName("another")
        another.clicked.connect(self.another_wanted)
        self.add_below(another)
        if practice:
            made_up = QuietButton(_("&Try it with made-up people"), "drama")
            made_up.setObjectName("practice")
            made_up.clicked.connect(self.practice_wanted)
            self.add_below(made_up)

    def _on_open_wanted(self) -> None:
        if self._opening or self._wait:
            return
        if not self.passphrase.text():
            self.passphrase.set_error(_("Type your passphrase first."))
            self.enter()
            return
        self._set_opening(opening=True)
        self._door.tasks.run(
            Lane.QUICK,
            partial(self._open_by, self._door, self.passphrase.text()),
            on_done=self._on_opened,
            on_failed=self._on_open_failed,
            expected=(StoreError,),
        )

    def _set_opening(self, *, opening: bool) -> None:
        self._opening = opening
        self.open_button.set_words(_("Opening…") if opening else _("&Open"))

    def _on_opened(self, opened: object) -> None:
        self.passphrase.clear()
        self.opened.emit(opened)

    def _on_open_failed(self, error: Exception) -> None:
        self._set_opening(opening=False)
        if isinstance(error, TooManyTries):
            self._wait = error.seconds
            self._tell_wait()
            self._clock.start()
        self.passphrase.set_error(str(error))
        self.enter()
        self.passphrase.edit.selectAll()

    def _on_second_passed(self) -> None:
        self._wait -= 1
        self._tell_wait()
        if not self._wait:
            self._clock.stop()
            self.passphrase.set_error(_("You can try again now."))

    def _tell_wait(self) -> None:
        """Count on the button: an error that changed each second would be read out."""
        words = _("&Open")
        if self._wait:
            words = plural("Wait {n} second", "Wait {n} seconds", self._wait)
            words = words.format(n=self._wait)
        self.open_button.set_words(words)
