"""Replicas of all sources: same seed same bytes, every route answers, the ledger is complete."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pyarrow.parquet as pq
import pytest

from ingestion.sandbox import Sandbox
from ingestion.sandbox.ledger import Ledger
from ingestion.sandbox.replica import Answer, Asked, Replica

AS_OF = date(2026, 11, 24)
FOUR = ("elotori", "hankeikkuna", "ely_releases", "eura2014")


@pytest.fixture(scope="module")
def sandbox() -> Sandbox:
    return Sandbox.build(200, 1, AS_OF)


@pytest.fixture(scope="module")
def truth(sandbox: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    out = tmp_path_factory.mktemp("out")
    sandbox.write(out)
    return {
        path.stem: pq.read_table(path).to_pylist() for path in (out / "truth").glob("*.parquet")
    }


def _digest(sandbox: Sandbox) -> str:
    digest = hashlib.sha256()
    for replica in sandbox.replicas.values():
        for number, asked in enumerate(replica.requests()):
            answer = replica.respond(Asked(asked.method, asked.path, asked.query, asked.body,
                                           nonce=number))  # fmt: skip
            digest.update(answer.body)
        for file in replica.files():
            digest.update(file.body)
    return digest.hexdigest()


def test_all_four_sources_have_a_replica(sandbox: Sandbox) -> None:
    assert set(FOUR) <= set(sandbox.replicas)


def test_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (Sandbox.build(60, 7, AS_OF) for _ in range(2))
    assert _digest(first) == _digest(second)
    assert _digest(first) != _digest(Sandbox.build(60, 8, AS_OF))
    first.write(tmp_path / "a")
    second.write(tmp_path / "b")
    for path in sorted((tmp_path / "a").rglob("*.*")):
        other = tmp_path / "b" / path.relative_to(tmp_path / "a")
        assert path.read_bytes() == other.read_bytes(), path.name


def test_every_route_answers(sandbox: Sandbox) -> None:
    for source_id, replica in sandbox.replicas.items():
        statuses = {asked.path: replica.respond(asked).status for asked in replica.requests()}
        assert set(statuses.values()) <= {200}, source_id
        assert statuses or list(replica.files()), f"{source_id} shows nothing"
        assert replica.respond(Asked("GET", "/no/such/page")).status == 404


def test_every_address_of_the_ledger_answers(sandbox: Sandbox, truth: dict[str, list[Any]]) -> None:
    dropped = {
        f"drop:{source_id}/{hashlib.sha256(file.body).hexdigest()}"
        for source_id, replica in sandbox.replicas.items()
        for file in replica.files()
    }
    for line in truth["records"]:
        parts = urlsplit(line["url"])
        if parts.scheme == "drop":  # no page shows it: the file itself does
            assert line["url"].partition("#")[0] in dropped
            continue
        if line["source_id"] != "hankeikkuna":  # its human pages are another host
            answer = _get(sandbox.replicas[line["source_id"]], line["url"])
            assert answer.status == 200, line["url"]
            if line["source_id"] == "elotori":
                assert f'data-id="{line["native_id"].split("#")[0]}"'.encode() in answer.body
        assert parts.scheme == "https"


def _get(replica: Replica, url: str) -> Answer:
    parts = urlsplit(url)
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    return replica.respond(Asked("GET", parts.path, query))


def test_ledger_is_complete_and_its_keys_unique(
    sandbox: Sandbox, truth: dict[str, list[Any]]
) -> None:
    keys = [(r["source_id"], r["native_id"], r["part"]) for r in truth["records"]]
    assert len(keys) == len(set(keys))
    known = {row["truth_id"] for row in truth["projects"]}
    assert len(known) == 200
    shown = {row["truth_id"] for row in truth["records"] if row["truth_id"]}
    assert shown <= known
    registers = {"eura2014": "period2014", "hankeikkuna": "government"}
    for source_id, register in registers.items():
        expected = {p["truth_id"] for p in truth["projects"] if p["register"] == register}
        found = {
            r["truth_id"] for r in truth["records"] if r["source_id"] == source_id and r["truth_id"]
        }
        assert found == expected


def test_damage_is_bounded_and_booked() -> None:
    rows = _list_of(Sandbox.build(2000, 1, AS_OF, sources=("eura2014",)))
    damaged = [row for row in rows if row["damaged"]]
    assert 0 < len(damaged) < 0.01 * len(rows)
    assert {row["damage_step"] for row in damaged} == {"dates", "amounts", "authority"}


def _list_of(sandbox: Sandbox) -> list[dict[str, Any]]:
    kept: list[dict[str, Any]] = []
    ledger = Ledger(lambda table, rows: kept.extend(rows) if table == "records" else None)
    for replica in sandbox.replicas.values():
        replica.book(ledger)
    ledger.close()
    return [row for row in kept if row["part"] == "list"]


def test_list_is_the_dropped_file_and_has_unquoted_commas(sandbox: Sandbox) -> None:
    replica = sandbox.replicas["eura2014"]
    asked = Asked("GET", "/rrtiepa/projektilista.php", {"rahasto": "ALL", "type": "csv"})
    body = replica.respond(asked).body
    assert body == next(iter(replica.files())).body
    header, *lines = body.decode().strip().split("\n")
    assert header.startswith("Koodi,Rahasto,") and header.endswith(";")
    assert sum(line.count(",") > header.count(",") for line in lines) > len(lines) / 4


def test_detail_pages_are_latin_1_and_unknown_codes_are_404(sandbox: Sandbox) -> None:
    replica = sandbox.replicas["eura2014"]
    detail = [a for a in replica.requests() if a.path.endswith("projekti.php")]
    assert "Päättyy".lower() in replica.respond(detail[0]).body.decode("iso-8859-1").lower()
    unknown = Asked("GET", "/rrtiepa/projekti.php", {"projektikoodi": "S99999"})
    assert replica.respond(unknown).status == 404


def _search(sandbox: Sandbox, **body: object) -> tuple[int, dict[str, Any]]:
    asked = Asked("POST", "/api/v2/kohteet/haku", body=json.dumps(body).encode())
    answer = sandbox.replicas["hankeikkuna"].respond(asked)
    return answer.status, json.loads(answer.body)


def test_search_pages_through_everything_once(sandbox: Sandbox) -> None:
    sort = [{"field": "kohde.muokattu", "order": "ASC"}]
    found: list[str] = []
    cursor: dict[str, Any] = {}
    while True:
        status, page = _search(sandbox, size=7, sort=sort, **cursor)
        assert status == 200 and page["size"] == len(page["result"])
        found += [hit["kohde"]["uuid"] for hit in page["result"]]
        if "nextSearchAfter" not in page:
            break
        cursor = {"searchAfter": page["nextSearchAfter"]}
    assert len(found) == len(set(found)) == page["totalHits"]


def test_search_defaults_filters_and_refusals(sandbox: Sandbox) -> None:
    _, page = _search(sandbox)
    assert page["size"] == 10
    tunnus = next(h["kohde"]["tunnus"] for h in page["result"] if h["kohde"]["tunnus"])
    _, one = _search(sandbox, tunnus=[tunnus], size=1)
    assert [hit["kohde"]["tunnus"] for hit in one["result"]] == [tunnus]
    assert _search(sandbox, tunnus=tunnus)[0] == 400
    assert _search(sandbox, tila=["VALMIS"])[0] == 400
    assert _search(sandbox, size=10_001)[0] == 400
    assert _search(sandbox, muokattuPaivaAlku="2020-01-01")[0] == 400
    _, delta = _search(sandbox, muokattuPaivaAlku="2025-01-01T00:00:00", size=1000)
    assert all(hit["kohde"]["muokattu"] >= "2025" for hit in delta["result"])


def test_ministries_come_in_both_shapes() -> None:
    shapes = set()
    for seed in (1, 2):
        replica = Sandbox.build(10, seed, AS_OF, sources=("hankeikkuna",)).replicas["hankeikkuna"]
        answer = json.loads(replica.respond(Asked("GET", "/api/v2/asettajat")).body)
        shapes.add(type(answer))
    assert shapes == {list, dict}


def test_pages_vary_in_stamp_and_order_only(sandbox: Sandbox) -> None:
    replica = sandbox.replicas["elotori"]
    first, second = (
        replica.respond(Asked("GET", "/hankkeet/elotori/kehittamishankkeet/koonti-1", nonce=n))
        .body.decode() for n in (1, 2)
    )  # fmt: skip
    assert first != second
    link = re.compile(r'href="([^"?]+)')
    assert sorted(link.findall(first)) == sorted(link.findall(second))
    assert "PHPSESSID=" in first or "sid=" in first


def test_every_page_is_reachable_from_the_start_page(sandbox: Sandbox) -> None:
    replica = sandbox.replicas["elotori"]
    seen: set[str] = set()
    todo = ["/hankkeet/elotori"]
    while todo:
        path = todo.pop()
        answer = replica.respond(Asked("GET", path))
        if answer.status == 302:
            path = urlsplit(dict(answer.headers)["Location"]).path
            answer = replica.respond(Asked("GET", path))
        if path in seen:
            continue
        assert answer.status == 200, path
        seen.add(path)
        for href in re.findall(r'href="([^"]+)"', answer.body.decode()):
            target = urlsplit(href).path
            inside = target.startswith(("/hankkeet/elotori", "/id/"))
            if inside and not re.search(":|%3A", target):
                todo.append(target)
    pages = {asked.path for asked in replica.requests() if ":" not in asked.path}
    assert pages <= seen
    assert not [path for path in seen if path.startswith("/p/")]


def test_every_release_is_in_a_feed_and_under_both_addresses(
    sandbox: Sandbox, truth: dict[str, list[Any]]
) -> None:
    replica = sandbox.replicas["ely_releases"]
    feeds = [a for a in replica.requests() if a.path.startswith("/rss/")]
    assert len(feeds) == 16
    text = "".join(replica.respond(asked).body.decode() for asked in feeds)
    assert "releaseId=" in text and re.search(r"/tiedote/\d{8}/", text)
    listed = set(re.findall(r"releaseId=(\d{8})|/tiedote/(\d{8})/", text))
    numbers = {old or new for old, new in listed}
    assert numbers == {row["native_id"] for row in truth["releases"]}
    number = min(numbers)
    new = replica.respond(Asked("GET", f"/tiedote/{number}/x"))
    old = replica.respond(Asked("GET", "/tiedote/x", {"releaseId": number}))
    assert new.body == old.body


def test_translations_share_publisher_regions_and_minute(truth: dict[str, list[Any]]) -> None:
    by_id = {row["native_id"]: row for row in truth["releases"]}
    pairs = [row for row in by_id.values() if row["translation_of"]]
    assert len(pairs) > 10
    for row in pairs:
        original = by_id[row["translation_of"]]
        assert (row["language"], original["language"]) == ("sv", "fi")
        assert row["publisher_id"] == original["publisher_id"]
        assert row["truth_ids"] == original["truth_ids"]
        seconds = abs(_seconds(row["published_at"]) - _seconds(original["published_at"]))
        assert seconds <= 120


def _seconds(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()


def test_traps_are_booked_with_their_reason(truth: dict[str, list[Any]]) -> None:
    reasons = {row["why"] for row in truth["traps"]}
    for word in ("call", "several projects", "teaser", "foreign", "refused", "appropriation"):
        assert any(word in reason for reason in reasons), word


def test_work_grows_with_the_number_of_projects() -> None:
    counts = []
    for projects in (300, 600):
        lines: list[int] = []
        ledger = Ledger(lambda _table, rows, lines=lines: lines.append(len(rows)))  # type: ignore[misc]
        # a list of official codes is as long in any world
        for replica in Sandbox.build(projects, 1, AS_OF, sources=FOUR).replicas.values():
            replica.book(ledger)
        ledger.close()
        counts.append(sum(lines))
    assert 1.7 < counts[1] / counts[0] < 2.3
