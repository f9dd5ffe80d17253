"""Options that are not secret, kept in a small file outside the caseload.

Nothing about a person or an agency is ever put here: the file is readable.
"""

import json
import os
from collections.abc import Container
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from platformdirs import user_config_path, user_data_path

_NAME = "PeerDaybook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every option, with its default.

    Attributes:
        scheme: ``system``, ``light`` or ``dark``.
        text_percent: 100 to 200.
        folder: The caseload opened last; empty for the usual one.
        read_as_text: Whether pages open as text.
        hide_names: Whether names are hidden at start.
        language: A code such as ``en``.
        lock_minutes: 1 to 15 minutes without a key or a click.
    """

    scheme: str = "system"
    text_percent: int = 100
    folder: str = ""
    read_as_text: bool = False
    hide_names: bool = False
    language: str = "en"
    lock_minutes: int = 5


_RANGES: dict[str, Container[object]] = {
    "scheme": {"system", "light", "dark"},
    "text_percent": range(100, 201),
    "lock_minutes": range(1, 16),
}


def _allowed(name: str, value: object) -> bool:
    return name not in _RANGES or value in _RANGES[name]


def data_folder() -> Path:
    """Return where caseloads are kept: local, never roaming."""
    return user_data_path(_NAME, appauthor=False, roaming=False)


def settings_path() -> Path:
    """Return where the options are kept."""
    return user_config_path(_NAME, appauthor=False, roaming=False) / "settings.json"


def read_settings(path: Path) -> Settings:
    """Return the options; whatever cannot be read or is out of range is the default."""
    try:
        stored = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    known = {
        field.name: stored[field.name]
        for field in fields(Settings)
        if type(stored.get(field.name)) is type(field.default)
        and _allowed(field.name, stored[field.name])
    }
    return replace(Settings(), **known)


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the options.

    Raises:
        OSError: The folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(asdict(settings), indent=1), "utf-8")
    os.replace(part, path)
