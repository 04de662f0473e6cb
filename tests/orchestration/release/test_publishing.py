"""Readers see one whole release, never an older one; what a crash leaves is cleared."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from orchestration.release.layout import (
    NoReleaseError,
    current_name,
    generation_names,
    resolve_release,
    stamp_name,
)
from orchestration.release.publishing import (
    PublishRefusedError,
    apply_retention,
    publish,
    sweep,
)

START = datetime(2026, 1, 1, 3, 0, tzinfo=UTC)


def make_generation(releases: Path, stamp: datetime, as_of: str | None = None) -> Path:
    folder = releases / stamp_name(stamp)
    folder.mkdir(parents=True)
    run = f'{{"as_of": "{as_of}"}}' if as_of else "{}"
    (folder / "release.json").write_text(f'{{"run": {run}}}')
    (folder / "elo.duckdb").touch()
    return folder


def make_database(releases: Path, number: int) -> Path:
    folder = make_generation(releases, START + timedelta(seconds=number))
    (folder / "elo.duckdb").unlink()
    connection = duckdb.connect(str(folder / "elo.duckdb"))
    connection.execute("create schema marts")
    for table in ("dim_project", "fct_fact"):
        connection.execute(f"create table marts.{table} (n integer)")
        connection.execute(f"insert into marts.{table} select {number} from range(50)")  # noqa: S608 numbers
    connection.close()
    return folder


def test_readers_during_fifty_publishes(tmp_path: Path) -> None:
    generations = [make_database(tmp_path, number) for number in range(50)]
    publish(tmp_path, generations[0])
    done = threading.Event()
    errors: list[object] = []
    reads = [0, 0, 0]

    def read(reader: int) -> None:
        newest = -1
        while not done.is_set():
            try:
                database = tmp_path / "current" / "elo.duckdb"
                connection = duckdb.connect(str(database.resolve()), read_only=True)
                rows = connection.execute(
                    "select n, count(*) from (select n from marts.dim_project union all"
                    " select n from marts.fct_fact) group by n"
                ).fetchall()
                connection.close()
                if len(rows) != 1 or rows[0][1] != 100 or rows[0][0] < newest:
                    errors.append((newest, rows))
                newest = rows[0][0]
                reads[reader] += 1
            except Exception as error:
                errors.append(error)

    threads = [threading.Thread(target=read, args=(reader,)) for reader in range(3)]
    for thread in threads:
        thread.start()
    for generation in generations[1:]:
        publish(tmp_path, generation)
    done.set()
    for thread in threads:
        thread.join()
    assert errors == []
    assert min(reads) > 0
    assert current_name(tmp_path) == generations[-1].name
    assert not list(tmp_path.glob(".*"))


def test_a_run_thought_dead_does_not_take_readers_back(tmp_path: Path) -> None:
    old = make_generation(tmp_path, START)
    new = make_generation(tmp_path, START + timedelta(days=1))
    publish(tmp_path, new)
    with pytest.raises(PublishRefusedError, match="older than the current"):
        publish(tmp_path, old)
    assert current_name(tmp_path) == new.name


def test_half_written_generation_is_refused(tmp_path: Path) -> None:
    unfinished = tmp_path / ".20260101T030000Z.tmp"
    unfinished.mkdir()
    with pytest.raises(PublishRefusedError, match="no finished generation"):
        publish(tmp_path, unfinished)
    elsewhere = make_generation(tmp_path / "elsewhere", START)
    with pytest.raises(PublishRefusedError, match="no finished generation"):
        publish(tmp_path, elsewhere)
    assert current_name(tmp_path) is None


def test_link_is_relative_so_that_the_home_can_be_moved(tmp_path: Path) -> None:
    generation = make_generation(tmp_path / "releases", START)
    publish(tmp_path / "releases", generation)
    (tmp_path / "releases").rename(tmp_path / "moved")
    assert (tmp_path / "moved" / "current" / "elo.duckdb").exists()


def test_leftovers_of_a_crash_are_swept(tmp_path: Path) -> None:
    kept = make_generation(tmp_path, START)
    publish(tmp_path, kept)
    (tmp_path / ".20260102T030000Z.tmp" / "csv").mkdir(parents=True)
    (tmp_path / ".20260102T030000Z.trash").mkdir()
    (tmp_path / ".current.tmp").symlink_to("nowhere")
    assert sweep(tmp_path) == [
        ".20260102T030000Z.tmp",
        ".20260102T030000Z.trash",
        ".current.tmp",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == [kept.name, "current"]
    assert sweep(tmp_path / "not there yet") == []


def test_retention_keeps_nights_month_ends_pins_and_current(tmp_path: Path) -> None:
    nights = [make_generation(tmp_path, START + timedelta(days=day)) for day in range(100)]
    (nights[5] / ".pin").touch()
    publish(tmp_path, nights[7])  # somebody went back on purpose before retention existed
    removed = apply_retention(tmp_path)
    kept = generation_names(tmp_path)
    month_ends = [stamp_name(datetime(2026, m, d, 3, tzinfo=UTC)) for m, d in ((1, 31), (2, 28))]
    assert kept == sorted({*(n.name for n in nights[-30:]), *month_ends, nights[5].name,
                           nights[7].name})  # fmt: skip
    assert len(removed) + len(kept) == 100
    assert apply_retention(tmp_path) == []


def test_many_releases_of_one_night_leave_the_other_nights(tmp_path: Path) -> None:
    days = [make_generation(tmp_path, START + timedelta(days=day)).name for day in range(10)]
    today = START + timedelta(days=11)
    busy = [make_generation(tmp_path, today + timedelta(minutes=n)).name for n in range(50)]
    apply_retention(tmp_path)
    assert generation_names(tmp_path) == [*days, *busy[-30:]]


def test_release_of_a_day(tmp_path: Path) -> None:
    # the night of 24 November UTC 23:30 is the 25th in Finland
    first = make_generation(tmp_path, datetime(2026, 11, 24, 23, 30, tzinfo=UTC))
    second = make_generation(tmp_path, datetime(2026, 11, 26, 1, 0, tzinfo=UTC), "2026-12-24")
    unpublished = make_generation(tmp_path, datetime(2026, 11, 27, 1, 0, tzinfo=UTC))
    publish(tmp_path, second)
    assert resolve_release(tmp_path) == second
    assert resolve_release(tmp_path, datetime(2026, 11, 25, tzinfo=UTC).date()) == first
    assert resolve_release(tmp_path, datetime(2026, 12, 23, tzinfo=UTC).date()) == first
    assert resolve_release(tmp_path, datetime(2027, 1, 1, tzinfo=UTC).date()) == second
    with pytest.raises(NoReleaseError, match="2026-11-25"):
        resolve_release(tmp_path, datetime(2026, 11, 24, tzinfo=UTC).date())
    assert unpublished.is_dir()


def test_no_release_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoReleaseError, match="elo demo"):
        resolve_release(tmp_path / "releases")
