"""What the Dagster UI shows of a release: where it lies, what it holds, what it stands on.

What does not belong here: building or publishing it (`release_assets.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import dagster as dg

from ingestion.registry import find_sources
from orchestration.lib.markdown import tabulate
from orchestration.lib.source_metadata import Metadata, link_pages, tabulate_rows
from orchestration.release.layout import DATABASE, MANIFEST, read_manifest

_FILES = {
    "database": DATABASE,
    "manifest": MANIFEST,
    "data_package": "datapackage.json",
    "quality": "quality/index.html",
}


def describe_generation(generation: Path) -> Metadata:
    """A whole release, read or not yet read by anybody.

    Args:
        generation: its folder; `release.json` in it is read.
    """
    manifest = read_manifest(generation)
    counts: Mapping[str, int] = manifest["counts"]
    return {
        "generation": dg.MetadataValue.text(manifest["generation"]),
        "folder": dg.MetadataValue.path(str(generation)),
        "dagster/row_count": dg.MetadataValue.int(int(counts.get("dim_project", 0))),
        "sources": _tell_sources(manifest["sources"]),
        "pages": _link_sources(manifest["sources"]),
        "rows": dg.MetadataValue.md(tabulate(("table", "rows"), counts.items())),
        "checks": dg.MetadataValue.json(manifest["checks"]),
        "warehouse_hash": dg.MetadataValue.text(manifest["warehouse_hash"]),
    }


def describe_release(current: Path) -> Metadata:
    """The published release with the files that a reader opens first.

    Args:
        current: the symlink that readers follow.
    """
    files = {
        name: dg.MetadataValue.path(str(current / file))
        for name, file in _FILES.items()
        if (current / file).exists()
    }
    told = describe_generation(current.resolve())
    return {"release": dg.MetadataValue.path(str(current)), **files, **told}


def _tell_sources(sources: Mapping[str, Mapping[str, Any]]) -> dg.MetadataValue:
    """How every source stood in this release."""
    columns = ("source", "status", "records", "quarantined", "drift_count", "last_success_at")
    return tabulate_rows([{"source": name, **row} for name, row in sources.items()], columns)


def _link_sources(names: Iterable[str]) -> dg.MetadataValue:
    """The public pages of a release's sources, as far as this checkout knows them."""
    known = find_sources()
    return link_pages(known[name].spec for name in names if name in known)
