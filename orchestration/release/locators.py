"""Looks up where in its file or page a record stands: `row 17` of a list.

The place moves whenever a list is sorted anew, so it is no value of a record and no column of
the release; the landed records know it. Without the landing there is no place, and no error.
What does not belong here: what the record says.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import duckdb

#: Record and content hash -> place.
Places = dict[tuple[str, str], str]

_LAYERS = ("current/{kind}/source=*/part.parquet", "history/*/*/{kind}.parquet")


def find_places(landing: Path, kinds: Collection[str], wanted: set[tuple[str, str]]) -> Places:
    """Places of records, each in the version whose bytes are named.

    Args:
        landing: `$ELO_HOME/landing`.
        kinds: record kinds to look through.
        wanted: pairs of record id and content hash.
    """
    found: Places = {}
    for layer in _LAYERS:
        for kind in sorted(kinds):
            missing = wanted - set(found)
            pattern = layer.format(kind=kind)
            if missing and any(landing.glob(pattern)):
                found |= _read(str(landing / pattern), missing)
    return found


def _read(pattern: str, wanted: set[tuple[str, str]]) -> Places:
    connection = duckdb.connect()
    try:
        rows = connection.execute(
            "select record_id, content_sha256, string_agg(distinct locator, ', ' order by locator)"
            " from read_parquet(?, union_by_name = true, hive_partitioning = false)"
            " where locator is not null and list_contains(?, record_id) group by all",
            [pattern, sorted({record for record, _ in wanted})],
        ).fetchall()
    except duckdb.Error:  # an older landing without the column, or a file being replaced
        return {}
    finally:
        connection.close()
    return {(record, sha): place for record, sha, place in rows if (record, sha) in wanted}
