"""Find signed notes by their words."""

from sqlalchemy import Connection, bindparam, text

from app.store.errors import CaseloadDamaged

# By number, not by rank: ranking reads every hit, so that it slows as a career grows.
_FIND = text(
    "SELECT rowid FROM note_text WHERE note_text MATCH :words "
    "ORDER BY rowid DESC LIMIT :limit"
).bindparams(bindparam("words"), bindparam("limit"))

_CHECK = text("INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)")
_REBUILD = text("INSERT INTO note_text (note_text) VALUES ('rebuild')")


def find_notes(db: Connection, words: str, limit: int) -> list[int]:
    """Return the ids of the notes that hold all the words, newest first.

    The last word may be unfinished. Nothing that is typed has a special meaning.
    """
    query = _quoted(words)
    if not query:
        return []
    return list(db.scalars(_FIND, {"words": query, "limit": limit}))


def index_is_sound(db: Connection) -> bool:
    """Say whether the index holds just the words of the notes; in a transaction."""
    try:
        db.execute(
            text(
                "INSERT INTO note_text (note_text, rank) VALUES ('integrity-check', 1)"
            )
        )
    except CaseloadDamaged:
        return False
    return True


def rebuild_index(db: Connection) -> None:
    """Make the index anew from the notes; in a transaction."""
    db.execute(_REBUILD)


def _quoted(typed: str) -> str:
    # Half a surrogate pair or a zero byte, from a paste, is no letter to look for.
    clean = typed.encode("utf-8", "ignore").decode("utf-8").replace("\0", "")
    words = [
        word.replace('"', '""')
        for word in clean.split()
        if any(letter.isalnum() for letter in word)
    ]
    return " ".join(f'"{word}"' for word in words) + "*" if words else ""
