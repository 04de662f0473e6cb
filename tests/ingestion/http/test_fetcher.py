"""What a fetch ends as: ordinary answers, retries, Retry-After, redirects, accounting of tries."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from ingestion.http.agent import CONTACT_URL
from ingestion.http.fetcher import (
    Blocked,
    Deferred,
    Failed,
    Landed,
    Missing,
    NotModified,
    Validators,
)

PUBLIC = "https://hankkeet.example.fi/avoin/data"


def test_whole_answer_lands(lab: Any, say: Any) -> None:
    lab.server.route(
        "/avoin/data/a%3Ab",
        say(headers=('ETag: "v1"', "Set-Cookie: s=1", "Content-Type: Text/HTML; charset=UTF-8")),
    )
    got = lab.get("/a%3Ab")
    assert isinstance(got, Landed), got
    assert got.body.endswith(b"</html>\n")
    assert (got.status, got.content_type, got.charset) == (200, "text/html", "utf-8")
    assert got.headers["etag"] == '"v1"'
    assert "set-cookie" not in got.headers
    assert got.chain == (PUBLIC + "/a%3Ab",)
    assert (got.attempts, got.at.tzinfo, got.outcome) == (1, UTC, "landed")
    agent = lab.server.hits[-1].headers["user-agent"]
    assert agent.startswith("elo-tietopohja/")
    assert agent.endswith(f"(+{CONTACT_URL})")


def test_cookies_are_not_kept(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data", say(headers=("Set-Cookie: s=1",)))
    lab.get("")
    lab.get("")
    assert [hit.headers.get("cookie") for hit in lab.server.hits] == [None] * 3


def test_conditional_request_is_unchanged(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data", say(b"", 304, ('ETag: "v2"',)))
    got = lab.get("", validators=Validators('"v1"', "Sat, 01 Aug 2026 10:00:00 GMT"))
    assert isinstance(got, NotModified)
    sent = lab.server.hits[-1].headers
    assert sent["if-none-match"] == '"v1"'
    assert sent["if-modified-since"] == "Sat, 01 Aug 2026 10:00:00 GMT"


def test_304_that_nobody_asked_for_is_no_answer(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data", say(b"", 304), say())
    got = lab.get("")
    assert isinstance(got, Landed)
    assert got.attempts == 2


@pytest.mark.parametrize("status", [404, 410])
def test_missing_page(lab: Any, say: Any, status: int) -> None:
    lab.server.route("/avoin/data/x", say(b"gone", status))
    got = lab.get("/x")
    assert isinstance(got, Missing)
    assert (got.status, got.attempts) == (status, 1)


@pytest.mark.parametrize("status", [500, 502, 503, 504, 429])
def test_h1_fault_once_is_repeated(lab: Any, say: Any, status: int) -> None:
    lab.server.route("/avoin/data/x", say(b"busy", status), say())
    got = lab.get("/x")
    assert isinstance(got, Landed)
    assert got.attempts == 2


def test_h1_fault_always_gives_up_after_four_tries(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data/x", say(b"busy", 503))
    got = lab.get("/x")
    assert isinstance(got, Failed)
    assert (got.klass, got.status, got.attempts) == ("status", 503, 4)
    assert lab.server.paths() == ["/avoin/data/x"] * 4


def test_host_is_left_after_five_errors_in_a_row(lab: Any, say: Any) -> None:
    for path in ("/x", "/y", "/z"):
        lab.server.route(f"/avoin/data{path}", say(b"", 500))
    first, second, third = lab.get("/x"), lab.get("/y"), lab.get("/z")
    assert [first.attempts, second.attempts, third.attempts] == [4, 1, 0]
    assert isinstance(third, Failed)
    assert third.klass == "host"
    assert len(lab.server.paths()) == 5


def test_a_good_answer_ends_the_row_of_errors(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data/x", say(b"", 500))
    lab.server.route("/avoin/data/y", say())
    outcomes = [lab.get(path).outcome for path in ("/x", "/y", "/x", "/y")]
    assert outcomes == ["failed", "landed", "failed", "landed"]


def test_post_search_is_repeated_with_its_body(lab: Any, say: Any) -> None:
    ok = say(b'{"totalHits":0}', headers=("Content-Type: application/json",))
    lab.server.route("/avoin/data/haku", say(b"", 502), ok)
    got = lab.get("/haku", "json", body=b'{"size":100}')
    assert isinstance(got, Landed)
    posts = [hit for hit in lab.server.hits if hit.method == "POST"]
    assert [hit.body for hit in posts] == [b'{"size":100}'] * 2
    assert posts[0].headers["content-type"] == "application/json"


def test_h2_retry_after_seconds_is_not_undercut(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data/x", say(b"", 429, ("Retry-After: 1",)), say())
    assert isinstance(lab.get("/x"), Landed)
    first, second = [hit for hit in lab.server.hits if hit.path == "/avoin/data/x"]
    assert second.started - first.ended >= 0.995


def test_h2_retry_after_date_is_not_undercut(lab: Any, say: Any) -> None:
    moment = datetime.now(tz=UTC) + timedelta(seconds=2)
    header = f"Retry-After: {format_datetime(moment, usegmt=True)}"
    lab.server.route("/avoin/data/x", say(b"", 503, (header,)), say())
    assert isinstance(lab.get("/x"), Landed)
    assert datetime.now(tz=UTC) >= moment.replace(microsecond=0)


@pytest.mark.parametrize("value", ["soon", "Sat, 01 Aug 2020 10:00:00 GMT", "-5", "0", ""])
def test_h2_retry_after_that_says_nothing_backs_off(lab: Any, say: Any, value: str) -> None:
    lab.server.route("/avoin/data/x", say(b"", 429, (f"Retry-After: {value}",)), say())
    got = lab.get("/x")
    assert isinstance(got, Landed)
    assert got.elapsed_s < 1


def test_h2_long_wait_defers_the_page_and_leaves_the_host_alone(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data/x", say(b"", 429, ("Retry-After: 86400",)), say())
    lab.server.route("/avoin/data/y", say())
    got, other = lab.get("/x"), lab.get("/y")
    assert isinstance(got, Deferred)
    assert got.status == 429
    assert got.retry_at is not None
    assert got.retry_at - got.at > timedelta(hours=23)
    assert isinstance(other, Deferred)
    assert lab.server.paths() == ["/avoin/data/x"]


def test_deadline_of_the_run_defers_without_a_request(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data/x", say())
    got = lab.get("/x", deadline=time.monotonic() - 1)
    assert isinstance(got, Deferred)
    assert lab.server.hits == []


def test_backoff_never_passes_the_deadline_of_the_run(
    make_lab: Callable[..., Any], say: Any
) -> None:
    lab = make_lab(backoff_s=30.0)
    lab.server.route("/avoin/data/x", say(b"", 503))
    started = time.monotonic()
    got = lab.get("/x", deadline=started + 1)
    assert isinstance(got, Deferred)
    assert time.monotonic() - started < 1


def test_redirect_within_the_source_keeps_its_chain(lab: Any, say: Any) -> None:
    lab.server.route("/id/1", say(b"", 301, (f"Location: {PUBLIC}/sivu",)))
    lab.server.route("/avoin/data/vanha", say(b"", 302, ("Location: /id/1",)))
    lab.server.route("/avoin/data/sivu", say())
    got = lab.get("/vanha")
    assert isinstance(got, Landed)
    origin = "https://hankkeet.example.fi"
    assert got.chain == (f"{PUBLIC}/vanha", f"{origin}/id/1", f"{PUBLIC}/sivu")


def test_h7_five_redirects_are_followed_and_six_are_not(lab: Any, say: Any) -> None:
    for n in range(6):
        lab.server.route(f"/avoin/data/{n}", say(b"", 302, (f"Location: {n + 1}",)))
    lab.server.route("/avoin/data/6", say())
    got = lab.get("/0")
    assert isinstance(got, Failed)
    assert got.klass == "redirect"
    assert isinstance(lab.get("/1"), Landed)


def test_h7_redirect_loop(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data/a", say(b"", 302, ("Location: b",)))
    lab.server.route("/avoin/data/b", say(b"", 302, ("Location: a",)))
    got = lab.get("/a")
    assert isinstance(got, Failed)
    assert got.klass == "redirect"
    assert len(lab.server.paths()) == 2


@pytest.mark.parametrize(
    "target",
    [
        "https://muualla.example.com/",
        "http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:9/",
        "http://[::1]:9/",
        "file:///etc/hostname",
        "ftp://hankkeet.example.fi/x",
        "https://user:pass@hankkeet.example.fi/avoin/data",
        "https://hankkeet.example.fi:8443/avoin/data",
        "//muualla.example.com/x",
        "https://tiedostot.example.fi/x",  # listed, but the operator replaced the source's host
        "/p/Meri%20Esimerkki/",
    ],
)
def test_h7_redirect_to_elsewhere_is_blocked(lab: Any, say: Any, target: str) -> None:
    lab.server.route("/avoin/data/x", say(b"", 302, (f"Location: {target}",)))
    got = lab.get("/x")
    assert isinstance(got, Blocked)
    assert "Meri" not in str(got)
    assert len(lab.server.paths()) == 1


def test_redirect_without_a_usable_target_fails(lab: Any, say: Any) -> None:
    lab.server.route("/avoin/data/x", say(b"", 302))
    lab.server.route("/avoin/data/y", say(b"", 302, ("Location: http://[zz/",)))
    lab.server.route("/avoin/data/haku", say(b"", 302, ("Location: /avoin/data/x",)))
    for got in (lab.get("/x"), lab.get("/y"), lab.get("/haku", "json", body=b"{}")):
        assert isinstance(got, Failed)
        assert got.klass == "redirect"


def test_off_and_foreign_urls_are_blocked(lab: Any, spec: Any) -> None:
    from ingestion.http.address import SourceAddress
    from ingestion.http.fetcher import Fetcher
    from ingestion.scraper import Request

    off = Fetcher(spec(), SourceAddress(spec(), ""))
    assert isinstance(off.fetch(Request(url=PUBLIC)), Blocked)
    for url in ("https://muualla.example.com/", "https://hankkeet.example.fi/p/Meri%20E"):
        assert isinstance(lab.fetcher.fetch(Request(url=url)), Blocked)
    assert lab.server.hits == []


def test_dead_server_is_a_failure(spec: Any) -> None:
    from ingestion.http.address import SourceAddress
    from ingestion.http.fetcher import Fetcher, Patience
    from ingestion.http.pace import Gates
    from ingestion.scraper import Request

    address = SourceAddress(spec(), "http://127.0.0.1:1")
    with Fetcher(spec(), address, delay_s=0, patience=Patience(backoff_s=0.01), gates=Gates()) as f:
        got = f.fetch(Request(url=PUBLIC))
    assert isinstance(got, Blocked)  # robots.txt is out of reach, so nothing may be asked
    assert "robots.txt is unreachable" in got.reason
