"""Blobs: exact bytes, whole or not at all, whatever kills the writer."""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.archive.blobs import (
    BlobDamagedError,
    BlobErasedError,
    BlobMissingError,
    BlobStore,
)

BODY = b"<html>m\xe4\xe4r\xe4</html>\r\n"
SHA = hashlib.sha256(BODY).hexdigest()


@pytest.fixture
def store(tmp_path: Path) -> BlobStore:
    return BlobStore(tmp_path / "raw" / "koe")


def test_put_and_get_exact_bytes(store: BlobStore, tmp_path: Path) -> None:
    assert store.put(BODY) == SHA
    path = tmp_path / "raw" / "koe" / "blobs" / SHA[:2] / SHA
    assert path.read_bytes() == BODY
    assert store.get(SHA) == BODY
    assert store.has(SHA)
    store.sync()


def test_folders_are_closed_to_others_and_files_to_writers(store: BlobStore) -> None:
    store.put(BODY)
    folder = store.folder
    modes = {
        path: path.stat().st_mode & 0o777 for path in (folder.parent, folder, folder / SHA[:2])
    }
    assert set(modes.values()) == {0o700}
    assert (folder / SHA[:2] / SHA).stat().st_mode & 0o777 == 0o400


def test_known_bytes_are_not_written_again(store: BlobStore) -> None:
    store.put(BODY)
    path = store.folder / SHA[:2] / SHA
    before = path.stat().st_ino, path.stat().st_mtime_ns
    assert store.put(BODY) == SHA
    assert BlobStore(store.folder.parent).put(BODY) == SHA
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == before


def test_missing_and_damaged(store: BlobStore) -> None:
    with pytest.raises(BlobMissingError):
        store.get(SHA)
    store.put(BODY)
    path = store.folder / SHA[:2] / SHA
    path.chmod(0o600)
    path.write_bytes(BODY.replace(b"html", b"HTML"))
    with pytest.raises(BlobDamagedError):
        store.get(SHA)


def test_a_cut_file_is_healed_by_the_next_put(store: BlobStore) -> None:
    store.put(BODY)
    path = store.folder / SHA[:2] / SHA
    path.chmod(0o600)
    path.write_bytes(BODY[:5])
    store.put(BODY)
    assert store.get(SHA) == BODY


@pytest.mark.parametrize("name", ["", "../../x", SHA.upper(), SHA[:-1], SHA + "0", "/etc/hostname"])
def test_no_name_becomes_a_path(store: BlobStore, name: str) -> None:
    store.put(BODY)
    for ask in (store.get, store.has, lambda n: store.erase(n, "x")):
        with pytest.raises(BlobMissingError):
            ask(name)


def test_erase_leaves_a_tombstone_and_no_bytes(store: BlobStore) -> None:
    store.put(BODY)
    assert store.erase(SHA, "pyyntö 2026-11") is True
    assert not store.has(SHA)
    with pytest.raises(BlobErasedError):
        store.get(SHA)
    with pytest.raises(BlobErasedError):  # the site may still serve them: not taken in again
        store.put(BODY)
    left = [path for path in store.folder.rglob("*") if path.is_file()]
    assert [path.name for path in left] == [f"{SHA}.erased"]
    assert "pyyntö 2026-11" in left[0].read_text(encoding="utf-8")
    assert store.erase(SHA, "toinen pyyntö") is False


def test_sweep_removes_what_the_dead_left(store: BlobStore) -> None:
    store.put(BODY)
    folder = store.folder / ".tmp"
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (folder / f"{dead.pid}-0-aa").write_bytes(b"half")
    (folder / "odd name").write_bytes(b"half")
    living = folder / f"{os.getpid()}-7-bb"
    living.write_bytes(b"half")
    assert store.sweep_temporary() == 2
    assert living.exists()
    os.utime(living, (0, 0))
    assert store.sweep_temporary() == 1
    assert store.get(SHA) == BODY


def test_full_disk_leaves_no_false_blob(store: BlobStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError, match="No space"):
            store.put(BODY)
    assert not store.has(SHA)
    assert [path for path in store.folder.rglob("*") if path.is_file()] == []
    assert store.put(BODY) == SHA


@settings(max_examples=50, deadline=None)
@given(body=st.binary(max_size=300))
def test_any_bytes_come_back(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    store = BlobStore(tmp_path_factory.getbasetemp() / "any")
    assert store.get(store.put(body)) == body


WRITER = """
import random, sys
from datetime import UTC, datetime
from pathlib import Path
from ingestion.archive.blobs import BlobStore
from ingestion.archive.entry import LogEntry
from ingestion.archive.fetch_log import FetchLog
from ingestion.archive.snapshot import new_snapshot_id
from ingestion.scraper import Request

raw = Path(sys.argv[1])
blobs = BlobStore(raw)
log = FetchLog.open(raw, new_snapshot_id(raw), blobs=blobs)
print("ready", flush=True)
for n in range(10**6):
    body = random.randbytes(20_000)
    now = datetime.now(tz=UTC)
    sha256 = blobs.put(body)
    url = f"https://x.example.fi/{n}"
    log.append(LogEntry(at=now, request=Request(url=url), outcome="landed", sha256=sha256))
    print(url, sha256, flush=True)
"""


def test_s1_kill_at_any_moment_loses_nothing_acknowledged(tmp_path: Path) -> None:
    from ingestion.archive.snapshot import evidence_index, list_snapshots, load_snapshot

    raw = tmp_path / "koe"
    acknowledged: list[tuple[str, str]] = []
    for kill in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(raw)], stdout=subprocess.PIPE, text=True
        )
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(0.02 + 0.017 * kill)
        writer.send_signal(signal.SIGKILL)
        lines = writer.stdout.read().split("\n")
        writer.wait()
        said = [line.split(" ") for line in lines[:-1]]  # the last one may be torn
        snapshot = load_snapshot(raw, list_snapshots(raw)[-1].id)
        pages = {page.url: page for page in snapshot.pages()}
        assert all(pages[url].sha256 == sha256 for url, sha256 in said)
        assert snapshot.lost() == []
        assert all(hashlib.sha256(page.body).hexdigest() == page.sha256 for page in pages.values())
        assert not snapshot.info.closed
        assert snapshot.torn <= 1
        acknowledged += [(url, sha256) for url, sha256 in said]
    store = BlobStore(raw)
    for path in store.folder.glob("??/*"):
        assert hashlib.sha256(path.read_bytes()).hexdigest() == path.name
    store.sweep_temporary()
    assert list((store.folder / ".tmp").iterdir()) == []
    assert len(acknowledged) > 6
    assert {f"GET {url}" for url, _ in acknowledged} <= set(evidence_index(raw))
