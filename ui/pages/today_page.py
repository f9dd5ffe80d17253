"""Today: what needs the specialist, whom they meet, what comes soon."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.wording import _, plural
from app.services import overview, sessions
from app.services.specialist import read_agency, read_specialist
from ui.context import Changed, Context, PageName, Place
from ui.dialogs.emergency import EmergencyDialog
from ui.dialogs.missed_contact import MissedContactDialog
from ui.models.people_words import long_day
from ui.pages.today.needs import Need, list_needs
from ui.pages.today.needs_card import NeedsCard
from ui.pages.today.planned_card import PlannedCard
from ui.pages.today.soon_card import SoonCard
from ui.widgets.buttons import PrimaryButton
from ui.widgets.card import Card
from ui.widgets.page import Column, Columns, Page
from ui.widgets.page_scroll import PageScroll
from ui.widgets.row_button import Row, RowButton

_MINUTE = 60_000
_NOON, _EVENING = 12, 17


class TodayPage(Page):
    """The first page after unlocking; every row leads to what it names."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Today"))
        self._context = context
        self._facts: overview.Today | None = None
        self._needs: tuple[Need, ...] = ()
        self._stale = True
        self._day = context.now().date()
        self.needs, self.planned, self.soon = NeedsCard(), PlannedCard(), SoonCard()
        self._emergency: EmergencyDialog | None = None  # made when first wanted
        self._missed: MissedContactDialog | None = None
        self._clock = QTimer(self, interval=_MINUTE)
        self._lay_out()
        self._connect()

    def open(self, _place: Place) -> None:
        """Show this day."""
        self._read()
        self._clock.start()

    def leave(self) -> bool:
        """Nothing waits to be saved here."""
        self._clock.stop()
        return True

    def place(self) -> Place:
        """Return Today."""
        return Place(page=PageName.TODAY)

    def regions(self) -> list[QWidget]:
        return [*super().regions()[:1], self._left, self._right]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._facts is not None:  # else open() is about to read
            self._read()

    def _lay_out(self) -> None:
        self._record = PrimaryButton(_("&Record a session"), "plus")
        self._record.setObjectName("record")
        self.add_trailing(self._record)
        numbers = RowButton(
            Row(
                title=_("Emergency numbers"),
                second=_("988 and your agency’s own"),
                icon="life-buoy",
                tone="neutral",
                strong=False,
                small=True,
            )
        )
        numbers.setObjectName("emergency")
        numbers.clicked.connect(self._on_emergency_clicked)
        card = Card()
        card.add(numbers, to_edge=True)
        self._left = Column(self.needs, self.planned)
        self._right = Column(self.soon, card)
        scroll = PageScroll()
        scroll.column.addWidget(Columns(self._left, self._right))
        self.body.addWidget(scroll, 1)

    def _connect(self) -> None:
        self._record.clicked.connect(self._on_record_clicked)
        self.needs.chosen.connect(self._on_need_chosen)
        self.planned.started.connect(self._on_contact_started)
        self.soon.person_wanted.connect(self._on_person_wanted)
        self.soon.people_wanted.connect(self._on_people_wanted)
        self._clock.timeout.connect(self._on_minute_over)
        self._context.notifier.changed.connect(self._on_caseload_changed)
        self._context.privacy.hidden_changed.connect(self._on_names_hidden)

    def _read(self) -> None:
        self._stale = False
        context = self._context
        now = context.now()
        self._day = now.date()
        scope = context.scope.digest
        self._facts = overview.read_today(context.store, now=now, scope=scope)
        self._drafts = sessions.list_drafts(context.store)
        self._last = {
            one.id: last.next_step
            for one in self._facts.planned
            if (last := sessions.last_time(context.store, one.person_id)) is not None
        }
        self._show()

    def _show(self) -> None:
        context, facts = self._context, self._facts
        if facts is None:
            return
        now, hidden = context.now(), context.privacy.hidden
        needs = list_needs(context, facts, self._drafts)
        self.needs.show_needs(needs)
        self.planned.show_contacts(facts.planned, self._last, now, hidden=hidden)
        self.soon.show_today(facts, now.date(), hidden=hidden)
        name = "" if hidden else read_specialist(context.store).first_name
        self.set_title(
            _greeting(now, name), _second(now, len(facts.planned), len(needs))
        )
        # The page stays "Today" for those who hear it, whatever the hour.
        self.title.setAccessibleName(_("Today"))

    def _on_minute_over(self) -> None:
        now = self._context.now()
        if now.date() != self._day:
            self._read()
        elif self._facts is not None:
            self.planned.tell_time(now)

    def _go(self, place: Place) -> None:
        self._context.navigator.went.emit(place)

    def _on_record_clicked(self) -> None:
        self._context.navigator.go(PageName.RECORD)

    def _on_need_chosen(self, need: Need) -> None:
        if need.contact is None:
            self._go(need.place)
            return
        if self._missed is None:
            self._missed = MissedContactDialog(self)
            self._missed.record_wanted.connect(self._on_missed_recorded)
            self._missed.closed_wanted.connect(self._on_missed_closed)
        self._missed.begin(need.contact.id, need.row.title, need.row.second)

    def _on_contact_started(self, contact: overview.PlannedContact) -> None:
        self._context.navigator.go(
            PageName.RECORD, person_id=contact.person_id, contact_id=contact.id
        )

    def _on_missed_recorded(self, contact_id: int) -> None:
        for contact in self._facts.not_written if self._facts else ():
            if contact.id == contact_id:
                self._on_contact_started(contact)

    def _on_missed_closed(self, contact_id: int) -> None:
        context = self._context
        overview.close_contact(context.store, contact_id, now=context.now())
        context.notifier.changed.emit(Changed.SESSIONS)

    def _on_person_wanted(self, person_id: int) -> None:
        self._context.navigator.go(PageName.PERSON, person_id=person_id)

    def _on_people_wanted(self) -> None:
        self._context.navigator.go(PageName.PEOPLE, field="not seen")

    def _on_emergency_clicked(self) -> None:
        if self._emergency is None:
            self._emergency = EmergencyDialog(self)
        self._emergency.begin(read_agency(self._context.store))

    def _on_caseload_changed(self, _parts: Changed) -> None:
        self._stale = True
        if self.isVisible():
            self._read()

    def _on_names_hidden(self, _hidden: bool) -> None:
        self._show()


def _greeting(now: datetime, name: str) -> str:
    if now.hour < _NOON:
        said = _("Good morning")
    elif now.hour < _EVENING:
        said = _("Good afternoon")
    else:
        said = _("Good evening")
    return _("{greeting}, {name}").format(greeting=said, name=name) if name else said


def _second(now: datetime, planned: int, needs: int) -> str:
    parts = [long_day(now.date(), now.date())]
    if planned:
        words = plural("{n} session planned", "{n} sessions planned", planned)
        parts.append(words.format(n=planned))
    if needs:
        words = plural("{n} thing needs you", "{n} things need you", needs)
        parts.append(words.format(n=needs))
    return "  ·  ".join(parts)
