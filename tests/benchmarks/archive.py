"""Archives of invented worlds, as many as are needed to hold a number of pages.

What does not belong here: reading them (`reading.py`), except for what a source is asked about
because others name it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ingestion.archive.snapshot import SnapshotInfo
from ingestion.collect import collect
from ingestion.registry import Source, find_sources
from ingestion.replay import parse_and_land, usable_snapshots
from ingestion.sandbox import Sandbox
from ingestion.settings import Settings


class ThinArchiveError(RuntimeError):
    """A source that should have been archived was not."""


def archive_worlds(
    folder: Path, *, pages: int, projects: int, seed: int, as_of: date
) -> Iterator[tuple[Path, int]]:
    """Collect worlds, each into a home of its own, until their archives hold enough pages.

    Args:
        folder: where the homes go.
        pages: how many archived pages there have to be at least.
        projects: size of each world.
        seed: of the first world; the next one has the next seed.
        as_of: today in all of them.

    Yields:
        Each home with the number of its archived pages.

    Raises:
        ThinArchiveError: a source has no complete snapshot.
    """
    held = 0
    while held < pages:
        home = folder / f"world-{seed}"
        shutil.rmtree(home, ignore_errors=True)
        found = archive_world(home, projects=projects, seed=seed, as_of=as_of)
        yield home, found
        held, seed = held + found, seed + 1


def archive_world(home: Path, *, projects: int, seed: int, as_of: date) -> int:
    """Collect all sources of one world once, over loopback and without a pause.

    Returns:
        How many pages the archive holds then.

    Raises:
        ThinArchiveError: a source has no complete snapshot.
    """
    world = Sandbox.build(projects=projects, seed=seed, as_of=as_of)
    plain = Settings(home=home, as_of=as_of, crawl_delay_s=0.0)
    world.write(plain.sandbox, drop=plain.drop)
    with world.serve() as served:
        settings = Settings.from_env(
            {
                **served.env(),
                "ELO_HOME": str(home),
                "ELO_AS_OF": str(as_of),
                "ELO_CRAWL_DELAY_S": "0",
            }
        )
        sources = [source for source in find_sources().values() if source.id in world.replicas]
        # as in a night, who is asked about what others show comes behind them
        sources.sort(key=lambda source: bool(source.spec.looks_up))
        asks = any(source.spec.looks_up for source in sources)
        return sum(_archive(source, settings, lands=asks) for source in sources)


def _archive(source: Source, settings: Settings, *, lands: bool) -> int:
    info: SnapshotInfo = collect(source, settings)
    if info.outcome != "complete":
        raise ThinArchiveError(f"{source.id}: {info.outcome}, {info.summary.get('findings')}")
    if lands and not source.spec.looks_up:
        parse_and_land(source, settings, usable_snapshots(settings, source.id))
    return info.counts.pages
