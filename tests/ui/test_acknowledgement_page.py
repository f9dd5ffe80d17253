"""The Scope of Activities is shown whole; in ink it is open until it is filed."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app.services import papers
from app.services.acknowledgements import AcknowledgementDraft
from tests import support
from tests.ui.acknowledgement_world import (
    HERE,
    filled,
    kept,
    page,
    print_for_ink,
    sign,
    words_of,
)
from tests.ui.gates import faults
from tests.ui.session_world import (
    clock,
    context,
    derived_once,
    focused_name,
    made_folder,
    show,
    store,
    travels,
)
from ui.context import PageName, Place
from ui.pages.acknowledgement_page import AcknowledgementPage
from ui.theme import Scheme

__all__ = [
    "clock",
    "context",
    "derived_once",
    "filled",
    "made_folder",
    "page",
    "show",
    "store",
    "travels",
]


def test_every_published_word_is_on_the_page(page, context):
    scope, shown = context.scope, words_of(page)
    wanted = [scope.title, scope.opening, scope.heading, *scope.statements]
    wanted += [section.text for section in scope.sections]
    for principle in scope.principles:
        wanted += [f"{principle.number}) {principle.introduction}", *principle.items]
    wanted += [label for labels in scope.fields for label in labels]

    assert [words for words in wanted if words not in shown] == []


def test_there_is_one_place_for_initials_and_a_signature_for_each_section(page):
    shown = words_of(page)

    assert shown.count("Initials") == 1
    assert shown.count("Signature") == 3  # sections 1 and 2, and the last line
    assert shown.count("Date") == 2


def test_nothing_is_filled_in_advance(page):
    assert page.form.draft() == AcknowledgementDraft()


def test_all_that_is_missing_is_told_at_once_each_at_its_place(page, context):
    page.bar.sign_here.click()

    form = page.form
    parts = (
        form.initials,
        form.received_copy,
        form.read_and_understood,
        form.full_name,
    )
    assert all(part.error() for part in parts)
    assert focused_name() == "initials"
    assert page.bar.message() == "4 things left to sign here."
    assert page.panel.isHidden()
    assert kept(context) is None


@pytest.mark.parametrize(
    ("name", "words"), [("received_copy", "copy"), ("read_and_understood", "read")]
)
def test_a_statement_that_is_not_checked_is_gone_to(filled, name, words):
    part = getattr(filled.form, name)
    part.set_checked(False)

    filled.bar.sign_here.click()

    assert words in part.error()
    assert focused_name() == name
    part.row.click()
    assert part.error() == ""


def test_print_to_sign_in_ink_needs_nothing_typed_and_goes_to_the_page(
    page, context, qtbot, travels
):
    print_for_ink(page, qtbot)

    known = kept(context)
    assert (known.way, known.is_open) == ("ink", True)
    assert travels.last == Place(page=PageName.READ, printout_id=known.printout_id)


def test_in_ink_it_stays_open_until_the_paper_is_filed(page, context, qtbot, travels):
    print_for_ink(page, qtbot)
    printout, pills = kept(context).printout_id, [page.pill.text()]
    papers.mark_printed(context.store, printout, now=support.NOW)
    page.open(HERE)
    pills.append(page.pill.text())
    page.bar.main.click()
    asked = travels.last
    papers.file_printout(
        context.store, printout, on=support.TODAY, where="", now=support.NOW
    )
    page.open(HERE)
    pills.append(page.pill.text())

    assert pills == [
        "Made, not printed yet",
        "Ink copy not yet filed",
        "Signed and filed",
    ]
    assert asked == Place(page=PageName.PAPERS, printout_id=printout, field="filed_on")


def test_it_can_be_filled_in_again_and_the_old_paper_is_not_waited_for(
    page, context, qtbot
):
    print_for_ink(page, qtbot)
    first = kept(context)
    papers.mark_printed(context.store, first.printout_id, now=support.NOW)
    page.open(HERE)

    page.bar.again.click()
    assert page.form.draft().full_name == ""
    print_for_ink(page, qtbot)

    assert kept(context).id == first.id + 1
    assert papers.waiting_for_ink(context.store) == ()


def test_filling_it_in_again_can_be_dropped(page, context, qtbot):
    print_for_ink(page, qtbot)
    first = kept(context)
    page.bar.again.click()

    page.bar.keep_old.click()

    assert page.pill.text() == "Made, not printed yet"
    assert kept(context) == first


def test_a_changed_text_is_asked_again_in_these_words(filled, context, qtbot, show):
    sign(filled, qtbot)
    revised = replace(context.scope, opening=context.scope.opening + " More.")

    again = show(AcknowledgementPage(replace(context, scope=revised)))
    again.open(HERE)

    assert "The text changed. Please read and sign again." in words_of(again)
    assert again.form.draft().initials == ""
    assert again.bar.sign_here.isVisible()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1170, 700, 1.0), (1021, 530, 1.0), (839, 480, 1.0), (1248, 700, 2.0)],
)
def test_every_part_is_named_large_enough_and_not_cut(
    page, look, scheme, width, height, scale
):
    look(scheme, scale)
    page.set_compact(width < 1100 or scale > 1)
    page.resize(width, height)
    page.bar.sign_here.click()
    for _round in range(10):
        QApplication.processEvents()

    assert faults(page) == []
