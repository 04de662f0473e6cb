"""Promotion: newest good version of each record, nothing lost, same result in any order of work."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from ingestion.landing import history
from ingestion.landing.current import fold, part_path, promote
from ingestion.landing.history import Outcome
from ingestion.landing.tables import read_table, to_table
from ingestion.parse import ParsedSnapshot
from ingestion.records import ProjectRecord, landing_schema, record_id, record_sha256

DAY_1, DAY_2, DAY_3 = date(2026, 11, 1), date(2026, 11, 2), date(2026, 11, 3)


def _land(
    landing: Path,
    number: int,
    day: date,
    names: dict[str, str],
    verdict: str = "good",
    v: str = "p1",
) -> None:
    rows: list[dict[str, Any]] = []
    for native_id, name in names.items():
        record = ProjectRecord(native_id=native_id, source_url="https://example.org", name=name)
        rows.append(
            {
                **record.model_dump(),
                "record_id": record_id("src", "project", native_id),
                "source_id": "src",
                "content_sha256": f"{number}" * 64,
                "retrieved_at": datetime(2026, 11, number, tzinfo=UTC),
                "record_sha256": record_sha256(record),
            }
        )
    parsed = ParsedSnapshot("src", records={"project": rows})
    outcome = Outcome(
        source_id="src",
        snapshot_id=f"2026110{number}T000000000000Z",
        parser_version=v,
        as_of=day,
        collected_at=datetime(2026, 11, number, tzinfo=UTC),
        verdict=verdict,  # type: ignore[arg-type]
        counts=parsed.counts,
        pages=1,
        quarantined=0,
        drift_count=0,
        repeated=0,
    )
    history.write_snapshot(landing, parsed, outcome)


def _rows(landing: Path) -> dict[str, dict[str, Any]]:
    table = read_table(part_path(landing, "project", "src"), landing_schema("project"))
    return {row["native_id"]: row for row in table.to_pylist()}


def test_unchanged_record_keeps_the_evidence_that_first_showed_it(tmp_path: Path) -> None:
    _land(tmp_path, 1, DAY_1, {"a": "Alku"})
    promote(tmp_path, "src")
    _land(tmp_path, 2, DAY_2, {"a": "Alku"})
    promote(tmp_path, "src")
    row = _rows(tmp_path)["a"]
    assert row["content_sha256"] == "1" * 64
    assert (row["first_seen_at"], row["last_seen_at"]) == (DAY_1, DAY_2)


def test_unchanged_record_keeps_its_place_in_that_evidence() -> None:
    old, new = (
        to_table([{**row, "record_id": "r", "part": "main"}], landing_schema("project"))
        for row in (
            {"record_sha256": "v", "content_sha256": "1" * 64, "locator": "row 1"},
            {"record_sha256": "v", "content_sha256": "2" * 64, "locator": "row 9"},
        )
    )
    (row,) = fold(old, new).to_pylist()
    assert (row["content_sha256"], row["locator"]) == ("1" * 64, "row 1")


def test_changed_record_gets_new_evidence_and_keeps_its_first_day(tmp_path: Path) -> None:
    _land(tmp_path, 1, DAY_1, {"a": "Alku"})
    _land(tmp_path, 2, DAY_2, {"a": "Jatko"})
    promote(tmp_path, "src")
    row = _rows(tmp_path)["a"]
    assert (row["name"], row["content_sha256"]) == ("Jatko", "2" * 64)
    assert (row["first_seen_at"], row["last_seen_at"]) == (DAY_1, DAY_2)


def test_record_gone_from_a_complete_snapshot_stays(tmp_path: Path) -> None:
    _land(tmp_path, 1, DAY_1, {"a": "Alku", "b": "Toinen"})
    _land(tmp_path, 2, DAY_2, {"a": "Alku"})
    promote(tmp_path, "src")
    rows = _rows(tmp_path)
    assert set(rows) == {"a", "b"}
    assert rows["b"]["last_seen_at"] == DAY_1


def test_blocked_snapshot_changes_nothing(tmp_path: Path) -> None:
    _land(tmp_path, 1, DAY_1, {"a": "Alku"})
    promote(tmp_path, "src")
    before = _rows(tmp_path)
    _land(tmp_path, 2, DAY_2, {"a": "Väärin"}, verdict="blocked")
    assert promote(tmp_path, "src").folded == ()
    assert _rows(tmp_path) == before


def test_promotion_twice_is_promotion_once(tmp_path: Path) -> None:
    _land(tmp_path, 1, DAY_1, {"a": "Alku"})
    promote(tmp_path, "src")
    before = _rows(tmp_path)
    assert promote(tmp_path, "src").folded == ()
    assert _rows(tmp_path) == before


@pytest.mark.parametrize("nights", [(1,), (1, 2), (1, 2, 3)])
def test_rebuild_gives_what_the_nights_gave(tmp_path: Path, nights: tuple[int, ...]) -> None:
    worlds = {
        1: (DAY_1, {"a": "Alku", "b": "Toinen"}),
        2: (DAY_2, {"a": "Jatko"}),
        3: (DAY_3, {"a": "Jatko", "c": "Kolmas"}),
    }
    for number in nights:
        day, names = worlds[number]
        _land(tmp_path, number, day, names)
        promote(tmp_path, "src")
    nightly = _rows(tmp_path)
    promote(tmp_path, "src", rebuild=True)
    assert _rows(tmp_path) == nightly


def test_crashed_write_is_not_read(tmp_path: Path) -> None:
    _land(tmp_path, 1, DAY_1, {"a": "Alku"})
    folder = history.snapshot_folder(tmp_path, "src", "20261101T000000000000Z")
    (folder / "outcome.json").unlink()
    assert history.list_outcomes(tmp_path, "src") == []


def test_new_parser_is_folded_over_the_old_one(tmp_path: Path) -> None:
    _land(tmp_path, 1, DAY_1, {"a": "Allku"})
    promote(tmp_path, "src")
    _land(tmp_path, 1, DAY_1, {"a": "Alku"}, v="p2")
    assert promote(tmp_path, "src").folded == ("20261101T000000000000Z",)
    assert _rows(tmp_path)["a"]["name"] == "Alku"
