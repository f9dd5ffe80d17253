"""The Scope of Activities and its acknowledgement, as published and in its order."""

from collections.abc import Iterator

from app.documents.blocks import (
    Blank,
    Blanks,
    Block,
    Box,
    Boxes,
    Bullets,
    Line,
    Sheet,
    Tone,
)
from app.documents.dates import clock_with_zone, plain_date, short_date
from app.documents.page import render
from app.documents.stamps import credentialed, foot, letterhead, status_words
from app.domain.page_content import AcknowledgementContent, PageStatus, Stamp
from app.domain.scope import AcknowledgementSection, Principle, ScopeOfActivities
from app.domain.wording import _


def build_acknowledgement(
    content: AcknowledgementContent, scope: ScopeOfActivities, stamp: Stamp
) -> bytes:
    """Return it as a PDF on letter paper; the same content gives the same bytes.

    Raises:
        ValueError: The text is not the one the content says was read.
    """
    return render(describe_acknowledgement(content, scope, stamp))


def describe_acknowledgement(
    content: AcknowledgementContent, scope: ScopeOfActivities, stamp: Stamp
) -> Sheet:
    """Return every published word in its order, with the places to sign.

    Raises:
        ValueError: The text is not the one the content says was read.
    """
    if content.text_sha256 != scope.digest:
        raise ValueError("another text was acknowledged")
    text = _("Text digest {code}").format(code=scope.digest[:16])
    return Sheet(
        title=_("Scope of Activities"),
        author=content.signer.name,
        blocks=tuple(_blocks(content, scope, stamp)),
        ending=tuple(_ending(content, scope, stamp)),
        foot=foot(_whose(content), stamp, text, with_key=True),
        status=status_words(stamp.status),
        practice=content.practice,
    )


def _whose(content: AcknowledgementContent) -> str:
    number = _("certificate {number}").format(number=content.signer.certificate_number)
    return f"{credentialed(content.signer)}, {number}"


def _blocks(
    content: AcknowledgementContent, scope: ScopeOfActivities, stamp: Stamp
) -> Iterator[Block]:
    yield letterhead(content.agency, stamp)
    yield Line(words=scope.title, tone=Tone.HEADING)
    yield Line(words=scope.opening)
    for principle in scope.principles:
        yield from _principle(principle)
    yield Line(words=scope.heading, tone=Tone.HEADING)
    for section in scope.sections:
        yield from _section(section, content, stamp)


def _principle(principle: Principle) -> Iterator[Block]:
    words = f"{principle.number}) {principle.introduction}"
    yield Line(words=words, tone=Tone.SUBHEADING)
    yield Bullets(items=principle.items)


def _section(
    section: AcknowledgementSection, content: AcknowledgementContent, stamp: Stamp
) -> Iterator[Block]:
    yield Line(words=section.text, keep=True)
    blanks = []
    if section.initials:
        initials = content.initials if content.electronic else ""
        blanks.append(Blank(label=_("Initials"), filled=initials, share=0.22))
    if section.signature:
        signature = _signature(content, stamp)
        blanks.append(Blank(label=_("Signature"), filled=signature, share=0.78))
    yield Blanks(blanks=tuple(blanks))


def _signature(content: AcknowledgementContent, stamp: Stamp) -> str:
    """Return the electronic signature in words, empty where it is made in ink."""
    signed = content.electronic and stamp.status is PageStatus.SIGNED
    if not signed or stamp.signed_at is None:
        return ""
    return _("{name}, signed electronically {date}, {time}").format(
        name=content.signer.name,
        date=short_date(stamp.signed_at),
        time=clock_with_zone(stamp.signed_at),
    )


def _ending(
    content: AcknowledgementContent, scope: ScopeOfActivities, stamp: Stamp
) -> Iterator[Block]:
    for statement in scope.statements:
        yield Line(words=statement, keep=True)
    if content.electronic:
        yield Boxes(
            boxes=(
                Box(words=_("Received a copy"), checked=content.received_copy),
                Box(
                    words=_("Read and understood"), checked=content.read_and_understood
                ),
            )
        )
    for labels, filled in zip(scope.fields, _filled(content, stamp), strict=True):
        yield Blanks(
            blanks=tuple(
                Blank(label=label, filled=words, share=share)
                for label, words, share in zip(
                    labels, filled, (0.72, 0.28), strict=True
                )
            )
        )


def _filled(
    content: AcknowledgementContent, stamp: Stamp
) -> tuple[tuple[str, str], tuple[str, str]]:
    if not content.electronic:
        return ("", ""), ("", "")
    on = plain_date(content.on)
    return (content.full_name, on), (_signature(content, stamp), on)
