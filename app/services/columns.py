"""Cross between the columns' ISO text and Python's dates, in one place."""

from datetime import UTC, date, datetime, time


def to_text(value: date | time | None) -> str | None:
    """Return a date, moment or time as its column holds it."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, time):
        return value.isoformat("minutes")
    return None if value is None else value.isoformat()


def to_day(text: str | None) -> date | None:
    """Return a column's day."""
    return None if text is None else date.fromisoformat(text)


def to_time(text: str | None) -> time | None:
    """Return a column's time of day."""
    return None if text is None else time.fromisoformat(text)


def to_moment(text: str | None) -> datetime | None:
    """Return a column's moment."""
    return None if text is None else datetime.fromisoformat(text)


def utc_text(now: datetime) -> str:
    """Return an aware moment in UTC, to the second."""
    return now.astimezone(UTC).isoformat(timespec="seconds")
