"""The rules on file, for the windows: loaded once, with what could not be read."""

from app.domain.activity import Regulations
from app.domain.scope import ScopeOfActivities
from app.regulations import load_regulations, load_scope_of_activities

__all__ = ["Regulations", "ScopeOfActivities", "load_rules", "load_scope"]


def load_rules() -> Regulations:
    """Return the rules; ``problems`` names each file that could not be read."""
    return load_regulations()


def load_scope() -> ScopeOfActivities:
    """Return the Scope of Activities as published.

    Raises:
        RulesUnreadable: Its file is broken; the sentence names it.
    """
    return load_scope_of_activities()
