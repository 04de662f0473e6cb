"""What the Dagster UI shows of a source: who publishes it, what a night brought, what was odd.

What does not belong here: assets and their checks (`source_assets.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import dagster as dg

from ingestion.archive.snapshot import SnapshotInfo
from ingestion.http.address import SourceAddress
from ingestion.landing.history import Outcome, read_side, snapshot_folder
from ingestion.landing.tables import DRIFT, QUARANTINE
from ingestion.registry import Source
from ingestion.scraper import Finding
from ingestion.settings import Settings
from ingestion.spec import SourceSpec
from orchestration.lib.markdown import link

#: The published release, to which every source page of the UI leads.
RELEASE = dg.AssetKey(["release", "current"])

_SHOWN_ROWS = 20
_SHOWN_TEXT = 120

Metadata = dict[str, dg.MetadataValue]


def choose_page(spec: SourceSpec) -> str | None:
    """Public page that a person can open, or None for a source of dropped files alone.

    That is the base URL, except where records are shown on another host than the one that is
    fetched (an API): then that host's front page.
    """
    base = urlsplit(spec.base_url or "")
    shown = urlsplit(spec.public_url or "")
    if shown.hostname and shown.hostname != base.hostname:
        return f"{shown.scheme}://{shown.netloc}/"
    return spec.base_url


def freshness_policy(spec: SourceSpec) -> dg.FreshnessPolicy:
    """How long a collected snapshot counts as fresh: the days that `source.yml` gives it."""
    return dg.FreshnessPolicy.time_window(fail_window=timedelta(days=spec.access.max_age_days))


def describe_source(source: Source) -> Metadata:
    """What does not change from night to night."""
    spec = source.spec
    page = choose_page(spec)
    readme = source.folder / "README.md"
    return {
        **({"source": dg.MetadataValue.url(page)} if page else {}),
        "release": dg.MetadataValue.asset(RELEASE),
        "publisher": dg.MetadataValue.text(spec.publisher),
        "licence": dg.MetadataValue.text(f"{spec.licence.id} ({spec.licence.confidence})"),
        "verified_live": dg.MetadataValue.bool(spec.verified_live),
        "lifecycle": dg.MetadataValue.text(spec.lifecycle),
        "fresh_for_days": dg.MetadataValue.int(spec.access.max_age_days),
        **_link_code([source.folder / name for name in ("source.yml", "scraper.py")]),
        **(
            {"readme": dg.MetadataValue.md(readme.read_text(encoding="utf-8"))}
            if readme.exists()
            else {}
        ),
    }


def _link_code(paths: Sequence[Path]) -> Metadata:
    references = [dg.LocalFileCodeReference(file_path=str(path)) for path in paths]
    return {"dagster/code_references": dg.CodeReferencesMetadataValue(code_references=references)}


def describe_snapshot(source: Source, settings: Settings, snapshot: SnapshotInfo) -> Metadata:
    """What one collect run brought into the archive."""
    counts, reason = snapshot.counts, snapshot.summary.get("reason")
    return {
        "snapshot": dg.MetadataValue.text(snapshot.id),
        "outcome": dg.MetadataValue.text(snapshot.outcome or "open"),
        "loaded_as": dg.MetadataValue.text(_describe_load(snapshot)),
        **({"reason": dg.MetadataValue.text(str(reason))} if reason else {}),
        **_describe_origin(source.spec, settings),
        "requests": dg.MetadataValue.int(counts.requested),
        "landed": dg.MetadataValue.int(counts.landed),
        "unchanged": dg.MetadataValue.int(counts.unchanged + counts.equal),
        "carried": dg.MetadataValue.int(counts.carried),
        "missing": dg.MetadataValue.int(counts.missing),
        "failed": dg.MetadataValue.int(counts.failed + counts.deferred + counts.blocked),
        **_stamp("collected_at", snapshot.ended_at),
        "fetch_log": dg.MetadataValue.path(str(snapshot.path)),
    }


def _describe_load(snapshot: SnapshotInfo) -> str:
    """Whole and why, or since when changes were asked for and over which whole load."""
    if snapshot.base:
        return f"changes since {snapshot.since}, over the whole load {snapshot.base}"
    return f"whole: {snapshot.why}" if snapshot.why else "whole"


def _describe_origin(spec: SourceSpec, settings: Settings) -> Metadata:
    """From where it really came: an operator's base URL is not the publisher's."""
    override = settings.url_overrides.get(spec.id)
    if spec.base_url is None or SourceAddress(spec, override).is_off:
        return {"read_from": dg.MetadataValue.path(str(settings.drop / spec.id))}
    return {"fetched_from": dg.MetadataValue.url(override or spec.base_url)}


def describe_outcome(source: Source, settings: Settings, outcome: Outcome) -> Metadata:
    """What a snapshot was read as."""
    folder = snapshot_folder(settings.landing, source.id, outcome.snapshot_id)
    fresh_until = outcome.collected_at + timedelta(days=source.spec.access.max_age_days)
    return {
        "dagster/row_count": dg.MetadataValue.int(sum(outcome.counts.values())),
        "records": dg.MetadataValue.json(dict(outcome.counts)),
        "verdict": dg.MetadataValue.text(outcome.verdict),
        "loaded_as": dg.MetadataValue.text(outcome.loaded_as),
        "quarantined": dg.MetadataValue.int(outcome.quarantined),
        "drift": dg.MetadataValue.int(outcome.drift_count),
        **_stamp("collected_at", outcome.collected_at),
        **_stamp("fresh_until", fresh_until),
        "findings": dg.MetadataValue.md(list_findings(outcome.findings)),
        "parser_version": dg.MetadataValue.text(outcome.parser_version),
        "folder": dg.MetadataValue.path(str(folder)),
    }


def list_findings(findings: Iterable[Finding]) -> str:
    """Findings as a Markdown list."""
    lines = [f"- **{f.level}** `{f.code}`: {f.detail}" for f in findings]
    return "\n".join(lines) or "none"


def describe_quarantine(settings: Settings, outcome: Outcome) -> Metadata:
    """How many rows could not be read, and the first of them with place, step and reason."""
    rows = read_side(settings.landing, outcome, "quarantine", QUARANTINE).to_pylist()
    columns = ("source_url", "row", "field", "step", "reason")
    return {
        "quarantined": dg.MetadataValue.int(outcome.quarantined),
        **({"examples": tabulate_rows(rows[:_SHOWN_ROWS], columns)} if rows else {}),
    }


def describe_drift(settings: Settings, outcome: Outcome) -> Metadata:
    """How often a page showed what its spec does not know, and the most frequent of it."""
    rows = read_side(settings.landing, outcome, "drift", DRIFT).to_pylist()
    rows.sort(key=lambda row: row["occurrences"], reverse=True)
    columns = ("occurrences", "what", "place", "value", "source_url")
    return {
        "drift": dg.MetadataValue.int(outcome.drift_count),
        **({"examples": tabulate_rows(rows[:_SHOWN_ROWS], columns)} if rows else {}),
    }


def tabulate_rows(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> dg.MetadataValue:
    """A table that a page shows in place: Markdown of that length is folded behind a click.

    Args:
        rows: their values by column; long texts are cut.
        columns: keys of the rows that are shown; None and what a row lacks become empty cells.
    """
    shown = [dg.TableRecord({name: _shorten(row.get(name)) for name in columns}) for row in rows]
    return dg.MetadataValue.table(shown, dg.TableSchema([dg.TableColumn(c) for c in columns]))


def _shorten(value: object) -> str:
    return "" if value is None else str(value)[:_SHOWN_TEXT]


def link_pages(specs: Iterable[SourceSpec]) -> dg.MetadataValue:
    """The public pages of sources, as one line of links."""
    return dg.MetadataValue.md(" · ".join(link(spec.id, choose_page(spec)) for spec in specs))


def _stamp(name: str, at: datetime | None) -> Metadata:
    return {name: dg.MetadataValue.timestamp(at)} if at else {}
