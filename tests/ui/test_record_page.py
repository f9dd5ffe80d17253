"""The record page shows every gap, fills in nothing, and loses nothing on the way."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.activity import Delivery
from app.domain.session import GoalAnswer, NextContact, PickedActivity
from app.services.answers import Answer
from app.services.specialist import save_edition
from tests import support
from tests.ui import session_world as world
from tests.ui.session_world import (
    clock,
    context,
    derived_once,
    made_folder,
    show,
    store,
    travels,
)
from ui.context import PageName, Place
from ui.pages.record import RecordPage

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]

A = "24-2-42.2(A)(1)(a)"
B = "24-2-42.2(A)(1)(b)"
NEW = Place(page=PageName.RECORD, person_id=world.JORDAN)


@pytest.fixture
def page(context, show):
    return show(RecordPage(context))


def row(page, citation):
    return next(r for r in page.form.activities.rows() if r.line.citation == citation)


def words_of(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_a_new_session_has_nothing_filled_in(page):
    page.open(NEW)
    draft = page.form.draft()
    assert (draft.held_on, draft.started_at, draft.ended_at) == (None, None, None)
    assert (draft.place_kind, draft.activities) == ("", ())
    assert (draft.what_we_did, draft.how_it_went, draft.next_step) == ("", "", "")
    assert draft.next_contact is None
    assert not draft.wrote_together
    assert not draft.offered_copy


def test_opening_leaves_no_row(page, context):
    page.open(NEW)
    page.leave()
    assert world.drafts(context) == ()


def test_looking_at_a_draft_does_not_change_when_it_was_written(page, context, clock):
    draft_id = world.keep(context)
    before = world.kept(context).changed_at
    clock.move(minutes=9)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    page.form.go("next_step")
    page.leave()
    assert world.kept(context).changed_at == before
    assert world.kept(context).in_field == "next_step"


def test_a_change_of_words_changes_when_it_was_written(page, context, clock, qtbot):
    draft_id = world.keep(context)
    clock.move(minutes=9)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id, field="what_we_did"))
    qtbot.keyClicks(page.form.words.what_we_did.edit, "More. ")
    page.leave()
    assert world.kept(context).changed_at == clock.now


def test_a_draft_comes_back_as_it_was_left(page, context):
    draft_id = world.keep(context, took_part=("Interpreter",), comment="It helped.")
    before = world.kept(context)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    shown = page.form.draft(saving=False)
    assert replace(shown, changed_at=None) == replace(before, changed_at=None)


def test_a_draft_comes_back_with_the_caret_in_its_field(page, context):
    draft_id = world.keep(context, in_field="how_it_went")
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    assert world.focused_name() == "how_it_went"
    assert page.place().field == "how_it_went"
    assert page.place().draft_id == draft_id


@pytest.mark.parametrize(
    ("lacks", "field"),
    [
        ({"held_on": None}, "held_on"),
        ({"started_at": None}, "started_at"),
        ({"ended_at": None}, "ended_at"),
        ({"place_kind": ""}, "place_kind"),
        ({"place_kind": "other", "place": ""}, "place"),
        ({"activities": ()}, f"activity:{A}"),
        ({"activities": (replace(support.FIRST, answer=None),)}, f"goal:{A}"),
        (
            {"activities": (replace(support.FIRST, answer=GoalAnswer.NO_GOAL_FITS),)},
            f"goal:{A}",
        ),
        ({"what_we_did": ""}, "what_we_did"),
        ({"how_it_went": ""}, "how_it_went"),
        ({"next_step": ""}, "next_step"),
        ({"unread": (("ended_at", "quarter"),), "ended_at": None}, "ended_at"),
        ({"unread": (("next_contact", "soon"),)}, "next_contact"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_one_thing_left_is_said_and_pressing_it_goes_there(
    page, context, lacks, field, qtbot
):
    draft_id = world.keep(context, **lacks)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    assert page.bar.message().startswith("1 thing left: ")
    assert not page.sign.is_ready()
    page.form.go("comment")
    page.bar.message_pressed.emit()
    assert page.form.field_with_caret() == field


def test_several_things_left_are_a_list_of_links(page, qtbot):
    page.open(NEW)
    assert page.bar.message() == "8 things left"
    page.bar.message_pressed.emit()
    links = [action.text() for action in page.left.actions()]
    assert len(links) == 8
    assert links[0] == "Say on which day you met."
    page.left.actions()[5].trigger()
    assert world.focused_name() == "what_we_did"
    assert page.form.words.what_we_did.error() == "Write what you did."


def test_sign_leads_to_the_first_gap_and_marks_the_others(page, context, travels):
    draft_id = world.keep(context, place_kind="", next_step="")
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    page.sign.click()
    assert travels.places == []
    assert world.focused_name() == "place_kind"
    assert page.form.words.next_step.error() == "Write the next step."


def test_sign_goes_to_the_page_to_sign_when_nothing_is_left(page, context, travels):
    draft_id = world.keep(context)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    assert page.sign.is_ready()
    page.sign.click()
    assert travels.last == Place(
        page=PageName.SIGN, person_id=world.JORDAN, draft_id=draft_id
    )


def test_started_now_and_ended_now_take_the_clock(page, clock):
    page.open(NEW)
    page.form.when.started_now.click()
    clock.move(minutes=45)
    page.form.when.ended_now.click()
    draft = page.form.draft()
    assert draft.held_on == support.TODAY
    assert (draft.started_at, draft.ended_at) == (time(11, 2), time(11, 47))
    assert "45 minutes" in words_of(page.form.when)


def test_a_session_over_midnight_says_so(page, context):
    draft_id = world.keep(context, started_at=time(23, 30), ended_at=time(0, 15))
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    assert "45 minutes · ends the next day" in words_of(page.form.when)


def test_the_goal_of_last_time_stands_first_and_is_not_picked(page, qtbot):
    page.open(NEW)
    first = row(page, A)
    first.check.click()
    chips = [chip.choice.words for chip in first.gate.chips.chips()]
    assert chips == [
        "Ask for help early · last time",
        "Calmer mornings",
        "No goal fits",
    ]
    assert first.value().answer is None


def test_a_digit_on_an_activity_picks_it_with_that_goal(page, qtbot):
    page.open(NEW)
    second = row(page, B)
    qtbot.keyClick(second.check, Qt.Key.Key_2)
    assert page.form.draft().activities == (
        PickedActivity(
            citation=B,
            edition=support.EDITION,
            answer=GoalAnswer.GOAL,
            goal_number=2,
        ),
    )


def test_no_goal_fits_asks_why_at_once(page, qtbot):
    page.open(NEW)
    first = row(page, A)
    first.check.click()
    first.gate.chips.chips()[-1].click()
    assert first.gate.reason.edit.hasFocus()
    qtbot.keyClicks(first.gate.reason.edit, "We only talked.")
    (picked,) = page.form.draft().activities
    assert picked.answer is GoalAnswer.NO_GOAL_FITS
    assert picked.reason == "We only talked."


def test_making_the_plan_is_an_answer_only_before_the_first_version(page, context):
    draft_id = world.keep(context, held_on=date(2026, 9, 1), activities=())
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    first = row(page, A)
    first.check.click()
    offered = [chip.choice.value for chip in first.gate.chips.chips()]
    assert offered == [GoalAnswer.MAKING_PLAN, GoalAnswer.NO_GOAL_FITS]


def test_another_date_keeps_what_was_picked_with_a_warning(page, context, qtbot):
    draft_id = world.keep(context)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    field = page.form.when.held_on
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "1/15/2026")
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    assert [one.citation for one in page.form.draft().activities] == [A]
    assert row(page, A).line.warning
    assert row(page, A).line.text == "Relate their own recovery stories to inspire hope"
    fields = [problem.field for problem in page.form.problems()]
    assert f"activity:{A}" in fields


def test_a_goal_that_was_not_open_stays_and_is_warned_of(page, context, qtbot):
    draft_id = world.keep(context)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    field = page.form.when.held_on
    field.edit.selectAll()
    qtbot.keyClicks(field.edit, "9/1/2026")
    qtbot.keyClick(field.edit, Qt.Key.Key_Tab)
    (picked,) = page.form.draft().activities
    assert picked.goal_number == 1
    assert "This goal was not open on that day. Pick another." in words_of(row(page, A))


def test_remote_is_refused_where_an_activity_does_not_allow_it(page, context):
    draft_id = world.keep(context)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    fold = page.form.when.fold
    fold.delivery.chips()[1].click()
    assert page.form.draft().delivery is Delivery.FACE_TO_FACE
    assert f"{A} is face-to-face only in the edition of Sep 24, 2024." in words_of(fold)


def test_remote_can_be_picked_where_the_edition_allows_it(page, context, store, clock):
    newer = date(2024, 12, 10)
    answer = Answer(value="", said_by="Dana", starts_on=date(2026, 3, 1))
    save_edition(store, newer, answer, now=clock())
    picked = replace(support.FIRST, edition=newer)
    draft_id = world.keep(context, activities=(picked,))
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    page.form.when.fold.delivery.chips()[1].click()
    assert page.form.draft().delivery is Delivery.REMOTE
    assert page.sign.is_ready()


def test_the_starter_puts_in_words_that_can_be_changed(page):
    page.open(NEW)
    page.form.words.starter.click()
    assert page.form.draft().how_it_went == "Jordan said, “”"
    assert world.focused_name() == "how_it_went"


def test_search_keeps_the_rows_that_have_the_words(page, qtbot):
    page.open(NEW)
    row(page, A).check.click()
    qtbot.keyClicks(page.form.activities.search, "coping")
    shown = [r.line.citation for r in page.form.activities.rows() if not r.isHidden()]
    assert shown == [A, B]  # what is picked stays in sight


def test_a_planned_contact_brings_the_person_and_the_place_only(page, context):
    support.sign_session(
        context.store,
        support.session_draft(
            world.JORDAN,
            next_contact=NextContact(
                on=support.TODAY + timedelta(days=6), at=time(10), place="Home"
            ),
        ),
    )
    page.open(Place(page=PageName.RECORD, contact_id=1))
    draft = page.form.draft()
    assert (draft.person_id, draft.place_kind) == (world.JORDAN, "home")
    assert (draft.held_on, draft.started_at, draft.activities) == (None, None, ())
    page.leave()
    assert world.drafts(context) == ()


def test_without_a_person_the_page_asks_who_it_was(page, qtbot):
    page.open(Place(page=PageName.RECORD))
    qtbot.keyClicks(page.picker.search, "jor")
    qtbot.keyClick(page.picker.search, Qt.Key.Key_Return)
    assert page.is_recording()
    assert page.form.person.id == world.JORDAN


def test_hidden_names_show_initials_and_no_goal(page, context, qtbot):
    draft_id = world.keep(context)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    context.privacy.set_hidden(True)
    qtbot.wait(1)  # what was replaced is gone then
    said = " ".join(
        [*words_of(page), *(b.text() for b in page.findChildren(QPushButton))]
    )
    assert "Session with J. M." in said
    for secret in ("Mayfield", "Jordan", "Calmer", "independently", "hard mornings"):
        assert secret not in said


def test_discarding_can_be_undone(page, context, travels):
    draft_id = world.keep(context)
    page.open(Place(page=PageName.RECORD, draft_id=draft_id))
    page.discard.click()
    assert world.drafts(context) == ()
    page.discarding.undone.emit()
    assert world.kept(context).what_we_did.startswith("We met")
    assert page.is_recording()


def test_esc_and_finish_later_keep_the_draft(page, context, qtbot, travels):
    page.open(NEW)
    qtbot.keyClicks(page.form.words.what_we_did.edit, "We walked.")
    qtbot.keyClick(page.form.words.what_we_did.edit, Qt.Key.Key_Escape)
    assert travels.last is None
    page.leave()
    assert world.kept(context).what_we_did == "We walked."


def test_the_page_says_that_an_older_draft_waits(page, context, travels):
    draft_id = world.keep(context)
    page.open(NEW)
    assert page.banner.words() == "A draft with Jordan is not finished yet."
    page.banner.action_pressed.emit()
    assert travels.last.draft_id == draft_id


def test_a_signed_draft_is_told_and_left_alone(page, context, travels):
    page.open(Place(page=PageName.RECORD, draft_id=99))
    assert not page.is_recording()
    assert "This draft was signed or discarded." in words_of(page.gone)
