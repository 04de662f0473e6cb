"""Builds `site/` of a release from its database: read, render, write; nothing else is touched.

What does not belong here: what a page holds (`pages/`) and when a release is built
(`generation.py`).
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from orchestration.release.site.aggregates import write_aggregates
from orchestration.release.site.listing import write_listing
from orchestration.release.site.pages import (
    areas,
    changes,
    envelopes,
    front,
    insight,
    organisations,
    plain,
    project,
    sources,
)
from orchestration.release.site.read import Marts
from orchestration.release.site.render import Renderer
from orchestration.release.site.world import World, read_world
from orchestration.release.tables import Table

_ASSETS = Path(__file__).parent / "assets"


def build_site(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    *,
    stamp: datetime,
    as_of: date,
    tables: Sequence[Table],
    release: Mapping[str, Any],
) -> int:
    """Write the site into `folder`, which must not exist, and return the number of its pages.

    Args:
        connection: the release's database.
        folder: the folder `site` of a generation.
        stamp: when the release was made.
        as_of: the day that counts as today.
        tables: the published tables, for the page of downloads.
        release: what a page may say about the release: `generation`; `contact` where there is one.
    """
    world = read_world(Marts(connection), stamp, as_of)
    world.organisation_pages = organisations.with_page(world)
    folder.mkdir(parents=True)
    shutil.copytree(_ASSETS, folder / "assets")
    write_listing(world, folder / "data")
    write_aggregates(world, folder / "data")
    renderer = Renderer(world, folder)
    _write_pages(renderer, world, tables, dict(release))
    return renderer.written


def _write_pages(
    renderer: Renderer, world: World, tables: Sequence[Table], release: dict[str, Any]
) -> None:
    renderer.write(front.pages(world))
    renderer.write(plain.pages(world, tables, release))
    renderer.write(areas.pages(world))
    renderer.write(insight.pages(world))
    renderer.write(organisations.pages(world))
    renderer.write(envelopes.pages(world))
    renderer.write(changes.pages(world))
    renderer.write(sources.pages(world))
    renderer.write(project.pages(world))
    renderer.write_entrance()
