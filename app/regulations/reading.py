"""Read a table of a rule's file key by key, and say plainly what is wrong with it."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib.resources.abc import Traversable
from typing import Any

from app.domain.edition import RegulationProblem
from app.domain.wording import _


class Reader:
    """One table of a file. What is wrong goes into ``problems``; nothing is raised.

    Attributes:
        file: The file, relative to the folder of the rules.
        problems: Shared by all readers of one loading.
        sound: Whether everything read from this very table was as it should be.
    """

    def __init__(
        self,
        file: str,
        table: dict[str, Any],
        problems: list[RegulationProblem],
        place: str = "",
    ) -> None:
        self.file = file
        self.problems = problems
        self.sound = True
        self._table = table
        self._place = place

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def report(self, key: str, what: str) -> None:
        """Note what is wrong with a key; the table is not sound from here on."""
        self.sound = False
        where = f"{self._place}, {key}" if self._place else key
        self.problems.append(problem(self.file, where, what))

    def text(self, key: str) -> str:
        """Return words that are not blank."""
        return str(self._value(key, _is_words, _("Words are needed here."), ""))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of words, none of them blank."""
        return tuple(
            self._value(key, _is_words_list, _("A list of words is needed here."), ())
        )

    def rows(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of words, none of them blank."""
        needed = _("A list of lists of words is needed here.")
        return tuple(tuple(row) for row in self._value(key, _is_rows, needed, ()))

    def day(self, key: str) -> date:
        """Return a date without a time."""
        found: date = self._value(key, _is_day, _("A date is needed here."), date.min)
        return found

    def flag(self, key: str) -> bool:
        """Return true or false."""
        return bool(
            self._value(key, _is_flag, _("true or false is needed here."), False)
        )

    def number(self, key: str) -> int:
        """Return a whole number."""
        return int(self._value(key, _is_number, _("A number is needed here."), 0))

    def numbers(self, key: str) -> tuple[tuple[str, int], ...]:
        """Return named whole numbers in order; none where the key is not there."""
        if key not in self:
            return ()
        found = self._value(key, _is_numbers, _("Named numbers are needed here."), {})
        return tuple(found.items())

    def tables(self, key: str) -> Iterator["Reader"]:
        """Yield a reader for each table under a key, with its place for messages."""
        found = self._value(key, _is_tables, _("Tables are needed here."), [])
        for count, table in enumerate(found, 1):
            place = f"{self._place}, {key} {count}" if self._place else f"{key} {count}"
            yield Reader(self.file, table, self.problems, place)

    def _value(
        self, key: str, fits: Callable[[Any], bool], needed: str, instead: Any
    ) -> Any:
        if key not in self:
            self.report(key, _("This key is missing."))
        elif not fits(self._table[key]):
            self.report(key, needed)
        else:
            return self._table[key]
        return instead


def problem(file: str, where: str, what: str) -> RegulationProblem:
    """Return a problem in the words the specialist reads."""
    return RegulationProblem(
        file=file,
        where=where,
        message=_(
            "{file}, {where}: {what} "
            "This part is left out. Your records are not touched."
        ).format(file=file, where=where, what=what),
    )


def open_table(
    entry: Traversable, file: str, problems: list[RegulationProblem]
) -> Reader | None:
    """Return a reader for a file, or None where it cannot be read as TOML."""
    try:
        data = entry.read_bytes()
    except OSError:
        problems.append(problem(file, _("the file"), _("It cannot be opened.")))
        return None
    return read_table(data, file, problems)


def read_table(
    data: bytes, file: str, problems: list[RegulationProblem]
) -> Reader | None:
    """Return a reader for a file's content, or None where it is not TOML in UTF-8."""
    try:
        return Reader(file, tomllib.loads(data.decode("utf-8")), problems)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = _("It is not UTF-8 text.")
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"line (\d+)", str(error))
        line = int(told[1]) if told else data.count(b"\n") + 1
        what = _("It is not written as TOML.")
    problems.append(problem(file, _("line {line}").format(line=line), what))
    return None


def repeated(values: Iterable[str]) -> list[str]:
    """Return the values that come more than once, empty ones aside."""
    return [value for value, count in Counter(values).items() if value and count > 1]


def _is_words(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_words_list(value: object) -> bool:
    return isinstance(value, list) and all(_is_words(one) for one in value)


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and all(_is_words_list(one) for one in value)


def _is_day(value: object) -> bool:
    return type(value) is date  # a datetime is a date as well


def _is_flag(value: object) -> bool:
    return isinstance(value, bool)


def _is_number(value: object) -> bool:
    return type(value) is int  # true is a number as well


def _is_numbers(value: object) -> bool:
    return isinstance(value, dict) and all(_is_number(one) for one in value.values())


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)
