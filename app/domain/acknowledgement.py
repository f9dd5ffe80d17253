"""What the Scope of Activities acknowledgement asks of the specialist.

Complete only with the initials, both signatures and the two statements.
"""

from dataclasses import dataclass

from app.domain.problems import Problem
from app.domain.wording import _


@dataclass(frozen=True, slots=True, kw_only=True)
class AcknowledgementDraft:
    """What is filled in on the page; nothing of it is filled in advance."""

    full_name: str = ""
    initials: str = ""
    received_copy: bool = False
    read_and_understood: bool = False


def check_acknowledgement(
    draft: AcknowledgementDraft, *, electronic: bool
) -> tuple[Problem, ...]:
    """Return what is missing, in the page's order.

    For ink nothing is: initials, name and signatures are written on the paper.
    """
    if not electronic:
        return ()
    problems = []
    if not draft.initials.strip():
        problems.append(Problem("initials", _("Type your initials.")))
    if not draft.received_copy:
        problems.append(Problem("received_copy", _("Check that you have a copy.")))
    if not draft.read_and_understood:
        message = _("Check that you have read and understood it.")
        problems.append(Problem("read_and_understood", message))
    if not draft.full_name.strip():
        problems.append(Problem("full_name", _("Type your full name.")))
    return tuple(problems)
