"""How the program looks, and when it hides names and locks."""

from app.domain.wording import _, plural
from ui.context import Preferences
from ui.widgets.card import Card
from ui.widgets.check_row import CheckRow, CheckWords
from ui.widgets.chips import ChipGroup, Choice
from ui.widgets.labels import Second, Strong
from ui.widgets.pick_button import PickButton

_SIZES = (100, 110, 125, 150, 175, 200)
_LONGEST = 15


class LookCard(Card):
    """Colours and size of text: ``LookCard(preferences)``; every pick acts at once."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(_("Look"))
        self._preferences = preferences
        self.scheme = ChipGroup(
            _("Colors"),
            [
                Choice(value="system", words=_("Like the laptop")),
                Choice(value="light", words=_("Light")),
                Choice(value="dark", words=_("Dark")),
            ],
            clearable=False,
        )
        self.scheme.setObjectName("scheme")
        self.scheme.picked.connect(self._on_scheme_picked)
        sizes = [Choice(value=n, words=_("{n} %").format(n=n)) for n in _SIZES]
        self.size_of_text = ChipGroup(_("Size of text"), sizes, clearable=False)
        self.size_of_text.setObjectName("text_percent")
        self.size_of_text.picked.connect(self._on_size_picked)
        self.add(Strong(_("Colors")))
        self.add(self.scheme)
        self.add(Strong(_("Size of text")))
        self.add(self.size_of_text)
        self.add_stretch()

    def load(self) -> None:
        """Show what is chosen."""
        settings = self._preferences.settings
        self.scheme.set_value(settings.scheme)
        nearest = min(_SIZES, key=lambda size: abs(size - settings.text_percent))
        self.size_of_text.set_value(nearest)

    def _on_scheme_picked(self) -> None:
        self._preferences.change(scheme=self.scheme.value())

    def _on_size_picked(self) -> None:
        self._preferences.change(text_percent=self.size_of_text.value())


class PrivacyCard(Card):
    """When it locks, and whether names are hidden at start."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(_("Privacy"))
        self._preferences = preferences
        minutes = [
            Choice(value=n, words=plural("{n} minute", "{n} minutes", n).format(n=n))
            for n in range(1, _LONGEST + 1)
        ]
        self.minutes = PickButton(_("Lock after"), minutes)
        self.minutes.setObjectName("lock_minutes")
        self.minutes.picked.connect(self._on_minutes_picked)
        self.hide_names = CheckRow(
            CheckWords(
                words=_("Hide names when the program starts"),
                second=_("F8 shows and hides them at any time."),
            )
        )
        self.hide_names.setObjectName("hide_names")
        self.hide_names.clicked.connect(self._on_hide_names_clicked)
        self.add(Strong(_("Lock when nobody types or clicks for")))
        self.add(self.minutes)
        self.add(Second(_("It also locks when the laptop sleeps. Ctrl+L locks now.")))
        self.add(self.hide_names, to_edge=True)
        self.add_stretch()

    def load(self) -> None:
        """Show what is chosen."""
        self.minutes.set_value(self._preferences.settings.lock_minutes)
        self.hide_names.setChecked(self._preferences.settings.hide_names)

    def _on_minutes_picked(self) -> None:
        self._preferences.change(lock_minutes=self.minutes.value())

    def _on_hide_names_clicked(self) -> None:
        self._preferences.change(hide_names=self.hide_names.isChecked())
