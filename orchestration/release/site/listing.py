"""Data of the project list: columns to filter by in one file, what a row shows in chunks.

What does not belong here: how the browser filters (`assets/list.js`).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from orchestration.release.site.read import Row
from orchestration.release.site.scripts import write_call
from orchestration.release.site.search import texts_of, write_index
from orchestration.release.site.world import World

CHUNK = 100


class _Codes:
    """Values numbered in the order in which they were first seen."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._at: dict[str, int] = {}

    def number(self, value: str | None) -> int:
        if value is None:
            return -1
        at = self._at.get(value)
        if at is None:
            at = self._at[value] = len(self.values)
            self.values.append(value)
        return at


def write_listing(world: World, folder: Path) -> None:
    """Write `list.js`, `rows/<n>.js` and the search index into `folder`."""
    parts = write_index((texts_of(world, row) for row in world.projects), folder / "search")
    organisations = _Codes()
    themes, groups, regions = _Codes(), _Codes(), _Codes()
    instruments, statuses = _Codes(), _Codes()
    columns: dict[str, list[Any]] = {
        name: []
        for name in ("status", "guidance", "theme", "group", "region", "start", "end", "money")
    }
    for row in world.projects:
        key = row["project_id"]
        columns["status"].append(statuses.number(row["status"]))
        columns["guidance"].append(1 if row["is_guidance"] else 0)
        columns["theme"].append(
            [themes.number(r["theme_code"]) for r in world.project_themes.get(key, ())]
        )
        columns["group"].append(
            [groups.number(r["target_group_code"]) for r in world.project_groups.get(key, ())]
        )
        columns["region"].append([regions.number(code) for code in world.codes_of(key)])
        columns["start"].append(row["start_date"].year if row["start_date"] else None)
        columns["end"].append(row["end_date"].year if row["end_date"] else None)
        columns["money"].append(
            [
                cell
                for decision in world.decisions.get(key, ())
                for cell in (
                    decision["funding_year"] or 0,
                    instruments.number(decision["instrument"]),
                    organisations.number(decision["funder_organisation_id"]),
                    organisations.number(decision["recipient_organisation_id"]),
                    _cents(decision),
                )
            ]
        )
    rows = [_shown(world, row, organisations) for row in world.projects]
    write_call(
        folder / "list.js",
        "list",
        {
            "count": len(world.projects),
            "chunk": CHUNK,
            "parts": parts,
            "codes": {
                "status": statuses.values,
                "theme": themes.values,
                "group": groups.values,
                "region": regions.values,
                "instrument": instruments.values,
                "organisation": organisations.values,
            },
            "areas": {area.area_id: area.codes for area in world.areas},
            "organisations": [_names(world, key) for key in organisations.values],
            "columns": columns,
        },
    )
    (folder / "rows").mkdir()
    for at in range(0, len(rows), CHUNK):
        write_call(
            folder / "rows" / f"{at // CHUNK}.js", "rows", at // CHUNK, rows[at : at + CHUNK]
        )


def _cents(decision: Row) -> int | None:
    if not decision["counts_in_total"] or decision["amount_eur"] is None:
        return None
    return int((decision["amount_eur"] * 100).to_integral_value())


def _shown(world: World, row: Row, organisations: _Codes) -> list[Any]:
    """One row: id, four names, lead, dates with precision, granted money, number without."""
    granted = world.granted(row["project_id"])
    lead = row["lead_organisation_id"]
    return [
        row["project_id"],
        *_distinct(row),
        organisations.number(lead if lead in world.organisations else None),
        _date(row["start_date"], row["start_precision"]),
        _date(row["end_date"], row["end_precision"]),
        _plain(granted.eur),
        granted.without,
        list(row["project_codes"] or ()),
    ]


def _distinct(row: Row) -> Sequence[str | int]:
    """Names in Finnish, Swedish, English and as published; 0 where it is none of its own."""
    own = [row["name_fi"] or 0, row["name_sv"] or 0, row["name_en"] or 0]
    return [*own, 0 if row["name"] in own else row["name"]]


def _names(world: World, organisation_id: str) -> list[str | int]:
    row = world.organisations.get(organisation_id)
    if row is None:
        return [organisation_id, 0, 0]
    return [row["name_fi"] or row["name"], row["name_sv"] or 0, row["name_en"] or 0]


def _date(value: Any, precision: str | None) -> str | int:
    if value is None:
        return 0
    text = str(value.isoformat())
    return {"year": text[:4], "month": text[:7]}.get(precision or "day", text)


def _plain(value: Decimal | None) -> str | int:
    return 0 if value is None else str(value)
