"""Two assets for each source: `raw/<id>` (its snapshot) and `records/<id>` (what it says).

Everything about a source comes from its folder; this module knows none by name.
"""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import dagster as dg

from ingestion.archive.snapshot import SnapshotInfo
from ingestion.collect import collect
from ingestion.http.address import SourceAddress
from ingestion.landing.history import Outcome
from ingestion.landing.status import is_attempted
from ingestion.registry import Source
from ingestion.replay import parse_and_land, usable_snapshots
from ingestion.scraper import Finding
from ingestion.settings import Settings
from orchestration.lib.progress import reporter
from orchestration.lib.source_metadata import (
    describe_drift,
    describe_outcome,
    describe_quarantine,
    describe_snapshot,
    describe_source,
    freshness_policy,
    list_findings,
)

#: Check name -> codes of findings that belong to it (a trailing `_` matches a family).
RECORD_CHECKS: dict[str, tuple[str, ...]] = {
    "volume": ("no_records", "min_", "max_", "drop_"),
    "fill_rates": ("fill_",),
    "quarantine_share": ("quarantine_share",),
    "completeness": (),  # whatever no other check claims
}

_CHECK_DESCRIPTIONS = {
    "volume": "as many records as the source's bounds and its last good snapshot let expect",
    "fill_rates": "fields that must be filled are filled often enough",
    "quarantine_share": "few enough rows that could not be read",
    "completeness": "everything that the source announces or lists is there",
}


class RecordsConfig(dg.Config):
    """How much of the archive is read.

    Attributes:
        every_snapshot: read all archived snapshots again, not only the newest one; this is how
            the warehouse is rebuilt without a socket.
    """

    every_snapshot: bool = False


def raw_key(source_id: str) -> dg.AssetKey:
    """Asset key of a source's archived snapshot."""
    return dg.AssetKey(["raw", source_id])


def records_key(source_id: str) -> dg.AssetKey:
    """Asset key of a source's parsed records."""
    return dg.AssetKey(["records", source_id])


def build_source_assets(
    source: Source, settings: Settings, sources: Mapping[str, Source]
) -> list[dg.AssetsDefinition]:
    """The raw and the records asset of one source.

    Args:
        source: the source.
        settings: where sources are fetched from; decides the pool.
        sources: all sources; one that looks identifiers up is collected after the others.
    """
    return [_build_raw(source, settings, _list_shown_by(source, sources)), _build_records(source)]


def _list_shown_by(source: Source, sources: Mapping[str, Source]) -> list[dg.AssetKey]:
    """Records in which the identifiers stand that a source is asked about."""
    if not source.spec.looks_up:
        return []
    return [records_key(other.id) for other in sources.values() if not other.spec.looks_up]


def choose_pool(source: Source, settings: Settings) -> str:
    """One pool a host and port, so that no two steps talk to one host at once."""
    address = SourceAddress(source.spec, settings.url_overrides.get(source.id))
    if source.spec.base_url is None or address.is_off:
        return f"drop_{source.id}"
    url = urlsplit(address.to_transport(source.spec.base_url))
    return f"http_{(url.hostname or '').replace('.', '_')}_{url.port or 443}"


def _title(source: Source) -> str:
    return source.spec.title.get("en") or source.spec.title["fi"]


