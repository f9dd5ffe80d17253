"""A session as it is recorded, and the rules for signing it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from app.domain.activity import Activity, Delivery
from app.domain.plan import Goal
from app.domain.problems import Problem
from app.domain.wording import _


class Support(StrEnum):
    """How support was given: 24-2-42.1(E)."""

    ONE_ON_ONE = "one-on-one"
    GROUP = "group"


class GoalAnswer(StrEnum):
    """What an activity is tied to; the two others are the only ones there are."""

    GOAL = "goal"
    MAKING_PLAN = "making plan"
    NO_GOAL_FITS = "no goal fits"


@dataclass(frozen=True, slots=True, kw_only=True)
class PickedActivity:
    """An activity done, and the answer of the goal gate, None while open.

    Attributes:
        citation: With the edition it names the rule's words.
        goal_number: For :attr:`GoalAnswer.GOAL`.
        reason: For :attr:`GoalAnswer.NO_GOAL_FITS`.
    """

    citation: str
    edition: date
    answer: GoalAnswer | None = None
    goal_number: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextContact:
    """When and where to meet next, as agreed."""

    on: date
    at: time | None = None
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    """A session as filled in so far; nothing in it was filled by the program.

    Attributes:
        took_part: Others who took part, by role, never by name: 23-223-6.6(A)(6).
        unread: Fields whose typed text could not be read yet, as (field, text).
        place_kind: One of the place chips' keys, or ``other``.
        changed_at: When its content last changed: the "written" time of the note.
        in_field: The field that had the caret, to come back to.
    """

    person_id: int
    held_on: date | None = None
    started_at: time | None = None
    ended_at: time | None = None
    place_kind: str = ""
    place: str = ""
    support: Support = Support.ONE_ON_ONE
    delivery: Delivery = Delivery.FACE_TO_FACE
    person_present: bool = True
    took_part: tuple[str, ...] = ()
    activities: tuple[PickedActivity, ...] = ()
    what_we_did: str = ""
    how_it_went: str = ""
    next_step: str = ""
    next_contact: NextContact | None = None
    wrote_together: bool = False
    offered_copy: bool = False
    comment: str = ""
    late_marked: bool = False
    unread: tuple[tuple[str, ...], ...] = ()
    changed_at: datetime | None = None
    in_field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalChoice:
    """What the goal gate offers on a session's date.

    Attributes:
        goals: Open on that day, the one used last with this person first.
        making_plan: Whether "We were making the plan" is an answer: only before the
            first version is in force.
    """

    goals: tuple[Goal, ...] = ()
    making_plan: bool = False


def minutes_between(started_at: time, ended_at: time) -> int:
    """Return the length in minutes; an end before the start is after midnight."""
    start = started_at.hour * 60 + started_at.minute
    end = ended_at.hour * 60 + ended_at.minute
    return (end - start) % (24 * 60)


def crosses_midnight(started_at: time, ended_at: time) -> bool:
    """Say whether the session ended on the day after it began."""
    return ended_at < started_at


def ended_moment(draft: SessionDraft) -> datetime | None:
    """Return the local moment the session ended, None while it is not known."""
    if draft.held_on is None or draft.started_at is None or draft.ended_at is None:
        return None
    over = crosses_midnight(draft.started_at, draft.ended_at)
    return datetime.combine(draft.held_on + timedelta(days=over), draft.ended_at)


def check_session(
    draft: SessionDraft,
    allowed: Collection[Activity],
    choice: GoalChoice,
    *,
    now: datetime,
) -> tuple[Problem, ...]:
    """Return all that keeps a draft from being signed, in the page's order.

    Args:
        allowed: What the designations held on the session's date allow.
        now: Local wall time, for what cannot have happened yet.
    """
    return tuple(
        (
            *_when(draft, now.replace(tzinfo=None)),
            *_where(draft),
            *_activities(draft, allowed, choice),
            *_words(draft),
        )
    )


def _when(draft: SessionDraft, now: datetime) -> Iterator[Problem]:
    unread = {field for field, *_rest in draft.unread}
    for field in ("held_on", "started_at", "ended_at"):
        if field in unread:
            yield Problem(field, _("This cannot be read. Try 10:05 AM, or 2/2/26."))
    if draft.held_on is None and "held_on" not in unread:
        yield Problem("held_on", _("Say on which day you met."), "23-223-6.6(A)(2)")
    if draft.started_at is None and "started_at" not in unread:
        yield Problem("started_at", _("Say when it began."), "23-223-6.6(A)(4)")
    if draft.ended_at is None and "ended_at" not in unread:
        yield Problem("ended_at", _("Say when it ended."), "23-223-6.6(A)(4)")
    ended = ended_moment(draft)
    if draft.held_on is not None and draft.held_on > now.date():
        yield Problem("held_on", _("This day has not come yet. Check the date."))
    elif ended is not None and draft.started_at == draft.ended_at:
        yield Problem("ended_at", _("Start and end are the same. Check the times."))
    elif ended is not None and ended > now:
        yield Problem("ended_at", _("The session has not ended yet. Check the times."))


def _where(draft: SessionDraft) -> Iterator[Problem]:
    said = draft.place.strip() if draft.place_kind == "other" else draft.place_kind
    if not said:
        yield Problem("place", _("Say where you met."))


def _activities(
    draft: SessionDraft, allowed: Collection[Activity], choice: GoalChoice
) -> Iterator[Problem]:
    if not draft.activities:
        yield Problem(
            "activities",
            _("Pick at least one activity from your list."),
            "24-2-42.2(A)",
        )
    offered = {(one.edition, one.citation): one for one in allowed}
    for picked in draft.activities:
        activity = offered.get((picked.edition, picked.citation))
        if activity is None:
            yield Problem(
                f"activity:{picked.citation}",
                _("Your designations do not allow this one on that day."),
                "24-2-42.1(K)",
            )
        elif draft.delivery not in activity.deliveries:
            yield Problem(
                "delivery",
                _("{citation} is face-to-face only in its edition.").format(
                    citation=picked.citation
                ),
                "24-2-42.2(A)",
            )
        yield from _goal_gate(picked, choice)


def _goal_gate(picked: PickedActivity, choice: GoalChoice) -> Iterator[Problem]:
    field = f"goal:{picked.citation}"
    numbers = {goal.number for goal in choice.goals}
    if picked.answer is None:
        message = _("Link this activity to a goal.")
    elif picked.answer is GoalAnswer.GOAL and picked.goal_number not in numbers:
        message = _("This goal was not open on that day. Pick another.")
    elif picked.answer is GoalAnswer.MAKING_PLAN and not choice.making_plan:
        message = _("The plan was in force by then. Pick a goal.")
    elif picked.answer is GoalAnswer.NO_GOAL_FITS and not picked.reason.strip():
        message = _("Say why no goal fits.")
    else:
        return
    yield Problem(field, message, "24-2-42.2(A)")


def _words(draft: SessionDraft) -> Iterator[Problem]:
    if not draft.what_we_did.strip():
        yield Problem("what_we_did", _("Write what you did."), "23-223-6.6(A)(7)")
    if not draft.how_it_went.strip():
        yield Problem("how_it_went", _("Write how it went, in the person's words."))
    if not draft.next_step.strip():
        yield Problem("next_step", _("Write the next step."))
    for field, *_rest in draft.unread:
        if field not in {"held_on", "started_at", "ended_at"}:
            yield Problem(field, _("This cannot be read. Check it, or clear it."))
