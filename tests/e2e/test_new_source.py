"""A source made from the template in a temporary folder reaches a release; no other file knows it.

The test does what CONTRIBUTING says: scaffold, fill in (`new_source/` holds what a person would
write), accept the examples, refresh. The site is served on loopback from `new_source/site`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pyarrow.parquet as pq
import pytest

from ingestion.registry import SOURCES, find_sources
from orchestration.definitions import defs
from orchestration.defs.schedules import nightly
from orchestration.lib.night import load_definitions
from orchestration.lib.source_assets import RECORD_CHECKS
from tests.conftest import AS_OF

pytestmark = pytest.mark.e2e

ELO = Path(sys.executable).with_name("elo")
ROOT = SOURCES.parent.parent
MATERIAL = Path(__file__).with_name("new_source")
ID = "trial_register"
RAW, RECORDS = dg.AssetKey(["raw", ID]), dg.AssetKey(["records", ID])
LANDING = dg.AssetKey(["landing", "project"])


@dataclass(frozen=True)
class Trial:
    """Where the new source lies, and the home it was refreshed in."""

    folder: Path
    home: Path
    env: dict[str, str]

    def query(self, sql: str, *values: str) -> list[tuple[Any, ...]]:
        """Rows of the release; `?` in the query stand for the values."""
        path = self.home / "releases" / "current" / "elo.duckdb"
        with duckdb.connect(str(path), read_only=True) as connection:
            return connection.execute(sql, list(values)).fetchall()


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trial]:
    """The new source after its first night, every other source off."""
    base = tmp_path_factory.mktemp("new_source")
    with _serve(MATERIAL / "site") as origin:
        off = {f"ELO_URL_{source_id.upper()}": "" for source_id in find_sources()}
        env = {
            **os.environ,
            **off,
            "ELO_HOME": str(base / "home"),
            "ELO_AS_OF": AS_OF.isoformat(),
            "ELO_CRAWL_DELAY_S": "0",
            "ELO_EXTRA_SOURCES": str(base / "sources"),
            f"ELO_URL_{ID.upper()}": f"{origin}/grants",
        }
        _elo(env, "source", "new", ID, "--into", str(base / "sources"))
        folder = base / "sources" / ID
        _fill_in(folder)
        _elo(env, "source", "accept", ID)
        _elo(env, "refresh")
        yield Trial(folder, base / "home", env)


def _fill_in(folder: Path) -> None:
    """What a person writes: the declaration, the reader, and saved pages in place of the invented.

    The replica goes: a source without one is fetched like any other and not in the sandbox.
    """
    shutil.copy(MATERIAL / "source.yml", folder)
    shutil.copy(MATERIAL / "scraper.py", folder)
    (folder / "replica.py").unlink()
    shutil.rmtree(folder / "examples")
    (folder / "examples").mkdir()
    for page in (MATERIAL / "site" / "grants").iterdir():
        role = "list" if page.stem == "index" else "detail"
        shutil.copy(page, folder / "examples")
        (folder / "examples" / f"{page.stem}.request.yml").write_text(
            f"url: https://register.example.org/grants/{page.name}\nrole: {role}\n"
        )


def _elo(env: dict[str, str], *arguments: str) -> str:
    done = subprocess.run([ELO, *arguments], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def _serve(folder: Path) -> Iterator[str]:
    """A folder on loopback; yields its origin."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def instance(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> Iterator[dg.DagsterInstance]:
    """The event log of the trial's home."""
    monkeypatch.setenv("DAGSTER_HOME", str(trial.home / "dagster"))
    with dg.DagsterInstance.get() as opened:
        yield opened


def test_its_assets_are_materialised(instance: dg.DagsterInstance) -> None:
    for key in (RAW, RECORDS, LANDING, dg.AssetKey(["release", "current"])):
        assert instance.get_latest_materialization_event(key) is not None, key


