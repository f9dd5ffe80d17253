"""One way only to write a value down, so that equal values have equal digests."""

import json


def canonical_json(value: object) -> str:
    """Return JSON with sorted keys, no spaces, and letters as themselves.

    Raises:
        ValueError: There is a number in it that JSON does not know (NaN).
    """
    return json.dumps(
        value,
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=False,
        allow_nan=False,
    )
