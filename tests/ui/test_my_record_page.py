"""My record shows what is held, what may be picked today, and where it comes from."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.edition import RegulationProblem
from app.services import specialist
from app.services.answers import Answer
from tests import support
from tests.ui.gates import faults
from tests.ui.my_record_world import HERE, NEWER, held, hold, page, words_of
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
from ui.pages.my_record_page import MyRecordPage
from ui.theme import Scheme

__all__ = [
    "clock",
    "context",
    "derived_once",
    "made_folder",
    "page",
    "show",
    "store",
    "travels",
]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {
                "code": "CPSSP-MH",
                "agreed_with": "K. Dale",
                "agreed_on": date(2026, 4, 9),
            },
            "List 24-2-42.2(A)(1), agreed with K. Dale, Apr 9, 2026",
        ),
        ({"code": "CPSSP-MH"}, "List 24-2-42.2(A)(1): not agreed yet"),
        ({"code": "CPSSP-SU"}, "List 24-2-42.2(A)(4): not agreed yet"),
        ({"code": "CPSSP-Y"}, "List 24-2-42.2(A)(3)"),
        ({"code": "CPSSP-P"}, "List 24-2-42.2(A)(2)"),
        ({"code": "CPSSP-Forensic"}, "No list of its own"),
        ({"code": "CPSSP-Peer Bridger"}, "No list of its own"),
    ],
)
def test_each_designation_says_where_its_list_comes_from(page, context, changes, words):
    assert words in hold(context, page, held(**changes))


def test_beside_another_one_a_designation_without_a_list_says_where_to_pick(
    page, context
):
    shown = hold(context, page, held("CPSSP-Y"), held("CPSSP-Forensic"))

    assert "No list of its own: pick from your other lists" in shown


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "since Mar 14, 2025"),
        ({"ended_on": date(2026, 1, 2)}, "Mar 14, 2025 to Jan 2, 2026"),
        ({"awarded_on": date(2027, 1, 4)}, "from Jan 4, 2027"),
    ],
)
def test_each_designation_says_when_it_is_held(page, context, changes, words):
    assert words in hold(context, page, held("CPSSP-Y", **changes))


def test_every_activity_of_today_stands_there_verbatim_with_its_citation(page, context):
    hold(context, page, held("CPSSP-MH"), held("CPSSP-SU"))
    shown = words_of(page.allowed)
    edition = context.rules.edition(support.EDITION)
    lists = [edition.list_at(f"24-2-42.2(A)({n})") for n in (1, 4)]
    wanted = [item for entry in lists for item in entry.items]
    wanted += [entry.introduction for entry in lists]
    wanted += [f"24-2-42.2(A)({n})({letter})" for n in (1, 4) for letter in "abcdefgh"]

    assert [words for words in wanted if words not in shown] == []


def test_a_list_kept_from_an_older_edition_says_so(page, context):
    answer = Answer(
        value="",
        said_by="Dana Whitlow",
        said_on=date(2026, 11, 2),
        starts_on=support.TODAY,
    )
    specialist.save_edition(context.store, NEWER, answer, now=support.NOW)
    hold(context, page, held("CPSSP-SU"))

    origin = "List 24-2-42.2(A)(4), edition 2024-09-24: not agreed yet"
    assert origin in words_of(page.designations)
    shown = words_of(page.allowed)
    assert "Rule 24-2-42.2, edition 2024-12-10" in shown
    assert any(
        words.startswith("Dana Whitlow said so on Nov 2, 2026.") for words in shown
    )
    assert any("has no complete list here for CPSSP-SU" in words for words in shown)


def test_without_a_designation_there_is_nothing_to_pick_and_a_way_on(page, context):
    shown = hold(context, page)

    assert "None is entered yet. Without one there is no list." in shown
    assert page.designations.change.isVisible()


def test_a_file_of_the_rules_that_cannot_be_read_is_named(context, show):
    problem = RegulationProblem(
        file="newer.toml", where="line 4", message="newer.toml has a fault in line 4."
    )
    rules = replace(context.rules, problems=(problem,))
    page = show(MyRecordPage(replace(context, rules=rules)))
    page.open(HERE)

    assert "newer.toml has a fault in line 4." in words_of(page)


def test_the_acknowledgement_says_where_it_stands_and_opens(page, travels):
    assert "Not signed yet" in words_of(page.acknowledgement)

    page.acknowledgement.open_button.click()

    assert travels.last == Place(page=PageName.ACKNOWLEDGEMENT)


@pytest.mark.parametrize("name", ["", "designations", "certificate", "edition", "pin"])
@pytest.mark.parametrize(
    ("scheme", "size", "scale"),
    [
        (Scheme.LIGHT, (1170, 700), 1.0),
        (Scheme.DARK, (1021, 530), 1.0),
        (Scheme.LIGHT, (839, 480), 1.0),
        (Scheme.DARK, (1248, 700), 2.0),
    ],
)
def test_every_part_is_named_large_enough_and_not_cut(
    page, context, look, name, scheme, size, scale
):
    look(scheme, scale)
    hold(context, page, held("CPSSP-MH"), held("CPSSP-Y"), held("CPSSP-Peer Bridger"))
    page.set_compact(size[0] < 1100 or scale > 1)
    page.resize(*size)
    page.open(Place(page=PageName.MY_RECORD, field=name))
    for _round in range(10):
        QApplication.processEvents()

    assert faults(page) == []
