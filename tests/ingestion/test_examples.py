"""Every source reads its reviewed examples as accepted; the sources are found, never listed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from ingestion.examples import (
    EXAMPLES,
    ExampleError,
    accept,
    check_examples,
    find_examples,
    read_example,
)
from ingestion.registry import Source, find_sources
from ingestion.scaffold import new_source
from ingestion.spec import load_spec

SOURCES = find_sources()
LEAST = 5


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_every_source_has_examples(source: Source) -> None:
    assert (source.folder / EXAMPLES).is_dir(), f"{source.folder} has no examples"
    names = [example.name for example in find_examples(source)]
    assert len(names) >= LEAST, f"{source.id} has {len(names)} examples, {LEAST} are due"


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_examples_are_read_as_accepted(source: Source) -> None:
    differences = check_examples(source)
    assert not differences, "\n".join(difference.detail for difference in differences)


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES.keys())
def test_reading_twice_gives_the_same(source: Source) -> None:
    for example in find_examples(source):
        assert read_example(source, example) == read_example(source, example)


@pytest.fixture
def trial(tmp_path: Path) -> Source:
    folder = new_source("trial_source", tmp_path)
    return Source(load_spec(folder / "source.yml"), folder)


def test_a_missing_reading_is_written_and_fails(trial: Source) -> None:
    expected = trial.folder / EXAMPLES / "list.expected.json"
    accepted = expected.read_text(encoding="utf-8")
    expected.unlink()
    (difference,) = check_examples(trial)
    assert difference.missing
    assert "review" in difference.detail
    assert expected.read_text(encoding="utf-8") == accepted
    assert check_examples(trial) == []


def test_another_reading_names_the_line(trial: Source) -> None:
    page = trial.folder / EXAMPLES / "list.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Kirkas", "Kirkkain"), "utf-8")
    (difference,) = check_examples(trial)
    assert not difference.missing
    assert "Kirkkain suunta" in difference.detail
    assert "list.expected.json:" in difference.detail


def test_accept_writes_only_what_changed(trial: Source) -> None:
    assert accept(trial) == []
    page = trial.folder / EXAMPLES / "list.html"
    page.write_text(page.read_text(encoding="utf-8").replace("Kirkas", "Kirkkain"), "utf-8")
    assert [path.name for path in accept(trial)] == ["list.expected.json"]
    assert check_examples(trial) == []


def test_a_stray_side_file_is_an_error(trial: Source) -> None:
    (trial.folder / EXAMPLES / "nowhere.request.yml").write_text("role: list\n", "utf-8")
    with pytest.raises(ExampleError, match="belongs to no page"):
        find_examples(trial)


def test_an_unknown_request_key_is_an_error(trial: Source) -> None:
    (trial.folder / EXAMPLES / "list.request.yml").write_text("rolle: list\n", "utf-8")
    with pytest.raises(ExampleError, match="rolle"):
        find_examples(trial)


def test_two_pages_of_one_name_are_an_error(trial: Source) -> None:
    folder = trial.folder / EXAMPLES
    shutil.copy(folder / "list.html", folder / "list.xml")
    with pytest.raises(ExampleError, match="two pages"):
        find_examples(trial)


def test_a_folder_without_examples_has_none(trial: Source) -> None:
    shutil.rmtree(trial.folder / EXAMPLES)
    assert find_examples(replace(trial)) == []