def test_its_checks_ran_and_passed(instance: dg.DagsterInstance) -> None:
    (run,) = instance.get_runs(filters=dg.RunsFilter(job_name="collect"))
    logs = instance.all_logs(run.run_id, of_type=dg.DagsterEventType.ASSET_CHECK_EVALUATION)
    found = [log.get_dagster_event().asset_check_evaluation_data for log in logs]
    passed = {(check.asset_key, check.check_name): check.passed for check in found}
    expected = {(RECORDS, name) for name in (*RECORD_CHECKS, "drift")}
    assert passed.keys() == {(RAW, "requests_accounted"), *expected}
    assert [key for key, good in passed.items() if not good] == []


def test_it_is_wired_into_landing_and_into_the_night(
    trial: Trial, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in trial.env.items():
        if name.startswith("ELO_"):
            monkeypatch.setenv(name, value)
    graph = load_definitions(defs).resolve_asset_graph()
    assert graph.get(RECORDS).parent_keys == {RAW}
    assert RECORDS in graph.get(LANDING).parent_keys
    context = dg.build_schedule_context(
        instance, scheduled_execution_time=datetime.fromisoformat("2026-11-24T02:15:00+02:00")
    )
    requests = nightly.evaluate_tick(context).run_requests or []
    assert [request.asset_selection for request in requests] == [[RAW, RECORDS]]


def test_its_records_land(trial: Trial) -> None:
    landed = pq.read_table(trial.home / "landing" / "current" / "project" / f"source={ID}")
    assert sorted(landed["native_id"].to_pylist()) == ["G-1", "G-2", "G-3"]
    assert trial.query("select field, step from marts.mart_quarantine") == [("Granted", "sum")]


def test_its_projects_are_released_with_money_and_evidence(trial: Trial) -> None:
    sql = (
        "select p.name, s.native_id, s.source_url, f.amount_eur, o.name "
        "from marts.dim_project p join marts.bridge_project_source s using (project_id) "
        "join marts.fct_funding f using (project_id) "
        "join marts.dim_organisation o on o.organisation_id = p.lead_organisation_id "
        "where s.source_id = ? order by s.native_id"
    )
    url = "https://register.example.org/grants"
    assert trial.query(sql, ID) == [
        ("Bright course", "G-1", f"{url}/g1.html", Decimal("120000.00"), "Lakeside College"),
        ("Next harbour", "G-2", f"{url}/g2.html", Decimal("85500.50"), "Isle Municipality"),
        ("Skills in sight", "G-3", f"{url}/g3.html", Decimal("1200000.00"), "Lakeside College"),
    ]
    counted = trial.query("select count(*) from marts.dim_project")
    evidenced = trial.query(
        "select count(distinct subject_id) from marts.fct_fact "
        "where subject_type = 'project' and source_id = ?",
        ID,
    )
    assert counted == evidenced == [(3,)]


def test_its_row_of_dim_source_says_what_its_folder_says(trial: Trial) -> None:
    sql = (
        "select title, name_sv, publisher, licence, licence_confidence, lifecycle, status, "
        "records, quarantined, verified_live from marts.dim_source where source_id = ?"
    )
    (row,) = trial.query(sql, ID)
    assert row == (
        "Koerekisteri", "Provregistret", "Invented Foundation", "CC0-1.0", "confirmed", "active",
        "fresh", 3, 1, False,
    )  # fmt: skip
    others = trial.query("select distinct status from marts.dim_source where source_id != ?", ID)
    assert others == [("off",)]


def test_only_its_folder_knows_it(trial: Trial) -> None:
    assert {path.name for path in trial.folder.iterdir()} >= {"source.yml", "scraper.py"}
    knowing = [
        path.relative_to(ROOT).as_posix()
        for folder in ("ingestion", "orchestration", "expectations", "dbt_project", "docs")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and ID.encode() in path.read_bytes()
    ]
    assert knowing == []
