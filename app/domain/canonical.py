"""Write frozen values as one exact text, and read them back.

What is signed is this text: the same value always gives the same bytes (sorted keys,
no spaces, ISO dates), so a digest taken today can be checked in ten years.
"""

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cache, partial
from hashlib import sha256
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

Reader = Callable[[Any], Any]
"""Turns a JSON value into a value of one kind."""

_AS_THEY_ARE = frozenset({str, int, bool, float, types.NoneType})


def to_canonical(value: Any) -> str:
    """Return the one text of a frozen dataclass or of plain JSON values.

    Raises:
        TypeError: There is a value in it of a kind that no text is agreed for.
    """
    return json.dumps(
        _plain(value),
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        allow_nan=False,
    )


def from_canonical(kind: type[T], text: str) -> T:
    """Read back what :func:`to_canonical` wrote.

    A field that the text lacks takes its default, so that older drafts open in a
    newer program; a name that the class does not know is passed over.

    Raises:
        ValueError: The text is not of this kind.
    """
    try:
        value: T = _reader(kind)(json.loads(text))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}") from error
    return value


def digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:  # noqa: PLR0911 - a table of kinds
    kind = type(value)
    if kind in _AS_THEY_ARE:  # most values by far
        return value
    if is_dataclass(kind):
        return {name: _plain(getattr(value, name)) for name in _readers(kind)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, frozenset):
        return sorted(_plain(one) for one in value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    raise TypeError(f"no text is agreed for a {kind.__name__}")


@cache
def _readers(kind: type) -> dict[str, Reader]:
    """Return how to read each field of a dataclass: worked out once, used often."""
    hints = get_type_hints(kind)
    return {field.name: _reader(hints[field.name]) for field in fields(kind)}


def _reader(kind: Any) -> Reader:
    """Return what turns a JSON value into this kind of value."""
    origin, inner = get_origin(kind), get_args(kind)
    reader: Reader
    if origin in (Union, types.UnionType):
        (only,) = (one for one in inner if one is not types.NoneType)
        reader = partial(_read_optional, _reader(only))
    elif origin in (tuple, frozenset):
        reader = partial(_read_many, origin, _reader(inner[0]))
    elif isinstance(kind, type) and is_dataclass(kind):
        reader = partial(_read_fields, kind)
    elif issubclass(kind, date | time):
        reader = kind.fromisoformat
    elif issubclass(kind, Enum):
        reader = kind
    else:
        reader = partial(_read_plain, kind)
    return reader


def _read_optional(read: Reader, value: Any) -> Any:
    return None if value is None else read(value)


def _read_many(kind: Callable[..., Any], read: Reader, value: Any) -> Any:
    return kind(map(read, value))


def _read_fields(kind: type, value: dict[str, Any]) -> Any:
    readers = _readers(kind)
    return kind(
        **{name: readers[name](one) for name, one in value.items() if name in readers}
    )


def _read_plain(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(kind)
    return value
