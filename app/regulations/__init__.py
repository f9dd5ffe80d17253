"""Read the rules' texts from ``resources``: nothing else holds a rule's wording.

To follow an amendment, add the new edition's file: no code changes. How such a file
is written is in ``resources/regulations/README.md``.
"""

from app.regulations.loading import (
    ImportedEdition,
    load_notices,
    load_regulations,
    load_scope_of_activities,
    read_imported_edition,
)

__all__ = [
    "ImportedEdition",
    "load_notices",
    "load_regulations",
    "load_scope_of_activities",
    "read_imported_edition",
]
