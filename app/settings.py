"""Options that are not secret, kept in a small file outside the caseload.

Nothing about a person or an agency is ever put here: the file is readable.
"""

import os
import sys
from collections.abc import Container
from pathlib import Path
from typing import NamedTuple

_NAME = "PeerDaybook"


class Settings(NamedTuple):  # a dataclass would take 4 ms of every start to make
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


if sys.platform == "linux":
    # platformdirs does the same, but takes 5 ms of every start to import.

    def data_folder() -> Path:
        """Return where caseloads are kept."""
        return _base("XDG_DATA_HOME", ".local/share") / _NAME

    def settings_path() -> Path:
        """Return where the options are kept."""
        return _base("XDG_CONFIG_HOME", ".config") / _NAME / "settings.json"

    def _base(variable: str, usual: str) -> Path:
        chosen = Path(os.environ.get(variable, ""))
        return chosen if chosen.is_absolute() else Path.home() / usual
else:
    from platformdirs import user_config_path, user_data_path

    def data_folder() -> Path:
        """Return where caseloads are kept: local, never roaming."""
        return user_data_path(_NAME, appauthor=False, roaming=False)

    def settings_path() -> Path:
        """Return where the options are kept."""
        folder = user_config_path(_NAME, appauthor=False, roaming=False)
        return folder / "settings.json"


def read_settings(path: Path) -> Settings:
    """Return the options; whatever cannot be read or is out of range is the default."""
    try:
        text = path.read_text("utf-8")
    except (OSError, ValueError):
        return Settings()
    stored = _parsed(text)
    if not isinstance(stored, dict):
        return Settings()
    usual = Settings()
    known = {
        name: stored[name]
        for name, default in usual._asdict().items()
        if type(stored.get(name)) is type(default) and _allowed(name, stored[name])
    }
    return usual._replace(**known)


def _parsed(text: str) -> object:
    import json  # 3 ms that the very first start does without

    try:
        return json.loads(text)
    except ValueError:
        return None


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the options.

    Raises:
        OSError: The folder cannot be written.
    """
    import json

    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.write_text(json.dumps(settings._asdict(), indent=1), "utf-8")
    os.replace(part, path)
