"""Pages for the windows: PDF bytes, their pictures, and their words.

All of it is slow enough for the quick lane, which is also the only place where
PDFium may run. ReportLab and PDFium are imported when the first page is wanted.
"""

from datetime import datetime

from app.domain.designation import Paragraph
from app.domain.page_blocks import PageImage, TextBlock
from app.domain.page_content import (
    AcknowledgementContent,
    NoteContent,
    PlanContent,
    RecoverySheet,
    Stamp,
)
from app.domain.plan import PlanDraft
from app.domain.scope import ScopeOfActivities
from app.services.plans import preview_plan
from app.services.signing import note_pdf
from app.store.database import Store

__all__ = [
    "PageImage",
    "TextBlock",
    "acknowledgement_page",
    "count_pages",
    "note_page",
    "picture_of",
    "plan_page",
    "plan_preview",
    "sheet_page",
    "warm_up",
]

Page = tuple[bytes, tuple[TextBlock, ...]]
"""A document's PDF, and the same words as text blocks for reading aloud."""


def note_page(content: NoteContent, stamp: Stamp) -> Page:
    """Return a session note."""
    from app.documents.page_text import note_text

    return note_pdf(content, stamp), note_text(content, stamp)


def plan_page(content: PlanContent, stamp: Stamp) -> Page:
    """Return a Recovery Support Plan."""
    from app.documents.page_text import plan_text
    from app.documents.recovery_support_plan import build_plan

    return build_plan(content, stamp), plan_text(content, stamp)


def plan_preview(
    store: Store, person_id: int, draft: PlanDraft, rule: Paragraph, *, now: datetime
) -> Page:
    """Return the next version's page as it would print now."""
    return plan_page(*preview_plan(store, person_id, draft, rule, now=now))


def acknowledgement_page(
    content: AcknowledgementContent, scope: ScopeOfActivities, stamp: Stamp
) -> Page:
    """Return the Scope of Activities acknowledgement."""
    from app.documents.acknowledgement import build_acknowledgement
    from app.documents.page_text import acknowledgement_text

    return (
        build_acknowledgement(content, scope, stamp),
        acknowledgement_text(content, scope, stamp),
    )


def sheet_page(sheet: RecoverySheet) -> Page:
    """Return the recovery sheet."""
    from app.documents.page_text import sheet_text
    from app.documents.recovery_sheet import build_recovery_sheet

    return build_recovery_sheet(sheet), sheet_text(sheet)


def count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    from app.documents.page_images import page_count

    return page_count(pdf)


def picture_of(
    pdf: bytes, page: int, *, width: int | None = None, dpi: int | None = None
) -> PageImage:
    """Return one page as 8-bit grey; give either a width in pixels or a resolution."""
    from app.documents.page_images import page_image

    return page_image(pdf, page, width=width, dpi=dpi)


def warm_up() -> None:
    """Import what pages need, so that the first one is as quick as the rest."""
    from app.documents import page_images, session_note  # noqa: F401
