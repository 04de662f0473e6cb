"""Dropped files: what lies in `$ELO_HOME/drop/<source>/`, and which one stands for its kind.

What does not belong here: reading a file's rows; its header is told apart by the scraper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

_ISO_DAY = re.compile(r"(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_FINNISH_DAY = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(20\d\d)(?!\d)")


@dataclass(frozen=True)
class DroppedFile:
    """A file in a drop folder.

    Attributes:
        dated: the moment it speaks for: the date in its name, else its modification time (UTC).
    """

    path: Path
    dated: datetime


def find_drops(folder: Path, endings: Sequence[str]) -> list[DroppedFile]:
    """Files of the accepted endings, newest first; ties go by name."""
    if not folder.is_dir():
        return []
    files = [
        DroppedFile(path, _date_file(path))
        for path in folder.iterdir()
        if path.is_file() and path.suffix.lower().lstrip(".") in endings and path.name[0] != "."
    ]
    return sorted(files, key=lambda file: (file.dated, file.path.name), reverse=True)


def newest_by_kind(files: Iterable[tuple[DroppedFile, str]]) -> dict[str, DroppedFile]:
    """Kind -> its newest file, from files (newest first) with the kind their header tells."""
    newest: dict[str, DroppedFile] = {}
    for file, kind in files:
        newest.setdefault(kind, file)
    return newest


def _date_file(path: Path) -> datetime:
    stated = _read_date(path.stem)
    if stated is not None:
        return datetime(stated.year, stated.month, stated.day, tzinfo=UTC)
    return datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)


def _read_date(name: str) -> date | None:
    iso, finnish = _ISO_DAY.search(name), _FINNISH_DAY.search(name)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if finnish:
            return date(int(finnish[3]), int(finnish[2]), int(finnish[1]))
    except ValueError:
        return None
    return None
