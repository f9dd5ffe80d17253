"""The sealed sheet with the recovery code, for whoever holds it at the agency."""

from collections.abc import Iterator

from app.documents.blocks import (
    Banner,
    Blank,
    Blanks,
    Block,
    Bullets,
    Codes,
    Foot,
    Line,
    Sheet,
    Tone,
)
from app.documents.dates import plain_date
from app.documents.page import render
from app.domain.page_content import RecoverySheet
from app.domain.wording import _


def build_recovery_sheet(sheet: RecoverySheet) -> bytes:
    """Return the sheet as a PDF on one letter page."""
    return render(describe_recovery_sheet(sheet))


def describe_recovery_sheet(sheet: RecoverySheet) -> Sheet:
    """Return what the sheet says."""
    return Sheet(
        title=_("Recovery sheet"),
        author=sheet.specialist,
        blocks=tuple(_blocks(sheet)),
        ending=(),
        foot=Foot(whose=sheet.specialist, document=_made(sheet)),
        practice=sheet.practice,
    )


def _made(sheet: RecoverySheet) -> str:
    return _("Made {date}").format(date=plain_date(sheet.made_on))


def _blocks(sheet: RecoverySheet) -> Iterator[Block]:
    yield Line(words=_("Recovery sheet"), tone=Tone.TITLE)
    yield Line(
        words=_("For the daybook of {name}. {made}.").format(
            name=sheet.specialist, made=_made(sheet)
        ),
        tone=Tone.SUBTITLE,
    )
    yield Banner(
        title=_("KEEP SEALED"),
        words=_("Seal this and give it to your supervisor."),
    )
    yield Line(words=_("Recovery code"), tone=Tone.HEADING)
    yield Codes(groups=sheet.groups)
    yield Line(words=_("What it opens"), tone=Tone.HEADING)
    yield Line(
        words=_(
            "This code opens the locked daybook without the passphrase. "
            "Whoever has this code and the computer, or a backup, can read "
            "everything in it."
        )
    )
    yield from _instructions()


def _instructions() -> Iterator[Block]:
    yield Line(words=_("How to use it"), tone=Tone.HEADING)
    yield Bullets(
        items=(
            _("Start Peer Daybook and choose \u201cUse my recovery code\u201d."),
            _("Type the groups in order. Spaces and small letters do not matter."),
            _("Choose a new passphrase when it asks."),
        )
    )
    yield Line(words=_("If this sheet is lost, or was opened"), tone=Tone.HEADING)
    yield Bullets(
        items=(
            _("Make a new recovery code in Settings at once."),
            _("Print the new sheet, seal it, and give it to your supervisor."),
            _("Make a new backup, and destroy the older ones: this code opens them."),
        )
    )
    yield Line(words=_("Who holds it"), tone=Tone.HEADING)
    yield Blanks(
        blanks=(
            Blank(label=_("Given to"), share=0.68),
            Blank(label=_("Date"), share=0.32),
        )
    )
