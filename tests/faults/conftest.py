"""The caseloads of the store's own tests, here to be damaged."""

from tests.app.store.conftest import derived_once, folder, made, store

__all__ = ["derived_once", "folder", "made", "store"]
