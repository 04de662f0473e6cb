"""Every dbt model as an asset and every dbt test as a check: one `dbt build` a night."""

import os
from collections.abc import Iterator
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource, dbt_assets

from ingestion.settings import Settings
from orchestration.lib.build_file import artefacts_path, build_database, sweep_builds
from orchestration.lib.dbt_project import load_project
from orchestration.lib.dbt_translator import EloTranslator
from orchestration.lib.row_counts import attach_row_counts
from orchestration.release.decisions import prepare_decisions

WRITER_POOL = "warehouse_writer"
#: They look at no row of the night: they judge the models' code, before it is merged.
_CODE_TESTS = "resource_type:unit_test"


@dbt_assets(
    manifest=load_project().manifest_path,
    project=load_project(),
    dagster_dbt_translator=EloTranslator(),
    exclude=_CODE_TESTS,
    pool=WRITER_POOL,
    name="warehouse",
)
def warehouse(context: dg.AssetExecutionContext, dbt: DbtCliResource) -> Iterator[Any]:
    """Build the whole warehouse into a file of this run; tests that fail block the release."""
    settings = Settings.from_env()
    database = build_database(settings, context.run)
    sweep_builds(settings, keep=database)
    prepare_decisions(settings.state)
    # read by the dbt plugin `elo_home`; the child process inherits them
    os.environ["ELO_HOME"] = str(settings.home)
    os.environ["ELO_DATABASE"] = str(database)
    invocation = dbt.cli(
        ["build", "--target", settings.target],
        context=context,
        target_path=artefacts_path(database),
    )
    yield from attach_row_counts(invocation.stream(), database, context.asset_key_for_output)
