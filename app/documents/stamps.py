"""What every signed page has alike: letterhead, foot, and the signer's own words."""

from collections.abc import Iterable
from datetime import date

from app.documents.blocks import Blank, Foot, Letterhead, Line, SignatureCell, Tone
from app.documents.dates import clock_with_zone, plain_date, short_date
from app.domain.page_content import NamedPerson, PageStatus, Stamp
from app.domain.specialist import Agency, Signer
from app.domain.wording import _

DOT = " \u00b7 "


def status_words(status: PageStatus) -> str:
    """Return the tag at the head of a page."""
    return {
        PageStatus.DRAFT: _("UNSIGNED DRAFT"),
        PageStatus.SIGNED: _("SIGNED"),
        PageStatus.TO_SIGN_IN_INK: _("TO SIGN IN INK"),
    }[status]


def letterhead(agency: Agency, stamp: Stamp) -> Letterhead:
    """Return the agency's name and address, and the tag with its moment."""
    signed = stamp.status is PageStatus.SIGNED and stamp.signed_at
    return Letterhead(
        name=agency.name,
        below=DOT.join(part for part in (agency.address, agency.phone) if part),
        status=status_words(stamp.status),
        status_below=(
            _("{date}, {time}").format(
                date=plain_date(signed), time=clock_with_zone(signed)
            )
            if signed
            else _("Not yet signed")
        ),
    )


def whose_page(person: NamedPerson) -> str:
    """Return the person and record number, for the foot."""
    return f"{person.name}{DOT}{person.record_number}"


def representative(person: NamedPerson) -> str:
    """Return the legal representative with the role, or "None": 24-2-16.7."""
    parts = (person.representative, person.representative_role)
    return ", ".join(part for part in parts if part) or _("None")


def foot(whose: str, stamp: Stamp, rules: str, *, with_key: bool = False) -> Foot:
    """Return the foot; codes that a draft has not yet are left out."""
    document = (
        (_("Document {id}"), stamp.document_id),
        (_("check code {id}"), stamp.check_code),
    )
    chain = _("Chain code {code}").format(code=stamp.chain_code)
    key = _("Key {code}").format(code=stamp.key_fingerprint)
    return Foot(
        whose=whose,
        document=DOT.join(words.format(id=code) for words, code in document if code),
        chain=chain if stamp.chain_code else "",
        rules=rules,
        key=key if with_key and stamp.key_fingerprint else "",
    )


def rule_with_editions(rule: str, editions: Iterable[date]) -> str:
    """Return ``Rule 24-2-42.2, edition current through September 24, 2024``."""
    days = sorted(set(editions))
    joined = _(" and ").join(plain_date(day) for day in days)
    if len(days) > 1:
        return _("Rule {rule}, editions current through {dates}").format(
            rule=rule, dates=joined
        )
    return _("Rule {rule}, edition current through {date}").format(
        rule=rule, date=joined
    )


def credentialed(signer: Signer) -> str:
    """Return the name with its credentials: 24-2-16.7(D)."""
    return ", ".join((signer.name, *signer.credentials))


def signer_lines(signer: Signer, stamp: Stamp) -> tuple[Line, ...]:
    """Return who signs, and the electronic signature where there is one."""
    signed = stamp.status is PageStatus.SIGNED
    proof = [_("Certificate {number}").format(number=signer.certificate_number)]
    if signed and stamp.key_fingerprint:
        proof.append(_("signing key {code}").format(code=stamp.key_fingerprint))
    lines = [
        Line(words=signer.title, tone=Tone.LABEL),
        Line(words=credentialed(signer), tone=Tone.NAME),
        Line(words=DOT.join(proof)),
    ]
    if stamp.statement and stamp.status is not PageStatus.DRAFT:
        lines.append(Line(words=f"\u201c{stamp.statement}\u201d"))
    if signed and stamp.signed_at:
        words = _("Signed electronically {date}, {time}").format(
            date=short_date(stamp.signed_at), time=clock_with_zone(stamp.signed_at)
        )
        lines.append(Line(words=words))
    elif stamp.status is PageStatus.DRAFT:
        lines.append(Line(words=_("Not yet signed")))
    return tuple(lines)


def blanks_to_sign(label: str = "") -> tuple[Blank, Blank]:
    """Return a line to sign on and a shorter one for the date."""
    return (
        Blank(label=label or _("Signature"), share=0.62),
        Blank(label=_("Date"), share=0.38),
    )


def ink_cell(signer: Signer, share: float) -> SignatureCell:
    """Return the ink line over printed name and credential: 24-2-16.7(D)."""
    return SignatureCell(
        lines=(Line(words=_("In ink"), tone=Tone.LABEL),),
        blanks=blanks_to_sign(_("Signature (ink)")),
        below=(Line(words=credentialed(signer), tone=Tone.SMALL),),
        share=share,
    )
