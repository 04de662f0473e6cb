"""Runs dbt on a home and reads the database it built.

What does not belong here: data (see `fixture.py`, `cases.py`) and expectations.
"""

# ruff: noqa: S608  (ids and table names come from the fixture)
from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from tests.dbt.fixture import NEXT_STATE

PROJECT = Path(__file__).parents[2] / "dbt_project"


@dataclass(frozen=True)
class Warehouse:
    """One built database."""

    path: Path
    log: str

    def rows(self, sql: str) -> list[dict[str, Any]]:
        """Rows of a query as dictionaries."""
        with duckdb.connect(str(self.path), read_only=True) as connection:
            connection.execute("SET TimeZone = 'UTC'")
            cursor = connection.execute(sql)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def column(self, sql: str) -> list[Any]:
        """First column of a query."""
        return [next(iter(row.values())) for row in self.rows(sql)]

    def write_back(self, home: Path) -> None:
        """Copy the next state to `state/`, as the release step does after a release."""
        with duckdb.connect(str(self.path), read_only=True) as connection:
            for name, table in NEXT_STATE.items():
                path = home / "state" / f"{name}.parquet"
                schema = pq.read_schema(path)
                rows = connection.sql(f"select * from intermediate.{table}").to_arrow_table()
                pq.write_table(rows.select(schema.names).cast(schema), path)


def run_dbt(*arguments: str, home: Path, database: Path, work: Path) -> str:
    """Run dbt in a process of its own; gives what it printed.

    Raises:
        AssertionError: dbt ended with an error; the message holds its output.
    """
    env = {**os.environ, "ELO_HOME": str(home), "ELO_DATABASE": str(database)}
    command = [str(Path(sys.executable).parent / "dbt"), *arguments, "--no-use-colors"]
    command += ["--profiles-dir", str(PROJECT)]
    command += ["--target-path", str(work / "target"), "--log-path", str(work / "logs")]
    done = subprocess.run(
        command, cwd=PROJECT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    return done.stdout


def build(home: Path, name: str, work: Path) -> Warehouse:
    """`dbt build` of everything into `home/build/<name>.duckdb`."""
    database = home / "build" / f"{name}.duckdb"
    log = run_dbt("build", home=home, database=database, work=work)
    return Warehouse(database, log)
