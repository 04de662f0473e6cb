"""The same work without orchestration: plain calls, one after the other, in one process.

Fetch, archive, parse and landing are the functions that the assets call; the SQL is what dbt sent
in the measured night; suites, exports and publishing are called directly. No Dagster, no dbt. The
release has to state the same facts: its warehouse hash is compared with the night's.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.stages import StageClock

PROJECT = Path(__file__).parents[2] / "dbt_project"


def main() -> None:
    """Run the work; arguments are the artefacts of a dbt build and the file for the figures."""
    clock = StageClock()
    artefacts, figures = Path(sys.argv[1]), Path(sys.argv[2])

    from ingestion.collect import collect
    from ingestion.landing.status import is_attempted
    from ingestion.registry import find_sources
    from ingestion.replay import parse_and_land, usable_snapshots
    from ingestion.settings import Settings
    from orchestration.release.state import ensure_state

    settings = Settings.from_env()
    for folder in (settings.raw, settings.landing, settings.build, settings.releases):
        folder.mkdir(parents=True, exist_ok=True)
    ensure_state(settings.state, settings.releases)
    sources = find_sources()
    clock.mark("start-up")
    # as in a night, who is asked about what others show comes behind them
    for source in sorted(sources.values(), key=lambda source: bool(source.spec.looks_up)):
        if is_attempted(source.spec, settings):
            collect(source, settings)
            clock.mark("collect")
            parse_and_land(source, settings, usable_snapshots(settings, source.id)[-1:])
            clock.mark("parse")

    from ingestion.landing.current import ensure_tables, promote
    from ingestion.landing.status import judge_source, write_source_row
    from ingestion.landing.tables import NIGHT, to_table, write_table

    ensure_tables(settings.landing)
    for source in sources.values():
        promote(settings.landing, source.id)
        write_source_row(source.spec, judge_source(source.spec, settings), settings.landing)
    night = {"run_id": "plain", "as_of": settings.as_of, "started_at": datetime.now(tz=UTC)}
    write_table(to_table([night], NIGHT), settings.landing / "current" / "night" / "part.parquet")
    clock.mark("land")

    from tests.benchmarks.warehouse import build, read_statements

    database = settings.build / "plain.duckdb"
    tests = build(read_statements(artefacts, PROJECT), settings.home, PROJECT, database)
    clock.mark("warehouse")

    from expectations.runner import validate

    outcomes = validate(database)
    clock.mark("checks")

    from orchestration.release.generation import build_generation
    from orchestration.release.layout import read_manifest
    from orchestration.release.publishing import apply_retention, publish
    from orchestration.release.state import write_back

    generation = build_generation(
        database,
        settings.releases,
        stamp=datetime.now(tz=UTC),
        run={"run_id": "plain", "as_of": settings.as_of.isoformat()},
        quality_outcomes=outcomes,
        dbt_manifest=json.loads((artefacts / "manifest.json").read_text(encoding="utf-8")),
    )
    write_back(database, settings.state)
    publish(settings.releases, generation)
    apply_retention(settings.releases)
    clock.mark("release")
    clock.write(
        figures,
        data_tests=tests,
        expectations=len(outcomes),
        warehouse_hash=read_manifest(generation)["warehouse_hash"],
    )


if __name__ == "__main__":
    main()
