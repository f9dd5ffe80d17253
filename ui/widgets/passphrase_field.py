"""A passphrase or PIN: hidden while typed, with a button to show it for a moment."""

from typing import Unpack

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from app.domain.wording import _
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.banner import Banner
from ui.widgets.buttons import QuietButton
from ui.widgets.caps_lock import CapsLock
from ui.widgets.fields import FieldLook, LineEdit, LineField
from ui.widgets.labels import plain

_SHOWN_FOR = 20_000  # milliseconds


class SecretEdit(LineEdit):
    """A line whose characters are dots until its own button shows them."""

    def __init__(self) -> None:
        super().__init__(tall=True)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.caps_lock = CapsLock(self)
        self.show_button = QuietButton(_("Show"), "eye")
        self.show_button.setObjectName("show")
        self.show_button.setParent(self)
        self.show_button.clicked.connect(self._on_show_clicked)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_FOR)
        self._timer.timeout.connect(self.hide_words)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._place()

    def name_button(self, what: str) -> None:
        """Say what the button shows: "Show passphrase"."""
        self._what = what
        self._place()

    def hide_words(self) -> None:
        """Turn the characters back into dots."""
        self._timer.stop()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._place()

    def wear(self, theme: Theme) -> None:
        super().wear(theme)
        if hasattr(self, "show_button"):
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.caps_lock.learn(event)
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.caps_lock.look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _on_show_clicked(self) -> None:
        if self.echoMode() == QLineEdit.EchoMode.Normal:
            self.hide_words()
            return
        self.setEchoMode(QLineEdit.EchoMode.Normal)
        self._timer.start()
        self._place()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not self and new is not self.show_button:
            self.hide_words()

    def _place(self) -> None:
        shown = self.echoMode() == QLineEdit.EchoMode.Normal
        what = getattr(self, "_what", "")
        button = self.show_button
        button.set_words(_("Hide") if shown else _("Show"))
        button.set_icon("eye-off" if shown else "eye")
        name = _("Hide {what}") if shown else _("Show {what}")
        button.setAccessibleName(name.format(what=what))
        size = button.sizeHint()
        height = min(size.height(), self.height() - 4)
        top = (self.height() - height) // 2
        left = self.width() - size.width() - 4
        button.setGeometry(left, top, size.width(), height)
        self.setTextMargins(0, 0, size.width() - 6, 0)


class PassphraseField(LineField):
    """A passphrase with a Show button and a place for the Caps Lock hint.

    ``PassphraseField(label, **look)``. Below it 44 px are kept, so that nothing jumps:
    there stand the Caps Lock hint or what :meth:`set_error` says. The words hide again
    after 20 seconds or when the focus leaves.

    Signals:
        (those of ``LineField``); ``edit.returnPressed`` is Enter.
    """

    def __init__(self, label: str, **look: Unpack[FieldLook]) -> None:
        self.secret = SecretEdit()
        super().__init__(label, self.secret, **look)
        self._slot = Banner("", "warn", "arrow-big-up")
        policy = self._slot.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._slot.setSizePolicy(policy)
        self._slot.hide()
        self.add_below(self._slot)
        self.secret.name_button(plain(label).lower())
        self.secret.caps_lock.changed.connect(self._on_caps_lock_changed)
        self._wrong = ""
        self._caps = False

    def text(self) -> str:
        """Return exactly what is typed, spaces included."""
        return self.edit.text()

    def error(self) -> str:
        """Return the error shown, or an empty text."""
        return self._wrong

    def set_error(self, words: str) -> None:
        """Show what is wrong in the place of the hint, and have it read out."""
        if words == getattr(self, "_wrong", ""):
            return
        self._wrong = words
        self.edit.setAccessibleDescription(words)
        self._tell()
        announce(self.edit, words, urgent=True)

    def clear(self) -> None:
        """Forget what was typed."""
        self.edit.clear()
        self.secret.hide_words()

    def _on_caps_lock_changed(self, on: bool) -> None:
        self._caps = on
        self._tell()
        if on:
            announce(self.edit, _("Caps Lock is on."), urgent=True)

    def _tell(self) -> None:
        if self._wrong:
            self._slot.tell(self._wrong, "bad", "circle-alert")
        elif self._caps:
            self._slot.tell(_("Caps Lock is on."), "warn", "arrow-big-up")
        self._slot.setVisible(bool(self._wrong) or self._caps)


class PinField(LineField):
    """A PIN of digits: ``PinField(label, most=12, **look)``; errors stand below it."""

    def __init__(self, label: str, most: int = 12, **look: Unpack[FieldLook]) -> None:
        self.secret = SecretEdit()
        super().__init__(label, self.secret, **look)
        self.edit.setMaxLength(most)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData
        )
        self.edit.installEventFilter(self)
        self.secret.name_button(plain(label))

    def clear(self) -> None:
        """Forget what was typed."""
        self.edit.clear()
        self.secret.hide_words()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            typed = event.text()
            if typed.isprintable() and typed and not typed.isdigit():
                return not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return super().eventFilter(watched, event)
