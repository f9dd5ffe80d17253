"""Pick whom to be among the made-up people, and open them."""

import threading
from functools import partial

from PySide6.QtCore import Signal

from app.domain.wording import _
from app.services.starting import Interrupted, StoreError
from ui.pages.front import FrontPage
from ui.pages.opening import Doorway, open_practice, practice_choices
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.buttons import QuietButton
from ui.widgets.drawn import ProgressBar
from ui.widgets.labels import Body
from ui.widgets.row_button import Row, RowButton

_WHOLE = 100


class PracticePage(FrontPage):
    """Offers the practice specialists and makes their people at the first opening.

    Signals:
        opened: The practice caseload is open. Argument: the :class:`Opened`.
        back_wanted: Back, with nothing opened.
    """

    opened = Signal(object)
    back_wanted = Signal()
    _moved = Signal(int, int)

    def __init__(self, door: Doorway, specialist: str = "") -> None:
        words = _("Everybody here is made up. Every page says PRACTICE.")
        super().__init__(_("Try it with made-up people"), words, width=600)
        self._door = door
        self._wanted = specialist
        self._stopped = threading.Event()
        self._rows: list[RowButton] = []
        self._told = Banner("", "bad")
        self._told.hide()
        self._bar = ProgressBar(0.0, _("Not begun"), height=12)
        self._bar.stretch()
        self._bar.hide()
        self.card.add(Body(_("Whom do you want to be?")))
        self.card.add(self._told)
        self.card.add(self._bar)
        back = QuietButton(_("&Back"), "chevron-left")
        back.setObjectName("back")
        back.clicked.connect(self.back_wanted)
        self.add_below(back)
        self._moved.connect(self._on_moved)
        self._door.tasks.run(
            Lane.QUICK,
            practice_choices,
            on_done=self._on_choices_read,
            on_failed=self._on_open_failed,
        )

    def enter(self) -> None:
        if self._rows:
            self._rows[0].setFocus()
        else:
            super().enter()

    def stop(self) -> None:
        self._stopped.set()

    def _tell_progress(self, done: int, whole: int) -> None:
        """Called on the lane: send how far it is, or stop the work."""
        if self._stopped.is_set():
            raise Interrupted
        self._moved.emit(done, whole)

    def _on_choices_read(self, choices: tuple[tuple[str, str, str], ...]) -> None:
        for key, name, designations in choices:
            row = RowButton(Row(title=name, second=designations, icon="user"))
            row.setObjectName(key)
            row.clicked.connect(partial(self._on_row_clicked, key))
            self.card.add(row, to_edge=True)
            self._rows.append(row)
        self.enter()
        if self._wanted:
            self._open(self._wanted)

    def _on_row_clicked(self, key: str) -> None:
        self._open(key)

    def _open(self, key: str) -> None:
        if not self._bar.isHidden():
            return
        self._told.hide()
        self._bar.show()
        self.set_second(_("Opening the made-up people…"))
        self._door.tasks.run(
            Lane.QUICK,
            partial(open_practice, self._door, key, self._tell_progress),
            on_done=self.opened.emit,
            on_failed=self._on_open_failed,
            expected=(StoreError,),
        )

    def _on_moved(self, done: int, whole: int) -> None:
        share = done / max(whole, 1)
        said = _("{n} percent made").format(n=round(share * _WHOLE))
        self._bar.set_share(share, said)

    def _on_open_failed(self, error: Exception) -> None:
        if self._stopped.is_set():
            return
        self._bar.hide()
        self._told.tell(str(error), "bad")
        self._told.show()
