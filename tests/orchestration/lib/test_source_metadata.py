"""What the UI shows of a source: its public page, where it was fetched from, what was odd."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dagster as dg
import pytest

from ingestion.archive.counts import Counts
from ingestion.archive.snapshot import SnapshotInfo
from ingestion.landing import history
from ingestion.landing.history import Outcome
from ingestion.parse import ParsedSnapshot
from ingestion.registry import Source
from ingestion.settings import Settings
from ingestion.spec import Licence, SourceSpec
from orchestration.lib import source_metadata
from tests.conftest import AS_OF

AT = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


def make_source(folder: Path, **changes: Any) -> Source:
    declared: dict[str, Any] = {
        "id": "src",
        "title": {"fi": "Lähde"},
        "publisher": "Julkaisija",
        "licence": Licence(id="CC-BY-4.0", confidence="confirmed"),
        "verified_live": False,
        "platform": "html_crawl",
        "base_url": "https://api.example.org/v2",
        "drop": ("csv",),
        "kinds": ("project",),
    }
    return Source(SourceSpec(**{**declared, **changes}), folder)


@pytest.mark.parametrize(
    ("base_url", "public_url", "page"),
    [
        ("https://example.org/list", None, "https://example.org/list"),
        (
            "https://example.org/list",
            "https://example.org/one?id={code}",
            "https://example.org/list",
        ),
        (
            "https://api.example.org/v2",
            "https://www.example.org/one?id={code}",
            "https://www.example.org/",
        ),
        (None, None, None),
    ],
)
def test_the_page_is_one_that_a_person_can_open(
    tmp_path: Path, base_url: str | None, public_url: str | None, page: str | None
) -> None:
    source = make_source(tmp_path, base_url=base_url, public_url=public_url)
    assert source_metadata.choose_page(source.spec) == page


def test_a_source_leads_to_its_page_its_code_and_the_release(tmp_path: Path) -> None:
    told = source_metadata.describe_source(make_source(tmp_path))
    assert told["source"] == dg.MetadataValue.url("https://api.example.org/v2")
    assert told["release"] == dg.MetadataValue.asset(source_metadata.RELEASE)
    code = told["dagster/code_references"]
    assert isinstance(code, dg.CodeReferencesMetadataValue)
    assert [Path(str(r.file_path)).name for r in code.code_references] == [  # type: ignore[union-attr]
        "source.yml",
        "scraper.py",
    ]
    assert "readme" not in told


def _snapshot(path: Path, **summary: Any) -> SnapshotInfo:
    return SnapshotInfo(
        id="20261124T010000000000Z",
        path=path,
        closed=True,
        outcome="complete",
        as_of=AS_OF,
        started_at=AT,
        ended_at=AT,
        counts=replace(Counts(), requested=3, unchanged=1, equal=1, landed=1),
        summary=summary,
    )


@pytest.mark.parametrize(
    ("override", "key", "value"),
    [
        (None, "fetched_from", "https://api.example.org/v2"),
        ("http://127.0.0.1:8000/v2", "fetched_from", "http://127.0.0.1:8000/v2"),
        ("", "read_from", "drop/src"),
    ],
)
def test_a_snapshot_says_where_it_really_came_from(
    tmp_path: Path, override: str | None, key: str, value: str
) -> None:
    overrides = {} if override is None else {"src": override}
    settings = Settings(home=tmp_path, as_of=AS_OF, url_overrides=overrides)
    told = source_metadata.describe_snapshot(make_source(tmp_path), settings, _snapshot(tmp_path))
    assert str(told[key].value).endswith(value)
    assert told["unchanged"].value == 2
    assert "reason" not in told


def test_a_reason_is_shown_when_there_is_one(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, as_of=AS_OF)
    snapshot = _snapshot(tmp_path, reason="robots.txt forbids it")
    told = source_metadata.describe_snapshot(make_source(tmp_path), settings, snapshot)
    assert told["reason"].value == "robots.txt forbids it"


def test_a_snapshot_says_what_was_asked_for(tmp_path: Path) -> None:
    source, settings = make_source(tmp_path), Settings(home=tmp_path, as_of=AS_OF)
    told = [
        source_metadata.describe_snapshot(source, settings, replace(_snapshot(tmp_path), **about))[
            "loaded_as"
        ].value
        for about in (
            {},
            {"why": "a whole load is 3 pages only"},
            {"base": "20261123T010000000000Z", "since": "2026-11-20T00:00:00"},
        )
    ]
    assert told == [
        "whole",
        "whole: a whole load is 3 pages only",
        "changes since 2026-11-20T00:00:00, over the whole load 20261123T010000000000Z",
    ]


def _land(settings: Settings) -> Outcome:
    drift = [
        {
            "source_id": "src",
            "what": "label",
            "place": "detail",
            "value": value,
            "occurrences": count,
            "source_url": "https://example.org/1",
        }
        for value, count in (("Harvinainen", 1), ("Yleinen", 40))
    ]
    outcome = Outcome(
        source_id="src",
        snapshot_id="20261124T010000000000Z",
        parser_version="p",
        as_of=AS_OF,
        collected_at=AT,
        verdict="good",
        counts={"project": 5, "output": 2},
        pages=1,
        quarantined=0,
        drift_count=41,
        repeated=0,
    )
    history.write_snapshot(settings.landing, ParsedSnapshot("src", drift=drift), outcome)
    return outcome


def test_drift_shows_the_most_frequent_first(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, as_of=AS_OF)
    told = source_metadata.describe_drift(settings, _land(settings))
    assert told["drift"].value == 41
    table = told["examples"]
    assert isinstance(table, dg.TableMetadataValue)
    shown = [(record.data["value"], record.data["occurrences"]) for record in table.records]
    assert shown == [("Yleinen", "40"), ("Harvinainen", "1")]


def test_an_empty_quarantine_is_a_nought_and_no_table(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, as_of=AS_OF)
    told = source_metadata.describe_quarantine(settings, _land(settings))
    assert {name: value.value for name, value in told.items()} == {"quarantined": 0}


def test_an_outcome_tells_rows_and_until_when_they_are_fresh(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, as_of=AS_OF)
    source = make_source(tmp_path, access={"max_age_days": 7})
    told = source_metadata.describe_outcome(source, settings, _land(settings))
    assert told["dagster/row_count"].value == 7
    assert told["fresh_until"].value == datetime(2026, 12, 1, 1, 0, tzinfo=UTC).timestamp()
