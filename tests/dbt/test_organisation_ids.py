"""Ids of organisations stay when further names of the same bodies appear."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from ingestion.records import Alias, OrganisationRecord, ProjectRecord
from tests.dbt.cases import new_landing
from tests.dbt.fixture import NIGHT, Landing
from tests.dbt.rows import PAGES, REGISTER, eura, lead
from tests.dbt.warehouse import Warehouse, run_dbt

pytestmark = pytest.mark.dbt

#: First night: names of four bodies, one of them in two forms of law.
FIRST = {
    "S20101": "Saukkorannan koulutuskuntayhtymä",
    "S20102": "Virran Paja",
    "S20103": "Virran Paja Oy",
    "S20104": "Oulun kaupunki",
    "S20105": "Zeniitti Oy",
}
#: Second night: spellings, translations and a namesake of another form of law.
SECOND = {
    "S20111": "Saukkorannan koulutuskuntayhtymä, Hanketoimisto",
    "S20112": "SAUKKORANNAN KOULUTUSKUNTAYHTYMÄLTÄ",
    "S20113": "Saukkoranta Education Consortium",
    "S20114": "Virran Paja ry",
    "S20115": "Uleåborgs stad",
    "S20116": "Aaniitti Oy",
}


def _land(landing: Landing, names: dict[str, str], *, later: bool) -> None:
    for code, name in names.items():
        record = ProjectRecord(
            native_id=code, source_url=f"https://reg.example/{code}", name_fi=f"Hanke {code}",
            codes=(eura(code),), organisations=(lead(name),),
        )  # fmt: skip
        landing.add(REGISTER, record, first_seen_at=None if later else NIGHT)


def _night(days: int) -> Landing:
    landing = new_landing(NIGHT + timedelta(days=days))
    _land(landing, FIRST, later=False)
    if days:
        _land(landing, SECOND, later=True)
        page = ProjectRecord(
            native_id="p1", source_url="https://page.example/p1", name_sv="Projekt",
            codes=(eura("S20101"),), organisations=(lead("Utterstrands utbildningssamkommun"),),
        )  # fmt: skip
        landing.add(PAGES, page)
        register = OrganisationRecord(
            native_id="7100001-6", source_url="https://prh.example/1", name_fi="Zeniitti Oy",
            business_id="7100001-6", aliases=(Alias(name="Aaniitti Oy"),),
        )  # fmt: skip
        landing.add(PAGES, register)
    return landing


def _ids(warehouse: Warehouse) -> dict[str, tuple[str, str]]:
    """Name -> id and rule."""
    rows = warehouse.rows(
        """
        select distinct named.name, named.organisation_id, aliases.rule
        from intermediate.int_organisations__mentioned as named
        inner join intermediate.int_organisations__aliased as aliases using (name_key)
        """
    )
    return {row["name"]: (row["organisation_id"], row["rule"]) for row in rows}


@pytest.fixture(scope="module")
def nights(
    tmp_path_factory: pytest.TempPathFactory, dbt_work: Path
) -> list[dict[str, tuple[str, str]]]:
    """Names of two nights with their ids."""
    found = []
    for days in (0, 1):
        home = tmp_path_factory.mktemp(f"organisations{days}")
        _night(days).write(home, reverse=bool(days))
        database = home / "build" / "night.duckdb"
        run_dbt(
            "build", "--exclude-resource-type", "unit_test", "test", "--select",
            "+int_organisations__mentioned", home=home, database=database, work=dbt_work,
        )  # fmt: skip
        found.append(_ids(Warehouse(database, "")))
    return found


def test_no_id_of_the_first_night_changes(nights: list[dict[str, tuple[str, str]]]) -> None:
    first, second = nights
    assert set(first) == set(FIRST.values())
    assert {name: one[0] for name, one in first.items()} == {
        name: second[name][0] for name in first
    }


def test_further_names_get_the_id_that_is_there_and_say_why(
    nights: list[dict[str, tuple[str, str]]],
) -> None:
    _, second = nights
    school = second["Saukkorannan koulutuskuntayhtymä"][0]
    assert {name: one[1] for name, one in second.items() if one[0] == school} == {
        "Saukkorannan koulutuskuntayhtymä": "spelling",
        "Saukkorannan koulutuskuntayhtymä, Hanketoimisto": "unit",
        "SAUKKORANNAN KOULUTUSKUNTAYHTYMÄLTÄ": "case_form",
        "Saukkoranta Education Consortium": "translated_kind",
        "Utterstrands utbildningssamkommun": "same_project",
    }
    assert second["Uleåborgs stad"] == ("municipality-564", "official_variant")
    assert second["Oulun kaupunki"] == ("municipality-564", "official_name")
    assert second["Aaniitti Oy"] == (second["Zeniitti Oy"][0], "registered_former")


def test_a_society_is_not_the_company_of_its_name(
    nights: list[dict[str, tuple[str, str]]],
) -> None:
    _, second = nights
    assert second["Virran Paja"][0] == second["Virran Paja Oy"][0] != second["Virran Paja ry"][0]
