"""Print the product's figures: ours, the baseline, the ratio, and the limit.

``python -m tests.benchmarks.bench [--json FILE]``. The first run makes caseloads of
2,000, 20,000 and 100,000 sessions, which takes some minutes; they are kept.
"""

import argparse
import json
import platform
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks import pages, records, windows
from tests.benchmarks.caseloads import SIZES, folder_of
from tests.benchmarks.measure import Row


def main() -> int:
    """Measure all rows; return 1 where one is above its limit."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    chosen = parser.parse_args()
    for sessions in SIZES:
        print(f"caseload of {sessions} sessions", file=sys.stderr, flush=True)
        folder_of(sessions)
    found = []
    with tempfile.TemporaryDirectory() as scratch:
        for part in (records, pages, windows):
            for row in part.rows(Path(scratch)):
                print(_line(row), flush=True)
                found.append(row)
    if chosen.json:
        chosen.json.write_text(json.dumps(_report(found), indent=1), "utf-8")
    return int(any(row.ratio > row.limit for row in found if row.limit))


def _line(row: Row) -> str:
    verdict = "" if not row.limit else "ok" if row.ratio <= row.limit else "ABOVE"
    limit = f"{row.limit:5.2f}" if row.limit else "    -"
    return (
        f"{row.name:16} {row.ours:9.2f} ms / {row.baseline:9.2f} ms = "
        f"{row.ratio:5.2f}  limit {limit}  {verdict:5}  {row.what}"
    )


def _report(rows: list[Row]) -> dict[str, object]:
    return {
        "python": platform.python_version(),
        "machine": platform.platform(),
        "rows": [{**asdict(row), "ratio": row.ratio} for row in rows],
    }


if __name__ == "__main__":
    sys.exit(main())
