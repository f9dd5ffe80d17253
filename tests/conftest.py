"""Fixtures of all tests."""

import functools
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    """Derive each key once: a secret and its salt always give the same key.

    Only time is saved, nothing is weakened. The vault's own tests derive anew.
    """
    from app.store import signing_keys, vault

    with pytest.MonkeyPatch.context() as patch:
        for module, name in ((vault, "_argon2id"), (signing_keys, "_key_of")):
            patch.setattr(module, name, functools.cache(getattr(module, name)))
        yield
