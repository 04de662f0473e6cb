"""Dropped files: the newest of each kind stands, dated by its name or by its modification time."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ingestion.drops import find_drops, newest_by_kind


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("lista_2026-03-01.csv", datetime(2026, 3, 1, tzinfo=UTC)),
        ("lista20260301.csv", datetime(2026, 3, 1, tzinfo=UTC)),
        ("lista 1.3.2026.csv", datetime(2026, 3, 1, tzinfo=UTC)),
        ("lista.csv", datetime(2025, 1, 2, tzinfo=UTC)),
        ("lista_20261399.csv", datetime(2025, 1, 2, tzinfo=UTC)),
        ("lista 31.2.2026.csv", datetime(2025, 1, 2, tzinfo=UTC)),
    ],
)
def test_file_is_dated_by_name_else_by_modification(
    tmp_path: Path, name: str, day: datetime
) -> None:
    path = tmp_path / name
    path.write_text("x")
    stamp = datetime(2025, 1, 2, tzinfo=UTC).timestamp()
    os.utime(path, (stamp, stamp))
    (found,) = find_drops(tmp_path, ["csv"])
    assert found.dated == day


def test_newest_of_each_kind(tmp_path: Path) -> None:
    for name in (
        "a_2025-01-01.csv",
        "a_2026-01-01.csv",
        "b_2024-01-01.csv",
        ".hidden.csv",
        "c.txt",
    ):
        (tmp_path / name).write_text("x")
    files = find_drops(tmp_path, ["csv"])
    assert [file.path.name for file in files] == [
        "a_2026-01-01.csv",
        "a_2025-01-01.csv",
        "b_2024-01-01.csv",
    ]
    newest = newest_by_kind((file, file.path.name[0]) for file in files)
    assert {kind: file.path.name for kind, file in newest.items()} == {
        "a": "a_2026-01-01.csv",
        "b": "b_2024-01-01.csv",
    }


def test_absent_folder_holds_nothing(tmp_path: Path) -> None:
    assert find_drops(tmp_path / "nowhere", ["csv"]) == []
