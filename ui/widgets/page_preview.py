"""A page as it will print: its picture, or its words to be read aloud."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.page_blocks import TextBlock
from app.domain.wording import _
from app.services.pages import Page
from ui.context import Context
from ui.widgets.buttons import IconButton, OutlineButton
from ui.widgets.card import Panel, RowList, Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Body, Label, Second, SectionTitle, Strong
from ui.widgets.page_pictures import PagePictures
from ui.widgets.page_scroll import PageScroll


class PagePreview(Panel):
    """The exact page, fitted to the width: ``PagePreview(context, title="")``.

    "Read as text" puts its words in the same place, and is remembered. While names
    are hidden it shows neither.

    Attributes:
        pictures: The pages as pictures; a Tab stop that PageUp and PageDown scroll.
    """

    def __init__(self, context: Context, title: str = "") -> None:
        super().__init__("sunken", "hairline")
        self._context = context
        self._page: Page | None = None
        self._title = Strong()
        self._count = Second()
        self.smaller = IconButton("minus", _("Smaller"))
        self.larger = IconButton("plus", _("Larger"))
        self.as_text = OutlineButton(_("&Read as text"), "text-align-start")
        self.pictures = PagePictures(context.tasks)
        self._words = PageScroll()
        self._lines = RowList()
        self._told = EmptyState("file-text", _("Making the page…"), "", "")
        self._message = QWidget()
        self._stack = QStackedWidget()
        self.set_title(title)
        self._lay_out()
        self._connect()
        self.tell(_("Making the page…"))

    def show_page(self, page: Page) -> None:
        """Show a page: its PDF, and the same words as blocks."""
        self._page = page
        self._show()

    def tell(self, title: str, words: str = "") -> None:
        """Show words instead: the page is being made, or cannot be."""
        self._page = None
        self.pictures.clear()
        self._show_words(())
        self._told.set_words(title, words, "")
        self._show()

    def set_title(self, title: str) -> None:
        """Show another heading; empty words for the usual one."""
        self._title.set_words(title or _("This is the page as it will print"))

    def focus_page(self) -> None:
        """Put the focus on the page, so that it is read first."""
        current = self._stack.currentWidget() or self.as_text
        current.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_read_as_text(self) -> bool:
        """Return whether the words are shown, not the picture."""
        return self._stack.currentWidget() is self._words

    def _lay_out(self) -> None:
        for name, button in (
            ("smaller", self.smaller),
            ("larger", self.larger),
            ("read_as_text", self.as_text),
        ):
            button.setObjectName(name)
        tools = QWidget()
        line = FlowLayout(tools, right=True)
        for part in (self._count, self.smaller, self.larger, self.as_text):
            line.addWidget(part)
        self._count.setWordWrap(False)
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 10, 9)
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(tools, 1)
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words.setAccessibleName(_("The page as text"))
        self._words.column.setContentsMargins(20, 16, 20, 16)
        self._words.column.addWidget(self._lines)
        self._stack.addWidget(self.pictures)
        self._stack.addWidget(self._words)
        around = QVBoxLayout(self._message)
        around.addStretch(1)
        around.addWidget(self._told)
        around.addStretch(2)
        self._stack.addWidget(self._message)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 6, 8)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(Rule())
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.smaller.clicked.connect(self._on_smaller_clicked)
        self.larger.clicked.connect(self._on_larger_clicked)
        self.as_text.clicked.connect(self._on_as_text_clicked)
        self.pictures.page_changed.connect(self._on_page_changed)
        self._told.action_pressed.connect(self._on_show_names_pressed)
        self._context.privacy.hidden_changed.connect(self._on_hidden_changed)

    def _show(self) -> None:
        text = self._context.preferences.settings.read_as_text
        if self._page is not None and self._context.privacy.hidden:
            self.pictures.clear()
            self._show_words(())
            self._told.set_words(
                _("Names are hidden."),
                _("The page says who it is about."),
                _("Show names"),
            )
            self._stack.setCurrentWidget(self._message)
        elif self._page is None:
            self._stack.setCurrentWidget(self._message)
        elif text:
            self.pictures.clear()
            self._show_words(self._page[1])
            self._stack.setCurrentWidget(self._words)
        else:
            self._show_words(())
            self._stack.setCurrentWidget(self.pictures)
            self.pictures.show_pdf(self._page[0])
        pictured = self._stack.currentWidget() is self.pictures
        for tool in (self._count, self.smaller, self.larger):
            tool.setVisible(pictured)
        self.as_text.setVisible(self._stack.currentWidget() is not self._message)
        self.as_text.set_words(_("&Show the page") if text else _("&Read as text"))
        self.as_text.set_icon("file-text" if text else "text-align-start")

    def _show_words(self, blocks: tuple[TextBlock, ...]) -> None:
        self._lines.set_rows([_label(block) for block in blocks])

    def _on_smaller_clicked(self) -> None:
        self.pictures.zoom_by(-1)

    def _on_larger_clicked(self) -> None:
        self.pictures.zoom_by(1)

    def _on_as_text_clicked(self) -> None:
        text = not self._context.preferences.settings.read_as_text
        self._context.preferences.change(read_as_text=text)
        self._show()
        self.focus_page()

    def _on_page_changed(self, page: int, count: int) -> None:
        self._count.set_words(_("Page {n} of {count}").format(n=page, count=count))

    def _on_hidden_changed(self, _hidden: bool) -> None:
        self._show()

    def _on_show_names_pressed(self) -> None:
        self._context.privacy.set_hidden(False)


def _label(block: TextBlock) -> Label:
    if block.kind == "heading":
        return SectionTitle(block.words)
    return Body(block.words)
