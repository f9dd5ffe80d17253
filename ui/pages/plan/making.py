"""Make a version: laid out on the quick lane, written in one short transaction."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.designation import Paragraph
from app.domain.plan import PlanDraft
from app.services import plans
from app.services.faults import LedgerMoved, RuleViolation, StoreError
from ui.context import Context
from ui.tasks import Lane


class VersionMaker(QObject):
    """Makes what ``build`` returns a version: ``VersionMaker(context, build, parent)``.

    Signals:
        made: Argument: the :class:`app.services.plans.PlanVersion`.
        failed: Nothing was made. Argument: the sentence that says why; may be empty.
    """

    made = Signal(object)
    failed = Signal(str)

    def __init__(
        self,
        context: Context,
        build: Callable[[], PlanDraft],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._build = context, build
        self._person_id: int | None = None

    def is_making(self) -> bool:
        """Return whether a version is being laid out."""
        return self._person_id is not None

    def start(self, person_id: int, rule: Paragraph) -> None:
        """Lay out the person's next version and write it; ``rule`` is 24-2-42.1(D)."""
        self._person_id = person_id
        self._prepare(rule)

    def cancel(self) -> None:
        """Make nothing of what is being laid out; the draft is kept."""
        self._person_id = None

    def _prepare(self, rule: Paragraph) -> None:
        context, draft, person_id = self._context, self._build(), self._person_id
        if person_id is None:
            return
        now = context.now()
        context.tasks.run(
            Lane.QUICK,
            partial(
                plans.prepare_version, context.store, person_id, draft, rule, now=now
            ),
            on_done=partial(self._on_prepared, draft, rule),
            on_failed=self._on_failed,
            expected=(RuleViolation, StoreError),
        )

    def _on_prepared(
        self, draft: PlanDraft, rule: Paragraph, prepared: plans.PreparedVersion
    ) -> None:
        """Write the version, if the plan is still what was laid out."""
        if self._person_id != prepared.content.person.id:
            return
        if self._build() != draft:
            self._prepare(rule)
            return
        context = self._context
        try:
            made = plans.finish_version(context.store, prepared, now=context.now())
        except LedgerMoved:
            self._prepare(rule)
        except StoreError as error:
            self._on_failed(error)
        else:
            self._person_id = None
            self.made.emit(made)

    def _on_failed(self, error: Exception) -> None:
        if self._person_id is not None:
            self._person_id = None
            self.failed.emit(str(error) if isinstance(error, StoreError) else "")
