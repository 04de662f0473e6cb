"""`release/generation` and `release/current`, behind every published table and its checks."""

import json

import dagster as dg

from orchestration.lib.dbt_project import load_project
from orchestration.lib.gx_checks import mart_key
from orchestration.lib.release_assets import build_release_asset


def _published_tables() -> list[str]:
    manifest = json.loads(load_project().manifest_path.read_text(encoding="utf-8"))
    return sorted(
        node["name"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["schema"] == "marts"
    )


@dg.definitions
def release() -> dg.Definitions:
    """The release waits for all marts."""
    return dg.Definitions(assets=[build_release_asset([mart_key(t) for t in _published_tables()])])
