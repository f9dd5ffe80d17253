"""Broken files of the rules: each is named, and the rest is read."""

from datetime import date
from importlib.resources import files
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from app.domain.activity import allowed_activities
from app.domain.designation import HeldDesignation
from app.regulations import load_regulations

SHIPPED = Path(str(files("resources")))
FIRST, SECOND = date(2024, 9, 24), date(2024, 12, 10)
ACTIVITIES, NEWER = "24-2-42.2/2024-09-24.toml", "24-2-42.2/2024-12-10.toml"
DESIGN = "24-2-42.1/2024-12-10.toml"
OLDER, MAPPING = "older-names.toml", "mapping.toml"


@pytest.fixture
def folder(tmp_path):
    copied = tmp_path / "regulations"
    copytree(SHIPPED / "regulations", copied)
    return copied


def change(file: Path, old: str, new: str) -> None:
    words = file.read_text("utf-8")
    assert old in words
    file.write_text(words.replace(old, new, 1), "utf-8", newline="\n")


def found(rules) -> list[tuple[str, str]]:
    return [(problem.file, problem.where) for problem in rules.problems]


def citations(rules, code: str, edition: date) -> set[tuple[date, str]]:
    held = [HeldDesignation(code=code, awarded_on=date(2020, 1, 1))]
    allowed = allowed_activities(rules, held, edition, date(2025, 1, 1))
    return {(a.edition, a.list_citation[-3:]) for a in allowed.activities}


WHOLE_EDITION = [
    ('rule = "24-2-42.2"', 'rule = "24-2-42.2', "line 2"),
    ('rule = "24-2-42.2"', 'rule = "24-2-42.9"', "rule"),
    ('rule = "24-2-42.2"', "", "rule"),
    ('rule = "24-2-42.2"', "rule = 24", "rule"),
    ('rule = "24-2-42.2"', 'rule = "24-2-42.2"\nrule = "24-2-42.2"', "line 3"),
    ("current_through = 2024-09-24", "current_through = 2024-09-25", "current_through"),
    (
        "current_through = 2024-09-24",
        "current_through = 2024-09-24T00:00:00",
        "current_through",
    ),
    (
        "current_through = 2024-09-24",
        'current_through = "2024-09-24"',
        "current_through",
    ),
    ('["face-to-face"]', "[]", "deliveries"),
    ('["face-to-face"]', '["by telegraph"]', "deliveries"),
    ('["face-to-face"]', '"face-to-face"', "deliveries"),
    ('["face-to-face"]', "[1]", "deliveries"),
    ("[[list]]", "[list]", "line 25"),
    ('citation = "24-2-42.2(A)(4)"', 'citation = "24-2-42.2(A)(3)"', "list"),
    ('introduction = "Peer', 'introduction = " "\nother = "Peer', "introduction"),
]


@pytest.mark.parametrize(("old", "new", "where"), WHOLE_EDITION)
def test_broken_edition_is_named_and_the_other_one_read(folder, old, new, where):
    change(folder / ACTIVITIES, old, new)
    rules = load_regulations(folder)
    assert (ACTIVITIES, where) in found(rules)
    assert [edition.current_through for edition in rules.editions] == [SECOND]
    assert citations(rules, "CPSSP-MH", SECOND) == {(SECOND, "(1)")}


ONE_LIST = [
    ("count = 9", "count = 10", "list 2, count"),
    ("count = 9", "count = true", "list 2, count"),
    ("count = 9", "", "list 2, count"),
    (
        '    "Support families in the wraparound process",\n',
        "",
        "list 2, count",
    ),
    ('"Empower parents to be self-advocates"', '""', "list 2, items"),
    ('"Empower parents to be self-advocates"', '"  "', "list 2, items"),
    ('"Empower parents to be self-advocates"', "3", "list 2, items"),
    ('name = "Parent/Caregiver"', "", "list 2, name"),
    (
        "complete = true\ncount = 9\nitems = [",
        "complete = true\ncount = 0\nitems = []\nothers = [",
        "list 2, items",
    ),
    ("complete = true\ncount = 9", 'complete = "yes"\ncount = 9', "list 2, complete"),
    (
        'citation = "24-2-42.2(A)(2)"\nname',
        'citation = "24-2-42.1(A)(2)"\nname',
        "list 2, citation",
    ),
    (
        "complete = true\ncount = 9\nitems = [",
        "complete = true\ncount = 36\nitems = [" + '"more", ' * 27,
        "list 2, items",
    ),
]


