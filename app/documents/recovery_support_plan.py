"""The Recovery Support Plan, in the words of the person it was made with."""

from collections.abc import Iterator

from app.documents.blocks import (
    Block,
    Bullets,
    Fact,
    Facts,
    Line,
    Lists,
    Numbered,
    Sheet,
    SignatureBlock,
    SignatureCell,
    Table,
    Tone,
)
from app.documents.dates import plain_date, short_date
from app.documents.page import render
from app.documents.stamps import (
    blanks_to_sign,
    credentialed,
    foot,
    letterhead,
    representative,
    rule_with_editions,
    status_words,
    whose_page,
)
from app.domain.frequency import Frequency, frequency_words, set_by_words
from app.domain.page_content import PlanContent, Stamp
from app.domain.plan import Goal, Objective
from app.domain.wording import _

_RULE = "24-2-42.1"
_QUOTED = "24-2-42.1(D)"


def build_plan(content: PlanContent, stamp: Stamp) -> bytes:
    """Return the plan as a PDF on letter paper; the same plan gives the same bytes."""
    return render(describe_plan(content, stamp))


def describe_plan(content: PlanContent, stamp: Stamp) -> Sheet:
    """Return what the plan says: 24-2-42.2(A), 24-2-42.1(D) and (F)."""
    return Sheet(
        title=_("Recovery Support Plan"),
        author=content.signer.name,
        blocks=tuple(_blocks(content, stamp)),
        ending=tuple(_ending(content)),
        foot=foot(
            whose_page(content.person),
            stamp,
            rule_with_editions(_RULE, [content.rule_edition]),
        ),
        status=status_words(stamp.status),
        practice=content.practice,
    )


def _blocks(content: PlanContent, stamp: Stamp) -> Iterator[Block]:
    called = content.person.called or content.person.name
    yield letterhead(content.agency, stamp)
    yield Line(words=_("Recovery Support Plan"), tone=Tone.TITLE)
    yield Line(words=_version(content, called), tone=Tone.SUBTITLE)
    yield _facts(content)
    yield Line(words=_("In {name}\u2019s words").format(name=called), tone=Tone.HEADING)
    yield Line(words=_quoted(content.own_words), tone=Tone.OWN_WORDS)
    yield Lists(
        columns=(
            (_("What I am good at"), _items(content.strengths)),
            (_("What helps me"), _items(content.helps)),
            (_("What I prefer"), _items(content.prefers)),
        )
    )
    yield Line(words=_("My goals"), tone=Tone.HEADING)
    if not content.service_plan_received:
        words = _("Individual Service Plan not yet received")
        yield Line(words=words, tone=Tone.STRONG)
    for goal in content.goals:
        if goal.closed_on is None:
            yield _open_goal(goal, content)
    closed = [_closed(goal) for goal in content.goals if goal.closed_on is not None]
    if closed:
        yield Line(words=_("Closed goals"), tone=Tone.SUBHEADING)
        yield Bullets(items=tuple(closed))


def _version(content: PlanContent, called: str) -> str:
    if content.replaces_on is None:
        return _("Version {version}, made with {name}.").format(
            version=content.version, name=called
        )
    return _(
        "Version {version}, made with {name}. "
        "It takes the place of version {older} of {date}."
    ).format(
        version=content.version,
        name=called,
        older=content.version - 1,
        date=plain_date(content.replaces_on),
    )


def _facts(content: PlanContent) -> Facts:
    person = content.person
    return Facts(
        rows=(
            (
                Fact(label=_("Person"), words=person.name, strong=True),
                Fact(label=_("Record number"), words=person.record_number),
                Fact(label=_("Legal representative"), words=representative(person)),
            ),
            (
                Fact(
                    label=_("Plan date"), words=plain_date(content.made_on), strong=True
                ),
                Fact(label=_("Review by"), words=plain_date(content.review_on)),
                Fact(label=_("Planned frequency"), words=_often(content.frequency)),
            ),
        )
    )


