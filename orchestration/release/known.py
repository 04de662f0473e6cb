"""What was known on a day: a kept release where one fits, else projects and money from the state.

Releases go after thirty nights; the state keeps every value that was ever published with the days
between which it stood (`published.parquet`). What does not belong here: how those days come about
(`int_history__published_next.sql`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.release import durable
from orchestration.release.layout import DATABASE, NoReleaseError, as_of, resolve_release
from orchestration.release.query import CONFINED, lock, open_locked
from orchestration.release.tables import MARTS, Column, Table, describe_tables, literal, quote

PUBLISHED = Path("state") / "published.parquet"
CHANGE_LOG = Path("state") / "change_log.parquet"

#: Columns that follow from others or from counting: how they are made again, or left empty.
_PROJECT: dict[str, str] = {
    "project_id": "standing.subject_id",
    "source_count": "null",
    "first_seen_at": "null",
    "last_seen_at": "null",
}
_AMOUNT = "max(value) filter (where property = 'amount' and value != 'not_published')"
_CURRENCY = "max(value) filter (where property = 'currency')"
_DECIDED = "max(value) filter (where property = 'decision_date')"
_START = "max(starts.start_date)"
_FUNDING: dict[str, str] = {
    "funding_id": "standing.subject_id",
    "project_id": "max(standing.project_id)",
    "amount": _AMOUNT,
    "amount_eur": f"case when {_CURRENCY} = 'EUR' then {_AMOUNT} end",
    "amount_status": f"case when {_AMOUNT} is null then 'not_published' else 'published' end",
    "funding_year": f"year(cast(coalesce({_DECIDED}, {_START}) as date))",
    "year_basis": f"case when {_DECIDED} is not null then 'decision'"
    f" when {_START} is not null then 'start' end",
    "record_id": "null",
    "conflict_count": "null",
}
#: Lists that change seldom stand as they are today; these dimensions are none.
_NO_LIST = frozenset({"dim_project", "dim_source"})


@dataclass(frozen=True)
class Known:
    """A locked connection to what was known, and what is to be said of it; empty where nothing."""

    connection: duckdb.DuckDBPyConnection
    note: str = ""


@contextmanager
def open_known(home: Path, day: date | None) -> Iterator[Known]:
    """Open the current release, or what was known on a day.

    Args:
        home: `$ELO_HOME`.
        day: a Finnish day; None for the current release.

    Raises:
        NoReleaseError: nothing was known; the message says what to do.
    """
    known = _open(home, day)
    try:
        yield known
    finally:
        known.connection.close()


def begin_history(state_dir: Path, releases_dir: Path) -> None:
    """Give a state of the time before the history its first day: that of the current release.

    Args:
        state_dir: `$ELO_HOME/state`.
        releases_dir: `$ELO_HOME/releases`.
    """
    path = state_dir / PUBLISHED.name
    try:
        known = pq.read_table(path)
        if "shown_from" in known.column_names:
            return
        day = as_of(resolve_release(releases_dir))
    except (OSError, pa.ArrowInvalid, NoReleaseError):
        return  # nothing that could be carried on; whether it had to be there is not told here
    days = pa.array([day] * known.num_rows, pa.date32())
    known = known.append_column("shown_from", days)
    known = known.append_column("shown_until", pa.nulls(known.num_rows, pa.date32()))
    durable.replace_file(path, lambda beside: pq.write_table(known, beside, compression="zstd"))


def _open(home: Path, day: date | None) -> Known:
    releases = home / "releases"
    current = resolve_release(releases)
    if day is None:
        return Known(open_locked(current / DATABASE))
    first, last = _days_of_change(home / PUBLISHED, day)
    if first is None or day < first:  # older than the history, which a release may yet be
        return _from_release(resolve_release(releases, day), day, "the nearest release held")
    try:
        release = resolve_release(releases, day)
    except NoReleaseError:
        release = None
    if release and last and as_of(release) >= last:
        return _from_release(release, day, "no project or sum changed from then on to that day")
    return _rebuild(home, current / DATABASE, day)


def _from_release(release: Path, day: date, why: str) -> Known:
    known = as_of(release)
    note = "" if known == day else f"{day}: answered by the release as of {known}, {why}."
    return Known(open_locked(release / DATABASE), note)


def _days_of_change(published: Path, day: date) -> tuple[date | None, date | None]:
    """The first day of the history, and the last one up to `day` on which anything changed."""
    if not published.exists():
        return None, None
    held = f"read_parquet({literal(str(published))})"
    with duckdb.connect() as connection:
        row = connection.execute(
            "select min(happened), max(happened) filter (where happened <= ?)"
            f" from (select shown_from as happened from {held}"
            f" union all select shown_until from {held})",
            [day],
        ).fetchone()
    return row or (None, None)


def _rebuild(home: Path, current: Path, day: date) -> Known:
    connection = duckdb.connect(config=CONFINED)
    connection.execute("set timezone = 'UTC'")
    connection.execute(f"attach {literal(str(current))} as release (read_only)")
    connection.execute(f"create schema {MARTS}")
    tables = {
        table.name: table for table in describe_tables(connection, catalog="release", count=False)
    }
    connection.execute(
        f"""
        create temp table standing as
        select subject_type, subject_id, project_id, property, value
        from read_parquet({literal(str(home / PUBLISHED))})
        where shown_from <= ? and (shown_until is null or shown_until > ?)
        """,
        [day, day],
    )
    lists = [name for name in tables if name.startswith("dim_") and name not in _NO_LIST]
    for name in lists:
        connection.execute(f"create table {MARTS}.{name} as select * from release.{MARTS}.{name}")
    _rebuild_table(connection, tables["dim_project"], "project", _PROJECT)
    _rebuild_table(connection, tables["fct_funding"], "funding", _FUNDING)
    log = home / CHANGE_LOG
    connection.execute(
        f"create table {MARTS}.mart_change_log as select * from read_parquet({literal(str(log))})"
        " where cast(changed_at at time zone 'Europe/Helsinki' as date) <= ?",
        [day],
    )
    connection.execute("drop table standing")
    connection.execute("detach release")
    lock(connection, MARTS)
    return Known(connection, _say(day, lists))


def _rebuild_table(
    connection: duckdb.DuckDBPyConnection, table: Table, subject: str, made: dict[str, str]
) -> None:
    columns = ", ".join(
        f"cast({made.get(column.name) or _value_of(column)} as {column.type})"
        f" as {quote(column.name)}"
        for column in table.columns
    )
    connection.execute(
        f"""
        create table {MARTS}.{table.name} as
        select {columns}
        from standing
        left join (
            select subject_id, value as start_date
            from standing
            where subject_type = 'project' and property = 'start_date'
        ) as starts on standing.project_id = starts.subject_id
        where subject_type = {literal(subject)}
        group by standing.subject_id
        order by standing.subject_id
        """
    )


def _value_of(column: Column) -> str:
    chosen = f"filter (where property = {literal(column.name)})"
    if column.is_list:
        return f"coalesce(list_sort(list(value) {chosen}), [])"
    return f"max(value) {chosen}"


def _say(day: date, lists: Sequence[str]) -> str:
    empty = [name for made in (_PROJECT, _FUNDING) for name, sql in made.items() if sql == "null"]
    return (
        f"{day}: no release of that night is held. Rebuilt from the history in state/: dim_project,"
        f" fct_funding (empty in both: {', '.join(empty)}) and mart_change_log; lists as they are"
        f" today: {', '.join(sorted(lists))}. No other table."
    )
