"""Where public URLs are really fetched from, and which addresses may be talked to."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from ingestion.http.address import AddressError, SourceAddress
from ingestion.http.fault import RefusalError
from ingestion.http.fetcher import Blocked, Failed, Fetcher, Patience
from ingestion.http.netguard import check_address, check_host
from ingestion.http.pace import Gates
from ingestion.scraper import Request

BASE = "https://hankkeet.example.fi/avoin/data"
HOST = "https://hankkeet.example.fi"
SAME = "http://127.0.0.1:8000/avoin/data"
OTHER = "http://127.0.0.1:8000/koe"
ROOT = "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("override", "public", "transport"),
    [
        (SAME, BASE, SAME),
        (SAME, f"{BASE}/a/b?q=%C3%A4&x=a%2Fb", f"{SAME}/a/b?q=%C3%A4&x=a%2Fb"),
        (SAME, f"{BASE}:atom", f"{SAME}:atom"),
        (SAME, f"{BASE}?sivu=2", f"{SAME}?sivu=2"),
        (SAME, f"{BASE}sto/x", f"{ROOT}/avoin/datasto/x"),
        (SAME, f"{HOST}/id/0a1b2c:atom", f"{ROOT}/id/0a1b2c:atom"),
        (SAME, f"{HOST}/robots.txt", f"{ROOT}/robots.txt"),
        (SAME, f"{HOST}/", f"{ROOT}/"),
        (SAME, "http://www.hankkeet.example.fi/id/1", f"{ROOT}/id/1"),
        (OTHER, f"{BASE}/OKM044%3A00%2F2021/", f"{OTHER}/OKM044%3A00%2F2021/"),
        (OTHER, f"{HOST}/id/1", f"{ROOT}/id/1"),
        (ROOT, f"{BASE}/a", f"{ROOT}/a"),
        (ROOT, BASE, f"{ROOT}/"),
        (ROOT, f"{HOST}/id/1", f"{ROOT}/id/1"),
        (None, f"{BASE}/a?b=%2F", f"{BASE}/a?b=%2F"),
        (None, "http://hankkeet.example.fi/id/1", f"{HOST}/id/1"),
    ],
)
def test_to_transport(spec: Any, override: Any, public: str, transport: str) -> None:
    address = SourceAddress(spec(), override)
    assert address.to_transport(public) == transport
    assert address.allowed(public)
    # the way back leads to the same place, though an alias host or a bare root may be renamed
    assert address.to_transport(address.to_public(transport)) == transport


@pytest.mark.parametrize("override", [SAME, OTHER, None])
@pytest.mark.parametrize("path", ["/avoin/data/a%2Fb", "/avoin/data", "/id/1?x=y", "/robots.txt"])
def test_to_public_is_the_way_back(spec: Any, override: Any, path: str) -> None:
    address = SourceAddress(spec(), override)
    assert address.to_public(address.to_transport(HOST + path)) == HOST + path


def test_foreign_urls_stay_as_they_are(spec: Any) -> None:
    address = SourceAddress(spec(), SAME)
    for url in ("https://muualla.example.com/x", "http://127.0.0.1:8001/avoin/data"):
        assert address.to_public(url) == url
        assert address.to_transport(url) == url
        assert not address.allowed(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://u:p@hankkeet.example.fi/", "https://hankkeet.example.fi:8443/", "file:///x",
        "javascript:alert(1)", "https://hankkeet.example.fi.muualla.com/", "https:///x", "",
        "https://[::1", "https://hankkeet.example.fi:99999/", "https://evil-hankkeet.example.fi/",
    ],
)  # fmt: skip
def test_not_allowed(spec: Any, url: str) -> None:
    for override in (None, SAME):
        assert not SourceAddress(spec(), override).allowed(url)


def test_listed_hosts_count_only_without_an_override(spec: Any) -> None:
    url = "https://tiedostot.example.fi/x.csv"
    assert SourceAddress(spec(), None).allowed(url)
    assert not SourceAddress(spec(), SAME).allowed(url)


def test_off_loopback_and_pace_key(spec: Any) -> None:
    assert SourceAddress(spec(), "").is_off
    assert SourceAddress(spec(base_url=None, drop=["csv"]), None).is_off
    assert not SourceAddress(spec(), None).is_off
    loops = ["http://localhost:1", "http://127.9.9.9", "http://[::1]:5/x"]
    assert all(SourceAddress(spec(), loop).is_loopback for loop in loops)
    for other in (None, "", "http://10.0.0.1", "https://peili.example.fi"):
        assert not SourceAddress(spec(), other).is_loopback
    address = SourceAddress(spec(), SAME)
    assert address.pace_key(SAME) == "127.0.0.1:8000"
    assert address.pace_key(BASE) == "hankkeet.example.fi:443"


@pytest.mark.parametrize("bad", ["ftp://x", "localhost:8000", "http://", "http://u@x", "http://x?y",
                                 "http://x:port"])  # fmt: skip
def test_useless_override_names_its_variable(spec: Any, bad: str) -> None:
    with pytest.raises(AddressError, match="ELO_URL_KOELAHDE"):
        SourceAddress(spec(), bad)


INSIDE = [
    "127.0.0.1", "127.255.255.254", "0.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1",
    "169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "not an address",
]  # fmt: skip


@pytest.mark.parametrize("inside", INSIDE)
def test_public_hosts_never_lead_inside(inside: str) -> None:
    with pytest.raises(RefusalError):
        check_address(inside, "public")


@pytest.mark.parametrize("name", ["0x7f000001", "2130706433", "127.1", "0177.0.0.1"])
def test_odd_spellings_of_loopback(name: str) -> None:
    with pytest.raises(RefusalError):
        check_host(name, 443, "public")


def test_what_each_reach_allows() -> None:
    for address in ("93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"):
        check_address(address, "public")
        check_address(address, "operator")
        with pytest.raises(RefusalError):
            check_address(address, "loopback")
    check_address("10.0.0.5", "operator")
    check_address("127.0.0.1", "loopback")
    for address in ("127.0.0.1", "169.254.169.254", "::1"):
        with pytest.raises(RefusalError):
            check_address(address, "operator")


def resolve_to(monkeypatch: pytest.MonkeyPatch, *answers: tuple[str, int]) -> None:
    """Let the resolver give these addresses one after the other; the last one repeats."""
    left = list(answers)

    def getaddrinfo(*_: Any, **__: Any) -> list[Any]:
        answer = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", answer)]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def fetch_public(spec: Any) -> Any:
    declared = spec(access={"min_delay_s": 0})
    patience = Patience(backoff_s=0.01)
    fetcher = Fetcher(declared, SourceAddress(declared, None), patience=patience, gates=Gates())
    with fetcher:
        return fetcher.fetch(Request(url=BASE))


@pytest.mark.parametrize("inside", ["127.0.0.1", "10.0.0.1", "169.254.169.254"])
def test_public_name_that_resolves_inside(
    monkeypatch: pytest.MonkeyPatch, server: Any, spec: Any, inside: str
) -> None:
    resolve_to(monkeypatch, (inside, server.port))
    got = fetch_public(spec)
    assert isinstance(got, Blocked)
    assert "not public" in got.reason
    assert server.hits == []


def test_public_name_that_resolves_inside_the_second_time(
    monkeypatch: pytest.MonkeyPatch, server: Any, spec: Any
) -> None:
    resolve_to(monkeypatch, ("93.184.216.34", server.port), ("127.0.0.1", server.port))
    got = fetch_public(spec)
    assert isinstance(got, Blocked)
    assert "not public" in got.reason
    assert server.hits == []


def test_unresolvable_name_is_no_permission(monkeypatch: pytest.MonkeyPatch, spec: Any) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise socket.gaierror("no such name")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    got = fetch_public(spec)
    assert isinstance(got, Blocked | Failed)
    assert "unreachable" in got.reason


def test_proxies_of_the_environment_are_not_used(
    monkeypatch: pytest.MonkeyPatch, lab: Any, say: Any
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    lab.server.route("/avoin/data/x", say())
    assert lab.get("/x").outcome == "landed"
