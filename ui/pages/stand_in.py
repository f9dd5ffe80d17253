"""A page that stands where another is still being built."""

from ui.context import Context, PageName, Place
from ui.widgets.page import Page


class StandIn(Page):
    """Says that there is nothing here yet."""

    def __init__(self, _context: Context) -> None:
        super().__init__("Not here yet")
        self._shown = Place(page=PageName.TODAY)

    def open(self, place: Place) -> None:
        """Take the place."""
        self._shown = place

    def leave(self) -> bool:
        """Leave."""
        return True

    def place(self) -> Place:
        """Return the place."""
        return self._shown