def _often(frequency: Frequency) -> str:
    """Say how often, who set it and when: 24-2-42.1(F)."""
    parts = [frequency_words(frequency), set_by_words(frequency.set_by)]
    if frequency.set_with:
        parts.append(_("with {name}").format(name=frequency.set_with))
    if frequency.set_on is not None:
        parts.append(short_date(frequency.set_on))
    return ", ".join(parts)


def _items(items: tuple[str, ...]) -> tuple[str, ...]:
    return items or (_("Nothing is written here yet."),)


def _quoted(words: str) -> str:
    words = words.strip()
    if not words:
        return _("Nothing is written here yet.")
    return words if words[0] in "\u201c\"'\u2018" else f"\u201c{words}\u201d"


def _open_goal(goal: Goal, content: PlanContent) -> Numbered:
    return Numbered(
        number=goal.number,
        title=goal.name or _("Goal without a name"),
        aside=_service_objective(goal) if content.service_plan_received else "",
        blocks=tuple(_goal_blocks(goal)),
    )


def _goal_blocks(goal: Goal) -> Iterator[Block]:
    if goal.own_words.strip():
        yield Line(words=_quoted(goal.own_words), tone=Tone.ITALIC)
    if goal.works_when.strip():
        yield Line(lead=_("I will know it works when"), words=goal.works_when)
    if goal.objectives:
        yield Table(
            head=(_("Step"), _("By"), _("Who helps")),
            rows=tuple(_step(objective) for objective in goal.objectives),
            shares=(0.5, 0.24, 0.26),
        )


def _service_objective(goal: Goal) -> str:
    if not goal.service_objective:
        return _("Individual Service Plan objective: none linked.")
    if goal.service_plan_date is None:
        return _("Individual Service Plan objective: {words}").format(
            words=goal.service_objective
        )
    return _("Individual Service Plan objective: {words} (plan of {date})").format(
        words=goal.service_objective, date=short_date(goal.service_plan_date)
    )


def _step(objective: Objective) -> tuple[Line, Line, Line]:
    by = short_date(objective.target_on) if objective.target_on else ""
    if objective.done_on is not None:
        done = _("Done {date}").format(date=short_date(objective.done_on))
        by = f"{by}\n{done}".strip()
    return Line(words=objective.words), Line(words=by), Line(words=objective.who_helps)


def _closed(goal: Goal) -> str:
    return _("Goal {number}, {name}, on {date}.").format(
        number=goal.number,
        name=goal.name,
        date=plain_date(goal.closed_on) if goal.closed_on else "",
    )


def _ending(content: PlanContent) -> Iterator[Block]:
    yield Line(
        words=_(
            "\u201c{quote}\u201d Rule {citation}. "
            "I can change this plan or stop at any time."
        ).format(quote=content.rule_quote, citation=_QUOTED),
        keep=True,
    )
    yield SignatureBlock(cells=_cells(content))


def _cells(content: PlanContent) -> tuple[SignatureCell, ...]:
    person, signer = content.person, content.signer
    role = person.representative_role or _("Legal representative")
    return (
        SignatureCell(
            lines=(Line(words=person.name, tone=Tone.LABEL),),
            blanks=blanks_to_sign(),
            share=0.34,
        ),
        SignatureCell(
            lines=(
                Line(words=role, tone=Tone.LABEL),
                Line(words=person.representative or _("None")),
            ),
            blanks=blanks_to_sign() if person.representative else (),
            share=0.3 if person.representative else 0.24,
        ),
        SignatureCell(
            lines=(
                Line(words=credentialed(signer), tone=Tone.LABEL),
                Line(words=signer.title, tone=Tone.SMALL),
                Line(
                    words=_("Certificate {number}").format(
                        number=signer.certificate_number
                    ),
                    tone=Tone.SMALL,
                ),
            ),
            blanks=blanks_to_sign(),
            share=0.36 if person.representative else 0.42,
        ),
    )
