"""Stored papers (signed PDFs, scans): encrypted files beside the database.

A paper lies at ``papers/ab/<id>``: a magic word, a nonce, and the bytes under
AES-256-GCM with their SHA-256 bound to them. The id is a keyed digest of that, so that
a name tells nothing and equal papers are stored once.
"""

import hashlib
import hmac
import secrets
import threading
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.store.errors import CaseloadClosed, PaperDamaged, PaperMissing
from app.store.files import sync_folder, told_plainly, write_atomically

_MAGIC = b"PDPAPER1"
_NONCE_BYTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRef:
    """A stored paper, as the row that names it keeps it.

    Attributes:
        id: 64 hex digits, the file's name.
        sha256: The content's digest, 64 hex digits.
        size: The content's length in bytes.
    """

    id: str
    sha256: str
    size: int


class Papers:
    """The papers of one open caseload. Any thread may use it."""

    def __init__(
        self, folder: Path, *, encryption_key: bytes, naming_key: bytes
    ) -> None:
        self._folder = folder
        self._encryption_key = encryption_key
        self._naming_key = naming_key
        self._put_now: set[str] = set()
        self._guard = threading.Lock()

    def put(self, content: bytes) -> PaperRef:
        """Store a paper durably; its row may be committed afterwards.

        Raises:
            DiskFull: No room is left.
            FolderReadOnly: Writing is not allowed.
        """
        digest = hashlib.sha256(content).hexdigest()
        ref = PaperRef(id=self.id_of(digest), sha256=digest, size=len(content))
        with self._guard, told_plainly(self._folder):
            self._put_now.add(ref.id)
            if self._is_sound(ref):
                return ref
            path = self._path(ref.id)
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            nonce = secrets.token_bytes(_NONCE_BYTES)
            sealed = self._cipher().encrypt(nonce, content, bytes.fromhex(digest))
            write_atomically(path, _MAGIC + nonce + sealed)
            sync_folder(self._folder)  # the name of a folder made just now
        return ref

    def get(self, sha256: str) -> bytes:
        """Return the paper with this digest, proven to be what was stored.

        Raises:
            PaperMissing: Its file is gone.
            PaperDamaged: Its file is not what was written.
        """
        try:
            stored = self._path(self.id_of(sha256)).read_bytes()
        except FileNotFoundError:
            raise PaperMissing from None
        start = len(_MAGIC) + _NONCE_BYTES
        nonce, sealed = stored[len(_MAGIC) : start], stored[start:]
        if not stored.startswith(_MAGIC) or len(nonce) != _NONCE_BYTES:
            raise PaperDamaged
        try:
            content = self._cipher().decrypt(nonce, sealed, bytes.fromhex(sha256))
        except InvalidTag:
            raise PaperDamaged from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise PaperDamaged
        return content

    def id_of(self, sha256: str) -> str:
        """Return the id, and so the file's name, of the paper with this digest."""
        if not self._naming_key:
            raise CaseloadClosed
        return hmac.digest(
            self._naming_key, bytes.fromhex(sha256), hashlib.sha256
        ).hex()

    def remove_all_but(self, ids: Collection[str]) -> int:
        """Remove the papers that no row names, and say how many.

        A paper put since the caseload was opened stays: its row may be on its way.
        Unfinished files left by a crash go too.
        """
        removed = 0
        with self._guard:
            kept = {*ids, *self._put_now}
            for path in self._files():
                if path.name not in kept:
                    path.unlink()
                    removed += 1
        return removed

    def forget_keys(self) -> None:
        """Forget the keys; afterwards every call raises ``CaseloadClosed``."""
        self._encryption_key = self._naming_key = b""

    def _files(self) -> Iterator[Path]:
        if self._folder.is_dir():
            yield from (p for p in self._folder.glob("??/*") if p.is_file())

    def _is_sound(self, ref: PaperRef) -> bool:
        with suppress(PaperMissing, PaperDamaged):
            return len(self.get(ref.sha256)) == ref.size
        return False

    def _path(self, paper_id: str) -> Path:
        return self._folder / paper_id[:2] / paper_id

    def _cipher(self) -> AESGCM:
        if not self._encryption_key:
            raise CaseloadClosed
        return AESGCM(self._encryption_key)
