"""The printers of this computer, and what must be said of each before it is used."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_VIRTUAL = ("pdf", "xps", "onenote", "fax", "print to file", "virtual", "image writer")
_HERE = ("localhost", "127.0.0.1", "::1", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrinterChoice:
    """One printer.

    Attributes:
        name: What the system calls it.
        words: What people call it.
        virtual: It makes a readable file, not paper.
        usual: It is the system's default.
    """

    name: str
    words: str
    virtual: bool = False
    usual: bool = False


def list_printers() -> tuple[PrinterChoice, ...]:
    """Return the printers, the usual one first, files last; slow: the quick lane.

    On Linux this asks the printing system at the loopback port 631, or a computer of
    the network where the system is set to one: :func:`print_host` says which.
    """
    from PySide6.QtPrintSupport import QPrinterInfo

    found = [
        PrinterChoice(
            name=info.printerName(),
            words=info.description() or info.printerName(),
            virtual=makes_files(f"{info.printerName()} {info.makeAndModel()}"),
            usual=info.isDefault(),
        )
        for info in QPrinterInfo.availablePrinters()
    ]
    return tuple(sorted(found, key=lambda one: (one.virtual, not one.usual)))


def makes_files(names: str) -> bool:
    """Return whether a printer of these names writes a file instead of paper."""
    return any(word in names.casefold() for word in _VIRTUAL)


def print_host(files: tuple[Path, ...] | None = None) -> str:
    """Return the other computer that prints for this one, empty where there is none.

    Args:
        files: The settings of CUPS, first the account's, then the computer's.
    """
    if not sys.platform.startswith("linux"):
        return ""
    if files is None:
        home = Path(os.environ.get("HOME", "/"))
        files = (home / ".cups" / "client.conf", Path("/etc/cups/client.conf"))
    named = [os.environ.get("CUPS_SERVER", ""), *map(_server_in, files)]
    server = next((one for one in named if one), "")
    if server.startswith("/"):
        return ""  # a socket of this computer
    host = server if server.startswith("[") else server.partition(":")[0]
    host = host.partition("/")[0]
    return "" if host.casefold() in _HERE else host


def leaves_a_trace() -> bool:
    """Return whether printing puts a readable file on the disk for a moment.

    On Linux, Qt hands CUPS a temporary file; the program keeps those in memory where
    the computer has room for that.
    """
    if not sys.platform.startswith("linux"):
        return False
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    folder = os.environ.get("TMPDIR", "")
    return not (runtime and folder and Path(folder).is_relative_to(runtime))


def _server_in(path: Path) -> str:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    for line in lines:
        word, _space, value = line.strip().partition(" ")
        if word.casefold() == "servername":
            return value.strip()
    return ""
