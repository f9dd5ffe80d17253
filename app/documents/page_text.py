"""Read a document as text: the words of its page, in order, block by block."""

from app.documents.acknowledgement import describe_acknowledgement
from app.documents.reading import read_as_text
from app.documents.recovery_sheet import describe_recovery_sheet
from app.documents.recovery_support_plan import describe_plan
from app.documents.session_note import describe_note
from app.domain.page_blocks import TextBlock
from app.domain.page_content import (
    AcknowledgementContent,
    NoteContent,
    PlanContent,
    RecoverySheet,
    Stamp,
)
from app.domain.scope import ScopeOfActivities


def note_text(content: NoteContent, stamp: Stamp) -> tuple[TextBlock, ...]:
    """Return the words of a session note."""
    return read_as_text(describe_note(content, stamp))


def plan_text(content: PlanContent, stamp: Stamp) -> tuple[TextBlock, ...]:
    """Return the words of a Recovery Support Plan."""
    return read_as_text(describe_plan(content, stamp))


def acknowledgement_text(
    content: AcknowledgementContent, scope: ScopeOfActivities, stamp: Stamp
) -> tuple[TextBlock, ...]:
    """Return the words of the Scope of Activities acknowledgement."""
    return read_as_text(describe_acknowledgement(content, scope, stamp))


def sheet_text(sheet: RecoverySheet) -> tuple[TextBlock, ...]:
    """Return the words of the recovery sheet."""
    return read_as_text(describe_recovery_sheet(sheet))
