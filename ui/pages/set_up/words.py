"""What the steps of set-up are called."""

from app.domain.wording import _


def step_name(step: str) -> str:
    """Return a step's name as the side panel shows it."""
    return {
        "passphrase": _("Passphrase"),
        "sheet": _("Recovery sheet"),
        "you": _("Who you are"),
        "certificate": _("Your certificate"),
        "designations": _("Your designations"),
        "agency": _("Your agency"),
        "pin": _("Signing PIN"),
        "backup": _("Backup place"),
    }[step]


def next_words(step: str) -> str:
    """Return the words of the button that leads to a step."""
    return {
        "passphrase": _("&Next: passphrase"),
        "sheet": _("&Next: recovery sheet"),
        "you": _("&Next: who you are"),
        "certificate": _("&Next: your certificate"),
        "designations": _("&Next: your designations"),
        "agency": _("&Next: your agency"),
        "pin": _("&Next: signing PIN"),
        "backup": _("&Next: backup place"),
        "": _("Fi&nish set-up"),
    }[step]
