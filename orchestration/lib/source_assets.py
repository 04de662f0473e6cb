"""Two assets for each source: `raw/<id>` (its snapshot) and `records/<id>` (what it says).

Everything about a source comes from its folder; this module knows none by name.
"""

from collections.abc import Iterable, Iterator
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

#: Check name -> codes of findings that belong to it (a trailing `_` matches a family).
RECORD_CHECKS: dict[str, tuple[str, ...]] = {
    "volume": ("no_records", "min_", "max_", "drop_"),
    "fill_rates": ("fill_",),
    "quarantine_share": ("quarantine_share",),
    "completeness": (),  # whatever no other check claims
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


def build_source_assets(source: Source, settings: Settings) -> list[dg.AssetsDefinition]:
    """The raw and the records asset of one source."""
    return [_build_raw(source, settings), _build_records(source)]


def choose_pool(source: Source, settings: Settings) -> str:
    """One pool a host and port, so that no two steps talk to one host at once."""
    address = SourceAddress(source.spec, settings.url_overrides.get(source.id))
    if source.spec.base_url is None or address.is_off:
        return f"drop_{source.id}"
    url = urlsplit(address.to_transport(source.spec.base_url))
    return f"http_{(url.hostname or '').replace('.', '_')}_{url.port or 443}"


def _describe(source: Source) -> dict[str, dg.MetadataValue]:
    spec = source.spec
    described: dict[str, dg.MetadataValue] = {
        "publisher": dg.MetadataValue.text(spec.publisher),
        "licence": dg.MetadataValue.text(f"{spec.licence.id} ({spec.licence.confidence})"),
        "verified_live": dg.MetadataValue.bool(spec.verified_live),
        "lifecycle": dg.MetadataValue.text(spec.lifecycle),
    }
    if spec.base_url:
        described["source"] = dg.MetadataValue.url(spec.base_url)
    readme = source.folder / "README.md"
    if readme.exists():
        described["readme"] = dg.MetadataValue.md(readme.read_text(encoding="utf-8"))
    return described


def _title(source: Source) -> str:
    return source.spec.title.get("en") or source.spec.title["fi"]


def _build_raw(source: Source, settings: Settings) -> dg.AssetsDefinition:
    key = raw_key(source.id)

    @dg.asset(
        key=key,
        group_name="raw",
        kinds={"python", source.spec.platform},
        pool=choose_pool(source, settings),
        description=f"{_title(source)}: exact bytes of one night and the log of every request.",
        metadata=_describe(source),
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
        context.log.info(f"{source.id}: snapshot {snapshot.id} {snapshot.outcome}")
        if snapshot.outcome == "failed":
            raise dg.Failure(
                f"{source.id}: nothing could be collected: "
                f"{snapshot.summary.get('reason')}. The last good rows "
                "stay in the warehouse and are marked stale.",
                metadata=_snapshot_metadata(snapshot),
            )
        return dg.MaterializeResult(
            metadata=_snapshot_metadata(snapshot), check_results=[_check_accounting(snapshot)]
        )

    return raw


def _snapshot_metadata(snapshot: SnapshotInfo) -> dict[str, dg.MetadataValue]:
    counts = snapshot.counts
    return {
        "snapshot": dg.MetadataValue.text(snapshot.id),
        "outcome": dg.MetadataValue.text(snapshot.outcome or "open"),
        "reason": dg.MetadataValue.text(str(snapshot.summary.get("reason") or "")),
        "requests": dg.MetadataValue.int(counts.requested),
        "landed": dg.MetadataValue.int(counts.landed),
        "unchanged": dg.MetadataValue.int(counts.unchanged + counts.equal),
        "carried": dg.MetadataValue.int(counts.carried),
        "missing": dg.MetadataValue.int(counts.missing),
        "failed": dg.MetadataValue.int(counts.failed + counts.deferred + counts.blocked),
    }


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
        metadata=_describe(source),
        check_specs=[
            *(dg.AssetCheckSpec(name, asset=key, blocking=True) for name in RECORD_CHECKS),
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
            metadata=_outcome_metadata(outcome), check_results=list(_check_outcome(outcome))
        )

    return records


def _outcome_metadata(outcome: Outcome) -> dict[str, dg.MetadataValue]:
    return {
        "dagster/row_count": dg.MetadataValue.int(sum(outcome.counts.values())),
        "records": dg.MetadataValue.json(dict(outcome.counts)),
        "verdict": dg.MetadataValue.text(outcome.verdict),
        "quarantined": dg.MetadataValue.int(outcome.quarantined),
        "drift": dg.MetadataValue.int(outcome.drift_count),
        "collected_at": dg.MetadataValue.timestamp(outcome.collected_at),
        "parser_version": dg.MetadataValue.text(outcome.parser_version),
        "findings": dg.MetadataValue.md(_list_findings(outcome.findings)),
    }


def _list_findings(findings: Iterable[Finding]) -> str:
    lines = [f"- **{f.level}** `{f.code}`: {f.detail}" for f in findings]
    return "\n".join(lines) or "none"


def claim_check(code: str) -> str:
    """Name of the check that a finding belongs to."""
    for name, codes in RECORD_CHECKS.items():
        if any(
            code == known or (known.endswith("_") and code.startswith(known)) for known in codes
        ):
            return name
    return "completeness"


def _check_outcome(outcome: Outcome) -> Iterator[dg.AssetCheckResult]:
    by_check: dict[str, list[Finding]] = {name: [] for name in RECORD_CHECKS}
    for finding in outcome.findings:
        by_check[claim_check(finding.code)].append(finding)
    for name, findings in by_check.items():
        serious = [finding for finding in findings if finding.level != "warn"]
        blocks = any(finding.level == "block" for finding in findings)
        yield dg.AssetCheckResult(
            passed=not findings,
            check_name=name,
            severity=dg.AssetCheckSeverity.ERROR if blocks else dg.AssetCheckSeverity.WARN,
            description="; ".join(finding.detail for finding in serious or findings)[:1000],
            metadata={"findings": dg.MetadataValue.md(_list_findings(findings))},
        )
    yield dg.AssetCheckResult(
        passed=outcome.drift_count == 0,
        check_name="drift",
        severity=dg.AssetCheckSeverity.WARN,
        metadata={"drift": outcome.drift_count},
    )
