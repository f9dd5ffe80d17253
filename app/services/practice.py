"""The practice caseload: made-up people to try the program with, and to measure it.

The same specialist, size and day always give the same people, sessions and words. It
lies in its own file, and every screen and page of it is marked PRACTICE.
"""

import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from app.services.practice_filling import HALF_YEAR, Filling, Size, moment
from app.services.practice_people import add_people, set_up
from app.services.practice_sessions import file_papers, leave_open, sign_all
from app.services.starting import PRACTICE_PASSPHRASE as PASSPHRASE
from app.store.caseload import FLOOR, caseload_exists, create_caseload, open_caseload
from app.store.database import Store

__all__ = [
    "PASSPHRASE",
    "PIN",
    "PracticeSpecialist",
    "Size",
    "make_practice",
    "open_practice",
    "practice_specialists",
]

PIN = "246813"

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSpecialist:
    """One of the made-up specialists to be while practising."""

    id: str
    name: str
    designations: tuple[str, ...]


def practice_specialists() -> tuple[PracticeSpecialist, ...]:
    """Return the specialists; between them they hold every designation."""
    return tuple(
        PracticeSpecialist(
            id=one["id"], name=one["name"], designations=tuple(one["designations"])
        )
        for one in _data()["specialist"]
    )


def open_practice(
    base: Path,
    specialist: str,
    *,
    now: datetime,
    progress: Progress = lambda _done, _all: None,
    size: Size | None = None,
) -> Store:
    """Open a specialist's practice caseload; make it where there is none yet.

    Args:
        base: The folder that holds the practice caseloads.
        specialist: An id of :func:`practice_specialists`.
        size: How many people and sessions; by default twelve and half a year.

    Raises:
        StoreError: The disk refused, or it is open in another window.
    """
    folder = base / specialist
    if not caseload_exists(folder):
        part = base / f"{specialist}.part"
        shutil.rmtree(part, ignore_errors=True)
        make_practice(part, specialist, now=now, progress=progress, size=size).close()
        part.rename(folder)
    return open_caseload(folder, PASSPHRASE, now=now)


def make_practice(
    folder: Path,
    specialist: str,
    *,
    now: datetime,
    progress: Progress = lambda _done, _all: None,
    size: Size | None = None,
) -> Store:
    """Make a practice caseload in an empty folder and return it open.

    Raises:
        StoreError: The disk refused, or ``progress`` raised it to stop the work.
    """
    data = _data()
    (chosen,) = (one for one in data["specialist"] if one["id"] == specialist)
    store, _code = create_caseload(
        folder, PASSPHRASE, now=now, practice=True, cost=FLOOR
    )
    filling = Filling(
        store=store,
        data=data,
        specialist=chosen,
        size=size or Size(),
        now=now,
        pin=PIN,
        progress=progress,
    )
    try:
        _fill(filling)
    except BaseException:  # progress may stop it
        store.close()
        raise
    return store


def _fill(filling: Filling) -> None:
    began = moment(filling, HALF_YEAR + 14)
    set_up(filling, began)
    made = tuple(add_people(filling, began))
    sign_all(filling, made)
    file_papers(filling)
    leave_open(filling, made)


def _data() -> dict[str, Any]:
    text = (files("resources") / "practice" / "caseload.toml").read_text("utf-8")
    return tomllib.loads(text)
