"""Pace and robots.txt, proved by the server's own log (H12 and the politeness figures)."""

from __future__ import annotations

import gzip
import itertools
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.http.address import SourceAddress
from ingestion.http.fetcher import Blocked, Deferred, Fetcher, Landed, Patience
from ingestion.http.pace import Gate, Gates, OutOfTimeError
from ingestion.http.robots import MAX_BYTES, RobotsAnswer, read_robots
from ingestion.scraper import Request

TEXT = ("Content-Type: text/plain",)
PUBLIC = "https://hankkeet.example.fi/avoin/data"


def gaps(hits: list[Any]) -> list[float]:
    """Seconds between the end of one answer and the start of the next request."""
    ordered = sorted(hits, key=lambda hit: hit.started)
    return [later.started - hit.ended for hit, later in itertools.pairwise(ordered)]


def test_two_sources_and_four_threads_share_one_pace(server: Any, spec: Any, say: Any) -> None:
    address = SourceAddress(spec(), f"{server.origin}/avoin/data")
    gates, delay_s = Gates(), 0.03
    fetchers = [Fetcher(spec(), address, delay_s=delay_s, gates=gates) for _ in range(2)]
    for n in range(16):
        server.route(f"/avoin/data/{n}", say())

    def work(thread: int) -> None:
        for n in range(thread, 16, 4):
            fetchers[thread % 2].fetch(Request(url=f"{PUBLIC}/{n}"))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(server.paths()) == 16
    assert min(gaps(server.hits)) >= delay_s - 0.005  # also: never two in flight
    for fetcher in fetchers:
        fetcher.close()


def test_pause_runs_from_the_end_of_a_slow_answer(
    make_lab: Callable[..., Any], raw: Any, say: Any
) -> None:
    lab = make_lab(delay_s=0.1)
    body = b"<html></html>"
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n"
    lab.server.route("/avoin/data/slow", raw([head, 0.2, body]))
    lab.server.route("/avoin/data/next", say())
    lab.get("/slow")
    lab.get("/next")
    assert min(gaps(lab.server.hits)) >= 0.095


def test_gate_refuses_a_turn_after_the_deadline_without_waiting() -> None:
    gate = Gate()
    with gate.turn(0.0, time.monotonic() + 1):
        pass
    started = time.monotonic()
    with pytest.raises(OutOfTimeError), gate.turn(5.0, started + 1):
        pytest.fail("the turn came before its time")
    assert time.monotonic() - started < 0.5


def test_a_pause_beyond_the_run_defers(make_lab: Callable[..., Any], say: Any) -> None:
    lab = make_lab(delay_s=30.0)
    lab.server.route("/avoin/data/x", say())
    got = lab.get("/x", deadline=time.monotonic() + 1)  # robots.txt was the first turn
    assert isinstance(got, Deferred)


@pytest.mark.parametrize(
    ("override", "operator_s", "robots_s", "pause_s"),
    [
        ("http://127.0.0.1:1", 0.0, 10.0, 0.0),  # loopback: replaces every other rule
        ("http://127.0.0.1:1", None, 10.0, 10.0),
        ("http://127.0.0.1:1", None, 0.0, 2.0),
        (None, 0.0, 0.0, 2.0),  # elsewhere it can only slow down
        (None, 3.0, 0.0, 3.0),
        (None, 3.0, 7.0, 7.0),
        ("http://10.0.0.5", 0.0, 0.0, 2.0),
    ],
)
def test_which_pause_counts(
    spec: Any, override: Any, operator_s: Any, robots_s: float, pause_s: float
) -> None:
    declared = spec(access={"min_delay_s": 2})
    fetcher = Fetcher(declared, SourceAddress(declared, override), delay_s=operator_s)
    assert fetcher._walker._pause_s(robots_s) == pause_s


def test_h12_disallowed_paths_are_not_asked_for(lab: Any, say: Any) -> None:
    rules = b"User-agent: *\nDisallow: /avoin/data/*?haku=\nAllow: /avoin/data/ok\n"
    lab.server.route("/robots.txt", say(rules, headers=TEXT))
    lab.server.route("/avoin/data/ok", say())
    lab.server.route("/avoin/data/x", say(b"", 302, ("Location: /avoin/data/z?haku=2",)))
    assert isinstance(lab.get("/ok"), Landed)
    for path in ("/y?haku=1", "/x"):  # directly, and by way of a redirect
        got = lab.get(path)
        assert isinstance(got, Blocked)
        assert got.reason == "robots.txt disallows it"
    assert lab.server.paths() == ["/avoin/data/ok", "/avoin/data/x"]


def test_h12_robots_is_read_once_from_the_override_origin(lab: Any, say: Any) -> None:
    lab.server.route("/robots.txt", say(b"User-agent: *\nDisallow:\n", headers=TEXT), say(b"", 500))
    lab.server.route("/avoin/data/x", say())
    assert [lab.get("/x").outcome for _ in range(3)] == ["landed"] * 3
    assert [hit.path for hit in lab.server.hits].count("/robots.txt") == 1


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_h12_no_robots_allows(lab: Any, say: Any, status: int) -> None:
    lab.server.route("/robots.txt", say(b"<html>ei</html>", status))
    lab.server.route("/avoin/data/x", say())
    assert isinstance(lab.get("/x"), Landed)


