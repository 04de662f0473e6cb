"""Identifiers that landed records hold: valid ones only, of others only, also of this night."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from ingestion.landing.current import part_path
from ingestion.landing.known import find_known
from ingestion.landing.tables import to_table, write_table
from ingestion.records import landing_schema

_DAY = date(2026, 1, 1)


def _land(landing: Path, source_id: str, kind: str, **values: Any) -> None:
    row: dict[str, Any] = dict.fromkeys(landing_schema(kind).names) | {
        "record_id": "r", "source_id": source_id, "native_id": "n", **values,
    }  # fmt: skip
    schema = pa.schema([field.with_nullable(True) for field in landing_schema(kind)])
    write_table(to_table([row], schema), part_path(landing, kind, source_id))


def test_ids_of_all_places_are_found_once_in_order(tmp_path: Path) -> None:
    lead = {"role": "lead", "name": "x", "ref": None, "business_id": "7100003-2"}
    code = {"scheme": "y_tunnus", "value": "FI71000040", "role": "related"}
    mention = {"native_id": "m", "organisations": [lead | {"business_id": "7100005-9"}]}
    _land(tmp_path, "one", "project", organisations=[lead], codes=[code])
    _land(tmp_path, "two", "funding", recipient_business_id="7100002-4")
    _land(tmp_path, "two", "release", mentions=[mention])
    _land(tmp_path, "three", "organisation", business_id="7100003-2")
    assert find_known(tmp_path, "business_id", besides="asker") == (
        "7100002-4", "7100003-2", "7100004-0", "7100005-9",
    )  # fmt: skip


def test_own_and_invalid_ids_are_not_asked_for(tmp_path: Path) -> None:
    _land(tmp_path, "asker", "organisation", business_id="7100003-2")
    _land(tmp_path, "other", "organisation", business_id="7100003-3")
    assert find_known(tmp_path, "business_id", besides="asker") == ()
    assert find_known(tmp_path / "empty", "business_id", besides="asker") == ()


def test_nobody_looks_up_anything_else(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="handle"):
        find_known(tmp_path, "handle", besides="asker")
