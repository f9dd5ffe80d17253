"""Large practice caseloads to measure on, made once and kept in the cache folder."""

import shutil
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from platformdirs import user_cache_path

from app.services.practice import PASSPHRASE, Size, make_practice
from app.store.caseload import open_caseload
from app.store.database import Store
from app.store.steps import step_0001

NOW = datetime(2026, 11, 24, 8, 42, tzinfo=timezone(timedelta(hours=-6), "CST"))
SIZES = {2_000: 50, 20_000: 200, 100_000: 500}
"""Sessions to people: ``Words on scale`` of the product."""


def folder_of(sessions: int) -> Path:
    """Return a caseload of this many sessions, made where it is not there yet."""
    base = user_cache_path("PeerDaybook-bench", appauthor=False)
    mark = sha256("".join(step_0001.STATEMENTS).encode()).hexdigest()[:8]
    folder = base / f"{mark}-{sessions}"
    if not folder.exists():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.parent.mkdir(parents=True, exist_ok=True)
        size = Size(people=SIZES[sessions], sessions=sessions, own_pages=False)
        make_practice(part, "rivers", now=NOW, size=size).close()
        part.rename(folder)
    return folder


def copy_of(sessions: int, folder: Path) -> Path:
    """Return a copy that may be written to."""
    shutil.copytree(folder_of(sessions), folder)
    return folder


def opened(folder: Path) -> Store:
    """Return a caseload open."""
    return open_caseload(folder, PASSPHRASE, now=NOW)
