"""The scoring of organisations finds split and joined bodies, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from ingestion.sandbox.bodies import Mention, rate_bodies
from ingestion.sandbox.truth import SCHEMAS


def _write(folder: Path, table: str, *rows: dict[str, Any]) -> None:
    filled = [dict.fromkeys(SCHEMAS[table].names) | row for row in rows]
    pq.write_table(pa.Table.from_pylist(filled, SCHEMAS[table]), folder / f"{table}.parquet")


def _shown(native_id: str, *, damaged: bool = False, **shown: Any) -> dict[str, Any]:
    return {
        "source_id": "web", "native_id": native_id, "kind": "project", "part": "main",
        "makes_project": True, "damaged": damaged, "shown": json.dumps(shown),
    }  # fmt: skip


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    """Two schools, and one office that the world has under its long and its short name."""
    _write(
        tmp_path, "organisations",
        {"organisation": "o:1", "name_fi": "Majavan opisto", "name_sv": "Bäverns institut",
         "business_id": "7100001-6"},
        {"organisation": "o:2", "name_fi": "Saukon opisto", "business_id": "7100002-4"},
        {"organisation": "a:1", "name_fi": "Ketun pitkä virasto", "brand": "Ketun virasto"},
        {"organisation": "a:2", "name_fi": "Ketun virasto"},
    )  # fmt: skip
    _write(
        tmp_path, "records",
        _shown("1", lead="o:1", partners=["o:2"], funder="a:1"),
        _shown("2", lead="o:1", funder="a:2"),
        _shown("3", partners=["o:1", "o:2"]),
        _shown("4", damaged=True, lead="o:2"),
    )  # fmt: skip
    return tmp_path


def _mention(native_id: str, role: str, name: str, organisation_id: str) -> Mention:
    return Mention("web", native_id, role, name, organisation_id)


def test_ids_that_are_the_bodies_score_one(truth: Path) -> None:
    rated = rate_bodies(
        truth,
        [
            _mention("1", "lead", "Majavan opisto", "A"),
            _mention("2", "lead", "Bäverns institut", "A"),
            _mention("1", "funder", "Ketun pitkä virasto", "C"),
            _mention("2", "funder", "Ketun virasto", "C"),
            _mention("3", "partner", "MAJAVAN OPISTO, yksikkö", "A"),
            _mention("3", "partner", "Saukko", "B"),
        ],
    )
    assert (rated.pairs, rated.b3) == ((1.0, 1.0), (1.0, 1.0))
    assert (rated.mentions, rated.split, rated.joined) == (6, {}, {})


def test_a_body_with_two_ids_costs_recall(truth: Path) -> None:
    rated = rate_bodies(
        truth,
        [
            _mention("1", "lead", "Majavan opisto", "A"),
            _mention("2", "lead", "Bäverns institut", "X"),
        ],
    )
    assert rated.pairs == (1.0, 0.0)
    assert rated.b3 == (1.0, 0.5)
    assert list(rated.split) == ["o:1"]
    assert "split o:1" in str(rated)


def test_an_id_of_two_bodies_costs_precision(truth: Path) -> None:
    rated = rate_bodies(
        truth,
        [
            _mention("1", "lead", "Majavan opisto", "A"),
            _mention("1", "partner", "Saukon opisto", "A"),
        ],
    )
    assert rated.pairs == (0.0, 1.0)
    assert rated.b3 == (0.5, 1.0)
    assert rated.joined == {"A": ["o:1", "o:2"]}
    assert "joined A" in str(rated)


def test_what_nobody_shows_is_left_out_and_what_is_unclear_is_counted(truth: Path) -> None:
    rated = rate_bodies(
        truth,
        [
            _mention("4", "lead", "Saukon opisto", "B"),
            _mention("9", "lead", "Saukon opisto", "B"),
            _mention("1", "publisher", "Saukon opisto", "B"),
            _mention("3", "partner", "Jokin", "Y"),
            _mention("3", "partner", "Muu", "Z"),
        ],
    )
    assert rated.mentions == 0
    assert rated.unknown == {"Jokin": 1, "Muu": 1}
    assert rated.b3 == rated.pairs == (1.0, 1.0)
