"""What every screen must hold, as functions that name what breaks it.

Each takes a shown window and returns one line for each fault: an empty list is good.
"""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QScrollArea,
    QWidget,
)

TARGET = 44


def focusable(window: QWidget) -> list[QWidget]:
    """Return what the Tab key or a click can reach, shown and enabled."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not widget.objectName().startswith("qt_")
        and not _inside_view(widget)
    ]


def name_of(widget: QWidget) -> str:
    """Return the name a screen reader gets."""
    face = QAccessible.queryAccessibleInterface(widget)
    said = face.text(QAccessible.Text.Name) if face is not None else ""
    return str(widget.accessibleName() or said)


def unnamed(window: QWidget) -> list[str]:
    """Return what can take the focus and has no name, or one used twice."""
    names = Counter(name_of(widget) for widget in focusable(window))
    nameless = [
        f"no name: {_about(widget)}"
        for widget in focusable(window)
        if not name_of(widget)
    ]
    twice = [f"name used twice: {name}" for name, n in names.items() if name and n > 1]
    return nameless + twice


def small_targets(window: QWidget) -> list[str]:
    """Return what can be pressed and is under 44 px in a direction."""
    return [
        f"{_about(widget)}: {widget.width()} x {widget.height()}"
        for widget in focusable(window)
        if widget.width() < TARGET or widget.height() < TARGET
    ]


def cut_words(window: QWidget) -> list[str]:
    """Return labels and buttons whose words do not fit their box."""
    words = [*window.findChildren(QLabel), *window.findChildren(QAbstractButton)]
    return [
        f"{_about(widget)}: {widget.width()} x {widget.height()}"
        for widget in words
        if widget.isVisible() and _is_cut(widget)
    ]


def scrolls_sideways(window: QWidget) -> list[str]:
    """Return scroll areas whose content is wider than they are."""
    return [
        f"{_about(area)}: {inside.width()} in {area.viewport().width()}"
        for area in window.findChildren(QScrollArea)
        if area.isVisible()
        and (inside := area.widget()) is not None
        and inside.width() > area.viewport().width()
    ]


def faults(window: QWidget) -> list[str]:
    """Return every fault of a shown window."""
    return [
        *unnamed(window),
        *small_targets(window),
        *cut_words(window),
        *scrolls_sideways(window),
    ]


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and not widget.text():
        return False
    if widget.width() < widget.minimumSizeHint().width():
        return True
    if isinstance(widget, QLabel) and not widget.wordWrap():
        return widget.width() < widget.sizeHint().width()
    if widget.hasHeightForWidth():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.height() < widget.minimumSizeHint().height()


def _inside_view(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return isinstance(above, QAbstractScrollArea) and above.viewport() is widget


def _about(widget: QWidget) -> str:
    return f"{type(widget).__name__} “{name_of(widget)[:50]}”"
