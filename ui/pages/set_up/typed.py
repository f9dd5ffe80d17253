"""Read what is typed and picked in a part of a page, and put it back.

Only named fields are read, by their object names; secrets never are.
"""

import json
from collections.abc import Iterator

from PySide6.QtWidgets import QCheckBox, QLineEdit, QTextEdit, QWidget

from ui.widgets.chips import ChipGroup
from ui.widgets.passphrase_field import SecretEdit

Held = QLineEdit | QTextEdit | QCheckBox | ChipGroup


def typed_in(part: QWidget) -> str:
    """Return everything typed and picked in ``part``, as JSON."""
    return json.dumps({name: _read(field) for name, field in _fields(part)})


def type_again(part: QWidget, typed: str) -> None:
    """Fill in what :func:`typed_in` returned, without a signal of the fields."""
    values = json.loads(typed)
    for name, field in _fields(part):
        if name in values:
            _fill(field, values[name])


def _fields(part: QWidget) -> Iterator[tuple[str, Held]]:
    for field in part.findChildren(QWidget):
        if not isinstance(field, Held) or isinstance(field, SecretEdit):
            continue
        if field.objectName() and not field.objectName().startswith("qt_"):
            yield field.objectName(), field


def _read(field: Held) -> object:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QTextEdit):
        return field.toPlainText()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    return field.value()


def _fill(field: Held, value: object) -> None:
    if isinstance(field, QLineEdit):
        field.setText(str(value))
    elif isinstance(field, QTextEdit):
        field.setPlainText(str(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    else:
        field.set_value(value)
