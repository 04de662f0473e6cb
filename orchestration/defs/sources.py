"""Assets of every source found by the registry: `raw/<id>` and `records/<id>` with their checks."""

import dagster as dg

from ingestion.registry import find_sources
from ingestion.settings import Settings
from orchestration.lib.source_assets import build_source_assets


@dg.definitions
def source_assets() -> dg.Definitions:
    """One pair of assets a source folder; a new folder needs no edit here."""
    settings = Settings.from_env()
    sources = find_sources()
    return dg.Definitions(
        assets=[
            asset
            for source in sources.values()
            for asset in build_source_assets(source, settings, sources)
        ]
    )
