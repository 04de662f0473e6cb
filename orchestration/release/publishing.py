"""Moves `current`, forgets old generations, and clears what a crash left.

`current` is a symlink that is replaced in one step: a reader sees the old generation or the new
one, whole. What does not belong here: building a generation.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ingestion.settings import HELSINKI
from orchestration.release import durable
from orchestration.release.layout import (
    CURRENT,
    MANIFEST,
    PIN,
    current_name,
    generation_names,
    parse_stamp,
)

_LEFT_BY_CRASH = (".*.tmp", ".*.trash")


class PublishRefusedError(RuntimeError):
    """The generation must not become current; the message says why."""


def publish(releases: Path, generation: Path) -> None:
    """Make a finished generation the current one.

    Args:
        releases: the folder of all generations.
        generation: one that `build_generation` returned.

    Raises:
        PublishRefusedError: it is not whole, lies elsewhere, or is older than the current one
            (a run that was thought dead must not take readers back).
    """
    if generation.parent.resolve() != releases.resolve() or not (generation / MANIFEST).is_file():
        raise PublishRefusedError(f"{generation} is no finished generation of {releases}")
    current = current_name(releases)
    if current is not None and generation.name < current:
        raise PublishRefusedError(
            f"{generation.name} is older than the current release {current}; readers never go back"
        )
    link = releases / f".{CURRENT}.tmp"
    link.unlink(missing_ok=True)
    link.symlink_to(generation.name, target_is_directory=True)
    link.replace(releases / CURRENT)
    durable.sync_folder(releases)


def apply_retention(releases: Path, keep_nights: int = 30) -> list[str]:
    """Remove generations that nobody is promised any more and return their names.

    Kept are: the newest `keep_nights` generations, the last one of each of the newest
    `keep_nights` Finnish days, the last one of each month, those with a file `.pin`, and
    whatever `current` points at.
    """
    names = generation_names(releases)
    days = {name: parse_stamp(name).astimezone(HELSINKI).date() for name in names}
    nights = _last_of_each(names, days)
    kept = {
        *names[-keep_nights:],
        *nights[-keep_nights:],
        *_last_of_each(names, {name: day.replace(day=1) for name, day in days.items()}),
        *(name for name in names if (releases / name / PIN).exists()),
        current_name(releases),
    }
    removed = [name for name in names if name not in kept]
    for name in removed:
        # Out of sight first: nobody may find half a generation under its name.
        trash = releases / f".{name}.trash"
        (releases / name).rename(trash)
        shutil.rmtree(trash)
    if removed:
        durable.sync_folder(releases)
    return removed


def sweep(releases: Path) -> list[str]:
    """Remove what a crash left half-written or half-removed and return the names."""
    if not releases.is_dir():
        return []
    left = [path for pattern in _LEFT_BY_CRASH for path in releases.glob(pattern)]
    for path in left:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return sorted(path.name for path in left)


def _last_of_each(names: Iterable[str], group: dict[str, date]) -> list[str]:
    last: dict[date, str] = {}
    for name in names:
        last[group[name]] = name
    return sorted(last.values())