@pytest.mark.parametrize(("old", "new", "where"), ONE_LIST)
def test_broken_list_is_named_and_never_offered(folder, old, new, where):
    change(folder / ACTIVITIES, old, new)
    rules = load_regulations(folder)
    assert (ACTIVITIES, where) in found(rules)
    assert citations(rules, "CPSSP-P", FIRST) == set()
    assert citations(rules, "CPSSP-Y", FIRST) == {(FIRST, "(3)")}


def test_edition_without_lists_is_refused(folder):
    file = folder / ACTIVITIES
    head, *_lists = file.read_text("utf-8").split("[[list]]")
    file.write_text(head + "list = []\n", "utf-8")
    assert (ACTIVITIES, "list") in found(load_regulations(folder))


BROKEN_DESIGN = [
    ('rule = "24-2-42.1"', 'rule = "24-2-42.2"', "rule"),
    ('code = "CPSSP-SU"', 'code = "CPSSP-MH"', "designation"),
    ('code = "CPSSP-SU"', 'code = "CPSSP-XX"', "designation"),
    ('code = "CPSSP-SU"', "", "designation 2, code"),
    ('citation = "24-2-42.1(K)"', 'citation = "24-2-42.1(H)"', "citation"),
    ('citation = "24-2-42.1(K)"', 'citation = "24-2-42.2(K)"', "paragraph 8, citation"),
    ("days_between = 14", 'days_between = "14"', "paragraph 9, numbers"),
    ("{ from_age = 18, to_age = 26 }", "18", "designation 3, numbers"),
    ("current_through = 2024-12-10", "current_through = 2024-12-11", "current_through"),
    ("current_through", "through", "current_through"),
]


@pytest.mark.parametrize(("old", "new", "where"), BROKEN_DESIGN)
def test_broken_designations_are_named_and_the_lists_still_work(
    folder, old, new, where
):
    change(folder / DESIGN, old, new)
    rules = load_regulations(folder)
    assert (DESIGN, where) in found(rules)
    assert rules.designations == rules.paragraphs == ()
    assert citations(rules, "CPSSP-Y", FIRST) == {(FIRST, "(3)")}


def test_newest_sound_service_design_is_used(folder):
    words = (folder / DESIGN).read_text("utf-8")
    later = words.replace(
        "current_through = 2024-12-10", "current_through = 2025-12-10"
    )
    (folder / "24-2-42.1" / "2025-12-10.toml").write_text(later, "utf-8")
    rules = load_regulations(folder)
    assert rules.problems == ()
    assert rules.paragraph("24-2-42.1(K)").current_through == date(2025, 12, 10)


Y_MAPPING = '{ designation = "CPSSP-Y", list = "24-2-42.2(A)(3)", basis = "same name" }'
BROKEN_MAPPING = [
    ('"CPSSP-Y"', '"CPSSP-Z"', "edition 1, mappings 3, designation"),
    ('"CPSSP-Y", list', '"", list', "edition 1, mappings 3, designation"),
    ('list = "24-2-42.2(A)(3)", ', "", "edition 1, mappings 3, list"),
    ('"24-2-42.2(A)(3)"', '"24-2-42.2(A)(5)"', "edition 1, mappings 3, list"),
    (
        Y_MAPPING,
        Y_MAPPING.replace("same name", "a guess"),
        "edition 1, mappings 3, basis",
    ),
    (Y_MAPPING, Y_MAPPING.replace("same name", ""), "edition 1, mappings 3, basis"),
    (Y_MAPPING, '"CPSSP-Y"', "edition 1, mappings"),
    ("current_through = 2024-09-24", "current_through = 2020-01-01", None),
    ("current_through = 2024-09-24", "", None),
    ("[[edition]]", "[[edition", "line 8"),
]


@pytest.mark.parametrize(("old", "new", "where"), BROKEN_MAPPING)
def test_broken_mapping_is_named_and_gives_no_list(folder, old, new, where):
    change(folder / MAPPING, old, new)
    rules = load_regulations(folder)
    assert found(rules) == [(MAPPING, where or "edition 1, current_through")]
    assert citations(rules, "CPSSP-Y", FIRST) == set()
    assert citations(rules, "Young Adult", FIRST) == {(FIRST, "(3)")}


