"""The options and folders of this computer, for the windows."""

from app.settings import (
    Settings,
    data_folder,
    read_settings,
    settings_path,
    write_settings,
)

__all__ = [
    "Settings",
    "data_folder",
    "read_settings",
    "settings_path",
    "write_settings",
]
