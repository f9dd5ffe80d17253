"""Step 1: the caseload as first released.

Dates and times are ISO text. What is signed is frozen three ways: these triggers,
the authorizer of an open store, and the chain that "Verify my record" walks. The
``BEFORE INSERT`` guards stop ``INSERT OR REPLACE`` where ``recursive_triggers`` is
off, as it is by default in other tools.
"""


def _frozen(table: str, *unique: str) -> tuple[str, ...]:
    same = " OR ".join(f"{column} = NEW.{column}" for column in unique)
    words = f"RAISE(ABORT, '{table} is frozen')"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        f"BEGIN SELECT {words}; END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
        f"BEGIN SELECT {words}; END",
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same}) "
        f"BEGIN SELECT {words}; END",
    )


def _child(table: str, column: str, parent: str) -> tuple[str, ...]:
    words = f"RAISE(ABORT, '{table} is frozen')"
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
        f"BEGIN SELECT {words}; END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
        f"BEGIN SELECT {words}; END",
        # Children are written before their parent, whose coming closes the door.
        f"CREATE TRIGGER {table}_no_insert BEFORE INSERT ON {table} "
        f"WHEN EXISTS (SELECT 1 FROM {parent} WHERE id = NEW.{column}) "
        f"BEGIN SELECT {words}; END",
    )


_LEDGER = (
    """CREATE TABLE caseload (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        vault_id TEXT NOT NULL,
        practice INTEGER NOT NULL,
        made_at TEXT NOT NULL
    )""",
    """CREATE TABLE ledger (
        id INTEGER PRIMARY KEY,
        at_utc TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        previous TEXT NOT NULL UNIQUE,
        hash TEXT NOT NULL UNIQUE
    )""",
    """CREATE TABLE paper (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        made_at_utc TEXT NOT NULL
    )""",
)

_SPECIALIST = (
    """CREATE TABLE answer (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        said_by TEXT NOT NULL,
        said_on TEXT,
        starts_on TEXT,
        recorded_at TEXT NOT NULL
    )""",
    "CREATE INDEX answer_by_name ON answer (name, id)",
    """CREATE TABLE specialist (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL,
        certificate_number TEXT NOT NULL,
        certified_on TEXT,
        employed_since TEXT,
        birthday TEXT
    )""",
    """CREATE TABLE designation_held (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL,
        certificate_name TEXT NOT NULL,
        awarded_on TEXT NOT NULL,
        ended_on TEXT,
        agreed_with TEXT NOT NULL,
        agreed_on TEXT
    )""",
    """CREATE TABLE signing_key (
        id INTEGER PRIMARY KEY,
        made_at_utc TEXT NOT NULL,
        fingerprint TEXT NOT NULL UNIQUE,
        public_key TEXT NOT NULL,
        wrapped BLOB NOT NULL,
        failed_tries INTEGER NOT NULL DEFAULT 0
    )""",
    """CREATE TABLE acknowledgement (
        id INTEGER PRIMARY KEY,
        way TEXT NOT NULL CHECK (way IN ('electronic', 'ink')),
        text_sha256 TEXT NOT NULL,
        content TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        paper_id TEXT NOT NULL REFERENCES paper (id),
        pdf_sha256 TEXT NOT NULL,
        made_at_utc TEXT NOT NULL,
        seal TEXT NOT NULL,
        signature TEXT NOT NULL,
        key_fingerprint TEXT NOT NULL,
        ledger_id INTEGER NOT NULL UNIQUE REFERENCES ledger (id)
    )""",
)

_PEOPLE = (
    """CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        preferred_name TEXT NOT NULL,
        birth_date TEXT,
        record_number TEXT NOT NULL,
        representative TEXT NOT NULL,
        representative_role TEXT NOT NULL,
        preference TEXT NOT NULL,
        find_key TEXT NOT NULL,
        added_at TEXT NOT NULL,
        ended_on TEXT
    )""",
    "CREATE INDEX person_by_find_key ON person (find_key)",
    """CREATE TABLE person_status (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person (id),
        kind TEXT NOT NULL CHECK (kind IN (
            'offered', 'requested', 'indicated', 'accepted', 'declined', 'paused',
            'stopped')),
        on_date TEXT NOT NULL,
        by_whom TEXT NOT NULL,
        recorded_at TEXT NOT NULL
    )""",
    "CREATE INDEX person_status_of ON person_status (person_id, on_date, id)",
    """CREATE TABLE service_objective (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person (id),
        words TEXT NOT NULL,
        plan_date TEXT NOT NULL,
        ended_on TEXT
    )""",
    "CREATE INDEX service_objective_of ON service_objective (person_id)",
    """CREATE TABLE plan_draft (
        person_id INTEGER PRIMARY KEY REFERENCES person (id),
        content TEXT NOT NULL,
        saved_at TEXT NOT NULL
    )""",
    """CREATE TABLE plan_version (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person (id),
        version INTEGER NOT NULL,
        in_force_from TEXT NOT NULL,
        review_on TEXT NOT NULL,
        content TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        paper_id TEXT NOT NULL REFERENCES paper (id),
        pdf_sha256 TEXT NOT NULL,
        made_at_utc TEXT NOT NULL,
        ledger_id INTEGER NOT NULL UNIQUE REFERENCES ledger (id),
        UNIQUE (person_id, version)
    )""",
    """CREATE TABLE plan_goal (
        plan_id INTEGER NOT NULL
            REFERENCES plan_version (id) DEFERRABLE INITIALLY DEFERRED,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        opened_on TEXT NOT NULL,
        closed_on TEXT,
        PRIMARY KEY (plan_id, number)
    ) WITHOUT ROWID""",
)

