"""The loopback server: addresses, down, 304, gzip, intercept, log."""

from __future__ import annotations

import gzip
import http.client
import json
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from ingestion.sandbox import Sandbox
from ingestion.sandbox.replica import Answer, Asked
from ingestion.sandbox.server import Served

AS_OF = date(2026, 11, 24)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "requests.jsonl"


@pytest.fixture(scope="module")
def served(log: Path) -> Iterator[Served]:
    with Sandbox.build(50, 1, AS_OF).serve(log=log) as running:
        yield running


def _ask(
    url: str, path: str, *, headers: dict[str, str] | None = None, body: bytes | None = None
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    connection.request("POST" if body else "GET", path, body=body, headers=headers or {})
    answer = connection.getresponse()
    found = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    connection.close()
    return found


def test_each_source_has_a_port_and_its_public_path(served: Served) -> None:
    ports = {urlsplit(url).port for url in served.urls.values()}
    assert len(ports) == len(served.urls) >= 4
    assert urlsplit(served.urls["elotori"]).path == "/hankkeet/elotori"
    assert urlsplit(served.urls["eura2014"]).path == "/rrtiepa"
    assert served.env()["ELO_URL_HANKEIKKUNA"] == served.urls["hankeikkuna"]


def test_given_port_counts_up() -> None:
    sandbox = Sandbox.build(10, 1, AS_OF, sources=("elotori", "eura2014"))
    with sandbox.serve() as probe:
        free = max(urlsplit(url).port or 0 for url in probe.urls.values())
    with sandbox.serve(port=free) as running:
        ports = [urlsplit(url).port for url in running.urls.values()]
    assert ports == [free, free + 1]


def test_static_pages_know_304_and_pages_with_a_stamp_do_not(served: Served) -> None:
    url = served.urls["eura2014"]
    status, headers, body = _ask(url, "/rrtiepa/projektilista.php?rahasto=ALL&type=csv")
    assert status == 200 and body.startswith(b"Koodi,")
    again = _ask(
        url, "/rrtiepa/projektilista.php?rahasto=ALL&type=csv",
        headers={"If-None-Match": headers["etag"]},
    )  # fmt: skip
    assert (again[0], again[2]) == (304, b"")
    first, second = (_ask(served.urls["elotori"], "/hankkeet/elotori") for _ in range(2))
    assert "etag" not in first[1] and first[2] != second[2]


def test_gzip_when_accepted(served: Served) -> None:
    path = "/rrtiepa/projektilista.php?rahasto=ALL"
    plain = _ask(served.urls["eura2014"], path)
    packed = _ask(served.urls["eura2014"], path, headers={"Accept-Encoding": "gzip"})
    assert packed[1]["content-encoding"] == "gzip"
    assert len(packed[2]) < len(plain[2]) and gzip.decompress(packed[2]) == plain[2]


def test_robots_and_permalinks(served: Served) -> None:
    status, headers, body = _ask(served.urls["elotori"], "/robots.txt")
    assert status == 200 and headers["content-type"].startswith("text/plain")
    assert b"Disallow: /p/" in body and b"Crawl-delay" in body
    page = _ask(served.urls["elotori"], "/hankkeet/elotori/tietoa:atom")
    assert b"<feed" in page[2]
    permalink = page[2].decode().split("https://peda.net/id/")[1][:11]
    status, headers, _ = _ask(served.urls["elotori"], f"/id/{permalink}")
    assert status == 302 and "/hankkeet/elotori/" in headers["location"]


def test_a_source_can_be_down_alone(served: Served) -> None:
    served.set_down("eura2014", True)
    status, headers, _ = _ask(served.urls["eura2014"], "/robots.txt")
    assert status == 503 and "retry-after" not in headers
    assert _ask(served.urls["elotori"], "/hankkeet/elotori")[0] == 200
    served.set_down("eura2014", False)
    assert _ask(served.urls["eura2014"], "/robots.txt")[0] == 200


def test_intercept_answers_in_place_of_a_replica(served: Served) -> None:
    def intercept(source: str, asked: Asked) -> Answer | None:
        if source == "hankeikkuna" and asked.path.endswith("/asettajat"):
            return Answer(b"busy", "text/plain", status=429, headers=(("Retry-After", "3"),))
        return None

    served.intercept = intercept
    status, headers, _ = _ask(served.urls["hankeikkuna"], "/api/v2/asettajat")
    assert (status, headers["retry-after"]) == (429, "3")
    served.intercept = None
    assert _ask(served.urls["hankeikkuna"], "/api/v2/asettajat")[0] == 200


def test_every_request_is_in_the_log(served: Served, log: Path) -> None:
    before = len(log.read_text(encoding="utf-8").splitlines())
    body = b'{"size": 2}'
    agent = {"User-Agent": "test-agent"}
    assert (
        _ask(served.urls["hankeikkuna"], "/api/v2/kohteet/haku", headers=agent, body=body)[0] == 200
    )
    deadline = 50
    while len(lines := log.read_text(encoding="utf-8").splitlines()) <= before and deadline:
        deadline -= 1
        time.sleep(0.02)
    line = json.loads(lines[-1])
    assert (line["source"], line["method"], line["status"]) == ("hankeikkuna", "POST", 200)
    assert line["user_agent"] == "test-agent" and line["bytes"] > 100
    assert {"at", "monotonic", "duration", "path", "if_none_match"} <= set(line)
