"""What survives every rebuild: the id registry, the history of facts and the change log.

The tables are written back as one: first all of them into a folder beside, then a rename that
makes it count, then each into its place. A crash in between is finished by the next
`ensure_state`, so no night ever starts on half of an old state and half of a new one.

What does not belong here: which id a project gets, which is decided in SQL; what people wrote
(`decisions.py`); whether the state still fits the release (`state_check.py`).
"""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.release import durable
from orchestration.release.decisions import HEADERS, prepare_decisions
from orchestration.release.known import begin_history
from orchestration.release.layout import generation_names
from orchestration.release.state_check import find_losses, has_table
from orchestration.release.tables import literal

#: File in `state/` -> the model that holds its next version, and its columns.
STATE_TABLES: dict[str, tuple[str, pa.Schema]] = {
    "registry/entity.parquet": (
        "int_registry__entity_next",
        pa.schema(
            [
                ("project_id", pa.string()),
                ("created_on", pa.date32()),
                ("status", pa.string()),
                ("redirect_to", pa.string()),
                ("is_pinned", pa.bool_()),
            ]
        ),
    ),
    "registry/membership.parquet": (
        "int_registry__membership_next",
        pa.schema(
            [
                ("record_id", pa.string()),
                ("project_id", pa.string()),
                ("valid_from", pa.date32()),
                ("valid_to", pa.date32()),
            ]
        ),
    ),
    "registry/event.parquet": (
        "int_registry__event_next",
        pa.schema(
            [
                ("at", pa.date32()),
                ("kind", pa.string()),
                ("project_id", pa.string()),
                ("other_project_id", pa.string()),
                ("reason", pa.string()),
            ]
        ),
    ),
    "facts.parquet": (
        "int_facts__history_next",
        pa.schema(
            [
                ("fact_key", pa.string()),
                ("content_sha256", pa.string()),
                ("retrieved_at", pa.timestamp("us", tz="UTC")),
                ("first_seen_at", pa.date32()),
                ("last_seen_at", pa.date32()),
            ]
        ),
    ),
    "change_log.parquet": (
        "int_history__change_log_next",
        pa.schema(
            [
                ("change_id", pa.string()),
                ("changed_at", pa.timestamp("us", tz="UTC")),
                ("subject_type", pa.string()),
                ("subject_id", pa.string()),
                ("project_id", pa.string()),
                ("property", pa.string()),
                ("old_value", pa.string()),
                ("new_value", pa.string()),
                ("change", pa.string()),
                ("reason", pa.string()),
            ]
        ),
    ),
    "published.parquet": (
        "int_history__published_next",
        pa.schema(
            [
                ("subject_type", pa.string()),
                ("subject_id", pa.string()),
                ("project_id", pa.string()),
                ("property", pa.string()),
                ("slot", pa.string()),
                ("value", pa.string()),
                ("shown_from", pa.date32()),
                ("shown_until", pa.date32()),
            ]
        ),
    ),
}

#: What only ever grows: the columns that make a row the same row in the next version.
_GROWING: dict[str, tuple[str, ...]] = {
    "registry/entity.parquet": ("project_id",),
    "registry/membership.parquet": ("record_id", "project_id", "valid_from"),
    "registry/event.parquet": ("at", "kind", "project_id", "other_project_id"),
    "facts.parquet": ("fact_key",),
    "change_log.parquet": ("change_id",),
}
#: They came with the change log; a home whose releases have none never had them.
_WITH_CHANGE_LOG = frozenset({"change_log.parquet", "published.parquet"})

#: Files that people write, with their header; they are made once and only ever appended to.
DECISION_FILES: dict[str, str] = {
    **HEADERS,
    "acknowledgements.csv": "source_id,check,note,acknowledged_by,acknowledged_on,expires_on",
}

_WAITING = ".next"
_UNFINISHED = ".next.tmp"


class RegistryLostError(RuntimeError):
    """Releases exist and the state they stand on does not; the message says what to do."""


class StateError(RuntimeError):
    """The build file does not hold the next state, or that of an older one."""


