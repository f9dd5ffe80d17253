"""The activities of a session note: the rule's words, goals, lists and editions."""

from collections.abc import Iterator
from datetime import date

from app.documents.blocks import Line, Table, Tone
from app.documents.dates import short_date
from app.domain.page_content import NoteActivity, NoteContent
from app.domain.session import GoalAnswer
from app.domain.wording import _, plural


def activity_table(content: NoteContent) -> Table:
    """Return each activity with its citation and the goal it supports: 24-2-42.2(A)."""
    return Table(
        head=(
            _("Activity, in the words of the rule"),
            _("Rule"),
            _("Goal it supports"),
        ),
        rows=tuple(
            (
                Line(words=activity.text),
                Line(words=activity.citation),
                _goal(activity),
            )
            for activity in content.activities
        ),
        shares=(0.47, 0.22, 0.31),
    )


def _goal(activity: NoteActivity) -> Line:
    if activity.answer is GoalAnswer.MAKING_PLAN:
        return Line(words=_("We were making the plan"))
    if activity.answer is GoalAnswer.NO_GOAL_FITS:
        return Line(lead=_("No goal fits:"), words=activity.goal_words)
    lead = _("Goal {number}.").format(number=activity.goal_number)
    return Line(lead=lead, words=activity.goal_words)


def under_the_table(content: NoteContent) -> Iterator[Line]:
    """Return the objective served, the plan's version, and what was picked under."""
    yield _service_objectives(content)
    if content.plan_version is None or content.plan_date is None:
        plan = _("No Recovery Support Plan was in force yet.")
    else:
        plan = _("Recovery Support Plan version {version}, {date}.").format(
            version=content.plan_version, date=short_date(content.plan_date)
        )
    yield Line(words=" ".join((plan, *_picked_under(content))), tone=Tone.SMALL)


def _service_objectives(content: NoteContent) -> Line:
    """Say which Individual Service Plan objective each goal supports: 24-2-42.2(A)."""
    if not content.service_plan_received:
        words = _("Individual Service Plan not yet received")
        return Line(words=words, tone=Tone.STRONG)
    goals: dict[tuple[str, date | None], set[int]] = {}
    for activity in content.activities:
        if activity.goal_number is not None:
            objective = activity.service_objective, activity.service_plan_date
            goals.setdefault(objective, set()).add(activity.goal_number)
    said = [
        _service_objective(words, plan_date, sorted(numbers))
        for (words, plan_date), numbers in goals.items()
    ]
    return Line(
        lead=_("Individual Service Plan objective."),
        words=" ".join(said) or _("None linked."),
    )


def _service_objective(words: str, on: date | None, numbers: list[int]) -> str:
    joined = ", ".join(str(number) for number in numbers)
    goals = plural("Goal {list}", "Goals {list}", len(numbers)).format(list=joined)
    if not words:
        return _("{goals}: none linked.").format(goals=goals)
    if on is None:
        return _("{goals}: {words}.").format(goals=goals, words=words.rstrip("."))
    return _("{goals}: {words} (plan of {date}).").format(
        goals=goals, words=words, date=short_date(on)
    )


def _picked_under(content: NoteContent) -> Iterator[str]:
    """Say for each list under which designation and edition it was used."""
    groups: dict[tuple[str, str, tuple[str, ...], date], list[str]] = {}
    for activity in content.activities:
        citation, letter = _split(activity.citation)
        key = citation, activity.list_name, activity.designations, activity.edition
        groups.setdefault(key, []).append(letter)
    for (citation, name, designations, edition), letters in groups.items():
        which = citation if len(groups) == 1 else citation + ", ".join(letters)
        yield _(
            "Picked under {designations}, list \u201c{name}\u201d ({citation}), "
            "edition of {date}."
        ).format(
            designations=_(" and ").join(designations),
            name=name,
            citation=which,
            date=short_date(edition),
        )


def _split(citation: str) -> tuple[str, str]:
    """Return ``24-2-42.2(A)(1)`` and ``(a)`` of ``24-2-42.2(A)(1)(a)``."""
    start = citation.rfind("(")
    return (citation[:start], citation[start:]) if start > 0 else (citation, "")
