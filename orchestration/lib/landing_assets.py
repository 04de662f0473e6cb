"""Promotion as one step: the newest good records of every source become `landing/<kind>`.

The build job starts here, so a failed source costs its freshness and never the night.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import pyarrow.parquet as pq

from ingestion.landing.current import ensure_tables, promote
from ingestion.landing.status import SourceStatus, judge_source, write_source_row
from ingestion.landing.tables import LANDING_TABLES, NIGHT, to_table, write_table
from ingestion.records import RECORD_KINDS
from ingestion.registry import Source
from ingestion.settings import Settings
from orchestration.lib.progress import report
from orchestration.lib.source_assets import records_key
from orchestration.lib.source_metadata import link_pages, tabulate_rows

NIGHT_TABLE = "night"
_ANCHOR = dg.AssetKey(["landing", "source"])
_DESCRIPTIONS = {
    "quarantine": "Rows that could not be read, with place, step and reason.",
    "drift": "Labels, keys and codes on the pages that the spec of their source does not know.",
    "source": "Every source as it declares itself, and how it stands tonight.",
    NIGHT_TABLE: "One row: the run, the day that counts as today, the time it began.",
}


class LandingConfig(dg.Config):
    """How landing is filled.

    Attributes:
        rebuild: forget what landed and fold every parsed snapshot from nothing.
    """

    rebuild: bool = False


def landing_key(table: str) -> dg.AssetKey:
    """Asset key of a landing table; the dbt source of that table carries the same."""
    return dg.AssetKey(["landing", table])


def build_landing_asset(sources: dict[str, Source]) -> dg.AssetsDefinition:
    """The promotion step over all sources."""

    @dg.multi_asset(
        name="landing",
        pool="landing_writer",
        specs=[
            dg.AssetSpec(
                landing_key(table),
                deps=[records_key(source.id) for source in _choose_givers(table, sources)],
                group_name="landing",
                kinds={"parquet"},
                description=_DESCRIPTIONS.get(
                    table, f"Newest good version of every `{table}` record of all sources."
                ),
            )
            for table in (*LANDING_TABLES, NIGHT_TABLE)
        ],
        check_specs=[
            dg.AssetCheckSpec(
                "some_source_landed",
                asset=_ANCHOR,
                blocking=True,
                description="at least one source holds records",
            ),
            dg.AssetCheckSpec(
                "all_sources_fresh",
                asset=_ANCHOR,
                description="no source failed, and the newest complete evidence of each is young"
                " enough; looks at what was fetched, not at when a step ran",
            ),
        ],
    )
    def landing(
        context: dg.AssetExecutionContext, config: LandingConfig
    ) -> Iterator[dg.MaterializeResult[None]]:
        settings = Settings.from_env()
        statuses = promote_all(sources, settings, rebuild=config.rebuild)
        _write_night(settings, context.run_id)
        refuse_empty_night(statuses, rebuild=config.rebuild)
        for table in (*LANDING_TABLES, NIGHT_TABLE):
            folder = settings.landing / "current" / table
            anchored = table == _ANCHOR.path[-1]
            yield dg.MaterializeResult(
                asset_key=landing_key(table),
                metadata={
                    "dagster/row_count": count_rows(folder),
                    "folder": dg.MetadataValue.path(str(folder)),
                    **(_describe_sources(sources, statuses) if anchored else {}),
                },
                check_results=list(_check_sources(statuses)) if anchored else [],
            )

    return landing


def _choose_givers(table: str, sources: dict[str, Source]) -> list[Source]:
    """Sources whose records reach a landing table; the night itself comes from none."""
    if table == NIGHT_TABLE:
        return []
    return [s for s in sources.values() if table not in RECORD_KINDS or table in s.spec.kinds]


def count_rows(folder: Path) -> int:
    """Rows of all Parquet files below a folder, from their footers."""
    return sum(pq.read_metadata(path).num_rows for path in folder.rglob("*.parquet"))


def promote_all(
    sources: dict[str, Source], settings: Settings, *, rebuild: bool = False
) -> list[SourceStatus]:
    """Promote every source and land its status row; in order of source id."""
    ensure_tables(settings.landing)
    statuses = []
    for number, source in enumerate(sources.values(), start=1):
        promote(settings.landing, source.id, rebuild=rebuild)
        status = judge_source(source.spec, settings)
        write_source_row(source.spec, status, settings.landing)
        statuses.append(status)
        report("land", number, len(sources))
    return statuses


def refuse_empty_night(statuses: list[SourceStatus], *, rebuild: bool) -> None:
    """Stop a night that has nothing to publish.

    A release whose every row is as old as the last one's would look new and say nothing: when
    sites are down and no other source brought anything, the last release stands. A rebuild asks
    nobody, so what landed is enough for it; so does a home that lives of dropped files alone.

    Raises:
        dagster.Failure: no source holds a row, or none brought any and a site was down.
    """
    held = [status for status in statuses if status.records]
    down = [status for status in statuses if status.down]
    if held and (rebuild or not down or not all(status.silent for status in held)):
        return
    what = "every source that was asked is down" if held else "no source holds a good snapshot"
    reasons = "; ".join(f"{s.source_id} {s.status}: {s.reason}" for s in statuses) or "no source"
    raise dg.Failure(
        f"{what}, so nothing is built and the last release stands; the reasons: {reasons}"
    )


def _write_night(settings: Settings, run_id: str) -> None:
    row = {"run_id": run_id, "as_of": settings.as_of, "started_at": datetime.now(tz=UTC)}
    path = settings.landing / "current" / NIGHT_TABLE / "part.parquet"
    write_table(to_table([row], NIGHT), path)


def _check_sources(statuses: list[SourceStatus]) -> Iterator[dg.AssetCheckResult]:
    yield dg.AssetCheckResult(
        passed=any(status.records for status in statuses),
        check_name="some_source_landed",
        asset_key=_ANCHOR,
        metadata={"records": sum(status.records for status in statuses)},
    )
    tired = [status for status in statuses if status.status in ("stale", "failed")]
    yield dg.AssetCheckResult(
        passed=not tired,
        check_name="all_sources_fresh",
        asset_key=_ANCHOR,
        severity=dg.AssetCheckSeverity.WARN,
        description="; ".join(f"{s.source_id} {s.status}: {s.reason}" for s in tired) or None,
        metadata={"not_fresh": len(tired), "sources": _tell_sources(statuses)},
    )


def _describe_sources(
    sources: dict[str, Source], statuses: list[SourceStatus]
) -> dict[str, dg.MetadataValue]:
    pages = link_pages(source.spec for source in sources.values())
    return {"sources": _tell_sources(statuses), "pages": pages}


def _tell_sources(statuses: list[SourceStatus]) -> dg.MetadataValue:
    """How every source stands."""
    columns = (
        "source", "status", "records", "quarantined", "drift", "complete evidence of", "loaded as",
        "why",
    )  # fmt: skip
    rows = [
        (
            s.source_id,
            s.status,
            s.records,
            s.quarantined,
            s.drift_count,
            f"{s.last_success_at:%Y-%m-%d %H:%M} UTC" if s.last_success_at else "never",
            s.loaded_as,
            s.reason,
        )
        for s in statuses
    ]
    return tabulate_rows([dict(zip(columns, row, strict=True)) for row in rows], columns)
