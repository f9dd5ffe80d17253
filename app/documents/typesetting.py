"""Set the blocks of a sheet as pieces, and glue together what belongs together."""

from dataclasses import replace
from itertools import count

from app.documents.block_pieces import GROUP_STARTS, pieces_of
from app.documents.blocks import Block, Line
from app.documents.pieces import Piece

_KEPT_WITH_ENDING = 28.0


def set_blocks(
    blocks: tuple[Block, ...], ending: tuple[Block, ...], width: float
) -> list[Piece]:
    """Return the pieces in order; the ending is glued to the words before it."""
    pieces = [piece for block in blocks for piece in pieces_of(block, width)]
    last = [piece for block in ending for piece in pieces_of(block, width)]
    if ending:
        _glue_the_end(pieces, with_words=isinstance(ending[0], Line))
    pieces += [replace(piece, glued=True) for piece in last[:-1]] + last[-1:]
    return _with_groups_numbered(pieces)


def _glue_the_end(pieces: list[Piece], *, with_words: bool) -> None:
    """Glue the last words to the ending, so that it is never alone on a page.

    Args:
        with_words: The ending begins with words: then a whole group stays where it is.
    """
    kept = 0.0
    for place in reversed(range(len(pieces))):
        if kept >= _KEPT_WITH_ENDING or (with_words and pieces[place].group):
            break
        kept += pieces[place].part.height
        pieces[place] = replace(pieces[place], glued=True)


def _with_groups_numbered(pieces: list[Piece]) -> list[Piece]:
    """Give each run of pieces of a group its own number, in order."""
    numbers = count(1)
    numbered = []
    group = 0
    for piece in pieces:
        if piece.group == GROUP_STARTS:
            group = next(numbers)
        numbered.append(replace(piece, group=group if piece.group else 0))
    return numbered
