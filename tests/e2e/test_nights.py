"""Whole nights against the sandbox: repeatable, rebuilt offline, honest when sites fail."""

from __future__ import annotations

import hashlib
import json
from urllib.parse import urlsplit

import dagster as dg
import pytest

from ingestion.registry import Source, find_sources
from orchestration.release.generation import verify_checksums
from tests.e2e.nights import PROJECTS, Nights

pytestmark = pytest.mark.e2e


def test_first_night_releases_with_every_source_fresh(nights: Nights) -> None:
    first = nights.results["first"]
    assert first.exit_code == 0, (first.failures, first.statuses)
    assert verify_checksums(first.released) == []
    assert len(nights.ids["first"]) > PROJECTS / 3


def test_every_published_project_carries_evidence_that_verifies(nights: Nights) -> None:
    bare = nights.query(
        "select count(*) from marts.dim_project where project_id not in "
        "(select subject_id from marts.fct_fact where subject_type = 'project')"
    )
    assert bare == [(0,)]
    public = {source.id: _public_hosts(source) for source in find_sources().values()}
    rows = nights.query("select distinct source_id, content_sha256, source_url from marts.fct_fact")
    assert rows
    for source_id, sha256, url in rows:
        blob = nights.home / "raw" / source_id / "blobs" / sha256[:2] / sha256
        assert hashlib.sha256(blob.read_bytes()).hexdigest() == sha256
        named = url.startswith(f"drop:{source_id}/{sha256}")  # a file that was dropped
        assert named or urlsplit(url).hostname in public[source_id], url


def _public_hosts(source: Source) -> set[str | None]:
    urls = (source.spec.base_url, source.spec.public_url)
    return {urlsplit(url).hostname for url in urls if url}


def test_unchanged_sources_change_nothing(nights: Nights) -> None:
    assert nights.ids["second"] == nights.ids["first"]
    assert nights.facts["second"] == nights.facts["first"]
    hashes = {name: nights.manifests[name]["warehouse_hash"] for name in ("first", "second")}
    assert hashes["first"] == hashes["second"]


def test_unchanged_pages_are_not_stored_again(nights: Nights) -> None:
    answered, kept = 0, 0
    for folder in (nights.home / "raw").iterdir():
        log = sorted((folder / "log").glob("*.jsonl"))[1]
        counts = json.loads(log.read_text().splitlines()[-1])["counts"]
        answered += counts["requested"]
        kept += counts["unchanged"] + counts["equal"]
    assert answered
    assert kept / answered >= 0.95


def test_offline_rebuilds_the_same_warehouse_without_a_socket(nights: Nights) -> None:
    assert nights.results["offline"].exit_code == 0, nights.results["offline"].failures
    assert nights.outside == []
    assert (
        nights.manifests["offline"]["warehouse_hash"] == nights.manifests["first"]["warehouse_hash"]
    )


def test_one_source_down_keeps_its_rows_and_says_so(nights: Nights) -> None:
    result = nights.results["one_down"]
    assert result.exit_code == 3
    (stale,) = [s for s in result.statuses if s.status != "fresh"]
    assert stale.status == "stale"
    assert nights.ids["one_down"] == nights.ids["first"]
    stated = dict(nights.query("select source_id, status from marts.dim_source", "one_down"))
    assert stated[stale.source_id] == "stale"


def test_all_down_on_an_empty_home_releases_nothing(nights: Nights) -> None:
    result = nights.results["all_down"]
    assert result.exit_code == 1
    assert result.released is None
    assert not (nights.home / "empty" / "releases" / "current").exists()


def test_all_down_over_a_release_leaves_it_untouched(nights: Nights) -> None:
    result = nights.results["all_down_again"]
    assert result.exit_code == 1
    assert result.released is None
    last = nights.results["one_down"].released
    assert last is not None
    assert (nights.home / "releases" / "current").resolve() == last.resolve()
    assert verify_checksums(last) == []


def test_runs_materialisations_and_checks_are_in_the_event_log(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(nights.home / "dagster"))
    with dg.DagsterInstance.get() as instance:
        jobs = {run.job_name for run in instance.get_runs()}
        assert jobs == {"collect", "build"}
        for key in (["release", "current"], ["marts", "dim_project"], ["landing", "project"]):
            assert instance.get_latest_materialization_event(dg.AssetKey(key)) is not None
        filters = dg.RunsFilter(job_name="build", statuses=[dg.DagsterRunStatus.SUCCESS])
        run = instance.get_runs(filters=filters)[0]
        checks = instance.all_logs(run.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
        assert len(checks) > 50
