"""`landing/<kind>`: the last good rows of each source, and how every source stands."""

import dagster as dg

from ingestion.registry import find_sources
from orchestration.lib.landing_assets import build_landing_asset


@dg.definitions
def landing() -> dg.Definitions:
    """One promotion step for all sources."""
    return dg.Definitions(assets=[build_landing_asset(find_sources())])
