"""Opens the night's database and home inside dbt's DuckDB session.

`ELO_HOME` is the root of all data (the globs of the dbt sources are relative to it) and
`ELO_DATABASE` the file under construction. Both differ between nights, so they must not stand
in `profiles.yml`, where a change costs a full parse (see there). What does not belong here:
any SQL about data.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import duckdb
from dbt.adapters.duckdb.plugins import BasePlugin

CATALOG = "elo"
_ATTEMPTS = 5


class Plugin(BasePlugin):
    """dbt-duckdb plugin `elo_home`."""

    def configure_connection(self, conn: Any) -> None:
        """Attach the build file as `elo` and search files below the home.

        Raises:
            KeyError: `ELO_HOME` or `ELO_DATABASE` is not set.
        """
        home = Path(os.environ["ELO_HOME"]).expanduser().resolve()
        database = Path(os.environ["ELO_DATABASE"]).expanduser().resolve()
        database.parent.mkdir(parents=True, exist_ok=True)
        conn.execute(f"SET GLOBAL file_search_path = {_literal(home)}")
        conn.execute(f"SET GLOBAL temp_directory = {_literal(f'{database}.tmp')}")
        _attach(conn, f"ATTACH IF NOT EXISTS {_literal(database)} AS {CATALOG}")


def _attach(conn: Any, statement: str) -> None:
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            conn.execute(statement)
            return
        except duckdb.IOException:  # the writer before us has not let go of the file yet
            if attempt == _ATTEMPTS:
                raise
            time.sleep(attempt * 0.2)


def _literal(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"
