"""Identifiers that landed records hold, for sources that are asked about nothing else.

Read from the newest usable parse of every source, so that a lookup in the same night sees what was
found in it, and from what has landed before. What does not belong here: which source asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from ingestion.landing import history
from ingestion.records import RECORD_KINDS
from ingestion.text.identifiers import business_id_valid, normal_business_id

#: Columns of any record kind that may hold a business id, themselves or in their parts.
_COLUMNS = (
    "business_id", "recipient_business_id", "organisations", "mentions", "codes",
)  # fmt: skip
_KEYS = frozenset({"business_id", "recipient_business_id"})
_SCHEME = "y_tunnus"


def find_known(landing: Path, identifier: str, *, besides: str) -> tuple[str, ...]:
    """All valid values of an identifier in the records of other sources, in order.

    Args:
        landing: root of the landing tables.
        identifier: `business_id` is the only one so far.
        besides: source whose own records do not count.

    Raises:
        KeyError: another identifier is asked for.
    """
    if identifier != "business_id":
        raise KeyError(f"nobody looks up {identifier!r}")
    found: set[str] = set()
    for path in _files(landing, besides):
        found.update(_business_ids(path))
    return tuple(sorted(found))


def _files(landing: Path, besides: str) -> Iterator[Path]:
    own = f"source={besides}"
    for kind in RECORD_KINDS:
        for folder in sorted((landing / "current" / kind).glob("source=*")):
            if folder.name != own:
                yield folder / "part.parquet"
    for folder in sorted((landing / "history").glob("*")):
        if folder.name == besides:
            continue
        usable = [o for o in history.list_outcomes(landing, folder.name) if o.verdict != "blocked"]
        if usable:
            yield from sorted(
                history.snapshot_folder(landing, folder.name, usable[-1].snapshot_id)
                .glob("*.parquet")
            )  # fmt: skip


def _business_ids(path: Path) -> Iterator[str]:
    if not path.exists():
        return
    file = pq.ParquetFile(path)
    columns = [name for name in _COLUMNS if name in file.schema_arrow.names]
    for batch in file.iter_batches(columns=columns):
        for column in batch.columns:
            for text in _stated(column.to_pylist()):
                if business_id_valid(text):
                    yield normal_business_id(text) or ""


def _stated(values: Iterable[Any]) -> Iterator[str]:
    """Texts under a key that holds a business id, at any depth; a bare text is the column's own."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from _stated(value)
        elif isinstance(value, dict):
            if value.get("scheme") == _SCHEME:
                yield str(value["value"])
            yield from (str(value[key]) for key in _KEYS & value.keys() if value[key])
            yield from _stated(item for item in value.values() if isinstance(item, list))
