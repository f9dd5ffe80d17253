"""The journey in a real window, by keyboard alone: ``by_keyboard DIR``."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.end_to_end.journey import begin
from tests.end_to_end.keys import Keys
from tests.support import NOW
from ui.theme import Scheme
from ui.widgets.dressing import dress


def main() -> int:
    """Walk it, and leave the signed page and the encrypted file in DIR."""
    folder = Path(sys.argv[1])
    pictures = folder / "pictures"
    pictures.mkdir(exist_ok=True)
    app = QApplication(sys.argv[:1])
    dress(app, Scheme.LIGHT, 1.0)
    hands = Keys(pictures)
    journey = begin(app, folder / "caseload", hands, NOW)
    hands.focus_window(journey.daybook.window)
    said = journey.whole(folder)
    journey.end()
    return 0 if "Jordan Mayfield" in said else 1


if __name__ == "__main__":
    sys.exit(main())
