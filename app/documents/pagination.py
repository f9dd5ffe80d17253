"""Divide pieces into pages: no heading left behind, no signature block alone."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.documents.pieces import Part, Piece, Shrunk


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A part and how far below the top of the text and right of its edge it is."""

    part: Part
    down: float
    indent: float
    repeated: bool = False


class Paginator:
    """Lays pieces on pages in one pass, from the top down."""

    def __init__(self, pieces: Iterable[Piece], rooms: tuple[float, float]) -> None:
        self._waiting = deque(pieces)
        self._first_room, self._next_room = rooms
        self._pages: list[list[Placed]] = [[]]
        self._down = 0.0
        self._group = 0

    def pages(self) -> list[list[Placed]]:
        """Return what is on each page; there is always one."""
        while self._waiting:
            self._lay(self._waiting.popleft())
        return self._pages

    @property
    def _at_top(self) -> bool:
        return not self._pages[-1]

    @property
    def _room(self) -> float:
        room = self._first_room if len(self._pages) == 1 else self._next_room
        return room - self._down

    def _lay(self, piece: Piece) -> None:
        if self._breaks_group(piece):
            self._turn()
        if self._at_top:
            if piece.head:
                self._put(piece.head, piece.indent, repeated=True)
            before = 0.0
        else:
            before = piece.before
        room = self._room - before
        follows = self._needed_after() if piece.glued else 0.0
        if piece.part.height + follows <= room:
            self._down += before
            self._put(piece.part, piece.indent)
            self._group = piece.group
            return
        halves = piece.part.cut(min(room, piece.part.height - 1))
        if halves:
            self._down += before
            self._put(halves[0], piece.indent)
            self._waiting.appendleft(replace(piece, part=halves[1]))
            self._turn()
        elif not self._stands_alone(piece):
            self._waiting.appendleft(piece)
            self._turn()
        else:
            fits = piece.part.height <= room
            part = piece.part if fits else Shrunk(part=piece.part, height=room)
            self._put(part, piece.indent)

    def _stands_alone(self, piece: Piece) -> bool:
        """Say whether nothing but a repeated head is above: no page has more room."""
        return all(placed.repeated for placed in self._pages[-1])

    def _put(self, part: Part, indent: float, *, repeated: bool = False) -> None:
        placed = Placed(part=part, down=self._down, indent=indent, repeated=repeated)
        self._pages[-1].append(placed)
        self._down += part.height

    def _turn(self) -> None:
        self._pages.append([])
        self._down = 0.0

    def _needed_after(self) -> float:
        """Return the room that what is glued below needs at the least."""
        needed = 0.0
        for piece in self._waiting:
            needed += piece.before + piece.part.least
            if not piece.glued or piece.part.least < piece.part.height:
                break
        return needed

    def _breaks_group(self, piece: Piece) -> bool:
        """Say whether a group that fits on a page would be cut on this one."""
        if not piece.group or piece.group == self._group or self._at_top:
            return False
        self._group = piece.group
        height = piece.before + piece.part.height
        glued = piece.glued
        for other in self._waiting:
            if other.group != piece.group and not glued:
                break
            height += other.before + other.part.height
            glued = other.glued
        return self._room < height <= self._next_room
