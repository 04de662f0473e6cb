"""The last two steps of a night: one generation beside the others, then the swap.

Both run after every blocking check of the marts. State is written before `current` moves: after
a crash in between the next night finds ids that nobody saw yet, never a release whose ids are
unknown. What does not belong here: file formats (`orchestration/release`).
"""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from importlib.metadata import version

import dagster as dg

from ingestion.settings import Settings
from orchestration.lib.build_file import build_database, outcomes_path
from orchestration.lib.dbt_project import load_project
from orchestration.lib.gx_checks import read_outcomes
from orchestration.lib.progress import report
from orchestration.lib.release_metadata import describe_generation, describe_release
from orchestration.lib.source_metadata import RELEASE as CURRENT
from orchestration.lib.state_assets import describe_state
from orchestration.release.generation import build_generation
from orchestration.release.publishing import apply_retention, publish, sweep
from orchestration.release.state import write_back

GENERATION = dg.AssetKey(["release", "generation"])
#: Two missed nights are a failure; one is a night that nobody has looked into yet.
_NIGHTLY = dg.FreshnessPolicy.time_window(
    warn_window=timedelta(hours=26), fail_window=timedelta(hours=50)
)


def build_release_asset(marts: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """`release/generation` and `release/current` behind all published tables."""

    @dg.multi_asset(
        name="release",
        specs=[
            dg.AssetSpec(
                GENERATION,
                deps=list(marts),
                group_name="release",
                kinds={"duckdb", "parquet", "csv"},
                description="Everything a release holds, whole and checksummed, unseen by readers.",
            ),
            dg.AssetSpec(
                CURRENT,
                deps=[GENERATION],
                group_name="release",
                kinds={"duckdb"},
                description="The symlink that readers follow, moved in one step.",
                freshness_policy=_NIGHTLY,
            ),
        ],
        pool="warehouse_writer",
    )
    def release(context: dg.AssetExecutionContext) -> object:
        settings = Settings.from_env()
        database = build_database(settings, context.run)
        sweep(settings.releases)
        report("release", 0, 2)
        generation = build_generation(
            database,
            settings.releases,
            stamp=datetime.now(tz=UTC),
            run=_describe_run(context, settings),
            quality_outcomes=read_outcomes(outcomes_path(database)),
            dbt_manifest=json.loads(load_project().manifest_path.read_text(encoding="utf-8")),
        )
        report("release", 1, 2)
        yield dg.MaterializeResult(asset_key=GENERATION, metadata=describe_generation(generation))
        for written in describe_state(write_back(database, settings.state), settings.state):
            context.log_event(written)
        publish(settings.releases, generation)
        removed = apply_retention(settings.releases)
        report("release", 2, 2)
        yield dg.MaterializeResult(
            asset_key=CURRENT,
            metadata={
                **describe_release(settings.releases / "current"),
                "removed_by_retention": dg.MetadataValue.json(removed),
            },
        )

    return release


def _describe_run(context: dg.AssetExecutionContext, settings: Settings) -> dict[str, str]:
    return {
        "run_id": context.run_id,
        "as_of": settings.as_of.isoformat(),
        "target": settings.target,
        "elo_version": version("elo-tietopohja"),
    }
