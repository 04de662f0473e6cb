"""Whole nights against the sandbox: repeatable, rebuilt offline, honest when sites fail."""

from __future__ import annotations

import hashlib
import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest

from ingestion.sandbox import Sandbox
from ingestion.settings import Settings
from orchestration.lib.instance import prepare_home
from orchestration.lib.night import NightResult, run_night
from orchestration.release.generation import verify_checksums
from orchestration.release.layout import read_manifest
from tests.conftest import AS_OF

pytestmark = pytest.mark.e2e

PROJECTS = 400


@dataclass
class Nights:
    """The nights of one home, in order, and what each released."""

    home: Path
    truth: Path
    results: dict[str, NightResult] = field(default_factory=dict)
    manifests: dict[str, dict[str, Any]] = field(default_factory=dict)
    ids: dict[str, set[str]] = field(default_factory=dict)
    facts: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    outside: list[str] = field(default_factory=list)

    def query(self, sql: str, night: str = "first") -> list[tuple[Any, ...]]:
        """Rows of a night's release."""
        released = self.results[night].released
        assert released is not None
        with duckdb.connect(str(released / "elo.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def run(self, name: str, settings: Settings, **arguments: Any) -> None:
        """Run one night and note what it released."""
        result = run_night(settings, **arguments)
        self.results[name] = result
        if result.released is None:
            return
        self.manifests[name] = read_manifest(result.released)
        self.ids[name] = {
            row[0] for row in self.query("select project_id from marts.dim_project", name)
        }
        sql = "select fact_id, content_sha256 from marts.fct_fact"
        self.facts[name] = {(row[0], row[1]) for row in self.query(sql, name)}


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nights]:
    """Five nights: two alike, one offline, one with a source down, one with all down."""
    home = tmp_path_factory.mktemp("nights")
    world = Sandbox.build(projects=PROJECTS, seed=7, as_of=AS_OF)
    world.write(home / "sandbox")
    done = Nights(home, home / "sandbox" / "truth")
    with (
        pytest.MonkeyPatch.context() as patch,
        world.serve(port=0, log=home / "requests.jsonl") as served,
    ):
        patch.setenv("ELO_HOME", str(home))
        patch.setenv("ELO_AS_OF", AS_OF.isoformat())
        patch.setenv("ELO_CRAWL_DELAY_S", "0")
        for name, value in served.env().items():
            patch.setenv(name, value)
        settings = Settings.from_env()
        prepare_home(settings)
        done.run("first", settings)
        done.run("second", settings)
        with pytest.MonkeyPatch.context() as guard:
            guard.setattr(socket.socket, "connect", _note_outside(done.outside))
            done.run("offline", settings, offline=True)
        victim = next(iter(served.urls))
        served.set_down(victim, True)
        done.run("one_down", settings)
        for source_id in served.urls:
            served.set_down(source_id, True)
        empty = home / "empty"
        patch.setenv("ELO_HOME", str(empty))
        done.run("all_down", Settings.from_env())
        patch.setenv("ELO_HOME", str(home))
        yield done


def _note_outside(seen: list[str]) -> Any:
    connect = socket.socket.connect

    def noted(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6):
            seen.append(str(address))
        connect(self, address)

    return noted


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
    rows = nights.query("select distinct source_id, content_sha256, source_url from marts.fct_fact")
    assert rows
    for source_id, sha256, url in rows:
        blob = nights.home / "raw" / source_id / "blobs" / sha256[:2] / sha256
        assert hashlib.sha256(blob.read_bytes()).hexdigest() == sha256
        assert url.startswith("https://")


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


def test_runs_materialisations_and_checks_are_in_the_event_log(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(nights.home / "dagster"))
    with dg.DagsterInstance.get() as instance:
        jobs = {run.job_name for run in instance.get_runs()}
        assert jobs == {"collect", "build"}
        for key in (["release", "current"], ["marts", "dim_project"], ["landing", "project"]):
            assert instance.get_latest_materialization_event(dg.AssetKey(key)) is not None
        run = next(run for run in instance.get_runs() if run.job_name == "build")
        checks = instance.all_logs(run.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
        assert len(checks) > 50
