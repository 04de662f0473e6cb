"""The packages for other people's programs say what their standards ask for, and nothing more."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pyshacl
import pytest
import rdflib

from orchestration.release.exports import csv as csv_export
from orchestration.release.exports import dcat, grants360, parquet
from orchestration.release.exports import json as json_export
from orchestration.release.tables import describe_tables

STAMP = datetime(2026, 11, 24, 1, 2, 3, tzinfo=UTC)
SHAPES = Path(__file__).with_name("dcat_shapes.ttl")
MARTS = """
    create schema marts;
    create table marts.fct_funding as select * from (values
        ('f-1', 'p-1', 'o-1', 'ely-01', 'ESR+', 'granted', 100.50, 'EUR', 'published', date '2024-03-01', true, 'r-1'),
        ('f-2', 'p-1', 'o-1', 'ely-01', 'ESR+', 'granted', 200.00, 'EUR', 'published', null, true, 'r-1'),
        ('f-3', 'p-1', null, 'ely-01', 'ESR+', 'granted', 300.00, 'EUR', 'published', date '2024-03-01', true, 'r-1'),
        ('f-4', 'p-1', 'o-1', null, 'ESR+', 'granted', 400.00, 'EUR', 'published', date '2024-03-01', true, 'r-1'),
        ('f-5', 'p-1', 'o-1', 'ely-01', null, 'granted', null, 'EUR', 'not_published', null, false, 'r-1'),
        ('f-6', 'p-1', 'o-1', 'ely-01', 'ESR+', 'total_cost', 900.00, 'EUR', 'published', date '2024-03-01', false, 'r-1'),
        ('f-7', 'p-1', 'o-1', 'ely-01', 'ESR+', 'granted', 100.00, 'EUR', 'published', date '2024-03-01', false, 'r-1'),
        ('f-8', 'p-2', 'o-1', 'ely-01', null, 'granted', 12345678901.99, 'EUR', 'published', date '2024-03-02', true, 'r-2'),
        ('f-9', 'p-3', 'o-1', 'ely-01', null, 'granted', 5.00, 'EUR', 'published', date '2024-03-02', true, 'r-2')
    ) as rows (funding_id, project_id, recipient_organisation_id, funder_organisation_id, instrument,
        amount_kind, amount, currency, amount_status, decision_date, counts_in_total, record_id);
    create table marts.dim_project as select * from (values
        ('p-1', 'Suunta', 'Uraohjausta nuorille.', date '2024-01-01', date '2025-12-31', 'prog'),
        ('p-2', 'Polku', null, null, null, null), ('p-3', null, null, null, null, null)
    ) as rows (project_id, name, summary, start_date, end_date, programme_id);
    create table marts.dim_organisation as select * from (values
        ('o-1', 'Saukon opisto', '1234567-1'), ('ely-01', 'Majavamaan ELY-keskus', null)
    ) as rows (organisation_id, name, business_id);
    create table marts.dim_programme as select 'prog' as programme_id, 'Ohjelma' as name_fi;
    create table marts.dim_region as select * from (values
        ('06', 'Pirkanmaa', 'Pirkanmaa'), ('19', 'Lappi', 'Lapland')
    ) as rows (maakunta_code, name_fi, name_en);
    create table marts.bridge_project_region as select * from (values
        ('p-1', '19', 'target_area', 'r-1'), ('p-1', '06', 'beneficiary_seat', 'r-1')
    ) as rows (project_id, maakunta_code, basis, record_id);
    create table marts.bridge_project_source as select * from (values
        ('r-1', 'https://register.example/1'), ('r-2', 'drop:rrf/0a#3')
    ) as rows (record_id, source_url);
"""  # fmt: skip # noqa: E501


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A release of seven small tables, without its packages."""
    with duckdb.connect(str(tmp_path / "elo.duckdb")) as connection:
        connection.execute(MARTS)
        tables = describe_tables(connection)
        for module in (parquet, csv_export, json_export):
            module.export(connection, tables, tmp_path)
    return tmp_path


def _grants(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    with duckdb.connect(str(folder / "elo.duckdb"), read_only=True) as connection:
        told = grants360.export(connection, describe_tables(connection), folder, stamp=STAMP)
    return told, json.loads((folder / grants360.FILE).read_text("utf-8"))


def test_only_complete_grants_are_written_and_the_others_counted(folder: Path) -> None:
    told, package = _grants(folder)
    assert told == {
        "grants": 2,
        "left_out": {
            "amount": 1,
            "day of award": 1,
            "funder": 1,
            "name of the project": 1,
            "recipient": 1,
        },
    }
    assert [grant["id"].removeprefix(f"{grants360.PREFIX}-") for grant in package["grants"]] == [
        "f-1",
        "f-8",
    ]
    assert "1 without amount, 1 without day of award" in package["description"]


def test_a_grant_says_what_the_marts_say(folder: Path) -> None:
    first, second = _grants(folder)[1]["grants"]
    assert first["amountAwarded"] == 100.5
    assert first["awardDate"] == "2024-03-01"
    assert first["plannedDates"] == [{"startDate": "2024-01-01", "endDate": "2025-12-31"}]
    assert first["recipientOrganization"] == [
        {"id": f"{grants360.PREFIX}-o-1", "name": "Saukon opisto", "yTunnus": "1234567-1"}
    ]
    assert first["beneficiaryLocation"] == [{"name": "Lapland", "countryCode": "FI"}]
    assert first["dataSource"] == "https://register.example/1"
    assert second["description"] == "Polku"  # no summary
    assert '"amountAwarded": 12345678901.99,' in (folder / grants360.FILE).read_text("utf-8")
    assert not {"dataSource", "plannedDates", "grantProgramme", "fundingType"} & second.keys()


def test_a_database_without_the_marts_gives_an_empty_package(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "elo.duckdb")) as connection:
        connection.execute("create schema marts; create table marts.dim_thing as select 1 as id")
    assert _grants(tmp_path)[0] == {"grants": 0, "left_out": {}}


def _catalogue(folder: Path) -> rdflib.Graph:
    with duckdb.connect(str(folder / "elo.duckdb"), read_only=True) as connection:
        tables = describe_tables(connection)
    dcat.export(tables, folder, stamp=STAMP, licences={"reg": "CC-BY-4.0", "web": "not-stated"})
    graph = rdflib.Graph()
    graph.parse(
        folder / dcat.FILE, format="json-ld", base="https://elo.example/current/dcat.jsonld"
    )
    return graph


def test_the_catalogue_has_what_dcat_ap_asks_for(folder: Path) -> None:
    graph = _catalogue(folder)
    shapes = rdflib.Graph().parse(SHAPES)
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, report
    graph.remove((None, rdflib.DCAT.accessURL, None))
    assert not pyshacl.validate(graph, shacl_graph=shapes)[0]


def test_every_file_of_the_catalogue_is_there(folder: Path) -> None:
    base = "https://elo.example/current/"
    graph = _catalogue(folder)
    urls = {str(url) for url in graph.objects(None, rdflib.DCAT.downloadURL)}
    assert len(urls) == 7 * 3 + 1
    for url in urls:
        assert url.startswith(base)
        assert (folder / url.removeprefix(base)).is_file()
    text = " ".join(str(one) for one in graph.objects(None, rdflib.DCTERMS.description))
    assert "reg: CC-BY-4.0; web: not-stated" in text
