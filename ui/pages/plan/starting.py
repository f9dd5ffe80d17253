"""What the plan's editor begins with: the draft kept, or the version in force."""

from dataclasses import dataclass

from app.domain.frequency import Frequency
from app.domain.person import Person, ServiceObjective
from app.domain.plan import PlanDraft
from app.services import people, plans
from ui.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStart:
    """A person and the plan to go on with.

    Attributes:
        saved: The draft in the store; ``draft`` is its content, or a new one.
        in_force: Numbers of the goals that the version in force has.
        taken: The highest number a goal of this person ever had.
    """

    person: Person
    objectives: tuple[ServiceObjective, ...]
    current: plans.PlanVersion | None
    saved: plans.SavedPlanDraft | None
    draft: PlanDraft
    in_force: frozenset[int]
    taken: int


def read_start(context: Context, person_id: int) -> PlanStart:
    """Return it.

    Raises:
        LookupError: There is no such person.
    """
    store = context.store
    versions = plans.list_versions(store, person_id)
    current = next(iter(versions), None)
    saved = plans.read_plan_draft(store, person_id)
    ever = [goal.number for one in versions for goal in one.content.goals]
    open_now = current.content.goals if current is not None else ()
    return PlanStart(
        person=people.read_person(store, person_id),
        objectives=people.list_objectives(store, person_id),
        current=current,
        saved=saved,
        draft=saved.draft if saved is not None else _new_draft(current),
        in_force=frozenset(g.number for g in open_now if g.closed_on is None),
        taken=max(ever, default=0),
    )


def _new_draft(current: plans.PlanVersion | None) -> PlanDraft:
    """Return an empty plan, or what stays of the version in force.

    The person's words and the days are asked anew at every review.
    """
    if current is None:
        unread = (("every", ""), ("set_by", ""))
        return PlanDraft(frequency=Frequency(times=0), unread=unread)
    content = current.content
    return PlanDraft(
        strengths="\n".join(content.strengths),
        helps="\n".join(content.helps),
        prefers="\n".join(content.prefers),
        goals=tuple(goal for goal in content.goals if goal.closed_on is None),
        frequency=content.frequency,
    )
