"""Put the program's own words into the reader's language.

One gettext catalogue serves ``app`` and ``ui``; the English words in the code are
its keys. Rule text never passes through here: it is shown as published.
"""

import gettext

_catalogue: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def use_language(code: str) -> None:
    """Speak this language from now on; English where nothing is translated."""
    from importlib.resources import as_file, files  # 3 ms that English does without

    with as_file(files("resources") / "wording") as folder:
        _catalogue[0] = gettext.translation(
            "peer-daybook", folder, languages=[code], fallback=True
        )


def _(words: str) -> str:
    """Return the words in the reader's language."""
    return _catalogue[0].gettext(words)


def plural(one: str, many: str, n: int) -> str:
    """Return the form that goes with ``n`` things, in the reader's language."""
    return _catalogue[0].ngettext(one, many, n)
