"""Record a session: who, when, where, what was done, how it went, what is next."""

from ui.pages.record.page import RecordPage

__all__ = ["RecordPage"]
