"""Words on a page: titles, headings, body text and second lines."""

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPalette
from PySide6.QtWidgets import QAccessibleWidget, QLabel, QSizePolicy, QWidget

from ui.theme import (
    BODY,
    SECTION,
    SMALL,
    TITLE,
    TITLE_COMPACT,
    Theme,
    current_theme,
)
from ui.widgets.painting import words_size
from ui.widgets.themed import Themed

_READABLE = 640  # pixels at 100 %: the longest line a label asks for by itself
_LINE_HEIGHT = 116  # per cent; plain wrapped labels sit too tight


class Label(Themed, QLabel):
    """Words in one size and one token's colour; the others are made of it.

    ``Label(words="", *, size=16, bold=False, token="ink", wrap=False)``
    """

    def __init__(
        self,
        words: str = "",
        *,
        size: int = BODY,
        bold: bool = False,
        token: str = "ink",
        wrap: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._size, self._bold, self._token = size, bold, token
        self.setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.set_words(words)
        self.dress()

    def set_words(self, words: str) -> None:
        """Show other words."""
        self.setText(words)

    def set_token(self, token: str) -> None:
        """Take the colour of another token, as on a ``soft`` or ``warn_bg`` ground."""
        self._token = token
        self._worn = None
        self.dress()

    def sizeHint(self) -> QSize:
        """Ask for one line, up to a readable width; Qt's own hint is a narrow block."""
        if not self.wordWrap():
            return super().sizeHint()
        beside = self.contentsMargins().left() + self.contentsMargins().right() + 2
        line = words_size(self._said(), self.font()).width() + beside
        width = min(line, current_theme().px(_READABLE))
        return QSize(width, max(self.heightForWidth(width), 0))

    def _said(self) -> str:
        return self.text()

    def wear(self, theme: Theme) -> None:
        self.setFont(theme.font(self._size, bold=self._bold))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(self._token))
        self.setPalette(palette)


class Heading(Label):
    """A line that screen readers can jump to."""

    def set_words(self, words: str) -> None:
        super().set_words(words)
        self.setAccessibleName(words.replace("&", ""))


class Title(Heading):
    """The name of the page, 26 px (22 in compact mode): ``Title(words)``."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words, size=TITLE, bold=True, wrap=True)

    def set_compact(self, compact: bool) -> None:
        """Shrink to fit small windows."""
        self._size = TITLE_COMPACT if compact else TITLE
        self._worn = None
        self.dress()


class SectionTitle(Heading):
    """The name of a card or part, 18 px: ``SectionTitle(words)``."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words, size=SECTION, bold=True, wrap=True)


class Strong(Label):
    """One bold line, 16 px: ``Strong(words, token="ink")``."""

    def __init__(self, words: str = "", token: str = "ink") -> None:
        super().__init__(words, bold=True, token=token, wrap=True)


class Body(Label):
    """Text that wraps, 16 px, with room between its lines: ``Body(words, token)``."""

    def __init__(self, words: str = "", token: str = "ink", size: int = BODY) -> None:
        self._plain = ""
        super().__init__(size=size, token=token, wrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.set_words(words)

    def words(self) -> str:
        """Return the plain words."""
        return self._plain

    def _said(self) -> str:
        return self._plain

    def set_words(self, words: str) -> None:
        self._plain = words
        lines = words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
        super().set_words(f'<p style="line-height:{_LINE_HEIGHT}%">{lines}</p>')
        self.setAccessibleName(words)


class Second(Label):
    """The small line under another, 14 px: ``Second(words, token="ink2")``."""

    def __init__(self, words: str = "", token: str = "ink2") -> None:
        super().__init__(words, size=SMALL, token=token, wrap=True)


class Line(Label):
    """One 16 px line in ``ink2``, such as the one under a title: ``Line(words)``."""

    def __init__(self, words: str = "", token: str = "ink2") -> None:
        super().__init__(words, token=token, wrap=True)


def expose_headings() -> None:
    """Have every :class:`Heading` told to screen readers as one; call once."""
    QAccessible.installFactory(_heading)


def _heading(_class: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Heading):
        return QAccessibleWidget(thing, QAccessible.Role.Heading)
    return None


def plain(words: str) -> str:
    """Return words without the mark of their mnemonic."""
    return words.replace("&", "")


def buddy_label(words: str, target: QWidget, label: Label) -> Label:
    """Bind a label with an Alt+letter mnemonic (``&``) to the widget it names."""
    label.set_words(words)
    label.setBuddy(target)
    target.setAccessibleName(plain(words))
    return label
