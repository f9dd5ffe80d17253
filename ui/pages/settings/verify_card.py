"""Verify my record: everything signed is looked at again, and the result told."""

from functools import partial

from PySide6.QtCore import Signal

from app.domain.wording import _, plural
from app.services.faults import StoreError
from app.services.verify import Finding, Verification, verify_record
from ui.context import Context
from ui.pages.settings.ways_in import add_button
from ui.tasks import Lane
from ui.widgets.banner import Banner
from ui.widgets.buttons import OutlineButton
from ui.widgets.card import Card, RowList
from ui.widgets.drawn import ProgressBar
from ui.widgets.labels import Body, Second
from ui.widgets.pill import IconLabel

_WHOLE = 100


class VerifyCard(Card):
    """Looks on the long lane, shows how far it is, and says what was found."""

    _moved = Signal(int, int)

    def __init__(self, context: Context) -> None:
        super().__init__(_("Verify my record"))
        self._context = context
        self._looking = False
        self.button = OutlineButton(_("Verify my record"), "shield-check")
        self.button.setObjectName("verify")
        self.button.clicked.connect(self._on_verify_clicked)
        self._bar = ProgressBar(0.0, _("Not begun"), height=12)
        self._bar.stretch()
        self.result = Banner("", "ok")
        self.findings = RowList(gap=6)
        self.add(Body(_("Checks that nothing was changed since you signed it.")))
        add_button(self, self.button)
        for part in (self._bar, self.result, self.findings):
            self.add(part)
            part.hide()
        self.add(Second(_limits()))
        self.add_stretch()
        self._moved.connect(self._on_moved)

    def _on_verify_clicked(self) -> None:
        if self._looking:
            return
        self._looking = True
        self.button.set_words(_("Looking…"))
        self.result.hide()
        self.findings.hide()
        self._on_moved(0, 1)
        self._bar.show()
        self._context.tasks.run(
            Lane.LONG,
            partial(verify_record, self._context.store, self._moved.emit),
            on_done=self._on_verified,
            on_failed=self._on_failed,
            expected=(StoreError,),
        )

    def _on_moved(self, done: int, whole: int) -> None:
        share = done / max(whole, 1)
        said = _("{n} percent looked at").format(n=round(share * _WHOLE))
        self._bar.set_share(share, said)

    def _on_verified(self, found: Verification) -> None:
        tone = "ok" if found.holds else "bad"
        self._end(_verdict(found), tone)
        rows = [_row(finding) for finding in found.findings]
        self.findings.set_rows(list(rows))
        self.findings.setVisible(bool(rows))

    def _on_failed(self, error: Exception) -> None:
        self._end(str(error), "bad")

    def _end(self, words: str, tone: str) -> None:
        self._looking = False
        self.button.set_words(_("Verify my record"))
        self._bar.hide()
        self.result.tell(words, tone)
        self.result.show()


def _verdict(found: Verification) -> str:
    counts = (
        plural("{n} note", "{n} notes", found.notes).format(n=found.notes),
        plural("{n} plan", "{n} plans", found.plans).format(n=found.plans),
        plural(
            "{n} acknowledgement", "{n} acknowledgements", found.acknowledgements
        ).format(n=found.acknowledgements),
        plural("{n} ledger entry", "{n} ledger entries", found.ledger_entries).format(
            n=found.ledger_entries
        ),
    )
    looked = _("We looked at {counts}.").format(counts=", ".join(counts))
    if found.holds:
        verdict = _("Nothing was changed since it was signed.")
    else:
        verdict = _(
            "Something is not as it was signed. Nothing was changed by looking. "
            "Tell your supervisor, and keep the printed pages."
        )
    return f"{looked} {verdict}"


def _row(finding: Finding) -> IconLabel:
    words = _("{where}: {what}").format(where=finding.where, what=finding.words)
    return IconLabel("circle-alert", words, "bad", 16)


def _limits() -> str:
    return _(
        "What this cannot prove: who typed the PIN. Somebody with both your passphrase "
        "and your PIN could sign everything anew. "
        "Only the codes on signed paper would show that."
    )
