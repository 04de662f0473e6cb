"""Two jobs: `collect` (one run a source) and `build` (landing to release).

They are two because in one job a source that fails would skip everything behind it.
"""

import dagster as dg

COLLECT = "collect"
BUILD = "build"

_collected = dg.AssetSelection.groups("raw", "records")

collect = dg.define_asset_job(
    COLLECT,
    selection=_collected,
    description="Fetch and read sources. Launch it for one source or for all of them.",
)
build = dg.define_asset_job(
    BUILD,
    selection=dg.AssetSelection.all() - _collected,
    description="From the last good rows of every source to a published release.",
)
