"""Expectation suites as blocking asset checks on the published tables."""

from collections.abc import Iterator

import dagster as dg

from expectations.registry import find_suites
from expectations.runner import validate
from ingestion.settings import Settings
from orchestration.lib.build_file import build_database, outcomes_path
from orchestration.lib.gx_checks import build_specs, to_results, write_outcomes
from orchestration.lib.progress import report
from orchestration.release.layout import current_name


@dg.multi_asset_check(specs=build_specs(find_suites()), name="expectations", pool="expectations")
def expectations(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
    """All suites in one step: the library alone takes ten seconds to import."""
    settings = Settings.from_env()
    database = build_database(settings, context.run)
    current = current_name(settings.releases)
    report("check", 0, 1)
    outcomes = validate(database, previous=settings.releases / current if current else None)
    write_outcomes(outcomes, outcomes_path(database))
    report("check", 1, 1)
    yield from to_results(outcomes, find_suites())
