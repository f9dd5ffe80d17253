"""The Scope of Activities and its acknowledgement, as shipped."""

from dataclasses import replace
from shutil import copytree

import pytest

from app.domain.edition import RulesUnreadable
from app.domain.scope import ScopeOfActivities
from app.regulations import load_notices, load_scope_of_activities
from tests.app.test_regulations_broken import SHIPPED, change

PUBLISHED = "0d9459da60d1d908b31e670f05c13a592f0dacd2a60ce902df687c5937cbd4d5"


@pytest.fixture(scope="module")
def scope() -> ScopeOfActivities:
    return load_scope_of_activities()


def test_every_line_is_word_for_word_in_the_order_published(scope):
    assert scope.digest == PUBLISHED
    assert len(scope.text.splitlines()) == 34


def test_four_principles_have_21_items(scope):
    assert [one.number for one in scope.principles] == [1, 2, 3, 4]
    assert [len(one.items) for one in scope.principles] == [4, 8, 3, 6]


def test_item_that_lost_its_bullet_is_the_first_of_principle_4(scope):
    assert scope.principles[3].items[0] == (
        "Providing and promoting wellness-based services;"
    )


def test_acknowledgement_has_one_place_for_initials_and_two_signatures(scope):
    assert [one.initials for one in scope.sections] == [True, False]
    assert [one.signature for one in scope.sections] == [True, True]
    assert len(scope.statements) == 2
    assert all("acknowledge that I have" in words for words in scope.statements)
    assert scope.fields == (("Print Full Name", "Date"), ("Signature", "Date"))


def test_changed_word_changes_the_digest(scope):
    changed = replace(scope, opening=scope.opening.replace("wide", "broad"))
    assert changed.digest != PUBLISHED


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("count = 8", "count = 7", "principle 2, count"),
        ("number = 2\nintro", "number = 3\nintro", "principle"),
        ("initials = true", "initials = 1", "section 1, initials"),
        ('fields = [["Print Full Name", "Date"]', 'fields = ["Date"', "fields"),
        ("title =", "name =", "title"),
        ("heading =", "heading", "line 6"),
    ],
)
def test_broken_scope_is_refused_and_names_the_place(tmp_path, old, new, where):
    folder = tmp_path / "scope"
    copytree(SHIPPED / "scope-of-activities", folder)
    change(folder / "scope-of-activities.toml", old, new)
    with pytest.raises(RulesUnreadable, match=r"scope-of-activities\.toml") as refused:
        load_scope_of_activities(folder)
    assert [problem.where for problem in refused.value.problems] == [where]


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [("short =", "brief =", "short"), ("short =", "short", "line 9")],
)
def test_broken_notice_is_refused_and_names_the_place(tmp_path, old, new, where):
    folder = tmp_path / "notices"
    copytree(SHIPPED / "notices", folder)
    change(folder / "42-cfr-2.32.toml", old, new)
    with pytest.raises(RulesUnreadable, match=r"42-cfr-2\.32\.toml") as refused:
        load_notices(folder)
    assert [problem.where for problem in refused.value.problems] == [where]
