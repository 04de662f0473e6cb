"""The append-only log of one collect run: one JSON line for every request, the last one closes.

Order that makes "no line without its blob" hold: the caller puts the blob (whole and named)
before it appends the line; each line is one `write` to the kernel, so a killed process loses
nothing that was acknowledged; every `SYNC_EVERY` lines and before the closing line the names
of the blobs are made durable *first*, then the log. After a power cut an open log may thus
miss its newest lines or name a blob that is gone; the reader leaves such entries out. A closed
log never does. What does not belong here: the meaning of outcomes, and choosing snapshots.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ingestion.archive.blobs import BlobStore, fsync_folder
from ingestion.archive.counts import Counts
from ingestion.archive.entry import LogEntry
from ingestion.http.answers import Outcome

__all__ = ["FetchLog", "LogEntry", "LogExistsError", "ReadLog", "read_frame", "read_log"]

SYNC_EVERY = 512
#: More than a closing line takes, however many findings it lists.
_FRAME_BYTES = 1 << 20


class LogExistsError(Exception):
    """The snapshot id is taken: two runs of one source, or a clock that was set back."""


class FetchLog:
    """Writer of one log. Safe to share between threads; use as a context manager."""

    def __init__(self, path: Path, handle: int, blobs: BlobStore) -> None:
        self.path = path
        self._handle: int | None = handle
        self._blobs = blobs
        self._outcomes: list[Outcome] = []
        self._lock = threading.Lock()

    @classmethod
    def open(
        cls,
        source_raw_dir: Path,
        snapshot_id: str,
        *,
        as_of: date | None = None,
        blobs: BlobStore | None = None,
        about: Mapping[str, Any] | None = None,
    ) -> FetchLog:
        """Begin a log.

        Args:
            source_raw_dir: raw folder of the source.
            snapshot_id: see `new_snapshot_id`.
            as_of: the day that counts as today.
            blobs: store whose names are made durable before the log; give the one that the
                blobs of this run are put into.
            about: more to note in the first line, free of personal data.

        Raises:
            LogExistsError: a log of that id is there already.
        """
        folder = log_folder(source_raw_dir)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = folder / f"{snapshot_id}.jsonl"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
        try:
            handle = os.open(path, flags, 0o600)
        except FileExistsError:
            raise LogExistsError(f"{path} is there already") from None
        log = cls(path, handle, blobs or BlobStore(source_raw_dir))
        opened = {
            **(about or {}),
            "event": "opened",
            "at": _now(),
            "snapshot_id": snapshot_id,
            "as_of": as_of.isoformat() if as_of else None,
        }
        log._write(opened)
        fsync_folder(folder)
        return log

    def append(self, entry: LogEntry) -> None:
        """Add one line. The blob it names must have been put before."""
        with self._lock:
            self._write(entry.to_json())
            self._outcomes.append(entry.outcome)
            if len(self._outcomes) % SYNC_EVERY == 0:
                self._sync()

    @property
    def counts(self) -> Counts:
        """How the requests so far ended."""
        return Counts.of(self._outcomes)

    def close(
        self, summary: Mapping[str, Any] | None = None, *, requested: int | None = None
    ) -> Counts:
        """Write the closing line; without it the snapshot counts as cut off.

        Args:
            summary: what the run says about itself, e.g. `outcome` and `findings`.
            requested: requests as the caller counted them, checked against the lines.

        Raises:
            AccountingError: a request ended without a line; the log stays open, thus unusable.
        """
        counts = Counts.of(self._outcomes, requested)
        counts.check()
        with self._lock:
            self._sync()
            self._write(
                {**(summary or {}), "event": "closed", "at": _now(), "counts": counts.as_dict()}
            )
            self._sync()
            self._release()
        return counts

    def __enter__(self) -> FetchLog:
        return self

    def __exit__(self, *error: object) -> None:
        """Give the file free; a log that was not closed stays readable as cut off."""
        with self._lock:
            self._release()

    def _write(self, line: Mapping[str, Any]) -> None:
        if self._handle is None:
            raise ValueError(f"{self.path} is closed")
        rest = json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        while rest:  # a full disk may take a part: the reader tolerates a torn last line
            rest = rest[os.write(self._handle, rest) :]

    def _sync(self) -> None:
        if self._handle is None:
            raise ValueError(f"{self.path} is closed")
        self._blobs.sync()
        os.fsync(self._handle)

    def _release(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


@dataclass(frozen=True)
class ReadLog:
    """What a log file says.

    Attributes:
        opened: its first line, empty if that is torn.
        entries: all whole entries in order.
        closed: its closing line, None when the run was cut off.
        torn: lines that could not be read: normally 0, 1 after a kill in a write.
    """

    opened: Mapping[str, Any]
    entries: list[LogEntry] = field(default_factory=list)
    closed: Mapping[str, Any] | None = None
    torn: int = 0


def read_log(path: Path) -> ReadLog:
    """Read a log, tolerating the torn last line of a killed writer."""
    opened: Mapping[str, Any] = {}
    closed: Mapping[str, Any] | None = None
    entries: list[LogEntry] = []
    lines = path.read_bytes().split(b"\n")
    torn = int(bool(lines.pop()))  # bytes after the last newline
    for raw in lines:
        line = _read_line(raw) or {}
        event = line.get("event")
        entry = _read_entry(line) if event == "fetch" else None
        if entry is not None:
            entries.append(entry)
        elif event == "opened":
            opened = line
        elif event == "closed":
            closed = line
        else:
            torn += 1
    return ReadLog(opened, entries, closed, torn)


def read_frame(path: Path) -> ReadLog:
    """The first and the closing line of a log, without reading what lies between."""
    with path.open("rb") as file:
        opened = _read_line(file.readline()) or {}
        file.seek(max(0, path.stat().st_size - _FRAME_BYTES))
        last = file.read().removesuffix(b"\n").rpartition(b"\n")[2]
    closed = _read_line(last)
    if closed is not None and closed["event"] != "closed":
        closed = None
    return ReadLog(opened, closed=closed)


def log_folder(source_raw_dir: Path) -> Path:
    """Where the logs of a source lie."""
    return source_raw_dir / "log"


def _read_line(raw: bytes) -> dict[str, Any] | None:
    try:
        line = json.loads(raw)
    except ValueError:
        return None
    return line if isinstance(line, dict) and "event" in line else None


def _read_entry(line: Mapping[str, Any]) -> LogEntry | None:
    try:
        return LogEntry.from_json(line)
    except (KeyError, TypeError, ValueError):
        return None


def _now() -> str:
    return datetime.now(tz=UTC).isoformat()
