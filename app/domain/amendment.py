"""What a change of edition adds, removes and rewords for the specialist."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from app.domain.activity import Activity

ALIKE = 0.6
"""From this likeness on, of 1, two texts are shown as one that was reworded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reworded:
    """One activity before and after."""

    before: Activity
    after: Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityChanges:
    """What is different between what could be picked and what can be.

    Attributes:
        added: In the order of the rule that adds them.
        removed: In the order of the rule that had them.
        reworded: Alike enough to be shown side by side; the reader decides.
        gone: Every (edition, citation) that can no longer be picked, those with the
            same words elsewhere too: a draft that holds one is touched.
    """

    added: tuple[Activity, ...] = ()
    removed: tuple[Activity, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    gone: frozenset[tuple[date, str]] = frozenset()


def compare_activities(
    before: Collection[Activity], after: Collection[Activity]
) -> ActivityChanges:
    """Return what changes between two sets of activities.

    Only activities that a same designation gives are held against each other:
    the numbers of lists mean nothing across editions. The same words under a new
    citation are no change to read, but the old citation is gone.
    """
    same = {
        (old.text, designation) for old in before for designation in old.designations
    } & {(new.text, designation) for new in after for designation in new.designations}
    old_left = [a for a in before if not _in(same, a)]
    new_left = [a for a in after if not _in(same, a)]
    pairs = []
    for _likeness, old, new in sorted(_alike(old_left, new_left), key=lambda p: -p[0]):
        if old in old_left and new in new_left:
            old_left.remove(old)
            new_left.remove(new)
            pairs.append(Reworded(before=old, after=new))
    return ActivityChanges(
        added=tuple(new_left),
        removed=tuple(old_left),
        reworded=tuple(sorted(pairs, key=lambda pair: pair.before.citation)),
        gone=_keys(before) - _keys(after),
    )


def _keys(activities: Collection[Activity]) -> frozenset[tuple[date, str]]:
    return frozenset((one.edition, one.citation) for one in activities)


def _in(same: set[tuple[str, str]], activity: Activity) -> bool:
    return any((activity.text, one) in same for one in activity.designations)


def _alike(
    before: list[Activity], after: list[Activity]
) -> Iterator[tuple[float, Activity, Activity]]:
    for old in before:
        for new in after:
            if not set(old.designations) & set(new.designations):
                continue
            likeness = SequenceMatcher(None, old.text, new.text, autojunk=False).ratio()
            if likeness >= ALIKE:
                yield likeness, old, new
