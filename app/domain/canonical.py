"""Write frozen values as one exact text, and read them back.

What is signed is this text: the same value always gives the same bytes (sorted keys,
no spaces, ISO dates), so a digest taken today can be checked in ten years.
"""

import json
import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_canonical(value: Any) -> str:
    """Return the one text of a frozen dataclass or of plain JSON values."""
    return json.dumps(
        _plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":")
    )


def from_canonical(kind: type[T], text: str) -> T:
    """Read back what :func:`to_canonical` wrote.

    A field that the text lacks takes its default, so that older drafts open in a
    newer program; a name that the class does not know is passed over.

    Raises:
        ValueError: The text is not of this kind.
    """
    try:
        value: T = _typed(kind, json.loads(text))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not a {kind.__name__}") from error
    return value


def digest(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:  # noqa: PLR0911 - a table of kinds
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, frozenset):
        return sorted(_plain(one) for one in value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _typed(kind: Any, value: Any) -> Any:  # noqa: PLR0911 - a table of kinds
    if get_origin(kind) in (Union, types.UnionType):
        if value is None:
            return None
        (kind,) = (one for one in get_args(kind) if one is not types.NoneType)
        return _typed(kind, value)
    if get_origin(kind) in (tuple, frozenset):
        inner = get_args(kind)[0]
        return get_origin(kind)(_typed(inner, one) for one in value)
    if is_dataclass(kind):
        hints = _hints(kind)  # type: ignore[arg-type]
        known = {key: one for key, one in value.items() if key in hints}
        return kind(**{key: _typed(hints[key], one) for key, one in known.items()})  # type: ignore[operator]
    if issubclass(kind, date | time):
        return kind.fromisoformat(value)
    if issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError(kind)
    return value
