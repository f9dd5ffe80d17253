"""The data key and its ways in."""

import dataclasses
import itertools

import pytest

from app.store import vault
from app.store.errors import KeysLost, WrongPassphrase, WrongRecoveryCode
from app.store.recovery import code_is_sound, groups_match, new_code, recovery_groups
from app.store.sidecar import Sidecar
from app.store.vault import (
    FLOOR,
    KeyCost,
    calibrated_cost,
    new_vault,
    unwrap_with_code,
    unwrap_with_passphrase,
    with_new_code,
    with_passphrase,
)
from tests.app.store.caseloads import PASSPHRASE, Made


@pytest.fixture(autouse=True)
def derived_for_real(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive every key anew here, unlike in the other tests."""
    monkeypatch.setattr(vault, "_argon2id", vault._argon2id.__wrapped__)


def _with_how(sidecar: Sidecar, kind: str, **changed: str | int) -> Sidecar:
    slots = tuple(
        dataclasses.replace(slot, how={**slot.how, **changed})
        if slot.kind == kind
        else slot
        for slot in sidecar.slots
    )
    return dataclasses.replace(sidecar, slots=slots)


def test_passphrase_and_recovery_code_open_the_same_key(made: Made) -> None:
    assert unwrap_with_passphrase(made.sidecar, PASSPHRASE) == made.key
    assert unwrap_with_code(made.sidecar, made.code) == made.key


def test_a_wrong_passphrase_is_told_from_damage(made: Made) -> None:
    with pytest.raises(WrongPassphrase):
        unwrap_with_passphrase(made.sidecar, PASSPHRASE + "!")


def test_the_recovery_code_of_another_caseload_does_not_open(made: Made) -> None:
    with pytest.raises(WrongRecoveryCode):
        unwrap_with_code(made.sidecar, new_code())


def test_a_new_recovery_code_replaces_the_old(made: Made) -> None:
    replaced, code = with_new_code(made.sidecar, made.key)

    assert unwrap_with_code(replaced, code) == made.key
    assert replaced.generation == made.sidecar.generation + 1
    with pytest.raises(WrongRecoveryCode):
        unwrap_with_code(replaced, made.code)


def test_a_passphrase_opens_however_the_keyboard_composes_it(made: Made) -> None:
    composed = with_passphrase(made.sidecar, made.key, "Crème brûlée ﬁve", FLOOR)

    decomposed = "Cre\u0300me bru\u0302le\u0301e five"
    assert unwrap_with_passphrase(composed, decomposed) == made.key


@pytest.mark.parametrize(
    "cost",
    [
        KeyCost(memory_kib=65_535),
        KeyCost(passes=2),
        KeyCost(lanes=3),
        KeyCost(memory_kib=1 << 30),
    ],
)
def test_a_cost_below_the_floor_is_neither_made_nor_read(
    made: Made, cost: KeyCost
) -> None:
    with pytest.raises(ValueError, match="floor"):
        with_passphrase(made.sidecar, made.key, PASSPHRASE, cost)
    asked = dataclasses.asdict(cost)
    with pytest.raises(KeysLost):
        unwrap_with_passphrase(
            _with_how(made.sidecar, "passphrase", **asked), PASSPHRASE
        )


@pytest.mark.parametrize(
    "changed",
    [
        {"passes": 4},
        {"lanes": 5},
        {"salt": "00" * 16},
        {"note": "added"},
    ],
)
def test_changed_parameters_are_refused(
    made: Made, changed: dict[str, str | int]
) -> None:
    with pytest.raises(WrongPassphrase):
        unwrap_with_passphrase(
            _with_how(made.sidecar, "passphrase", **changed), PASSPHRASE
        )


@pytest.mark.parametrize("salt", ["", "zz", "00"])
def test_a_salt_that_nobody_writes_is_refused(made: Made, salt: str) -> None:
    with pytest.raises(KeysLost):
        unwrap_with_passphrase(
            _with_how(made.sidecar, "passphrase", salt=salt), PASSPHRASE
        )


def test_a_practice_caseload_cannot_be_passed_off_as_a_real_one(made: Made) -> None:
    forged = dataclasses.replace(made.sidecar, practice=True)

    with pytest.raises(WrongRecoveryCode):
        unwrap_with_code(forged, made.code)


def test_keys_for_two_purposes_differ_and_stay_the_same(made: Made) -> None:
    assert made.key.derive("papers") == made.key.derive("papers")
    assert len({made.key.raw, made.key.derive("papers"), made.key.derive("seal")}) == 3


def test_the_data_key_does_not_show_itself(made: Made) -> None:
    shown = f"{made.key!r} {made.key}"

    assert made.key.raw.hex() not in shown
    assert repr(made.key.raw) not in shown


@pytest.mark.parametrize(
    ("seconds", "memory_kib"), [(0.1, 131_072), (0.8, 65_536)], ids=["fast", "slow"]
)
def test_calibration_doubles_the_memory_while_it_is_quick_enough(
    monkeypatch: pytest.MonkeyPatch, seconds: float, memory_kib: int
) -> None:
    monkeypatch.setattr("app.store.vault._LARGEST_MEMORY_KIB", 131_072)
    ticks = itertools.count(0, seconds)

    cost = calibrated_cost(clock=lambda: next(ticks))

    assert cost == KeyCost(memory_kib=memory_kib)


def test_two_vaults_share_nothing(made: Made) -> None:
    sidecar, key, code = new_vault(PASSPHRASE, FLOOR, practice=False)

    assert key != made.key
    assert code != made.code
    assert sidecar.vault_id != made.sidecar.vault_id


def test_a_recovery_code_has_eight_groups_and_a_check_group() -> None:
    groups = recovery_groups(new_code())

    assert len(groups) == 9
    assert {len(group) for group in groups} == {4}


def test_a_recovery_code_may_be_typed_in_any_way(made: Made) -> None:
    spoken = made.code.lower().replace("-", "  ").replace("o", "0").replace("i", "1")

    assert unwrap_with_code(made.sidecar, f" {spoken}\n") == made.key


def test_one_wrong_letter_is_found_before_anything_is_tried(made: Made) -> None:
    for place, letter in enumerate(made.code[:39]):
        if letter != "-":
            other = "A" if letter != "A" else "C"
            slip = made.code[:place] + other + made.code[place + 1 :]
            assert not code_is_sound(slip)
    assert code_is_sound(made.code)


@pytest.mark.parametrize("typed", ["", "ABCD", "-", "é" * 36, "A" * 400])
def test_what_is_no_code_is_a_wrong_code(made: Made, typed: str) -> None:
    with pytest.raises(WrongRecoveryCode):
        unwrap_with_code(made.sidecar, typed)


def test_two_groups_typed_back_prove_that_the_sheet_was_printed() -> None:
    code = new_code()
    groups = recovery_groups(code)

    assert groups_match(code, {3: groups[2].lower(), 7: f" {groups[6]} "})
    assert not groups_match(code, {3: groups[2], 7: groups[2]})
    assert not groups_match(code, {10: groups[2]})
    assert not groups_match(code, {})
