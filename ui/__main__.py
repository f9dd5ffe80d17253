"""Start the program: ``python -m ui``."""

# ruff: noqa: E402  the collector is stopped before anything is made
import gc

gc.disable()  # Nothing made at the start is rubbish; looking for some takes 5 ms.

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

# Before Qt: PySide6 reads the source of every module that is imported after it.
from app.services.preferences import read_settings, settings_path
from app.services.starting import forbid_core_dumps, keep_temporary_files_in_memory
from ui.start import start


def main(arguments: Sequence[str]) -> int:
    """Run the program; return its exit code."""
    # Reading no options takes 3 ms, too.
    options = vars(_read_options(arguments)) if arguments else {}
    forbid_core_dumps()
    keep_temporary_files_in_memory()
    return start(read_settings(settings_path()), **options)


def _read_options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="peer-daybook", description="A daybook for peer support, offline."
    )
    parser.add_argument(
        "--practice",
        nargs="?",
        const="",
        metavar="SPECIALIST",
        help="open the made-up people of a practice specialist",
    )
    parser.add_argument(
        "--folder", type=Path, metavar="DIR", help="open the caseload in this folder"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
