"""What can be wrong with something the specialist has filled in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to fix before a record can be saved or signed.

    Attributes:
        field: The draft's field it concerns, so that a form can go there; a part of
            a list is named ``goal:24-2-42.2(A)(1)(a)``.
        message: What to do about it, in the words the specialist will read.
        citation: The rule behind it, or an empty string where it is common sense.
    """

    field: str
    message: str
    citation: str = ""


class RuleViolation(Exception):
    """A draft breaks one rule or more. Carries every problem, not just the first.

    The text holds only the fields' names: a message may name a person.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(problem.field for problem in problems))
        self.problems = problems
