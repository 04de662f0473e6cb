"""CSV files of the figures that pages show: for a quick answer that needs no pages.

Columns are in English as in the published tables, so that one file serves three languages. What
does not belong here: rows of the published tables (`exports/`).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from orchestration.release.site.money import Money
from orchestration.release.site.pages.front import by_year
from orchestration.release.site.tally import guidance, in_area, money_by, tally
from orchestration.release.site.world import World

_MONEY = ("granted_eur", "decisions_with_amount", "decisions_without_amount")
#: A cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_aggregates(world: World, folder: Path) -> None:
    """Write `by-year.csv`, `by-region.csv`, `by-instrument-and-year.csv`, `by-theme.csv`."""
    about = guidance(world)
    _write(
        folder / "by-year.csv",
        ("year", *_MONEY),
        ((year, *_cells(money)) for year, money in by_year(world, about)),
    )
    _write(
        folder / "by-region.csv",
        ("area_id", "kind", "name_fi", "projects", "ongoing", "planned", *_MONEY),
        (
            (area.area_id, area.kind, area.names.get("name_fi") or area.names.get("name") or "",
             figures.projects, figures.ongoing, figures.planned, *_cells(figures.money))
            for area in world.areas
            for figures in (tally(world, in_area(world, area.codes, about)),)
        ),
    )  # fmt: skip
    split = money_by(world, about, lambda row: (row["instrument"] or "", row["funding_year"] or 0))
    _write(
        folder / "by-instrument-and-year.csv",
        ("instrument", "year", *_MONEY),
        ((code, year or "", *_cells(money)) for (code, year), money in sorted(split.items())),
    )
    _write(
        folder / "by-theme.csv",
        ("theme_code", "name_fi", "projects", "ongoing", "planned", *_MONEY),
        (
            (code, row["name_fi"], figures.projects, figures.ongoing, figures.planned,
             *_cells(figures.money))
            for code, row in world.themes.items()
            for figures in (tally(world, [p for p in about if _has(world, p, code)]),)
        ),
    )  # fmt: skip


def _has(world: World, project: dict[str, Any], code: str) -> bool:
    rows = world.project_themes.get(project["project_id"], ())
    return any(row["theme_code"] == code for row in rows)


def _cells(money: Money) -> tuple[str, int, int]:
    return ("" if money.eur is None else f"{money.eur:.2f}", money.decisions, money.without)


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows([_harmless(cell) for cell in row] for row in rows)


def _harmless(cell: Any) -> Any:
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return "'" + cell
    return cell
