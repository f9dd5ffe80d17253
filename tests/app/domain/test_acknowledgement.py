"""What the Scope of Activities acknowledgement asks for before it is signed."""

from dataclasses import replace

import pytest

from app.domain.acknowledgement import AcknowledgementDraft, check_acknowledgement

WHOLE = AcknowledgementDraft(
    full_name="Sam Rivers",
    initials="SR",
    received_copy=True,
    read_and_understood=True,
)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({}, []),
        ({"initials": " "}, ["initials"]),
        ({"received_copy": False}, ["received_copy"]),
        ({"read_and_understood": False}, ["read_and_understood"]),
        ({"full_name": "\t"}, ["full_name"]),
        ({"full_name": "", "initials": ""}, ["initials", "full_name"]),
    ],
)
def test_on_screen_each_thing_left_out_is_named_in_the_pages_order(changes, missing):
    problems = check_acknowledgement(replace(WHOLE, **changes), electronic=True)

    assert [problem.field for problem in problems] == missing
    assert all(problem.message for problem in problems)


def test_in_ink_everything_is_written_on_the_paper():
    assert check_acknowledgement(AcknowledgementDraft(), electronic=False) == ()
