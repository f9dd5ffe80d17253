"""The errors that the person or the machine can cause, for the windows to show.

``str()`` of each is the sentence to show.
"""

from app.domain.edition import RulesUnreadable
from app.domain.problems import RuleViolation
from app.services.sealing import LedgerMoved, NoPin
from app.store.errors import (
    CaseloadDamaged,
    CaseloadInUse,
    CaseloadMissing,
    CaseloadTooNew,
    DiskFull,
    FolderReadOnly,
    KeysLost,
    StoreError,
    TooManyTries,
    WrongPassphrase,
    WrongRecoveryCode,
)
from app.store.signing_keys import WrongPin

__all__ = [
    "CaseloadDamaged",
    "CaseloadInUse",
    "CaseloadMissing",
    "CaseloadTooNew",
    "DiskFull",
    "FolderReadOnly",
    "KeysLost",
    "LedgerMoved",
    "NoPin",
    "RuleViolation",
    "RulesUnreadable",
    "StoreError",
    "TooManyTries",
    "WrongPassphrase",
    "WrongPin",
    "WrongRecoveryCode",
]