def test_h12_sick_robots_forbids(make_lab: Callable[..., Any], say: Any, raw: Any) -> None:
    slow = raw([b"HTTP/1.1 200 OK\r\n", 1.0], close=True)
    for sick in (say(b"", 500), say(b"", 429), say(b"<html>huolto</html>"), slow):
        lab = make_lab(silence_s=0.1)
        lab.server.route("/robots.txt", sick)
        lab.server.route("/avoin/data/x", say())
        for _ in range(2):
            got = lab.get("/x")
            assert isinstance(got, Blocked)
            assert "robots.txt is unreachable" in got.reason
            assert got.attempts == 0
    assert lab.server.paths() == []
    assert len(lab.server.hits) <= 4 * 4


def test_h12_robots_that_is_sick_once_is_repeated(lab: Any, say: Any) -> None:
    lab.server.route("/robots.txt", say(b"", 503), say(b"", 404))
    lab.server.route("/avoin/data/x", say())
    assert isinstance(lab.get("/x"), Landed)


def test_robots_retry_after_is_not_undercut(make_lab: Callable[..., Any], say: Any) -> None:
    lab = make_lab(wait_s=3.0)
    lab.server.route("/robots.txt", say(b"", 503, ("Retry-After: 1",)), say(b"", 404))
    lab.server.route("/avoin/data/x", say())
    assert isinstance(lab.get("/x"), Landed)
    first, second = [hit for hit in lab.server.hits if hit.path == "/robots.txt"]
    assert second.started - first.ended >= 0.995
    late = make_lab(wait_s=3.0)
    late.server.route("/robots.txt", say(b"", 503, ("Retry-After: 600",)))
    assert isinstance(late.get("/x"), Blocked)
    assert [hit.path for hit in lab.server.hits].count("/robots.txt") == 3


def test_robots_redirect_elsewhere_forbids(lab: Any, say: Any) -> None:
    lab.server.route("/robots.txt", say(b"", 301, ("Location: https://muualla.example.com/",)))
    assert isinstance(lab.get("/x"), Blocked)
    assert len(lab.server.hits) == 1


def test_robots_bomb_forbids(lab: Any, raw: Any) -> None:
    bomb = gzip.compress(b"#" * (32 << 20))
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/plain\r\n\r\n"
    lab.server.route("/robots.txt", raw([head + bomb], close=True))
    assert isinstance(lab.get("/x"), Blocked)


def test_giant_robots_is_read_up_to_its_cap(lab: Any, say: Any) -> None:
    rules = b"User-agent: *\nDisallow: /avoin/data/x\n"
    lab.server.route("/robots.txt", say(rules + b"# blah\n" * 200_000, headers=TEXT))
    assert isinstance(lab.get("/x"), Blocked)


def rules_of(text: str) -> Any:
    return read_robots(RobotsAnswer(200, text.encode(), "text/plain"), "elo-tietopohja")


def test_crawl_delay_is_the_larger_of_our_group_and_everybody() -> None:
    both = "User-agent: *\nCrawl-delay: 10\n\nUser-agent: elo-tietopohja\nCrawl-delay: 2\n"
    assert rules_of(both).delay_s == 10
    assert rules_of("User-agent: *\nRequest-rate: 1/5\nCrawl-delay: 2\n").delay_s == 5
    assert rules_of("User-agent: *\nDisallow:\n").delay_s == 0
    for odd in ("nan", "-3", "pian"):
        assert rules_of(f"User-agent: *\nCrawl-delay: {odd}\n").delay_s == 0


def test_own_group_replaces_the_rules_of_everybody() -> None:
    rules = rules_of("User-agent: *\nDisallow: /a\n\nUser-agent: elo-tietopohja\nDisallow: /b\n")
    assert rules.why_not("https://x.fi/a") is None
    assert rules.why_not("https://x.fi/b") is not None


def test_wildcards_and_the_longest_match() -> None:
    rules = rules_of("User-agent: *\nDisallow: /*.php$\nDisallow: /a\nAllow: /a/b\n")
    refused = [rules.why_not(f"https://x.fi{path}") for path in ("/x.php", "/a/c")]
    assert all(refused)
    assert rules.why_not("https://x.fi/a/b/c") is None
    assert rules.why_not("https://x.fi/x.php?y") is None


def test_a_rule_cut_by_the_cap_is_no_rule() -> None:
    head = b"User-agent: *\n"
    filler = b"#" * (MAX_BYTES - len(head) - len("\nDisallow: /a")) + b"\n"
    rules = read_robots(RobotsAnswer(200, head + filler + b"Disallow: /abc\n", ""), "t")
    assert rules.why_not("https://x.fi/ax") is None


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200))
def test_no_robots_file_can_stop_us(body: bytes) -> None:
    rules = read_robots(RobotsAnswer(200, body, "text/plain"), "elo-tietopohja")
    assert rules.delay_s >= 0
    assert rules.why_not("https://x.fi/a") in (None, rules.refusal, "robots.txt disallows it")


def test_patience_defaults_are_finite() -> None:
    patience = Patience()
    assert patience.silence_s <= patience.request_s <= patience.wait_s
