"""The real EURA 2014 list through the whole spine, every other source off.

Once as a dropped file, once served by a site that has the list and none of its detail pages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
import pytest

from ingestion.registry import find_sources
from tests.conftest import AS_OF

pytestmark = pytest.mark.e2e

ELO = Path(sys.executable).with_name("elo")
GRANTED = Decimal("505490864.00")


@pytest.fixture(scope="module", params=["dropped", "served"])
def released(
    request: pytest.FixtureRequest, real_list: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A home whose only input is the list, refreshed by the command."""
    home = tmp_path_factory.mktemp(request.param)
    if request.param == "dropped":
        drop = home / "drop" / "eura2014"
        drop.mkdir(parents=True)
        shutil.copy(real_list, drop)
        _refresh(home, _env(home))
        yield home
        return
    with _serve_list(real_list.read_bytes()) as url:
        _refresh(home, {**_env(home), "ELO_URL_EURA2014": url, "ELO_CRAWL_DELAY_S": "0"})
    yield home


def _refresh(home: Path, env: dict[str, str]) -> None:
    done = subprocess.run([ELO, "refresh"], env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def _env(home: Path) -> dict[str, str]:
    off = {f"ELO_URL_{source_id.upper()}": "" for source_id in find_sources()}
    return {**os.environ, **off, "ELO_HOME": str(home), "ELO_AS_OF": AS_OF.isoformat()}


@contextmanager
def _serve_list(body: bytes) -> Iterator[str]:
    """A site that answers the CSV list and 404 to everything else; yields its address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            is_list = urlsplit(self.path).path.endswith("/projektilista.php")
            answer = body if is_list else b"not found"
            self.send_response(200 if is_list else 404)
            kind = "text/csv; charset=utf-8" if is_list else "text/plain"
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Thousands of lines that nobody reads."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _query(home: Path, sql: str) -> list[tuple[object, ...]]:
    path = home / "releases" / "current" / "elo.duckdb"
    with duckdb.connect(str(path), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def test_all_readable_projects_are_released(released: Path) -> None:
    ((projects,),) = _query(released, "select count(*) from marts.dim_project")
    assert int(str(projects)) >= 2865


def test_granted_money_is_exact_to_the_cent(released: Path) -> None:
    sql = (
        "select sum(amount_eur) from marts.fct_funding "
        "where counts_in_total and amount_kind = 'granted'"
    )
    assert _query(released, sql) == [(GRANTED,)]


def test_damaged_rows_are_in_quarantine_with_row_and_step(released: Path) -> None:
    rows = _query(released, 'select "row", step, reason from marts.mart_quarantine')
    assert 0 < len(rows) <= 16
    assert all(row and step and reason for row, step, reason in rows)


def test_explain_shows_every_value_with_its_row(released: Path) -> None:
    command = [ELO, "explain", "A70301"]
    done = subprocess.run(command, env=_env(released), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "443909.00" in done.stdout
    assert "row" in done.stdout
