"""The version of Qt's binding, which must not be one that eats references."""

import sys
import tomllib
from pathlib import Path

import PySide6
from packaging.requirements import Requirement
from packaging.version import Version
from PySide6.QtCore import QTimer


def test_void_calls_keep_their_references_to_none(qapp):
    # PySide6 6.12.0 on Python 3.11 drops one a call; after some 5,000 Python dies.
    timer = QTimer()
    timer.stop()
    before = sys.getrefcount(None)
    for _ in range(200):
        timer.stop()
    assert sys.getrefcount(None) > before - 100


def test_version_is_within_the_bound_the_project_sets():
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    bounds = [Requirement(text) for text in project["dependencies"]]
    bound = next(each for each in bounds if each.name == "pyside6-essentials")
    assert Version(PySide6.__version__) in bound.specifier
