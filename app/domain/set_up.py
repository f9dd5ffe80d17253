"""The steps of set-up, in order."""

STEPS = (
    "passphrase",
    "sheet",
    "you",
    "certificate",
    "designations",
    "agency",
    "pin",
    "backup",
)
"""The passphrase comes first, so that every later answer is kept encrypted."""
