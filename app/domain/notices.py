"""The notices that federal rules put on what is given out with consent."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureNotices:
    """The two statements of 42 CFR 2.32; one of them goes with each disclosure.

    Attributes:
        citation: ``42 CFR 2.32``.
        amended_by: The amendment whose words these are.
        full: Statement 1.
        short: Statement 2.
        source: The file the words were taken from.
    """

    citation: str
    amended_by: str
    full: str
    short: str
    source: str
