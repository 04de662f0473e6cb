"""Archived pages read twice without a socket land the same bytes; and the arithmetic of rates."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ingestion.registry import find_sources
from tests.benchmarks.archive import archive_world
from tests.benchmarks.rates import better, items_a_second, medians, pages_a_second
from tests.benchmarks.reading import Reading
from tests.benchmarks.replay import find_unlike, read_twice
from tests.conftest import AS_OF

PAGES = Reading(
    pages=100, html_pages=90, megabytes=1.0, records=80, cpu_s=2.0, bs4_s=0.1, lxml_s=0.01
)
FILE = replace(PAGES, pages=1, html_pages=0, records=3_000)


def test_every_source_reads_the_same_bytes_twice_without_a_socket(tmp_path: Path) -> None:
    home = tmp_path / "home"
    held = archive_world(home, projects=40, seed=3, as_of=AS_OF)
    readings = read_twice([home], tmp_path)
    assert {name for name, each in readings.items() if each.records} == find_sources().keys()
    assert sum(reading.pages for reading in readings.values()) == held
    landed = list(tmp_path.glob("first/**/*.parquet"))
    assert len(landed) > 2 * len(readings)


@pytest.mark.parametrize("module", ["socket", "_socket"])
def test_a_reading_cannot_open_a_socket(module: str) -> None:
    code = (
        "from tests.benchmarks.reading import forbid_sockets; forbid_sockets();"
        f"import {module}; {module}.socket()"
    )
    child = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert child.returncode != 0
    assert "SocketError" in child.stderr


def test_a_byte_or_a_file_more_is_unlike(tmp_path: Path) -> None:
    for side, name, body in (
        ("first", "same", b"a"), ("second", "same", b"a"),
        ("first", "other", b"a"), ("second", "other", b"b"),
        ("second", "more", b"a"),
    ):  # fmt: skip
        folder = tmp_path / side / "home" / "landing"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    unlike = find_unlike(tmp_path / "first", tmp_path / "second")
    assert list(unlike) == ["home/landing/more", "home/landing/other"]


def test_a_page_of_html_is_an_item_and_so_is_a_record_of_a_file() -> None:
    assert (pages_a_second(PAGES), items_a_second(PAGES)) == (50.0, 50.0)
    assert (pages_a_second(FILE), items_a_second(FILE)) == (0.5, 1_500.0)


def test_medians_leave_out_what_has_no_page_and_say_which_sources_they_count() -> None:
    quick = replace(PAGES, cpu_s=1.0)
    empty = replace(FILE, pages=0, records=0, cpu_s=0.0)
    assert medians({"a": PAGES, "b": quick, "c": FILE, "d": empty}) == {
        "pages, all sources": 50.0,
        "pages, sources of HTML": 75.0,
        "items, all sources": 100.0,
    }


def test_of_two_readings_the_less_disturbed_counts_and_other_counts_are_refused() -> None:
    quick = replace(PAGES, cpu_s=1.0)
    assert better({"a": PAGES}, {"a": quick}) == {"a": quick}
    with pytest.raises(ValueError, match="counted different"):
        better({"a": PAGES}, {"a": replace(quick, records=79)})