def _build_raw(
    source: Source, settings: Settings, shown_by: list[dg.AssetKey]
) -> dg.AssetsDefinition:
    key = raw_key(source.id)

    @dg.asset(
        key=key,
        deps=shown_by,
        group_name="raw",
        kinds={"python", source.spec.platform},
        pool=choose_pool(source, settings),
        description=f"{_title(source)}: exact bytes of one night and the log of every request.",
        metadata=describe_source(source),
        freshness_policy=freshness_policy(source.spec),
        check_specs=[
            dg.AssetCheckSpec(
                "requests_accounted",
                asset=key,
                description="every request that was made ended in exactly one outcome",
            )
        ],
    )
    def raw(context: dg.AssetExecutionContext) -> dg.MaterializeResult:  # type: ignore[type-arg]
        now = Settings.from_env()
        if not is_attempted(source.spec, now):
            raise dg.Failure(
                f"{source.id} is off: nothing is fetched from it and no file was dropped. Set "
                f"ELO_URL_{source.id.upper()} to a base URL, or put a file into "
                f"{now.drop / source.id}"
            )
        snapshot = collect(source, now, progress=reporter(f"collect {source.id}"))
        loaded = f"changes since {snapshot.since}" if snapshot.base else "whole"
        context.log.info(f"{source.id}: snapshot {snapshot.id} {snapshot.outcome}, {loaded}")
        if snapshot.outcome == "failed":
            raise dg.Failure(
                f"{source.id}: {'changes' if snapshot.base else 'nothing'} could "
                f"{'not be collected whole' if snapshot.base else 'be collected'}: "
                f"{snapshot.summary.get('reason') or 'there was nothing to ask for'}. "
                "The last good rows stay in the warehouse and are marked stale.",
                metadata=describe_snapshot(source, now, snapshot),
            )
        return dg.MaterializeResult(
            metadata=describe_snapshot(source, now, snapshot),
            check_results=[_check_accounting(snapshot)],
        )

    return raw


def _check_accounting(snapshot: SnapshotInfo) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        passed=snapshot.counts.requested == snapshot.counts.ended,
        check_name="requests_accounted",
        metadata={"requested": snapshot.counts.requested},
    )


def _build_records(source: Source) -> dg.AssetsDefinition:
    key = records_key(source.id)

    @dg.asset(
        key=key,
        deps=[raw_key(source.id)],
        group_name="records",
        kinds={"python", "parquet"},
        pool=f"parse_{source.id}",
        description=f"{_title(source)}: typed records of the newest snapshot.",
        metadata=describe_source(source),
        check_specs=[
            *(
                dg.AssetCheckSpec(
                    name, asset=key, blocking=True, description=_CHECK_DESCRIPTIONS[name]
                )
                for name in RECORD_CHECKS
            ),
            dg.AssetCheckSpec(
                "drift", asset=key, description="labels, keys or codes not in the spec"
            ),
        ],
    )
    def records(context: dg.AssetExecutionContext, config: RecordsConfig) -> dg.MaterializeResult:  # type: ignore[type-arg]
        now = Settings.from_env()
        snapshots = usable_snapshots(now, source.id)
        if not snapshots:
            raise dg.Failure(f"{source.id}: the archive holds no snapshot; materialise raw first")
        chosen = snapshots if config.every_snapshot else snapshots[-1:]
        outcome = parse_and_land(source, now, chosen, progress=reporter(f"parse {source.id}"))
        context.log.info(f"{source.id}: {outcome.verdict}, {dict(outcome.counts)}")
        return dg.MaterializeResult(
            metadata=describe_outcome(source, now, outcome),
            check_results=list(_check_outcome(now, outcome)),
        )

    return records


def claim_check(code: str) -> str:
    """Name of the check that a finding belongs to."""
    for name, codes in RECORD_CHECKS.items():
        if any(
            code == known or (known.endswith("_") and code.startswith(known)) for known in codes
        ):
            return name
    return "completeness"


def _check_outcome(settings: Settings, outcome: Outcome) -> Iterator[dg.AssetCheckResult]:
    by_check: dict[str, list[Finding]] = {name: [] for name in RECORD_CHECKS}
    for finding in outcome.findings:
        by_check[claim_check(finding.code)].append(finding)
    details = {"quarantine_share": describe_quarantine(settings, outcome)}
    for name, findings in by_check.items():
        serious = [finding for finding in findings if finding.level != "warn"]
        blocks = any(finding.level == "block" for finding in findings)
        yield dg.AssetCheckResult(
            passed=not findings,
            check_name=name,
            severity=dg.AssetCheckSeverity.ERROR if blocks else dg.AssetCheckSeverity.WARN,
            description="; ".join(finding.detail for finding in serious or findings)[:1000] or None,
            metadata={
                "findings": dg.MetadataValue.md(list_findings(findings)),
                **details.get(name, {}),
            },
        )
    yield dg.AssetCheckResult(
        passed=outcome.drift_count == 0,
        check_name="drift",
        severity=dg.AssetCheckSeverity.WARN,
        metadata=describe_drift(settings, outcome),
    )
