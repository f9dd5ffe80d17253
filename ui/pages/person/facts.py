"""What the page of one person shows, read in one go."""

from dataclasses import dataclass

from app.domain.person import Person, ServiceObjective, VoluntaryStatus
from app.services import overview, people, plans, progress, sessions
from app.services.papers import Printout, printouts_of
from ui.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """A person with plan, progress and what waits.

    Attributes:
        statuses: The steps of their choice, newest first.
        done: Signed sessions with the person this month.
        work: What signed sessions did for each goal, by its number.
    """

    person: Person
    statuses: tuple[VoluntaryStatus, ...]
    objectives: tuple[ServiceObjective, ...]
    plan: plans.PlanVersion | None
    plan_draft: plans.SavedPlanDraft | None
    drafts: tuple[sessions.SavedDraft, ...]
    work: dict[int, progress.GoalProgress]
    done: int
    next_contact: overview.PlannedContact | None
    last: sessions.LastTime | None
    sessions: int
    papers: tuple[Printout, ...]


def read_facts(context: Context, person_id: int) -> PersonFacts:
    """Return all of it.

    Raises:
        LookupError: There is no such person.
    """
    store, today = context.store, context.now().date()
    plan = plans.current_plan(store, person_id)
    since = plan.content.made_on if plan is not None else today
    return PersonFacts(
        person=people.read_person(store, person_id),
        statuses=people.list_statuses(store, person_id),
        objectives=people.list_objectives(store, person_id),
        plan=plan,
        plan_draft=plans.read_plan_draft(store, person_id),
        drafts=sessions.list_drafts(store, person_id),
        work=progress.goal_progress(store, person_id, since=since),
        done=progress.sessions_in_month(store, person_id, today),
        next_contact=overview.upcoming(store, person_id, today=today),
        last=sessions.last_time(store, person_id),
        sessions=sessions.count_sessions(store, person_id),
        papers=printouts_of(store, person_id),
    )
