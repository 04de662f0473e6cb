"""A new source is a folder made from the template, complete enough to be read at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ingestion.examples import check_examples, find_examples
from ingestion.registry import find_sources
from ingestion.scaffold import PLACEHOLDER, ScaffoldError, new_source


def test_new_source_is_found_and_reads_its_examples(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = new_source("brand_new", tmp_path)
    monkeypatch.setenv("ELO_EXTRA_SOURCES", str(tmp_path))
    source = find_sources()["brand_new"]
    assert source.folder == folder
    assert {example.name for example in find_examples(source)} == {"list", "error"}
    assert check_examples(source) == []


def test_no_placeholder_stays(tmp_path: Path) -> None:
    folder = new_source("brand_new2", tmp_path)
    left = [path for path in folder.rglob("*.*") if PLACEHOLDER in path.read_text("utf-8")]
    assert left == []
    assert "brand_new2" in (folder / "source.yml").read_text("utf-8")


@pytest.mark.parametrize("name", ["", "Iso", "1st", "a-b", "../x", "_template"])
def test_other_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ScaffoldError, match="no source id"):
        new_source(name, tmp_path)
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def test_a_taken_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(ScaffoldError, match="exists already"):
        new_source("taken", tmp_path)
    assert list((tmp_path / "taken").iterdir()) == []
