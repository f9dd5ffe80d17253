"""Programs that are killed at a random moment: ``python -m tests.faults.mortal``.

Arguments: what to do, how often, and the folder; the data key in hex on standard
input. Each life is a fork that does its work and writes down what it acknowledged,
until it is killed with no chance to tidy up. After each death the files are looked at
as they lie. Prints nothing but what is wrong, and at the end how much was acknowledged.
"""

import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlalchemy

from app.store import audit
from app.store.driver import connect
from app.store.migrations import Step, migrate, schema_of, schema_version
from app.store.sidecar import (
    Sidecar,
    read_only_sidecar,
    read_sidecar,
    write_backup,
    write_sidecar,
)
from app.store.tables import ledger
from app.store.vault import DataKey, unwrap_with_code, with_new_code
from tests.app.store.caseloads import NOW, Made, generation_of, open_with_key

LONGEST_LIFE = 0.06  # seconds

GROWING = tuple(
    Step(
        statements=(
            f"CREATE TABLE first_{number} (id INTEGER PRIMARY KEY, words TEXT)",
            f"INSERT INTO first_{number} VALUES (1, 'x')",
            f"CREATE TABLE second_{number} (id INTEGER PRIMARY KEY)",
        )
    )
    for number in range(1, 400)
)


def save(made: Made, acknowledge: Callable[[str], None]) -> None:
    """Save link after link, and acknowledge each after its commit."""
    store = open_with_key(made.folder, made)
    while True:
        with store.transaction() as db:
            link = audit.append(db, "tried", {"words": "x" * 500}, now=NOW)
        acknowledge(link.hash)


def look_for_saved(made: Made, acknowledged: list[str]) -> list[str]:
    store = open_with_key(made.folder, made)
    with store.reading() as db:
        there = set(db.scalars(sqlalchemy.select(ledger.c.hash)))
        wrong = [f"lost {said}" for said in acknowledged if said not in there]
        wrong += [f"broken {link}" for link in audit.broken_links(db)]
    store.close()
    return wrong


def change_code(made: Made, acknowledge: Callable[[str], None]) -> None:
    """Set one recovery code after the other, each told before and after."""
    generation = generation_of(made.folder)
    sidecar, _ = read_sidecar(generation)
    while True:
        sidecar, code = with_new_code(sidecar, made.key)
        acknowledge(code)
        write_sidecar(generation, sidecar)
        write_backup(generation, sidecar)
        acknowledge("done")


def look_for_code(made: Made, acknowledged: list[str]) -> list[str]:
    generation = generation_of(made.folder)
    sidecar, _ = read_sidecar(generation)
    wrong = [] if read_only_sidecar(generation) else ["damaged"]
    codes = [said for said in acknowledged if said != "done"]
    if acknowledged and acknowledged[-1] == "done":
        good = codes[-1:]
    elif len(codes) > 1:
        good = codes[-2:]
    else:
        return wrong  # the one before the first may still hold
    if not any(_opens(sidecar, code) for code in good):
        wrong.append("no code opens")
    return wrong


def grow(made: Made, acknowledge: Callable[[str], None]) -> None:
    """Apply step after step to a database of its own."""
    with closing(connect(made.folder / "steps.db", made.key)) as raw:
        for number in range(1, len(GROWING) + 1):
            migrate(raw, GROWING[:number])
            acknowledge(str(number))
        time.sleep(1)


def look_for_steps(made: Made, acknowledged: list[str]) -> list[str]:
    if not (made.folder / "steps.db").exists():
        return []
    with closing(connect(made.folder / "steps.db", made.key)) as raw:
        done = schema_version(raw)
        tables = len(schema_of(raw))
    wrong = [] if tables == 2 * done else [f"{tables} tables at version {done}"]
    if acknowledged and done < int(acknowledged[-1]):
        wrong.append("lost a step")
    (made.folder / "steps.db").unlink()
    return wrong


WORK = {
    "save": (save, look_for_saved),
    "change_code": (change_code, look_for_code),
    "grow": (grow, look_for_steps),
}


def _opens(sidecar: Sidecar, code: str) -> bool:
    try:
        unwrap_with_code(sidecar, code)
    except Exception:  # noqa: BLE001 - whatever it is, the code did not open
        return False
    return True


def _live_and_die(
    made: Made, work: Callable[..., None], life: float, *, grown_up: bool
) -> list[str]:
    """Kill a life so many seconds after its start, or after it said something."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        work(made, lambda said: os.write(writer, f"{said}\n".encode()))
        os._exit(1)
    os.close(writer)
    if grown_up:  # on a busy computer, too, half of them get to work
        select.select([reader], [], [], 30)
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return pipe.read().decode().splitlines()


def main(what: str, times: int, folder: Path) -> None:
    """Live and die so often, looking at the files after each death."""
    key = DataKey(bytes.fromhex(sys.stdin.read()))
    sidecar, _ = read_sidecar(generation_of(folder))
    made = Made(folder=folder, code="", key=key, sidecar=sidecar)
    work, look = WORK[what]
    chance = random.Random(times)
    count = 0
    for number in range(times):
        life = chance.uniform(0.005, LONGEST_LIFE)
        acknowledged = _live_and_die(made, work, life, grown_up=number % 2 == 0)
        count += len(acknowledged)
        for wrong in look(made, acknowledged):
            sys.stdout.write(f"{wrong}\n")
    sys.stdout.write(f"acknowledged {count}\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
