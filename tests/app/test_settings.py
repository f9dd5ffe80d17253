"""Tests of the options kept outside the caseload."""

import json
import sys
from pathlib import Path

import platformdirs
import pytest

from app.settings import (
    Settings,
    data_folder,
    read_settings,
    settings_path,
    write_settings,
)

CHOSEN = Settings(
    scheme="dark",
    text_percent=150,
    folder="second",
    read_as_text=True,
    hide_names=True,
    language="es",
    lock_minutes=10,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "options" / "settings.json"


def test_what_was_chosen_is_there_the_next_time(path):
    write_settings(path, CHOSEN)

    assert read_settings(path) == CHOSEN


def test_the_example_differs_from_the_defaults_in_every_option():
    pairs = zip(CHOSEN._asdict().items(), Settings(), strict=True)
    same = [name for (name, chosen), usual in pairs if chosen == usual]

    assert same == []


def test_without_a_file_every_option_is_the_default(path):
    assert read_settings(path) == Settings()


@pytest.mark.parametrize("text", ["", "{", "[]", '"dark"', "null", "\x00\xff"])
def test_a_file_that_cannot_be_read_gives_the_defaults(path, text):
    path.parent.mkdir()
    path.write_text(text, "utf-8")

    assert read_settings(path) == Settings()


def test_a_file_in_another_encoding_gives_the_defaults(path):
    path.parent.mkdir()
    path.write_bytes(b'{"folder": "\xff\xfe"}')

    assert read_settings(path) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("scheme", "purple"),
        ("scheme", 3),
        ("text_percent", 99),
        ("text_percent", 201),
        ("text_percent", "150"),
        ("text_percent", True),
        ("folder", ["a"]),
        ("read_as_text", 1),
        ("hide_names", "no"),
        ("language", None),
        ("lock_minutes", 0),
        ("lock_minutes", 16),
        ("lock_minutes", 5.5),
    ],
)
def test_a_value_out_of_range_is_the_default_and_the_rest_is_kept(path, name, value):
    write_settings(path, CHOSEN)
    stored = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**stored, name: value}), "utf-8")

    expected = CHOSEN._replace(**{name: getattr(Settings(), name)})

    assert read_settings(path) == expected


def test_the_lock_can_be_slow_but_never_off(path):
    write_settings(path, CHOSEN._replace(lock_minutes=0))

    assert read_settings(path).lock_minutes == Settings().lock_minutes


def test_options_of_a_newer_version_are_left_alone(path):
    path.parent.mkdir()
    path.write_text('{"scheme": "light", "sparkle": true}', "utf-8")

    assert read_settings(path) == Settings(scheme="light")


def test_writing_leaves_only_the_file_itself(path):
    write_settings(path, Settings())
    write_settings(path, CHOSEN)

    assert [found.name for found in path.parent.iterdir()] == ["settings.json"]


def test_a_failed_write_leaves_the_old_options(path, monkeypatch):
    write_settings(path, CHOSEN)

    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr("app.settings.os.replace", refuse)
    with pytest.raises(PermissionError):
        write_settings(path, Settings())

    assert read_settings(path) == CHOSEN


def test_no_option_has_room_for_a_name_of_somebody():
    names = set(Settings._fields)

    assert names == {
        "scheme",
        "text_percent",
        "folder",
        "read_as_text",
        "hide_names",
        "language",
        "lock_minutes",
    }


@pytest.mark.parametrize("place", [data_folder, settings_path])
def test_both_places_carry_the_name_of_the_program_and_no_version(place):
    assert "PeerDaybook" in place().parts


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere platformdirs is asked")
@pytest.mark.parametrize("chosen", ["/srv/own", "not/absolute", "", None])
def test_both_places_are_where_platformdirs_would_look(chosen, monkeypatch):
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        if chosen is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, chosen)

    assert data_folder() == platformdirs.user_data_path("PeerDaybook")
    assert settings_path().parent == platformdirs.user_config_path("PeerDaybook")
