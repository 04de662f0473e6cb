"""`elo dev` comes up on an empty home with its daemon, and leaves no process behind."""

from __future__ import annotations

import fcntl
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import requests
import typer
from typer.testing import CliRunner

from ingestion.settings import Settings
from orchestration.cli import dev
from orchestration.cli.main import app
from orchestration.lib.instance import open_instance, prepare_home
from tests.ui.dev_server import DevServer, serve_dev

_QUERY = """{
  instance { daemonHealth { allDaemonStatuses { daemonType required healthy } } }
  workspaceOrError { ... on Workspace { locationEntries {
    name loadStatus locationOrLoadError { __typename } } } }
}"""
_DAEMONS = {"SCHEDULER", "SENSOR", "QUEUED_RUN_COORDINATOR", "FRESHNESS_DAEMON"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DevServer]:
    """One server on an empty home; the tests below it are in order, the last one ends it."""
    folder = tmp_path_factory.mktemp("dev")
    with serve_dev(folder / "home", folder / "dev.log") as running:
        yield running


def _ask(server: DevServer) -> dict[str, Any]:
    answer = requests.post(f"{server.url}/graphql", json={"query": _QUERY}, timeout=60)
    data: dict[str, Any] = answer.json()["data"]
    return data


@pytest.mark.e2e
def test_code_location_is_loaded(server: DevServer) -> None:
    (entry,) = _ask(server)["workspaceOrError"]["locationEntries"]
    assert entry["name"] == "elo"
    assert entry["locationOrLoadError"]["__typename"] == "RepositoryLocation"


@pytest.mark.e2e
def test_daemon_runs_schedules_sensors_and_queued_runs(server: DevServer) -> None:
    deadline = time.monotonic() + 300
    healthy: set[str] = set()
    while not healthy >= _DAEMONS and time.monotonic() < deadline:
        health = _ask(server)["instance"]["daemonHealth"]
        healthy = {row["daemonType"] for row in health["allDaemonStatuses"] if row["healthy"]}
        time.sleep(2)
    assert healthy >= _DAEMONS


@pytest.mark.e2e
def test_it_says_where_it_is_and_listens_on_loopback_alone(server: DevServer) -> None:
    told = server.log.read_text()
    assert f"Dagster UI {server.url}" in told
    assert "Ctrl-C" in told
    assert "Traceback" not in told
    listening = {
        connection.laddr.ip
        for process in server.family()
        for connection in process.net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    }
    assert listening == {"127.0.0.1"}


@pytest.mark.e2e
def test_ctrl_c_ends_it_and_all_its_children(server: DevServer) -> None:
    family = server.family()
    assert len(family) >= 4  # the command, `dagster dev`, a web server, a daemon, a code server
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(200) == 0
    _, left = psutil.wait_procs(family, timeout=30)
    assert left == []


def test_taken_port_is_refused_with_what_to_do(home: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = CliRunner().invoke(app, ["dev", "--port", str(taken.getsockname()[1])])
    assert result.exit_code == 1
    assert "cannot be used: Address already in use" in result.output
    assert "elo dev --port 0" in result.output


def test_port_zero_is_any_free_port() -> None:
    port = dev.choose_port(0)
    with socket.socket() as free:
        free.bind(("127.0.0.1", port))


def test_second_server_of_a_home_is_refused(home: Path, settings: Settings) -> None:
    prepare_home(settings)
    with (settings.dagster_home / "dev.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = CliRunner().invoke(app, ["dev", "--port", "0"])
    assert result.exit_code == 1
    assert "already serves" in result.output


def test_lost_registry_is_refused(home: Path, settings: Settings) -> None:
    (settings.releases / "20260101T000000Z").mkdir(parents=True)
    result = CliRunner().invoke(app, ["dev", "--port", "0"])
    assert result.exit_code == 1
    assert "their state is lost" in result.output


def test_state_is_left_alone_while_a_refresh_writes_it(settings: Settings) -> None:
    with open_instance(settings):
        half_written = settings.state / ".next.tmp" / "facts.parquet"
        half_written.parent.mkdir(parents=True)
        half_written.touch()
        dev.ready_state(settings)
        assert half_written.exists()


def test_services_that_end_by_themselves_are_an_error(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "_command", lambda port: [sys.executable, "-c", "raise SystemExit(0)"])
    with pytest.raises(typer.Exit) as ended:
        dev.serve(settings, dev.choose_port(0))
    assert ended.value.exit_code == 1
    assert "before its UI was up" in capfd.readouterr().err


def test_stubborn_services_are_killed_with_their_children(monkeypatch: pytest.MonkeyPatch) -> None:
    stubborn = (
        "import signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "print('up', flush=True)\n"
        "time.sleep(600)\n"
    )
    monkeypatch.setattr(dev, "_GRACE_S", 1.0)
    services = subprocess.Popen(
        [sys.executable, "-c", stubborn], stdout=subprocess.PIPE, start_new_session=True
    )
    assert services.stdout is not None
    services.stdout.readline()
    family = [psutil.Process(services.pid), *psutil.Process(services.pid).children()]
    dev.end(services)
    assert len(family) == 2
    assert psutil.wait_procs(family, timeout=10)[1] == []
