"""Exact bytes under the name of their hash: the ground on which every published value stands.

Files are written once and never changed. What does not belong here: where the bytes came from
(the fetch log knows), compression and parsing.

Order of a write: data to a temporary file, fsync of the file, rename to its hash. So a name
always stands for whole bytes, whatever kills the process. The fsync of the folders, which
only matters when the power goes, is left to `sync`: one for a batch instead of one a file.
The fetch log calls it before it declares a snapshot closed.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
import time
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

_SHA256 = re.compile(r"[0-9a-f]{64}")
_TEMPORARY_AGE_S = 3600.0


class BlobError(Exception):
    """A blob cannot be had or kept."""


class BlobMissingError(BlobError):
    """There is no such blob."""


class BlobErasedError(BlobMissingError):
    """The blob was withdrawn on purpose and must not come back."""


class BlobDamagedError(BlobError):
    """The stored bytes do not have the hash that names them."""


class BlobStore:
    """Content-addressed files of one source: `<root>/blobs/<aa>/<sha256>`.

    Args:
        root: raw folder of the source, e.g. `$ELO_HOME/raw/<source>`.
    """

    def __init__(self, root: Path) -> None:
        self.folder = root / "blobs"
        self._temporary = self.folder / ".tmp"
        self._unsynced: set[Path] = set()
        self._known_folders: set[Path] = set()
        self._counter = count()
        self._lock = threading.Lock()

    def put(self, body: bytes) -> str:
        """Keep bytes; known bytes cost no write.

        Raises:
            BlobErasedError: these very bytes were withdrawn by `erase`.
            OSError: the disk is full or refuses; nothing half-written gets a name.
        """
        sha256 = hashlib.sha256(body).hexdigest()
        path = self._path(sha256)
        if self._tombstone(sha256).exists():
            raise BlobErasedError(f"{sha256} was erased and is not taken in again")
        try:
            if path.stat().st_size == len(body):
                return sha256
        except FileNotFoundError:
            pass
        self._write(path, body)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes, verified.

        Raises:
            BlobMissingError: never stored, or erased (`BlobErasedError`).
            BlobDamagedError: the file changed since it was written.
        """
        try:
            body = self._path(sha256).read_bytes()
        except FileNotFoundError:
            if self._tombstone(sha256).exists():
                raise BlobErasedError(f"{sha256} was erased") from None
            raise BlobMissingError(f"{sha256} is not in {self.folder}") from None
        if hashlib.sha256(body).hexdigest() != sha256:
            raise BlobDamagedError(f"{self._path(sha256)} does not have the hash of its name")
        return body

    def has(self, sha256: str) -> bool:
        """Whether the bytes are there; `get` is what verifies them."""
        return self._path(sha256).exists()

    def is_sound(self, sha256: str) -> bool:
        """Whether the bytes are there and have the hash that names them."""
        try:
            self.get(sha256)
        except BlobError:
            return False
        return True

    def set_aside(self, sha256: str) -> None:
        """Take the name from a damaged file, so that the right bytes can have it again.

        The damaged bytes stay beside it as `<sha256>.damaged`: somebody may want to know what
        happened to them.
        """
        path = self._path(sha256)
        if path.exists():
            path.replace(path.with_suffix(".damaged"))

    def sync(self) -> None:
        """Make the names written so far survive a power cut."""
        with self._lock:
            folders, self._unsynced = self._unsynced, set()
        for folder in sorted(folders):
            fsync_folder(folder)
        if folders:
            fsync_folder(self.folder)

    def sweep_temporary(self) -> int:
        """Remove what killed writers left behind; files of living writers stay.

        Returns:
            How many files were removed.
        """
        removed = 0
        for path in self._temporary.glob("*"):
            if _is_abandoned(path):
                path.unlink(missing_ok=True)
                removed += 1
        return removed

    def erase(self, sha256: str, reason: str) -> bool:
        """Withdraw a blob for good; a tombstone says why and keeps it from coming back.

        Args:
            sha256: name of the blob; it need not be there.
            reason: why, free of personal data.

        Returns:
            Whether there were bytes to remove.
        """
        path, tombstone = self._path(sha256), self._tombstone(sha256)
        note = {"erased_at": datetime.now(tz=UTC).isoformat(), "reason": reason}
        self._write(tombstone, json.dumps(note, ensure_ascii=False).encode())
        existed = path.exists()
        path.unlink(missing_ok=True)
        self.sync()
        return existed

    def _path(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):  # a name from a log must never become a path
            raise BlobMissingError("no SHA-256 in lower-case hex")
        return self.folder / sha256[:2] / sha256

    def _tombstone(self, sha256: str) -> Path:
        return self._path(sha256).with_suffix(".erased")

    def _write(self, path: Path, body: bytes) -> None:
        self._make_folders(path.parent)
        temporary = self._temporary / f"{os.getpid()}-{next(self._counter)}-{path.name[:16]}"
        try:
            handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
            with os.fdopen(handle, "wb") as file:
                file.write(body)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        with self._lock:
            self._unsynced.add(path.parent)

    def _make_folders(self, folder: Path) -> None:
        if folder in self._known_folders:
            return
        for path in (self.folder.parent, self.folder, self._temporary, folder):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._known_folders.add(folder)


def fsync_folder(folder: Path) -> None:
    """Make the names in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_abandoned(path: Path) -> bool:
    try:
        if time.time() - path.stat().st_mtime > _TEMPORARY_AGE_S:
            return True
        os.kill(int(path.name.partition("-")[0]), 0)
    except FileNotFoundError:
        return False
    except (ValueError, ProcessLookupError):
        return True
    except PermissionError:
        return False
    return False