def write_back(database: Path, state_dir: Path) -> dict[str, int]:
    """Take the next registry and fact history out of a build file and return their row counts.

    Call it when all checks have passed and before the release is published: an id that readers
    saw must be known to the next night.

    Args:
        database: the build file; it is only read.
        state_dir: `$ELO_HOME/state`.

    Raises:
        StateError: a table of the next state is missing, or lacks rows that the state has, so
            that another night wrote it since this build began; nothing is changed.
    """
    _finish_waiting(state_dir)
    unfinished = state_dir / _UNFINISHED
    shutil.rmtree(unfinished, ignore_errors=True)
    counts: dict[str, int] = {}
    connection = duckdb.connect(str(database), read_only=True)
    try:
        connection.execute("set timezone = 'UTC'")
        for name, (model, schema) in STATE_TABLES.items():
            counts[name] = _write_table(connection, model, schema, unfinished / name)
            if name in _GROWING:
                _refuse_to_shrink(connection, name, state_dir / name, unfinished / name)
    except duckdb.CatalogException as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise StateError(f"{database.name} lacks a table of the next state: {error}") from error
    except StateError:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    finally:
        connection.close()
    durable.sync_tree(unfinished)
    unfinished.rename(state_dir / _WAITING)
    durable.sync_folder(state_dir)
    _finish_waiting(state_dir)
    return counts


def ensure_state(state_dir: Path, releases_dir: Path) -> None:
    """Make sure that a night can start: finish an interrupted write, create what never was.

    Args:
        state_dir: `$ELO_HOME/state`.
        releases_dir: `$ELO_HOME/releases`.

    Raises:
        RegistryLostError: there are releases, and a file of the state is gone or unreadable, or
            it lacks ids, memberships or lines of the change log that the current release shows.
        DecisionFileError: a line of a file that people write cannot be read.
    """
    state_dir.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(state_dir / _UNFINISHED, ignore_errors=True)
    _finish_waiting(state_dir)
    begin_history(state_dir, releases_dir)
    expected = set(STATE_TABLES)
    if not has_table(releases_dir, "mart_change_log"):
        expected -= {name for name in _WITH_CHANGE_LOG if not (state_dir / name).exists()}
    damage = [
        problem
        for name in STATE_TABLES
        if name in expected
        if (problem := _problem(state_dir, name))
    ]
    damage = damage or find_losses(state_dir, releases_dir)
    if damage and generation_names(releases_dir):
        raise RegistryLostError(
            f"{releases_dir} holds releases, but their state is lost: {'; '.join(damage)}."
            " Without it every project would get a new id. Put the folder back from the backup;"
            " only to begin anew with new ids on purpose, move the old releases away."
        )
    for name, (_, schema) in STATE_TABLES.items():
        if not (state_dir / name).exists():
            _create_empty(state_dir / name, schema)
    for name, header in DECISION_FILES.items():
        if not (state_dir / name).exists():
            durable.replace_file(state_dir / name, partial(_write_text, f"{header}\n"))
    prepare_decisions(state_dir)


def _write_text(text: str, path: Path) -> None:
    path.write_text(text, encoding="utf-8")


def _write_table(
    connection: duckdb.DuckDBPyConnection, model: str, schema: pa.Schema, target: Path
) -> int:
    target.parent.mkdir(parents=True, exist_ok=True)
    columns = ", ".join(f'"{field.name}"' for field in schema)
    row = connection.execute(
        f"copy (select {columns} from intermediate.{model} order by all)"
        f" to {literal(str(target))} (format parquet, compression zstd)"
    ).fetchone()
    return int(row[0]) if row else 0


def _refuse_to_shrink(
    connection: duckdb.DuckDBPyConnection, name: str, present: Path, following: Path
) -> None:
    if not present.exists():
        return
    columns = ", ".join(f'"{column}"' for column in _GROWING[name])
    row = connection.execute(
        f"select count(*) from (select {columns} from read_parquet({literal(str(present))})"
        f" except all select {columns} from read_parquet({literal(str(following))}))"
    ).fetchone()
    if row and row[0]:
        raise StateError(
            f"the next {name} lacks {row[0]} rows that the state has: another night wrote it since"
            " this build began. Start the night again"
        )


def _finish_waiting(state_dir: Path) -> None:
    waiting = state_dir / _WAITING
    if not waiting.is_dir():
        return
    for path in list(durable.walk_files(waiting)):
        target = state_dir / path.relative_to(waiting)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
        durable.sync_folder(target.parent)
    shutil.rmtree(waiting)
    durable.sync_folder(state_dir)


def _problem(state_dir: Path, name: str) -> str | None:
    path = state_dir / name
    if not path.exists():
        return f"{name} is missing"
    try:
        columns = pq.read_schema(path).names
    except (pa.ArrowInvalid, OSError):
        return f"{name} cannot be read"
    expected = STATE_TABLES[name][1].names
    missing = [column for column in expected if column not in columns]
    return f"{name} lacks {', '.join(missing)}" if missing else None


def _create_empty(path: Path, schema: pa.Schema) -> None:
    durable.replace_file(path, lambda beside: pq.write_table(schema.empty_table(), beside))
