"""What makes a passphrase good enough: NIST SP 800-63B-4.

At least 15 characters of any kind, no rules of composition, no forced change, no
hints; only what is common is refused, with the reason.
"""

import unicodedata

from app.domain.problems import Problem
from app.domain.wording import _

MIN_LENGTH = 15
"""SP 800-63B-4, 3.1.1.2: passwords used alone have at least 15 characters."""

_COMMON = (
    *("password", "passw0rd", "passphrase", "letmein", "welcome", "admin", "abc"),
    *("qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "iloveyou", "trustno1"),
    *("123", "1234", "12345", "123456", "1234567", "12345678", "123456789"),
    *("1234567890", "monkey", "dragon", "sunshine", "princess", "superman", "master"),
    *("football", "baseball", "peer", "daybook", "peerdaybook", "recovery"),
    *("mississippi", "support", "specialist"),
)


def check_passphrase_choice(passphrase: str) -> tuple[Problem, ...]:
    """Return why a new passphrase is refused; empty when it will do."""
    words = unicodedata.normalize("NFKC", passphrase)
    if len(words) < MIN_LENGTH:
        message = _("Use at least 15 characters. Four or five words work well.")
    elif len(set(words.casefold())) < 5:
        message = _("This repeats too few letters. Use four or five words.")
    elif not _left_without_common(words):
        message = _("This is on the list of common passphrases. Add words of your own.")
    else:
        return ()
    return (Problem("passphrase", message),)


def strength_words(passphrase: str) -> str:
    """Return a plain hint while a new passphrase is typed."""
    length = len(unicodedata.normalize("NFKC", passphrase))
    if not length:
        return _("Four or five words that only you would put together.")
    if length < MIN_LENGTH:
        return _("{n} more characters to go.").format(n=MIN_LENGTH - length)
    if problems := check_passphrase_choice(passphrase):
        return problems[0].message
    if length < 20:
        return _("Good. One more word makes it stronger.")
    return _("Strong.")


def _left_without_common(words: str) -> str:
    rest = words.casefold()
    for common in sorted(_COMMON, key=len, reverse=True):
        rest = rest.replace(common, "")
    return "".join(c for c in rest if c.isalnum())
