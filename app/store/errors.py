"""What can go wrong with the caseload, each with the sentence the specialist reads.

``str(error)`` is that sentence. None of them carries a key, a passphrase or a word
of a record, so that all of them may be logged.
"""

from pathlib import Path

from app.domain.wording import _, plural


class StoreError(Exception):
    """Something expected went wrong with the caseload. Base of all below."""

    def __str__(self) -> str:
        return _("The caseload could not be used. Nothing was changed.")


class WrongPassphrase(StoreError):
    """The passphrase does not open the keys."""

    def __str__(self) -> str:
        return _(
            "That passphrase did not work. Check Caps Lock and try again. "
            "Nothing was changed."
        )


class WrongRecoveryCode(StoreError):
    """The recovery code does not open the keys."""

    def __str__(self) -> str:
        return _(
            "That recovery code did not work. Check each group against your recovery "
            "sheet and try again. Nothing was changed."
        )


class TooManyTries(StoreError):
    """Another try must wait.

    Attributes:
        seconds: How long from now, at least 1.
    """

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def __str__(self) -> str:
        return plural(
            "There were several wrong tries. Wait {n} second, then try again. "
            "Nothing was changed.",
            "There were several wrong tries. Wait {n} seconds, then try again. "
            "Nothing was changed.",
            self.seconds,
        ).format(n=self.seconds)


class CaseloadDamaged(StoreError):
    """The database is not what was written: wrong key, bad page, cut or empty."""

    def __str__(self) -> str:
        return _(
            "The caseload file is damaged. Nothing was changed. "
            "Your newest backup can bring your records back."
        )


class KeysLost(StoreError):
    """The key file is damaged or gone, and so is its copy."""

    def __str__(self) -> str:
        return _(
            "The key file of this caseload is damaged or gone, and so is its copy. "
            "Your records were not changed. Each backup holds a copy of the key file. "
            "Your passphrase or recovery code opens it."
        )


class CaseloadMissing(StoreError):
    """There is no caseload in the folder."""

    def __str__(self) -> str:
        return _(
            "No caseload was found in this folder. It may have been moved. "
            "Choose the folder it is in now. Nothing was changed."
        )


class CaseloadExists(StoreError):
    """A caseload cannot be made where there is one already."""

    def __str__(self) -> str:
        return _(
            "There is already a caseload in this folder. Open it, or choose another "
            "folder. Nothing was changed."
        )


class CaseloadTooNew(StoreError):
    """A newer release of the program wrote the file."""

    def __str__(self) -> str:
        return _(
            "A newer version of Peer Daybook saved this caseload. Update the program, "
            "then open it again. Nothing was changed."
        )


class CaseloadInUse(StoreError):
    """Another process holds the caseload open."""

    def __str__(self) -> str:
        return _(
            "This caseload is already open in another window. Go to that window, or "
            "close it and try again. Nothing was changed."
        )


class CaseloadClosed(StoreError):
    """The store was closed, as locking does, while something still wanted it."""

    def __str__(self) -> str:
        return _(
            "The caseload is locked. Unlock it and try again. "
            "What was saved before is safe."
        )


class DiskFull(StoreError):
    """There is no room left on the disk; the write was rolled back."""

    def __str__(self) -> str:
        return _(
            "Not saved: the disk is full. Your note is still on the screen. "
            "Make some room on the disk, then save again."
        )


class DiskFailed(StoreError):
    """The disk refused to read or write; the write was rolled back."""

    def __str__(self) -> str:
        return _(
            "The disk could not be read or written. What was saved before is safe. "
            "Check the disk, then try again."
        )


class FolderReadOnly(StoreError):
    """Nothing can be written in the folder.

    Attributes:
        folder: The folder, or ``None`` where the driver did not say.
    """

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__()
        self.folder = folder

    def __str__(self) -> str:
        if self.folder is None:
            return _(
                "Not saved: the caseload's folder is read-only. "
                "Allow saving there, then try again. What was saved before is safe."
            )
        return _(
            "Nothing can be saved in the folder {folder}. It is read-only. "
            "Allow saving there, then try again. What was saved before is safe."
        ).format(folder=self.folder)


class CaseloadBusy(StoreError):
    """Another connection held the file for longer than we wait."""

    def __str__(self) -> str:
        return _(
            "Not saved: the caseload was busy. Your note is still on the screen. "
            "Try again in a moment."
        )


class Interrupted(StoreError):
    """Work was stopped because its result is no longer wanted."""

    def __str__(self) -> str:
        return _("This was stopped before it was done. Nothing was changed.")


class PaperMissing(StoreError):
    """A stored paper's file is gone."""

    def __str__(self) -> str:
        return _(
            "A stored paper is missing. Its record is still here and was not changed. "
            "Your newest backup can bring the paper back."
        )


class PaperDamaged(StoreError):
    """A stored paper is not what was stored."""

    def __str__(self) -> str:
        return _(
            "A stored paper is damaged and cannot be shown. Its record was not "
            "changed. Your newest backup can bring the paper back."
        )
