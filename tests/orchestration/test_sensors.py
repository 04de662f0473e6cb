"""What starts runs beside the clock: dropped files, and the end of collecting."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import pytest

from ingestion.registry import find_sources
from orchestration.defs.drops import collect_dropped
from orchestration.defs.jobs import collect
from orchestration.defs.schedules import build_after_collect
from orchestration.lib.instance import BATCH_TAG, SOURCE_TAG
from orchestration.lib.source_assets import raw_key, records_key


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as one:
        yield one


def drop(home: Path, source_id: str, name: str = "ote.csv", text: str = "a;b\n") -> Path:
    """A file that was dropped a minute ago."""
    path = home / "drop" / source_id / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    settled = time.time() - 60
    os.utime(path, (settled, settled))
    return path


def tick(
    instance: dg.DagsterInstance, cursor: str | None = None
) -> tuple[list[dg.RunRequest], str | None]:
    context = dg.build_sensor_context(instance, cursor=cursor)
    found = collect_dropped.evaluate_tick(context)
    return list(found.run_requests or []), found.cursor


@pytest.fixture
def dropped() -> str:
    """A source that takes CSV files."""
    return next(s.id for s in find_sources().values() if "csv" in s.spec.drop)


def test_a_dropped_file_is_collected_once(
    home: Path, instance: dg.DagsterInstance, dropped: str
) -> None:
    drop(home, dropped)
    (request,), cursor = tick(instance)
    assert request.asset_selection == [raw_key(dropped), records_key(dropped)]
    assert request.tags[SOURCE_TAG] == dropped
    assert request.tags[BATCH_TAG]
    assert tick(instance, cursor) == ([], cursor)


def test_another_version_of_a_file_is_collected_again(
    home: Path, instance: dg.DagsterInstance, dropped: str
) -> None:
    drop(home, dropped)
    (first,), cursor = tick(instance)
    drop(home, dropped, text="a;b\n1;2\n")
    (second,), _ = tick(instance, cursor)
    assert first.run_key != second.run_key


def test_a_file_that_is_still_being_copied_waits(
    home: Path, instance: dg.DagsterInstance, dropped: str
) -> None:
    path = drop(home, dropped)
    os.utime(path)
    assert tick(instance)[0] == []


def test_what_no_source_reads_starts_nothing(
    home: Path, instance: dg.DagsterInstance, dropped: str
) -> None:
    drop(home, dropped, name="lue.txt")
    drop(home, "nobody")
    assert tick(instance)[0] == []


@dg.op
def nothing() -> None:
    """Does nothing."""


@dg.job(name=collect.name)
def collected() -> None:
    """Stands for a run of the job of that name."""
    nothing()


def follow(instance: dg.DagsterInstance) -> list[str | None]:
    found = build_after_collect.evaluate_tick(dg.build_sensor_context(instance))
    return [request.run_key for request in found.run_requests or []]


def note(instance: dg.DagsterInstance, batch: str, status: dg.DagsterRunStatus) -> None:
    instance.create_run_for_job(collected, tags={BATCH_TAG: batch}, status=status)


def test_a_build_waits_for_every_collect_run(instance: dg.DagsterInstance) -> None:
    assert follow(instance) == []
    note(instance, "2026-11-24", dg.DagsterRunStatus.SUCCESS)
    note(instance, "2026-11-24", dg.DagsterRunStatus.FAILURE)
    assert follow(instance) == ["2026-11-24"]
    note(instance, "2026-11-24 09:00:00", dg.DagsterRunStatus.STARTED)
    assert follow(instance) == []


def test_a_build_follows_a_dropped_file_that_overtook_the_night(
    instance: dg.DagsterInstance,
) -> None:
    note(instance, "2026-11-24 09:00:00", dg.DagsterRunStatus.SUCCESS)
    note(instance, "2026-11-24", dg.DagsterRunStatus.SUCCESS)
    assert follow(instance) == ["2026-11-24 09:00:00"]


def test_what_a_person_collects_is_not_built_unasked(instance: dg.DagsterInstance) -> None:
    instance.create_run_for_job(collected, status=dg.DagsterRunStatus.SUCCESS)
    assert follow(instance) == []
