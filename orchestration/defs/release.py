"""`release/generation` and `release/current`, behind every published table; `state/` beside."""

import json

import dagster as dg

from orchestration.lib.dbt_project import load_project
from orchestration.lib.gx_checks import mart_key
from orchestration.lib.release_assets import build_release_asset
from orchestration.lib.state_assets import build_state_specs


def _published_tables() -> list[str]:
    manifest = json.loads(load_project().manifest_path.read_text(encoding="utf-8"))
    return sorted(
        node["name"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["schema"] == "marts"
    )


@dg.definitions
def release() -> dg.Definitions:
    """The release waits for all marts; what it must remember is in `state/`."""
    marts = [mart_key(table) for table in _published_tables()]
    return dg.Definitions(assets=[build_release_asset(marts), *build_state_specs()])
