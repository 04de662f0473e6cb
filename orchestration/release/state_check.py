"""Whether the state still knows what the current release shows: a cut file is a lost one.

A registry that was restored from an old backup, or cut by a full disk, can be read and yet has
forgotten ids that readers hold; the next night would give their projects new ones. What does not
belong here: files that are missing or cannot be read at all (`state.py`).
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from orchestration.release.layout import DATABASE, NoReleaseError, resolve_release
from orchestration.release.tables import MARTS, literal

#: State file -> (table of the release, what it shows, the rows of the release that the file lacks).
_SHOWN: dict[str, tuple[str, str, str]] = {
    "registry/entity.parquet": (
        "dim_project",
        "ids",
        "select project_id from {table} except select project_id from {file}",
    ),
    "registry/membership.parquet": (
        "bridge_project_source",
        "memberships",
        "select record_id, project_id from {table} except select record_id, project_id from {file}",
    ),
    "registry/event.parquet": (
        "dim_project",
        "ids",
        "select project_id from {table} except"
        " select project_id from {file} where kind = 'created'",
    ),
    "facts.parquet": (
        "fct_fact",
        "versions of values",
        # fact_id is the subject, a colon and the key of the value
        "select split_part(fact_id, ':', 2) from {table} except select fact_key from {file}",
    ),
    "change_log.parquet": (
        "mart_change_log",
        "lines",
        "select change_id from {table} except select change_id from {file}",
    ),
    "published.parquet": (
        "dim_project",
        "ids",
        "select project_id from {table} except"
        " select subject_id from {file} where property = 'project_id'",
    ),
}


def find_losses(state_dir: Path, releases_dir: Path) -> list[str]:
    """What the current release shows and the state does not know, a sentence for each file.

    A file that does not exist yet loses nothing here, and neither does a home without a release.

    Args:
        state_dir: `$ELO_HOME/state`; its files can be read.
        releases_dir: `$ELO_HOME/releases`.
    """
    connection = _open(releases_dir)
    if connection is None:
        return []
    try:
        losses = [
            _find_loss(connection, name, state_dir / name, *shown)
            for name, shown in _SHOWN.items()
            if (state_dir / name).exists()
        ]
    finally:
        connection.close()
    return [loss for loss in losses if loss]


def has_table(releases_dir: Path, table: str) -> bool:
    """Whether the current release holds a table; True where no release can be asked."""
    connection = _open(releases_dir)
    if connection is None:
        return True
    try:
        return _count(connection, _exists(table)) > 0
    finally:
        connection.close()


def _find_loss(
    connection: duckdb.DuckDBPyConnection, name: str, file: Path, table: str, what: str, sql: str
) -> str | None:
    if not _count(connection, _exists(table)):
        return None
    missing = sql.format(table=f"{MARTS}.{table}", file=f"read_parquet({literal(str(file))})")
    lost = _count(connection, f"select count(*) from ({missing})")
    if not lost:
        return None
    return f"{name} lacks {lost} {what} that the current release shows"


def _exists(table: str) -> str:
    return (
        "select count(*) from information_schema.tables"
        f" where table_schema = '{MARTS}' and table_name = '{table}'"
    )


def _open(releases_dir: Path) -> duckdb.DuckDBPyConnection | None:
    try:
        database = resolve_release(releases_dir) / DATABASE
        return duckdb.connect(str(database), read_only=True)
    except (NoReleaseError, duckdb.Error):
        return None  # no release, or none that can be read: there is nothing to compare with


def _count(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0]) if row else 0
