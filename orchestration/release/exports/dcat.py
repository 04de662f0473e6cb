"""`dcat.jsonld`: the release as a catalogue after DCAT-AP 3.0, for harvesters of open data.

One data set for the whole fact base with its packages, and one a table with its formats. All
addresses are relative to the file itself, so that the catalogue is right wherever the release is
served. What does not belong here: columns of a table (`datapackage.json` has them).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from orchestration.release.tables import Table

FILE = "dcat.jsonld"
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
#: Format -> (media type of IANA, EU file type, file of a table); `{}` is its name.
_FORMATS = {
    "CSV": ("text/csv", "CSV", "csv/{}.csv"),
    "JSON": ("application/json", "JSON", "json/{}.json"),
    "Parquet": ("application/vnd.apache.parquet", "PARQUET", "parquet/{}.parquet"),
}
#: What holds the whole release: file -> (title, media type, EU file type or none).
_WHOLE = {
    "elo.duckdb": ("DuckDB database", "application/vnd.duckdb", None),
    "xlsx/elo.xlsx": (
        "Workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "XLSX",
    ),
    "datapackage.json": ("Frictionless data package", "application/json", "JSON"),
    "grants360.json": ("Complete grants in the 360Giving standard", "application/json", "JSON"),
}
_TITLES = {
    "en": "Fact base of lifelong guidance in Finland",
    "fi": "Elinikäisen ohjauksen tietopohja",
    "sv": "Faktabasen för livslång vägledning i Finland",
}
_DESCRIPTIONS = {
    "en": "Development projects of lifelong guidance, their funding, results and overlaps, "
    "reconciled from public registers and pages; every value names its source.",
    "fi": "Elinikäisen ohjauksen kehittämishankkeet, niiden rahoitus, tulokset ja päällekkäisyydet "
    "julkisista rekistereistä ja sivuilta yhteen sovitettuina; jokaisella arvolla on lähteensä.",
    "sv": "Utvecklingsprojekt inom livslång vägledning, deras finansiering, resultat och "
    "överlappningar, sammanförda ur offentliga register och sidor; varje värde har sin källa.",
}
_KEYWORDS = {"fi": "elinikäinen ohjaus", "sv": "livslång vägledning", "en": "lifelong guidance"}
_PUBLISHER = "#publisher"


def export(
    tables: Sequence[Table], folder: Path, *, stamp: datetime, licences: Mapping[str, str]
) -> None:
    """Write `folder`/dcat.jsonld.

    Args:
        tables: the published tables, with descriptions where there are any.
        folder: the generation; the files it names are already there, others are left out.
        stamp: when the generation was made.
        licences: source id -> licence id its publisher states.
    """
    issued = _typed(stamp.strftime("%Y-%m-%dT%H:%M:%SZ"), "xsd:dateTime")
    rights = _rights(licences)
    whole = {
        **_dataset("#elo", _texts(_TITLES), _texts(_DESCRIPTIONS), issued),
        "dcat:distribution": [
            _distribution(folder, path, title, media, kind, rights)
            for path, (title, media, kind) in _WHOLE.items()
            if (folder / path).exists()
        ],
    }
    single = [_table_dataset(table, folder, issued, rights) for table in tables]
    catalogue = {
        "@context": _CONTEXT,
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _texts(_TITLES),
        "dct:description": _texts(_DESCRIPTIONS),
        "dct:publisher": {
            "@id": _PUBLISHER,
            "@type": "foaf:Agent",
            "foaf:name": _texts(_TITLES),
        },
        "dct:issued": issued,
        "dct:language": [_iri(f"{_AUTHORITY}/language/{code}") for code in ("FIN", "SWE", "ENG")],
        "dcat:dataset": [whole, *single],
    }
    text = json.dumps(catalogue, ensure_ascii=False, indent=1)
    (folder / FILE).write_text(text + "\n", encoding="utf-8")


def _dataset(
    identifier: str, title: list[Any], description: list[Any], issued: dict[str, str]
) -> dict[str, Any]:
    return {
        "@id": identifier,
        "@type": "dcat:Dataset",
        "dct:title": title,
        "dct:description": description,
        "dct:publisher": _iri(_PUBLISHER),
        "dct:issued": issued,
        "dct:modified": issued,
        "dct:accrualPeriodicity": _iri(f"{_AUTHORITY}/frequency/DAILY"),
        "dct:spatial": _iri(f"{_AUTHORITY}/country/FIN"),
        "dcat:theme": [_iri(f"{_AUTHORITY}/data-theme/{code}") for code in ("EDUC", "SOCI")],
        "dcat:keyword": _texts(_KEYWORDS),
    }


def _table_dataset(
    table: Table, folder: Path, issued: dict[str, str], rights: dict[str, Any]
) -> dict[str, Any]:
    described = table.description or table.name
    return {
        **_dataset(
            f"#{table.name}", _texts({"en": table.name}), _texts({"en": described}), issued
        ),
        "dct:isPartOf": _iri("#elo"),
        "dcat:distribution": [
            _distribution(folder, path.format(table.name), f"{table.name}, {name}", media, kind,
                          rights)
            for name, (media, kind, path) in _FORMATS.items()
        ],
    }  # fmt: skip


def _distribution(
    folder: Path, path: str, title: str, media: str, kind: str | None, rights: dict[str, Any]
) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@id": f"#file-{path.replace('/', '-')}",
        "@type": "dcat:Distribution",
        "dct:title": _texts({"en": title}),
        "dcat:accessURL": _iri(path),
        "dcat:downloadURL": _iri(path),
        "dcat:mediaType": _iri(f"https://www.iana.org/assignments/media-types/{media}"),
        "dcat:byteSize": _typed(str((folder / path).stat().st_size), "xsd:nonNegativeInteger"),
        "dct:rights": rights,
    }
    if kind:
        found["dct:format"] = _iri(f"{_AUTHORITY}/file-type/{kind}")
    return found


def _rights(licences: Mapping[str, str]) -> dict[str, Any]:
    """Licences of sources differ, and some state none, so no single licence is claimed."""
    told = "; ".join(f"{source}: {licence}" for source, licence in sorted(licences.items()))
    return {
        "@type": "dct:RightsStatement",
        "dct:description": _texts({"en": f"Licences as the sources state them: {told}"}),
    }


def _texts(by_language: Mapping[str, str]) -> list[dict[str, str]]:
    return [
        {"@value": text, "@language": language} for language, text in sorted(by_language.items())
    ]


def _iri(value: str) -> dict[str, str]:
    return {"@id": value}


def _typed(value: str, kind: str) -> dict[str, str]:
    return {"@value": value, "@type": kind}
