"""Fault families of the transport (H3 to H6, H8 to H11), each against a server that commits it."""

from __future__ import annotations

import gzip
import importlib.metadata
import socket
import time
import zlib
from collections.abc import Callable
from typing import Any

import pytest
import urllib3

from ingestion.http import guards
from ingestion.http.fetcher import Failed, Landed

HTML = b"<!doctype html><html><body><h1>Hanke</h1></body></html>\n"
OK = b"HTTP/1.1 200 OK\r\n"
TYPE = b"Content-Type: text/html\r\n"


def headed(*lines: bytes, body: bytes = HTML) -> bytes:
    return OK + TYPE + b"".join(line + b"\r\n" for line in lines) + b"\r\n" + body


def sized(body: bytes, *lines: bytes) -> bytes:
    return headed(b"Content-Length: %d" % len(body), *lines, body=body)


CUT = gzip.compress(HTML)[:-12]
BAD_SUM = gzip.compress(HTML)[:-8] + b"\0\0\0\0" + gzip.compress(HTML)[-4:]
FAULTS: dict[str, tuple[bytes, bool, str]] = {
    "h3 cut below its length": (headed(b"Content-Length: 500"), True, "truncated"),
    "h3 closed by the server": (headed(body=HTML[:30]), True, "truncated"),
    "h3 cut chunk": (headed(b"Transfer-Encoding: chunked", body=b"40\r\nabc"), True, "truncated"),
    "h3 chunks without an end": (
        headed(b"Transfer-Encoding: chunked", body=b"%x\r\n%b\r\n" % (len(HTML), HTML)),
        True,
        "truncated",
    ),
    "h3 gzip cut, right length": (sized(CUT, b"Content-Encoding: gzip"), False, "truncated"),
    "h3 gzip cut, no length": (headed(b"Content-Encoding: gzip", body=CUT), True, "truncated"),
    "h3 bad gzip checksum": (sized(BAD_SUM, b"Content-Encoding: gzip"), False, "encoding"),
    "h3 no gzip at all": (sized(HTML, b"Content-Encoding: gzip"), False, "encoding"),
    "h3 bytes after gzip": (
        sized(gzip.compress(HTML) + b"tail", b"Content-Encoding: gzip"), False, "encoding",
    ),
    "h3 cut inside a character": (sized(HTML[:20] + "ä".encode()[:1]), False, "truncated"),
    "h5 longer than its length": (headed(b"Content-Length: 20"), False, "length"),
    "h5 longer, then closed": (headed(b"Content-Length: 20"), True, "length"),
    "h5 negative length": (headed(b"Content-Length: -5"), True, "length"),
    "h5 length that is no number": (headed(b"Content-Length: viisi"), True, "length"),
    "h5 two lengths": (headed(b"Content-Length: 57", b"Content-Length: 58"), True, "length"),
    "h5 one length twice": (headed(b"Content-Length: 57", b"Content-Length: 57"), True, "length"),
    "h6 encoding nobody asked for": (sized(b"x", b"Content-Encoding: br"), False, "encoding"),
    "h10 empty page": (sized(b""), False, "truncated"),
    "h11 empty reply": (b"", True, "network"),
    "h11 no HTTP": (b"SSH-2.0-x\r\n\r\n", True, "network"),
    "h11 more than 100 headers": (
        headed(*(b"X-%d: 1" % n for n in range(120)), b"Content-Length: 57"), True, "network",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_fault_is_repeated_and_then_a_failure(lab: Any, raw: Any, say: Any, fault: str) -> None:
    wire, close, klass = FAULTS[fault]
    lab.server.route("/avoin/data/always", raw([wire], close=close))
    lab.server.route("/avoin/data/once", raw([wire], close=close), say())
    once = lab.get("/once")
    assert isinstance(once, Landed), once
    assert (once.attempts, once.body) == (2, HTML)
    always = lab.get("/always")
    assert isinstance(always, Failed)
    assert (always.klass, always.attempts) == (klass, 4)


def test_h11_reset(lab: Any, raw: Any, say: Any) -> None:
    lab.server.route("/avoin/data/x", raw([OK], reset=True), say())
    assert lab.get("/x").attempts == 2


def test_h5_excess_on_a_kept_connection_does_not_leak_into_the_next(
    lab: Any, raw: Any, say: Any
) -> None:
    stray = OK + b"Content-Length: 3\r\n\r\nbad"
    csv = headed(b"Content-Length: 4", body=b"a;b\n" + stray)
    lab.server.route("/avoin/data/x", raw([csv]), say(b"a;b\n"))
    lab.server.route("/avoin/data/y", say(b"c;d\n"))
    assert [lab.get(path, "csv").body for path in ("/x", "/y")] == [b"a;b\n", b"c;d\n"]


@pytest.mark.parametrize("part", ["headers", "length", "chunked", "closed"])
def test_h4_slow_drip_ends_at_the_deadline(
    make_lab: Callable[..., Any], raw: Any, part: str
) -> None:
    lab = make_lab(request_s=0.3)
    drip: list[bytes | float] = [x for _ in range(40) for x in (b"x", 0.05)]
    heads = {
        "headers": OK + b"X-Slow: ",
        "length": headed(b"Content-Length: 5000", body=b""),
        "chunked": headed(b"Transfer-Encoding: chunked", body=b"1388\r\n"),
        "closed": headed(body=b""),
    }
    lab.server.route("/avoin/data/x", raw([heads[part], *drip], close=True))
    started = time.monotonic()
    got = lab.get("/x", deadline=started + 0.5)
    assert got.outcome in ("failed", "deferred")
    assert time.monotonic() - started < 1.2
    assert got.attempts >= 1


def test_h4_silence_is_a_timeout(make_lab: Callable[..., Any], raw: Any, say: Any) -> None:
    lab = make_lab(silence_s=0.2)
    lab.server.route("/avoin/data/x", raw([OK, 1.0], close=True), say())
    got = lab.get("/x")
    assert isinstance(got, Landed)
    assert got.attempts == 2


def test_h6_gzip_bomb_is_refused_while_it_streams(lab: Any, raw: Any) -> None:
    import tracemalloc

    bomb = gzip.compress(b"\0" * (64 << 20), compresslevel=9)
    lab.server.route("/avoin/data/x", raw([sized(bomb, b"Content-Encoding: gzip")]))
    tracemalloc.start()
    got = lab.get("/x")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(got, Failed)
    assert (got.klass, got.attempts) == ("size", 1)
    assert peak < 14 << 20


def test_h6_announced_giant_is_refused_before_reading(lab: Any, raw: Any) -> None:
    lab.server.route("/avoin/data/x", raw([headed(b"Content-Length: 99999999999")], close=True))
    got = lab.get("/x")
    assert isinstance(got, Failed)
    assert (got.klass, got.attempts) == ("size", 1)


def test_h6_endless_plain_body_is_refused(
    make_lab: Callable[..., Any], raw: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(guards.SIZE_LIMITS, "html", 100_000)
    lab = make_lab()
    lab.server.route("/avoin/data/x", raw([headed(body=b"x" * 200_000)], close=True))
    assert lab.get("/x").klass == "size"


def test_redirect_with_a_giant_body_is_not_read(lab: Any, raw: Any, say: Any) -> None:
    head = b"HTTP/1.1 302 Found\r\nLocation: /avoin/data/y\r\n\r\n"
    lab.server.route("/avoin/data/x", raw([head, *[b"x" * 1000, 0.05] * 40], close=True))
    lab.server.route("/avoin/data/y", say())
    got = lab.get("/x")
    assert isinstance(got, Landed)
    assert got.elapsed_s < 1


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("gzip", lambda b: gzip.compress(b[:9]) + gzip.compress(b[9:]) + b"\0\0"),
        ("deflate", zlib.compress),
        ("deflate", lambda b: zlib.compress(b, wbits=-15)),
        ("identity", bytes),
    ],
)
def test_whole_compressed_bodies_land(lab: Any, raw: Any, coding: str, pack: Any) -> None:
    head = f"Content-Encoding: {coding}".encode()
    lab.server.route("/avoin/data/x", raw([sized(pack(HTML), head)]))
    got = lab.get("/x")
    assert isinstance(got, Landed)
    assert got.body == HTML


def test_chunked_and_closed_bodies_land(lab: Any, raw: Any) -> None:
    chunked = b"10\r\n%b\r\n%x\r\n%b\r\n0\r\n\r\n" % (HTML[:16], len(HTML) - 16, HTML[16:])
    lab.server.route("/avoin/data/x", raw([headed(b"Transfer-Encoding: chunked", body=chunked)]))
    lab.server.route("/avoin/data/y", raw([headed()], close=True))
    assert [lab.get(path).body for path in ("/x", "/y", "/x")] == [HTML] * 3


JSON_TYPE = ("Content-Type: application/json",)
WRONG: dict[str, tuple[str, bytes, str]] = {
    "h8 cut json": ("json", b'{"kohteet": [{"nimi": "a"}', "truncated"),
    "h8 malformed json": ("json", b'{"a": 1,, "b": 2}', "malformed"),
    "h8 json that is a word": ("json", b"ok", "malformed"),
    "h8 deep json": ("json", b"[" * 200_000 + b"]" * 200_000, "malformed"),
    "h8 cut xml": ("xml", b"<?xml version='1.0'?><rss><channel><item>", "truncated"),
    "h8 xml cut in its first tag": ("xml", b"<?xml version='1.0'?><rss vers", "truncated"),
    "h8 no xml": ("xml", b"Palvelu on huollossa", "content type"),
    "h10 page for json": ("json", HTML, "content type"),
    "h10 page for xml": ("xml", HTML, "content type"),
    "h10 cut form for csv": ("csv", HTML[:30], "truncated"),
    "h10 blank csv": ("csv", b" \r\n", "truncated"),
    "h10 json for html": ("html", b'{"error": "busy"}', "truncated"),
}


@pytest.mark.parametrize("case", WRONG)
def test_answers_of_the_wrong_form(lab: Any, say: Any, case: str) -> None:
    expect, body, klass = WRONG[case]
    lab.server.route("/avoin/data/x", say(body, headers=JSON_TYPE))
    got = lab.get("/x", expect)
    assert isinstance(got, Failed)
    assert got.klass == klass


RIGHT: dict[str, tuple[str, bytes]] = {
    "html with an upper-case end, blanks and a comment": (
        "html", b"<HTML><body>x</body></HTML >\r\n<!-- 0.2 s -->\n\0",
    ),
    "h8 json with BOM": ("json", b"\xef\xbb\xbf[]\n"),
    "h9 json in Latin-1": ("json", '{"nimi": "Elinikäinen"}'.encode("latin-1")),
    "xml with prolog and trailing comment": (
        "xml", b"\xef\xbb\xbf<?xml version='1.0'?><!-- <a> --><!DOCTYPE rss [<!ENTITY x 'y'>]>"
        b"<rss v='1'>\n<channel/></rss>\n<!-- end --> <?done?>\n",
    ),
    "empty xml root": ("xml", b"<feed xmlns='http://www.w3.org/2005/Atom'/>"),
    "xml in UTF-16": ("xml", "<?xml version='1.0'?><rss>ä</rss>".encode("utf-16")),
    "csv in Latin-1": ("csv", "nimi;määrä\n".encode("latin-1")),
    "the form of a register instead of its list": ("csv", HTML),
    "any bytes": ("any", b"PK\x03\x04"),
}  # fmt: skip


@pytest.mark.parametrize("case", RIGHT)
def test_answers_of_the_right_form(lab: Any, say: Any, case: str) -> None:
    expect, body = RIGHT[case]
    lab.server.route("/avoin/data/x", say(body, headers=("Content-Type: text/plain",)))
    got = lab.get("/x", expect)
    assert isinstance(got, Landed), got
    assert got.body == body


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("text/html; charset=ISO-8859-1", "iso-8859-1"),
        ('text/html; charset="utf-8"', "utf-8"),
        ("text/html;charset=", None),
        ("text/html", None),
    ],
)
def test_h9_charset_is_told_and_never_applied(
    lab: Any, say: Any, header: str, charset: Any
) -> None:
    body = "<html>määrä</html>".encode("latin-1")
    lab.server.route("/avoin/data/x", say(body, headers=(f"Content-Type: {header}",)))
    got = lab.get("/x")
    assert isinstance(got, Landed)
    assert (got.body, got.charset, got.content_type) == (body, charset, "text/html")


def test_h11_tls_error(server: Any, spec: Any) -> None:
    from ingestion.http.address import SourceAddress
    from ingestion.http.fetcher import Fetcher, Patience
    from ingestion.http.pace import Gates
    from ingestion.scraper import Request

    address = SourceAddress(spec(), f"https://127.0.0.1:{server.port}")
    with Fetcher(spec(), address, delay_s=0, patience=Patience(backoff_s=0.01), gates=Gates()) as f:
        got = f.fetch(Request(url=spec().base_url))
    assert got.outcome == "blocked"
    assert "TLS failed" in got.reason


def test_no_package_has_replaced_urllib3() -> None:
    assert urllib3.__version__ == importlib.metadata.version("urllib3")
    assert socket.getdefaulttimeout() is None
