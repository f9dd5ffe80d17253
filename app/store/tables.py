"""The tables, as services ask for them; ``steps`` makes them.

A test holds these columns against a file made by the steps. Rows stay inside
:mod:`app.services`.
"""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

_METADATA = MetaData()


def _table(name: str, text: str, integers: str = "", blobs: str = "") -> Table:
    whole = [Column(c, Integer, primary_key=c == "id") for c in integers.split()]
    words = [Column(c, Text, primary_key=c == "id") for c in text.split()]
    bytes_ = [Column(c, LargeBinary) for c in blobs.split()]
    return Table(name, _METADATA, *whole, *words, *bytes_)


caseload = _table("caseload", "vault_id made_at", "id practice")
ledger = _table("ledger", "at_utc kind body previous hash", "id")
paper = _table("paper", "id kind sha256 made_at_utc", "size")
answer = _table("answer", "name value said_by said_on starts_on recorded_at", "id")
specialist = _table(
    "specialist",
    "name certificate_number certified_on employed_since birthday",
    "id",
)
designation_held = _table(
    "designation_held",
    "code certificate_name awarded_on ended_on agreed_with agreed_on",
    "id",
)
signing_key = _table(
    "signing_key", "made_at_utc fingerprint public_key", "id failed_tries", "wrapped"
)
acknowledgement = _table(
    "acknowledgement",
    "way text_sha256 content content_sha256 paper_id pdf_sha256 made_at_utc seal "
    "signature key_fingerprint",
    "id ledger_id",
)
person = _table(
    "person",
    "name preferred_name birth_date record_number representative "
    "representative_role preference find_key added_at ended_on",
    "id",
)
person_status = _table(
    "person_status", "kind on_date by_whom recorded_at", "id person_id"
)
service_objective = _table(
    "service_objective", "words plan_date ended_on", "id person_id"
)
plan_draft = _table("plan_draft", "content saved_at", "person_id")
plan_version = _table(
    "plan_version",
    "in_force_from review_on content content_sha256 paper_id pdf_sha256 made_at_utc",
    "id person_id version ledger_id",
)
plan_goal = _table("plan_goal", "name opened_on closed_on", "plan_id number")
draft = _table("draft", "content started_at saved_at discarded_at", "id person_id")
note = _table(
    "note",
    "held_on started_at content content_sha256 paper_id pdf_sha256 signed_at_utc "
    "seal signature key_fingerprint",
    "id number person_id minutes person_present ledger_id",
)
note_activity = _table(
    "note_activity",
    "citation edition text goal_answer",
    "note_id position goal_number",
)
next_contact = _table(
    "next_contact", "on_date at_time place closed_at", "id person_id note_id"
)
printout = _table(
    "printout",
    "kind document_id paper_id check_code queued_at printed_at filed_on filed_where",
    "id person_id subject_id pages needs_ink",
)

ALL: tuple[Table, ...] = tuple(_METADATA.tables.values())
