"""Recovery Support Plans: drafts, versions, and the goals open on a day."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.plan import PlanDraft
from app.domain.problems import RuleViolation
from app.domain.session import GoalAnswer
from app.services import (
    plans,
    sessions,
)
from app.services.sealing import LedgerMoved
from tests import support
from tests.support import FIRST, NOW, RULES, TODAY, session_draft, sign_session


def test_a_plan_draft_is_kept_however_little_is_filled_in(store, jordan):
    assert plans.read_plan_draft(store, jordan) is None
    plans.save_plan_draft(store, jordan, PlanDraft(), now=NOW)
    plans.save_plan_draft(store, jordan, PlanDraft(own_words="Calm"), now=NOW)
    saved = plans.read_plan_draft(store, jordan)
    assert saved is not None
    assert saved.draft == PlanDraft(own_words="Calm")


def test_a_version_is_frozen_queued_for_ink_and_takes_the_drafts_place(store, jordan):
    plans.save_plan_draft(store, jordan, support.plan_draft(), now=NOW)
    made = support.make_plan(store, jordan)
    assert made.version == 1
    assert plans.read_plan_draft(store, jordan) is None
    current = plans.current_plan(store, jordan)
    assert current is not None
    assert current.content.goals[0].opened_on == date(2026, 9, 14)
    assert current.inked_on is None
    second = support.make_plan(store, jordan)
    assert second.content.replaces_on == date(2026, 9, 14)
    assert [v.version for v in plans.list_versions(store, jordan)] == [2, 1]


def test_an_unfinished_plan_makes_no_version(store, jordan):
    paragraph = support.VOLUNTARY
    assert paragraph is not None
    with pytest.raises(RuleViolation):
        plans.make_version(store, jordan, PlanDraft(), paragraph, now=NOW)
    assert plans.current_plan(store, jordan) is None


def test_the_goal_gate_offers_what_was_open_on_the_day(store, jordan):
    assert plans.goal_choice(store, jordan, TODAY).making_plan
    support.make_plan(store, jordan)
    before = plans.goal_choice(store, jordan, date(2026, 9, 13))
    assert (before.goals, before.making_plan) == ((), True)
    since = plans.goal_choice(store, jordan, date(2026, 9, 14))
    assert [goal.number for goal in since.goals] == [1, 2]
    assert not since.making_plan
    second = replace(FIRST, goal_number=2)
    sign_session(store, session_draft(jordan, activities=(second,)))
    again = plans.goal_choice(store, jordan, None)
    assert [goal.number for goal in again.goals] == [2, 1]


def test_making_the_plan_is_no_answer_once_one_is_in_force(store, jordan):
    support.make_plan(store, jordan)
    making = replace(FIRST, answer=GoalAnswer.MAKING_PLAN, goal_number=None)
    draft = session_draft(jordan, activities=(making,))
    (problem,) = sessions.draft_problems(store, RULES, draft, now=NOW)
    assert problem.field == "goal:24-2-42.2(A)(1)(a)"


def test_a_goals_number_is_never_used_again(store, jordan):
    goals = support.plan_draft().goals
    assert plans.next_goal_number(()) == 1
    assert plans.next_goal_number(goals) == 3
    assert plans.next_goal_number(goals[1:]) == 3


def test_a_prepared_version_is_not_written_when_the_ledger_moved(store, jordan):
    draft, rule = support.plan_draft(), support.VOLUNTARY
    prepared = plans.prepare_version(store, jordan, draft, rule, now=NOW)
    support.add_jordan(store, name="Ana Rowe")
    with pytest.raises(LedgerMoved):
        plans.finish_version(store, prepared, now=NOW)
    assert plans.list_versions(store, jordan) == ()
