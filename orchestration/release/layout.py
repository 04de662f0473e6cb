"""Names inside `releases/`: generations, their files, and which one is current.

What does not belong here: writing or removing anything.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from ingestion.settings import HELSINKI

CURRENT = "current"
DATABASE = "elo.duckdb"
MANIFEST = "release.json"
PIN = ".pin"

_FORM = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"\d{8}T\d{6}Z")


class NoReleaseError(LookupError):
    """There is no release to read; the message says what to do."""


def stamp_name(stamp: datetime) -> str:
    """Folder name of a generation made at `stamp`."""
    return stamp.astimezone(UTC).strftime(_FORM)


def parse_stamp(name: str) -> datetime:
    """The time in a generation's name."""
    return datetime.strptime(name, _FORM).replace(tzinfo=UTC)


def generation_names(releases: Path) -> list[str]:
    """Names of all whole generations, oldest first."""
    if not releases.is_dir():
        return []
    return sorted(
        path.name for path in releases.iterdir() if _NAME.fullmatch(path.name) and path.is_dir()
    )


def current_name(releases: Path) -> str | None:
    """Name of the generation that `current` points at, or None."""
    link = releases / CURRENT
    return link.readlink().name if link.is_symlink() else None


def read_manifest(generation: Path) -> dict[str, Any]:
    """The parsed `release.json` of a generation."""
    manifest: dict[str, Any] = json.loads((generation / MANIFEST).read_text(encoding="utf-8"))
    return manifest


def as_of(generation: Path) -> date:
    """The Finnish day whose knowledge a generation holds.

    It is the day the run counted as today; where none is recorded, the day of the stamp.
    """
    day = read_manifest(generation).get("run", {}).get("as_of")
    if day:
        return date.fromisoformat(str(day)[:10])
    return parse_stamp(generation.name).astimezone(HELSINKI).date()


def resolve_release(releases: Path, day: date | None = None) -> Path:
    """Folder of the current generation, or of the newest that knows nothing after `day`.

    Raises:
        NoReleaseError: there is none; the message says what to do.
    """
    current = current_name(releases)
    if current is None or not (releases / current / DATABASE).is_file():
        raise NoReleaseError(
            f"no release under {releases} yet: run `elo demo` for an invented one"
            " or `elo refresh` for the real sources"
        )
    if day is None:
        return releases / current
    # Generations newer than `current` were built and never published.
    held = [releases / name for name in generation_names(releases) if name <= current]
    fitting = [(known, folder.name) for folder in held if (known := as_of(folder)) <= day]
    if not fitting:
        first = min(as_of(folder) for folder in held)
        raise NoReleaseError(
            f"nothing was released by {day.isoformat()}; the oldest release held is as of"
            f" {first.isoformat()}"
        )
    return releases / max(fitting)[1]
