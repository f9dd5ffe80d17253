"""What is typed is in the store within a second and a half, and stays on the screen."""

import pytest
from PySide6.QtCore import Qt

from app.services.faults import DiskFull
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
from ui.context import Changed, PageName, Place
from ui.pages.record import RecordPage, keeping

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "show",
    "store",
    "travels",
]

NEW = Place(page=PageName.RECORD, person_id=world.JORDAN)


@pytest.fixture
def page(context, show):
    page = show(RecordPage(context))
    page.open(NEW)
    return page


@pytest.fixture
def full_disk(monkeypatch):
    """Let every save fail until it is called."""

    def refuse(*_args, **_kwargs):
        raise DiskFull

    with monkeypatch.context() as patch:
        patch.setattr(keeping, "start_draft", refuse)
        patch.setattr(keeping, "save_draft", refuse)
        yield patch.undo


def test_typing_without_a_pause_is_saved_within_1500_ms(page, context, qtbot):
    field = page.form.words.what_we_did.edit
    for _key in range(15):
        qtbot.keyClicks(field, "a")
        qtbot.wait(100)
    assert len(world.kept(context).what_we_did) >= 5


def test_all_saves_of_a_session_are_one_row(page, context, qtbot):
    for field in ("what_we_did", "how_it_went", "next_step"):
        page.form.go(field)
        qtbot.keyClicks(page.form.words.fields()[field].control(), field)
        page.keeper.save()
    draft = world.kept(context)
    assert (draft.what_we_did, draft.next_step) == ("what_we_did", "next_step")


def test_leaving_a_field_saves_at_once(page, context, qtbot):
    qtbot.keyClicks(page.form.words.what_we_did.edit, "We walked.")
    page.form.go("next_step")
    assert world.kept(context).what_we_did == "We walked."


def test_the_page_says_when_it_saved(page, qtbot, announced):
    qtbot.keyClicks(page.form.words.what_we_did.edit, "We walked.")
    page.keeper.save()
    assert page.pill.text() == "Draft saved 11:02 AM"
    assert page.pill.isVisible()


def test_a_half_typed_time_is_kept_and_comes_back_as_typed(page, context, qtbot):
    page.form.go("started_at")
    qtbot.keyClicks(page.form.when.started_at.edit, "10:")
    page.leave()
    draft = world.kept(context)
    assert draft.unread == (("started_at", "10:"),)
    assert draft.in_field == "started_at"
    page.open(Place(page=PageName.RECORD, draft_id=page.keeper.draft_id))
    assert page.form.when.started_at.edit.text() == "10:"
    assert world.focused_name() == "started_at"


def test_a_time_that_could_be_read_half_typed_is_kept_as_typed(page, context, qtbot):
    page.form.go("started_at")
    qtbot.keyClicks(page.form.when.started_at.edit, "10")
    page.keeper.save()
    assert world.kept(context).unread == (("started_at", "10"),)
    qtbot.keyClick(page.form.when.started_at.edit, Qt.Key.Key_Tab)
    page.keeper.save()
    assert world.kept(context).unread == ()


def test_filling_in_by_the_program_saves_nothing(page, context):
    page.form.read_again()
    page.form.load(page.form.draft())
    context.notifier.changed.emit(Changed.PLANS)
    context.privacy.set_hidden(True)
    assert not page.keeper.is_unsaved()
    assert world.drafts(context) == ()


def test_a_full_disk_keeps_the_words_on_the_screen(page, context, qtbot, full_disk):
    field = page.form.words.what_we_did.edit
    qtbot.keyClicks(field, "We walked.")
    assert not page.keeper.save()
    assert page.banner.isVisible()
    assert page.banner.words().startswith("Not saved: the disk is full.")
    assert page.pill.text() == "Not saved"
    assert field.toPlainText() == "We walked."
    assert not page.leave()


def test_after_a_full_disk_the_next_key_saves_everything(
    page, context, qtbot, full_disk
):
    field = page.form.words.what_we_did.edit
    qtbot.keyClicks(field, "We walked")
    page.keeper.save()
    full_disk()
    qtbot.keyClicks(field, ".")
    assert world.kept(context).what_we_did == "We walked."
    assert page.banner.isHidden()


def test_after_a_full_disk_the_timer_saves_everything(page, context, qtbot, full_disk):
    qtbot.keyClicks(page.form.words.what_we_did.edit, "We walked.")
    page.keeper.save()
    full_disk()
    qtbot.waitUntil(lambda: len(world.drafts(context)) == 1, timeout=1_500)


def test_another_place_is_not_opened_over_unsaved_words(
    page, context, qtbot, full_disk
):
    qtbot.keyClicks(page.form.words.what_we_did.edit, "We walked.")
    page.open(Place(page=PageName.RECORD))
    assert page.is_recording()
    assert page.form.draft().what_we_did == "We walked."


def test_a_page_left_behind_writes_no_more(page, context, qtbot):
    qtbot.keyClicks(page.form.words.what_we_did.edit, "We walked.")
    page.leave()
    told = []
    context.notifier.changed.connect(told.append)
    page.leave()
    assert told == []


def test_a_new_draft_is_told_to_the_other_pages(page, context, qtbot):
    told = []
    context.notifier.changed.connect(told.append)
    qtbot.keyClicks(page.form.words.what_we_did.edit, "We walked.")
    page.keeper.save()
    assert told == [Changed.DRAFTS]