def test_mapping_given_twice_is_named_and_counts_once(folder):
    change(folder / MAPPING, Y_MAPPING, f"{Y_MAPPING}, {Y_MAPPING}")
    rules = load_regulations(folder)
    assert found(rules) == [(MAPPING, "edition 1, mappings 4, designation")]
    assert len(rules.mappings_of("CPSSP-Y", FIRST)) == 1


BROKEN_OLDER = [
    ('id = "Young Adult"', 'id = "Adult"', "name 5, names"),
    ('names = ["Young Adult"]', 'names = ["CPSSP-Y"]', "name 5, names"),
    ('names = ["Young Adult"]', 'names = "Young Adult"', "name 5, names"),
    ('lists = ["24-2-42.2(A)(3)"]', 'lists = ["24-2-42.2(A)(7)"]', "name 5, lists"),
    ('id = "Young Adult"', "", "name 5, id"),
]


@pytest.mark.parametrize(("old", "new", "where"), BROKEN_OLDER)
def test_broken_older_name_is_named_and_the_others_read(folder, old, new, where):
    change(folder / OLDER, old, new)
    rules = load_regulations(folder)
    assert found(rules) == [(OLDER, where)]
    assert len(rules.older_names) == 5
    assert citations(rules, "CPSSP-A", FIRST) == {(FIRST, "(1)")}


def test_older_names_of_an_edition_not_on_file_are_left_out(folder):
    change(
        folder / OLDER, "current_through = 2024-09-24", "current_through = 2019-01-01"
    )
    rules = load_regulations(folder)
    assert found(rules) == [(OLDER, "current_through")]
    assert rules.older_names == ()


@pytest.mark.parametrize("file", [OLDER, MAPPING])
def test_missing_file_is_named(folder, file):
    (folder / file).unlink()
    rules = load_regulations(folder)
    assert found(rules) == [(file, "the file")]
    assert len(rules.editions) == 2


@pytest.mark.parametrize("file", [ACTIVITIES, DESIGN, OLDER, MAPPING])
def test_file_that_is_not_utf_8_is_named_with_its_line(folder, file):
    data = (folder / file).read_bytes()
    (folder / file).write_bytes(b"# fine\n# caf\xe9\n" + data)
    problem = load_regulations(folder).problems[0]
    assert (problem.file, problem.where) == (file, "line 2")
    assert "It is not UTF-8 text." in problem.message


def test_file_that_ends_too_soon_is_named_with_its_last_line(folder):
    (folder / MAPPING).write_text('rule = "24-2-42.2"\nsource = "', "utf-8")
    problem = load_regulations(folder).problems[0]
    assert (problem.file, problem.where) == (MAPPING, "line 2")
    assert "It is not written as TOML." in problem.message


@pytest.mark.parametrize(
    "name",
    [
        "24-2-99.1",
        "24-2-42.2/notes.txt",
        "24-2-42.2/20250101.toml",
        "24-2-42.2/2025-13-01.toml",
        "stray.toml",
    ],
)
def test_unknown_file_is_named(folder, name):
    (folder / name).write_text("", "utf-8")
    rules = load_regulations(folder)
    assert found(rules) == [(name, "the file")]
    assert len(rules.editions) == 2


@pytest.mark.parametrize("name", [".DS_Store", "__init__.py", "README.md"])
def test_file_that_is_no_rule_is_passed_over(folder, name):
    (folder / name).write_text("", "utf-8")
    (folder / "24-2-42.2" / name).write_text("", "utf-8")
    assert load_regulations(folder).problems == ()


def test_missing_folder_of_a_rule_is_named(folder):
    rmtree(folder / "24-2-42.1")
    rules = load_regulations(folder)
    assert found(rules) == [("24-2-42.1", "the folder")]
    assert len(rules.editions) == 2


def test_missing_folder_of_all_rules_is_named(tmp_path):
    rules = load_regulations(tmp_path / "nowhere")
    assert found(rules) == [("nowhere", "the folder")]
    assert rules.editions == ()


def test_message_names_file_and_place_in_plain_sentences(folder):
    change(folder / ACTIVITIES, "count = 9", "count = 10")
    assert load_regulations(folder).problems[0].message == (
        "24-2-42.2/2024-09-24.toml, list 2, count: It is not the number of items in "
        "the list. This part is left out. Your records are not touched."
    )
