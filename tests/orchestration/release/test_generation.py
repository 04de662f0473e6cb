"""One generation: whole, checksummed, described, and never under a name that is taken."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration.release import generation as module
from orchestration.release.generation import build_generation, verify_checksums
from orchestration.release.layout import generation_names, read_manifest
from orchestration.release.publishing import sweep
from orchestration.release.warehouse_copy import NothingToReleaseError
from orchestration.release.warehouse_hash import warehouse_hash
from tests.expectations.fixture import build_marts, change

STAMP = datetime(2026, 11, 24, 3, 0, 0, 999, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    file = build_marts(tmp_path / "build" / "run.duckdb")
    return change(file, "create schema intermediate; create table intermediate.int_x (n integer)")


def build(database: Path, tmp_path: Path, **more: Any) -> Path:
    arguments = {"stamp": STAMP, "run": {"as_of": "2026-11-24"}, **more}
    return build_generation(database, tmp_path / "releases", **arguments)


def test_everything_is_there_and_verifies(database: Path, tmp_path: Path) -> None:
    folder = build(database, tmp_path)
    assert folder.name == "20261124T030000Z"
    assert sorted(path.name for path in folder.iterdir()) == [
        "csv", "datapackage.json", "dcat.jsonld", "elo.duckdb", "grants360.json", "json",
        "parquet", "quality", "release.json", "site", "xlsx",
    ]  # fmt: skip
    tables = set(read_manifest(folder)["counts"])
    for kind in ("csv", "json", "parquet"):
        assert {path.name for path in (folder / kind).iterdir()} == {f"{t}.{kind}" for t in tables}
    assert verify_checksums(folder) == []


def test_manifest_says_what_a_reader_must_know(database: Path, tmp_path: Path) -> None:
    folder = build(database, tmp_path)
    manifest = read_manifest(folder)
    assert manifest["counts"]["dim_project"] == 60
    assert manifest["storage_version"].startswith("v1.2.0")
    assert manifest["run"] == {"as_of": "2026-11-24"}
    assert manifest["sources"]["pages"]["status"] == "fresh"
    assert manifest["sources"]["pages"]["last_success_at"] == "2026-11-24T01:10:00Z"
    assert manifest["warehouse_hash"] == warehouse_hash(database)


def test_changed_missing_and_foreign_files_are_found(database: Path, tmp_path: Path) -> None:
    folder = build(database, tmp_path)
    with (folder / "csv" / "dim_project.csv").open("a") as stream:
        stream.write("x")
    (folder / "json" / "dim_source.json").unlink()
    (folder / "extra.txt").touch()
    assert verify_checksums(folder) == [
        "csv/dim_project.csv",
        "extra.txt",
        "json/dim_source.json",
    ]


def test_copy_holds_the_published_schema_only(database: Path, tmp_path: Path) -> None:
    folder = build(database, tmp_path)
    connection = duckdb.connect(str(folder / "elo.duckdb"), read_only=True)
    schemas = connection.execute(
        "select distinct table_schema from information_schema.tables"
    ).fetchall()
    comment = connection.execute(
        "select comment from duckdb_tables() where table_name = 'dim_project'"
    ).fetchone()
    required = connection.execute(
        "select column_name from duckdb_columns() where table_name = 'dim_organisation'"
        " and not is_nullable order by column_name"
    ).fetchall()
    connection.close()
    assert schemas == [("marts",)]
    assert comment == ("Development projects (hanke), one row each",)
    assert required == [("name",), ("organisation_id",)]


def test_same_second_and_clock_set_back_give_growing_names(database: Path, tmp_path: Path) -> None:
    names = [build(database, tmp_path).name for _ in range(2)]
    names.append(build(database, tmp_path, stamp=STAMP - timedelta(days=400)).name)
    assert names == ["20261124T030000Z", "20261124T030001Z", "20261124T030002Z"]


def test_crash_before_the_rename_leaves_no_generation(
    database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.durable, "sync_tree", fail)
    with pytest.raises(OSError, match="No space left"):
        build(database, tmp_path)
    releases = tmp_path / "releases"
    assert generation_names(releases) == []
    assert sweep(releases) == [".20261124T030000Z.tmp"]
    monkeypatch.undo()
    assert verify_checksums(build(database, tmp_path)) == []


def test_database_without_marts_is_refused(tmp_path: Path) -> None:
    duckdb.connect(str(tmp_path / "empty.duckdb")).close()
    with pytest.raises(NothingToReleaseError, match="marts"):
        build(tmp_path / "empty.duckdb", tmp_path)
    assert generation_names(tmp_path / "releases") == []


def test_datapackage_describes_the_files_that_are_there(database: Path, tmp_path: Path) -> None:
    manifest = {
        "nodes": {
            "model.elo.fct_release": {
                "resource_type": "model",
                "name": "fct_release",
                "schema": "marts",
                "description": "Press releases (tiedote)",
                "unique_id": "model.elo.fct_release",
                "columns": {"title": {"description": "Title as published"}},
            },
            "model.elo.bridge_project_region": {
                "resource_type": "model",
                "name": "bridge_project_region",
                "schema": "marts",
                "unique_id": "model.elo.bridge_project_region",
                "columns": {},
            },
            "test.elo.primary_key": {
                "resource_type": "test",
                "name": "primary_key",
                "schema": "marts",
                "attached_node": "model.elo.bridge_project_region",
                "test_metadata": {
                    "name": "primary_key",
                    "kwargs": {"columns": ["project_id", "maakunta_code", "basis"]},
                },
            },
        }
    }
    folder = build(database, tmp_path, dbt_manifest=manifest)
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    resources = {resource["title"]: resource for resource in package["resources"]}
    assert set(resources) == set(read_manifest(folder)["counts"])
    for resource in resources.values():
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        assert rows[0] == [field["name"] for field in resource["schema"]["fields"]]
        assert len(rows) - 1 == resource["rows"]
        assert all((folder / path).is_file() for path in resource["alternatives"])
    release = resources["fct_release"]
    assert release["description"] == "Press releases (tiedote)"
    assert release["schema"]["primaryKey"] == "release_id"
    assert resources["bridge_project_region"]["schema"]["primaryKey"] == [
        "project_id",
        "maakunta_code",
        "basis",
    ]
    titles = {f["name"]: f.get("description") for f in release["schema"]["fields"]}
    assert titles["title"] == "Title as published"
    connection = duckdb.connect(str(folder / "elo.duckdb"), read_only=True)
    comments = connection.execute(
        "select comment from duckdb_columns() where table_name = 'fct_release'"
        " and column_name = 'title'"
    ).fetchall()
    connection.close()
    assert comments == [("Title as published",)]
    types = {f["name"]: f["type"] for f in resources["fct_funding"]["schema"]["fields"]}
    assert types["amount_eur"] == "number"
    assert types["decision_date"] == "date"
    assert types["counts_in_total"] == "boolean"
    assert types["funding_year"] == "integer"
    assert {s["title"]: s["licence"] for s in package["sources"]}["pages"] == "CC-BY-4.0"


def test_same_content_gives_the_same_bytes(database: Path, tmp_path: Path) -> None:
    first, second = build(database, tmp_path), build(database, tmp_path)
    differing = {
        name
        for name, checksum in read_manifest(first)["checksums"].items()
        if read_manifest(second)["checksums"][name] != checksum
    }
    # they hold the stamp, and free blocks
    assert differing <= {"datapackage.json", "dcat.jsonld", "elo.duckdb", "grants360.json"}
