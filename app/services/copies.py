"""The copies that lists and searches read, held against what was signed.

Each check takes a whole row of its table.
"""

from typing import Any

from sqlalchemy import select
from sqlalchemy.engine import Connection, Row

from app.domain.canonical import from_canonical, to_canonical
from app.domain.page_content import AcknowledgementContent, NoteContent, PlanContent
from app.domain.signing import Seal
from app.services.columns import to_text, utc_text
from app.store import tables as t

Copies = dict[int, list[tuple[Any, ...]]]
"""Rows of a child table, in order, by their parent's id."""


def activity_copies_in(db: Connection) -> Copies:
    """Return each note's activities as the lists have them."""
    columns = t.note_activity.c
    query = select(
        columns.note_id,
        columns.citation,
        columns.edition,
        columns.text,
        columns.goal_number,
        columns.goal_answer,
    ).order_by(columns.note_id, columns.position)
    return _by_parent(db.execute(query))


def goal_copies_in(db: Connection) -> Copies:
    """Return each plan version's goals as the lists have them."""
    columns = t.plan_goal.c
    query = select(
        columns.plan_id,
        columns.number,
        columns.name,
        columns.opened_on,
        columns.closed_on,
    )
    return _by_parent(db.execute(query.order_by(columns.plan_id, columns.number)))


def note_copies_hold(row: Row[Any], copies: Copies) -> bool:
    """Say whether a note's columns and activities repeat its signed words.

    Raises:
        ValueError: The words are none of ours any more.
    """
    content = from_canonical(NoteContent, row.content)
    signed_at = from_canonical(Seal, row.seal).signed_at_utc
    columns = (
        row.number,
        row.person_id,
        row.held_on,
        row.started_at,
        row.minutes,
        bool(row.person_present),
        row.signed_at_utc,
    )
    signed = (
        content.number,
        content.person.id,
        to_text(content.held_on),
        to_text(content.started_at),
        content.minutes,
        content.person_present,
        utc_text(signed_at),
    )
    activities = [
        (
            one.citation,
            to_text(one.edition),
            one.text,
            one.goal_number,
            one.answer.value,
        )
        for one in content.activities
    ]
    same_text = to_canonical(content) == row.content
    return columns == signed and activities == copies.get(row.id, []) and same_text


def acknowledgement_copies_hold(row: Row[Any]) -> bool:
    """Say whether an acknowledgement's columns repeat its frozen words.

    Raises:
        ValueError: The words are none of ours any more.
    """
    content = from_canonical(AcknowledgementContent, row.content)
    way = "electronic" if content.electronic else "ink"
    return (row.way, row.text_sha256) == (way, content.text_sha256)


def plan_copies_hold(row: Row[Any], copies: Copies) -> bool:
    """Say whether a plan version's columns and goals repeat its frozen words.

    Raises:
        ValueError: The words are none of ours any more.
    """
    content = from_canonical(PlanContent, row.content)
    columns = (row.person_id, row.version, row.in_force_from, row.review_on)
    frozen = (
        content.person.id,
        content.version,
        to_text(content.made_on),
        to_text(content.review_on),
    )
    goals = [
        (goal.number, goal.name, to_text(goal.opened_on), to_text(goal.closed_on))
        for goal in sorted(content.goals, key=lambda one: one.number)
    ]
    return columns == frozen and goals == copies.get(row.id, [])


def _by_parent(rows: Any) -> Copies:
    copies: Copies = {}
    for parent, *rest in rows:
        copies.setdefault(parent, []).append(tuple(rest))
    return copies
