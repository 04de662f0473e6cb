"""The fixture warehouse, built once a session over three nights, and the parsed manifest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ingestion.records import ProjectRecord
from tests.dbt.cases import add_cases, new_landing
from tests.dbt.fixture import FETCHED, NIGHT, Landing
from tests.dbt.id_nights import Compiled, compile_models
from tests.dbt.rows import GOVERNMENT, PAGES, eura, lead, page
from tests.dbt.warehouse import Warehouse, build


@dataclass(frozen=True)
class Nights:
    """Warehouses of three nights and the record ids of the cases."""

    first: Warehouse
    second: Warehouse
    third: Warehouse
    ids: dict[str, str]


@pytest.fixture(scope="session")
def dbt_work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of dbt's artefacts, shared so that the project is parsed once."""
    return tmp_path_factory.mktemp("dbt_work")


@pytest.fixture(scope="session")
def nights(tmp_path_factory: pytest.TempPathFactory, dbt_work: Path) -> Nights:
    """Night one; the same content with rows in another order; a night with changes."""
    home = tmp_path_factory.mktemp("home")
    landing = new_landing(NIGHT)
    ids = add_cases(landing)
    landing.write(home)
    first = build(home, "first", dbt_work)
    first.write_back(home)

    again = _next_night(1)
    again.write(home, reverse=True)
    second = build(home, "second", dbt_work)
    second.write_back(home)

    changed = _next_night(2)
    _change(changed)
    changed.write(home)
    return Nights(first, second, build(home, "third", dbt_work), ids)


@pytest.fixture(scope="session")
def manifest(nights: Nights, dbt_work: Path) -> dict[str, Any]:
    """`manifest.json` of the build."""
    parsed: dict[str, Any] = json.loads((dbt_work / "target" / "manifest.json").read_text("utf-8"))
    return parsed


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory, dbt_work: Path) -> Compiled:
    """The models of the registry and the change log, compiled once."""
    return compile_models(tmp_path_factory.mktemp("compile"), dbt_work)


def _next_night(days: int) -> Landing:
    landing = new_landing(NIGHT + timedelta(days=days))
    add_cases(landing)
    for rows in landing.rows.values():
        for row in rows:
            row["first_seen_at"] = NIGHT
    return landing


def _change(landing: Landing) -> None:
    """The ambiguous page gets its code, a page is renamed, a new project appears."""
    stays = [row for row in landing.rows["project"] if row["native_id"] not in ("twin", "g2")]
    landing.rows["project"] = stays
    later = FETCHED + timedelta(days=2)
    landing.add(
        PAGES,
        page(
            "twin",
            name_fi="Kaksoset",
            organisations=(lead("Saukon kunta"),),
            codes=(eura("S20012"),),
        ),
        later,
        NIGHT,
    )
    renamed = ProjectRecord(
        native_id="g2",
        source_url="https://gov.example/g2",
        name_fi="Hanke g2 uudella nimellä",
        status="cancelled",
    )
    landing.add(GOVERNMENT, renamed, later, NIGHT)
    landing.add(PAGES, page("new", name_fi="Uusi polku", codes=(eura("S29990"),)), later)
