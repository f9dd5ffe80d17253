"""Walk through the main job without a display: ``journey DIR``.

Leaves the signed page, a picture of each step and the encrypted caseload in DIR.
"""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.end_to_end.driver import Driver
from tests.end_to_end.journey import PASSPHRASE, begin
from tests.support import NOW
from ui.theme import Scheme
from ui.widgets.dressing import dress


def main() -> int:
    """Walk it, and say what was left where."""
    if len(sys.argv) != 2:
        print("usage: journey DIR", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1]).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        print(f"journey: {folder} is not empty; name a new folder", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = scratch
        app = QApplication(sys.argv[:1])
        dress(app, Scheme.LIGHT, 1.0)
        journey = begin(app, folder / "caseload", Driver(folder), NOW)
        journey.whole(folder)
        journey.end()
    print(f"signed page:  {folder / 'signed-note.pdf'}")
    print(f"pictures:     {folder}/*.png")
    print(f"caseload:     {folder / 'caseload'} (passphrase: {PASSPHRASE})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
