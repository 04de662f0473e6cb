"""Fetch log and snapshots: every request accounted for, torn lines tolerated, pages rebuilt."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingestion.archive.blobs import BlobStore
from ingestion.archive.counts import AccountingError, Counts
from ingestion.archive.entry import LogEntry
from ingestion.archive.fetch_log import SYNC_EVERY, FetchLog, LogExistsError, read_log
from ingestion.archive.snapshot import (
    evidence_index,
    list_snapshots,
    load_snapshot,
    new_snapshot_id,
)
from ingestion.http.answers import Blocked, Deferred, Failed, Landed, Missing, NotModified
from ingestion.scraper import Request

NOW = datetime(2026, 11, 24, 1, 2, 3, 456789, tzinfo=UTC)
URL = "https://hankkeet.example.fi/avoin"
SEARCH = Request(
    url=f"{URL}/haku",
    method="POST",
    body=b'{"size":100,"\xff":1}',
    role="list",
    expect="json",
    optional=True,
    max_age_days=3,
    depth=2,
    context={"publisher": "77"},
)


def landed(body: bytes = b"<html></html>", **changes: Any) -> Landed:
    told: dict[str, Any] = {
        "at": NOW, "attempts": 2, "elapsed_s": 0.5, "chain": (URL,), "status": 200,
        "headers": {"etag": '"v1"', "last-modified": "Mon, 23 Nov 2026 10:00:00 GMT"},
        "content_type": "text/html", "charset": "utf-8",
    }  # fmt: skip
    return Landed(body=body, **{**told, **changes})


class Night:
    """One collect run written by hand."""

    def __init__(self, raw: Path, now: datetime = NOW) -> None:
        self.raw, self.blobs = raw, BlobStore(raw)
        self.id = new_snapshot_id(raw, now)
        self.log = FetchLog.open(raw, self.id, as_of=date(2026, 11, 24), blobs=self.blobs)

    def land(self, request: Request, body: bytes = b"<html></html>", **known: Any) -> LogEntry:
        self.blobs.put(body)
        entry = LogEntry.of(request, landed(body), **known)
        self.log.append(entry)
        return entry


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    return tmp_path / "raw" / "koe"


def test_entries_come_back_as_they_went(raw: Path) -> None:
    night = Night(raw)
    sent = [
        night.land(SEARCH, b"{}", stable_sha256="ab" * 32),
        LogEntry.of(Request(url=URL), NotModified(at=NOW, attempts=1)),
        LogEntry.of(Request(url=f"{URL}/1"), Missing(at=NOW, status=404, attempts=1)),
        LogEntry.of(Request(url=f"{URL}/2"), Deferred(at=NOW, reason="later", retry_at=NOW)),
        LogEntry.of(Request(url=f"{URL}/3"), Failed(at=NOW, reason="status 500", klass="status")),
        LogEntry.of(Request(url=f"{URL}/4"), Blocked(at=NOW, reason="robots.txt disallows it")),
        LogEntry(at=NOW, request=Request(url="drop:koe/x", role="drop"), outcome="landed",
                 sha256="cd" * 32, filename="lista 2026.xlsx"),
    ]  # fmt: skip
    for entry in sent[1:]:
        night.log.append(entry)
    night.log.close({"outcome": "incomplete"}, requested=7)
    log = read_log(night.log.path)
    assert log.entries == sent
    assert [entry.request.key for entry in log.entries] == [entry.request.key for entry in sent]
    assert (log.torn, log.opened["as_of"]) == (0, "2026-11-24")
    last = json.loads(night.log.path.read_text().splitlines()[-1])
    assert (last["event"], last["outcome"], last["counts"]["requested"]) == (
        "closed",
        "incomplete",
        7,
    )


def test_first_and_last_lines_frame_the_snapshot(raw: Path) -> None:
    night = Night(raw)
    night.land(Request(url=URL))
    (before,) = list_snapshots(raw)
    assert (before.closed, before.outcome, before.as_of) == (False, None, date(2026, 11, 24))
    night.log.close({"outcome": "complete", "findings": []})
    (after,) = list_snapshots(raw)
    assert (after.id, after.closed, after.outcome) == (night.id, True, "complete")
    assert after.counts == Counts(requested=1, landed=1)
    assert after.started_at is not None
    assert after.ended_at is not None
    assert after.started_at <= after.ended_at
    assert after == load_snapshot(raw, night.id).info


def test_person_spaces_never_reach_the_disk(raw: Path) -> None:
    night = Night(raw)
    request = Request(url="https://peda.net/p/Meri%20Esimerkki/x")
    chain = ("https://peda.net/id/1", "https://peda.net/p/meri%40example.fi")
    night.log.append(LogEntry.of(request, Blocked(at=NOW, reason="person", chain=chain)))
    night.log.close()
    text = night.log.path.read_text()
    assert "eri" not in text.replace("expect", "")
    assert "https://peda.net/p/redacted" in text


@pytest.mark.parametrize("cut", [1, 2, 40, 200])
def test_torn_last_line_is_tolerated_and_told(raw: Path, cut: int) -> None:
    night = Night(raw)
    for n in range(3):
        night.land(Request(url=f"{URL}/{n}"), b"%d" % n)
    whole = night.log.path.read_bytes()
    night.log.path.write_bytes(whole[:-cut])
    snapshot = load_snapshot(raw, night.id)
    assert snapshot.torn == 1
    assert [page.url for page in snapshot.pages()] == [f"{URL}/0", f"{URL}/1"]
    assert not list_snapshots(raw)[0].closed


def test_a_torn_closing_line_does_not_close(raw: Path) -> None:
    night = Night(raw)
    night.land(Request(url=URL))
    night.log.close({"outcome": "complete"})
    night.log.path.write_bytes(night.log.path.read_bytes()[:-5])
    info = list_snapshots(raw)[0]
    assert (info.closed, info.outcome) == (False, None)
    assert len(load_snapshot(raw, night.id).pages()) == 1


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=120))
def test_garbage_at_the_end_never_hurts(
    tmp_path_factory: pytest.TempPathFactory, tail: bytes
) -> None:
    raw = tmp_path_factory.mktemp("raw")
    night = Night(raw)
    night.land(Request(url=URL))
    night.log.__exit__()
    with night.log.path.open("ab") as file:
        file.write(tail)
    assert [page.url for page in load_snapshot(raw, night.id).pages()] == [URL]
    assert list_snapshots(raw)[0].closed is False


def test_a_request_without_an_outcome_keeps_the_log_open(raw: Path) -> None:
    night = Night(raw)
    night.land(Request(url=URL))
    with pytest.raises(AccountingError, match="2 requests, 1 outcomes"):
        night.log.close({"outcome": "complete"}, requested=2)
    assert not list_snapshots(raw)[0].closed


def test_counts_add_up_and_carried_pages_are_no_requests() -> None:
    counts = Counts.of(["landed", "unchanged", "equal", "missing", "deferred", "failed",
                        "blocked", "carried", "carried"])  # fmt: skip
    counts.check()
    assert (counts.requested, counts.carried, counts.pages) == (7, 2, 5)
    with pytest.raises(AccountingError):
        Counts.of(["landed"], requested=0).check()


def test_closed_log_takes_no_more(raw: Path) -> None:
    night = Night(raw)
    entry = night.land(Request(url=URL))
    night.log.close()
    with pytest.raises(ValueError, match="closed"):
        night.log.append(entry)


def test_ids_grow_whatever_the_clock_says(raw: Path) -> None:
    first = Night(raw)
    second = Night(raw, NOW - timedelta(days=400))
    third = Night(raw, NOW)
    ids = [first.id, second.id, third.id]
    assert ids == sorted(set(ids)) == [info.id for info in list_snapshots(raw)]
    with pytest.raises(LogExistsError):
        FetchLog.open(raw, first.id)


def test_pages_are_rebuilt_with_their_requests(raw: Path) -> None:
    night = Night(raw)
    night.land(SEARCH, b'{"a":1}')
    night.land(Request(url=URL), b"old")
    night.land(Request(url=URL), b"new", retrieved_at=NOW - timedelta(days=1))
    night.log.append(LogEntry.of(Request(url=f"{URL}/x"), Missing(at=NOW, status=410)))
    night.log.close()
    search, page = load_snapshot(raw, night.id).pages()
    assert search.request == SEARCH
    assert (search.body, search.content_type, search.charset) == (b'{"a":1}', "text/html", "utf-8")
    assert (page.body, page.retrieved_at) == (b"new", NOW - timedelta(days=1))
    assert load_snapshot(raw, night.id).lost() == []


def test_blobs_are_durable_before_the_closing_line(
    raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    night = Night(raw)
    seen: list[bool] = []
    monkeypatch.setattr(night.blobs, "sync", lambda: seen.append(_is_closed(night.log.path)))
    for n in range(SYNC_EVERY):
        night.log.append(LogEntry.of(Request(url=f"{URL}/{n}"), landed()))
    assert seen == [False]
    night.log.close()
    assert seen[:2] == [False, False]


def _is_closed(path: Path) -> bool:
    return '"closed"' in path.read_text()


def test_evidence_is_the_newest_whose_bytes_are_there(raw: Path) -> None:
    first = Night(raw)
    first.land(Request(url=f"{URL}/a"), b"a1", stable_sha256="ab" * 32)
    first.land(Request(url=f"{URL}/b"), b"b1")
    first.land(Request(url=f"{URL}/c"), b"c1")
    first.land(Request(url=f"{URL}/d"), b"d1")
    first.log.close()
    second = Night(raw, NOW + timedelta(days=1))
    second.land(Request(url=f"{URL}/a"), b"a2")
    second.log.append(LogEntry.of(Request(url=f"{URL}/b"), Failed(at=NOW, reason="x", klass="y")))
    second.log.append(LogEntry.of(Request(url=f"{URL}/c"), Missing(at=NOW, status=404)))
    gone = second.land(Request(url=f"{URL}/d"), b"d2")  # cut off: never closed
    second.blobs.erase(gone.sha256 or "", "testi")
    index = evidence_index(raw)
    bodies = {key[-1]: second.blobs.get(found.sha256) for key, found in index.items()}
    assert bodies == {"a": b"a2", "b": b"b1", "d": b"d1"}
    found = index[f"GET {URL}/b"]
    assert (found.snapshot_id, found.retrieved_at, found.confirmed_at) == (first.id, NOW, NOW)
    assert (found.validators.etag, found.validators.last_modified) == (
        '"v1"', "Mon, 23 Nov 2026 10:00:00 GMT",
    )  # fmt: skip


def test_carried_pages_keep_their_age(raw: Path) -> None:
    first = Night(raw)
    entry = first.land(Request(url=URL), b"x")
    first.log.close()
    second = Night(raw, NOW + timedelta(days=2))
    second.log.append(replace(entry, at=NOW + timedelta(days=2), outcome="carried"))
    second.log.close()
    found = evidence_index(raw)[f"GET {URL}"]
    assert (found.snapshot_id, found.confirmed_at) == (second.id, NOW)
    assert load_snapshot(raw, second.id).pages()[0].body == b"x"
    assert list_snapshots(raw)[1].counts == Counts(carried=1)


def test_an_etag_that_never_changes_is_not_trusted_for_ever(raw: Path) -> None:
    night = Night(raw)
    night.land(Request(url=URL))
    found = evidence_index(raw)[f"GET {URL}"]
    month = timedelta(days=30)
    assert found.validators_within(month, NOW + timedelta(days=29)) == found.validators
    assert found.validators_within(month, NOW + timedelta(days=31)) is None


def test_old_snapshots_are_not_read_once_whole_runs_are_known(raw: Path) -> None:
    for day in range(5):
        night = Night(raw, NOW + timedelta(days=day))
        if day == 0:
            night.land(Request(url=f"{URL}/long-gone"), b"0")
        night.land(Request(url=URL), b"%d" % day)
        night.log.close()
    assert set(evidence_index(raw)) == {f"GET {URL}"}


def test_no_archive_is_an_empty_archive(tmp_path: Path) -> None:
    assert list_snapshots(tmp_path / "x") == []
    assert evidence_index(tmp_path / "x") == {}
    assert not (tmp_path / "x").exists()
