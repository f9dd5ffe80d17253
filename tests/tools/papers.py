"""Write every printed document from the practice caseload: ``papers DIR``."""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from app.domain.page_content import RecoverySheet
from app.domain.session import GoalAnswer
from app.services import acknowledgements, pages, papers, plans, rules, sessions
from app.services.practice import PIN, make_practice
from app.services.signing import preview_note
from app.store.database import Store
from tests.benchmarks.caseloads import NOW


def main() -> int:
    """Write the PDFs and say where they are."""
    if len(sys.argv) != 2:
        print("usage: papers DIR", file=sys.stderr)
        return 2
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        store = make_practice(Path(scratch) / "practice", "rivers", now=NOW)
        try:
            for name, pdf in _documents(store).items():
                (folder / f"{name}.pdf").write_bytes(pdf)
                print(folder / f"{name}.pdf")
        finally:
            store.close()
    return 0


def _documents(store: Store) -> dict[str, bytes]:
    newest = sessions.list_sessions(store, 1)[0]
    plan = plans.current_plan(store, 1)
    assert plan is not None  # the practice caseload has one
    sheet = RecoverySheet(
        groups=("MADE", "UPCO", "DEOF", "PRAC", "TICE", "ONLY", "ABCD", "EFGH", "2345"),
        specialist="Sam Rivers",
        made_on=NOW.date(),
        practice=True,
    )
    return {
        "session-note": papers.paper_bytes(store, newest.paper_id),
        "session-note-draft": _draft(store),
        "recovery-support-plan": papers.paper_bytes(store, plan.paper_id),
        **_acknowledgements(store),
        "recovery-sheet": pages.sheet_page(sheet)[0],
    }


def _draft(store: Store) -> bytes:
    saved = sessions.list_drafts(store)[0].draft
    activities = tuple(
        replace(one, answer=GoalAnswer.NO_GOAL_FITS, reason="We met a new need.")
        for one in saved.activities
    )
    words = "\n\n".join([saved.what_we_did] * 12)  # long enough for two pages
    whole = replace(saved, activities=activities, what_we_did=words, late_marked=True)
    content, stamp = preview_note(store, rules.load_rules(), whole, now=NOW)
    return pages.note_page(content, stamp)[0]


def _acknowledgements(store: Store) -> dict[str, bytes]:
    scope = rules.load_scope()
    draft = acknowledgements.AcknowledgementDraft(
        full_name="Sam Rivers",
        initials="SR",
        received_copy=True,
        read_and_understood=True,
    )
    found = {}
    for name, pin in (("in-ink", None), ("signed", PIN)):
        prepared = acknowledgements.prepare_acknowledgement(
            store, scope, draft, pin, now=NOW
        )
        found[f"acknowledgement-{name}"] = store.papers.get(prepared.paper.sha256)
    return found


if __name__ == "__main__":
    sys.exit(main())