_SESSIONS = (
    # An id is never used again: a stale one must not open another person's draft.
    """CREATE TABLE draft (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        person_id INTEGER NOT NULL REFERENCES person (id),
        content TEXT NOT NULL,
        started_at TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        discarded_at TEXT
    )""",
    "CREATE INDEX draft_of ON draft (person_id)",
    """CREATE TABLE note (
        id INTEGER PRIMARY KEY,
        number INTEGER NOT NULL UNIQUE,
        person_id INTEGER NOT NULL REFERENCES person (id),
        held_on TEXT NOT NULL,
        started_at TEXT NOT NULL,
        minutes INTEGER NOT NULL,
        person_present INTEGER NOT NULL,
        content TEXT NOT NULL,
        content_sha256 TEXT NOT NULL,
        paper_id TEXT NOT NULL REFERENCES paper (id),
        pdf_sha256 TEXT NOT NULL,
        signed_at_utc TEXT NOT NULL,
        seal TEXT NOT NULL,
        signature TEXT NOT NULL,
        key_fingerprint TEXT NOT NULL,
        ledger_id INTEGER NOT NULL UNIQUE REFERENCES ledger (id)
    )""",
    "CREATE INDEX note_of ON note (person_id, held_on, started_at, minutes)",
    "CREATE INDEX note_by_day ON note (held_on)",
    """CREATE TABLE note_activity (
        note_id INTEGER NOT NULL
            REFERENCES note (id) DEFERRABLE INITIALLY DEFERRED,
        position INTEGER NOT NULL,
        citation TEXT NOT NULL,
        edition TEXT NOT NULL,
        text TEXT NOT NULL,
        goal_number INTEGER,
        goal_answer TEXT NOT NULL,
        PRIMARY KEY (note_id, position)
    ) WITHOUT ROWID""",
    """CREATE VIEW note_words AS SELECT
        id,
        json_extract(content, '$.what_we_did') AS what_we_did,
        json_extract(content, '$.how_it_went') AS how_it_went,
        json_extract(content, '$.next_step') AS next_step
        FROM note""",
    """CREATE VIRTUAL TABLE note_text USING fts5 (
        what_we_did, how_it_went, next_step,
        content = 'note_words', content_rowid = 'id',
        tokenize = "unicode61 remove_diacritics 2"
    )""",
    """CREATE TRIGGER note_into_text AFTER INSERT ON note BEGIN
        INSERT INTO note_text (rowid, what_we_did, how_it_went, next_step) VALUES (
            NEW.id,
            json_extract(NEW.content, '$.what_we_did'),
            json_extract(NEW.content, '$.how_it_went'),
            json_extract(NEW.content, '$.next_step')
        );
    END""",
    """CREATE TABLE next_contact (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person (id),
        note_id INTEGER UNIQUE REFERENCES note (id),
        on_date TEXT NOT NULL,
        at_time TEXT,
        place TEXT NOT NULL,
        closed_at TEXT
    )""",
    "CREATE INDEX next_contact_by_day ON next_contact (on_date)",
    """CREATE TABLE printout (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        person_id INTEGER REFERENCES person (id),
        subject_id INTEGER,
        document_id TEXT NOT NULL,
        paper_id TEXT NOT NULL REFERENCES paper (id),
        pages INTEGER NOT NULL,
        check_code TEXT NOT NULL,
        needs_ink INTEGER NOT NULL,
        queued_at TEXT NOT NULL,
        printed_at TEXT,
        filed_on TEXT,
        filed_where TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX printout_open ON printout (filed_on, printed_at)",
    "CREATE INDEX printout_of ON printout (kind, subject_id)",
)

STATEMENTS: tuple[str, ...] = (
    *_LEDGER,
    *_SPECIALIST,
    *_PEOPLE,
    *_SESSIONS,
    *_frozen("ledger", "id", "previous", "hash"),
    *_frozen("paper", "id"),
    *_frozen("answer", "id"),
    *_frozen("acknowledgement", "id", "ledger_id"),
    *_frozen("plan_version", "id", "ledger_id"),
    *_child("plan_goal", "plan_id", "plan_version"),
    *_frozen("note", "id", "number", "ledger_id"),
    *_child("note_activity", "note_id", "note"),
)
