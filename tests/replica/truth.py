"""Writes the truth of this world with the files and columns of the sandbox's truth.

What does not belong here: what is true and what is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ingestion.sandbox.truth import SCHEMAS, TruthWriter
from tests.replica.world import Project, World

LEDGER = ("records", "releases", "outputs", "traps")


@dataclass
class Book:
    """What the sources show: one list a table."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {t: [] for t in LEDGER})

    def record(
        self, source_id: str, native_id: str, truth_id: str | None, shown: dict[str, Any], *,
        kind: str = "project", part: str = "main", url: str = "", makes: bool = True,
        damaged: str | None = None,
    ) -> None:  # fmt: skip
        """Note a record that a page shows."""
        self.rows["records"].append({
            "source_id": source_id, "native_id": native_id, "kind": kind, "part": part, "url": url,
            "truth_id": truth_id, "makes_project": makes, "damaged": damaged is not None,
            "damage_step": damaged, "shown": shown,
        })  # fmt: skip

    def release(self, **row: Any) -> None:
        """Note a press release."""
        self.rows["releases"].append({"source_id": "ely_releases", **row})

    def output(self, source_id: str, native_id: str, url: str, kind: str, title: str,
               truth_id: str | None) -> None:  # fmt: skip
        """Note a tool, practice or publication."""
        self.rows["outputs"].append({
            "source_id": source_id, "native_id": native_id, "url": url, "output_type": kind,
            "title": title, "truth_id": truth_id,
        })  # fmt: skip

    def trap(self, source_id: str, native_id: str, text: str, euros: int | None, why: str) -> None:
        """Note a look-alike that must not become a grant."""
        self.rows["traps"].append({
            "source_id": source_id, "native_id": native_id, "url": "", "text": text,
            "amount_cents": None if euros is None else euros * 100, "currency": "EUR", "why": why,
        })  # fmt: skip


def amount(kind: str, value: Decimal | int | None, **more: Any) -> dict[str, Any]:
    """A sum as the ledger holds it."""
    text = None if value is None else str(value)
    return {"kind": kind, "amount": text, "currency": "EUR", "qualifier": "exact", **more}


def code(scheme: str, value: str, role: str = "own") -> dict[str, str]:
    """An identifier as the ledger holds it."""
    return {"scheme": scheme, "value": value, "role": role}


def write_truth(world: World, book: Book, folder: Path) -> None:
    """Write all tables."""
    folder.mkdir(parents=True, exist_ok=True)
    named = _names_of_decisions(book)
    stated = {
        (row["truth_id"], one["value"])
        for row in book.rows["records"]
        for one in row["shown"].get("codes", ())
        if one["role"] == "related"
    }
    tables: dict[str, list[dict[str, Any]]] = {
        "projects": [
            _project(one, world.as_of)
            | ({"name": named.get(one.truth_id, one.title())} if one.register == "state" else {})
            for one in world.projects
        ],
        "funding": [row for one in world.projects for row in _funding(one)],
        "organisations": [_body(one) for _, one in sorted(world.bodies.items())],
        "relations": [
            {"truth_id": one.truth_id, "related_truth_id": other, "relation": kind}
            for one in world.projects
            for other, kind in one.relations
            if one.related_tunnus is None or (one.truth_id, one.related_tunnus) in stated
        ],
        "project_overlaps": [],  # this world does not say which projects do the same work
    }
    for table, rows in tables.items():
        full = [dict.fromkeys(SCHEMAS[table].names) | row for row in rows]
        pq.write_table(pa.Table.from_pylist(full, SCHEMAS[table]), folder / f"{table}.parquet")
    with TruthWriter(folder) as writer:
        for table in LEDGER:
            writer.write(table, [dict.fromkeys(SCHEMAS[table].names) | r for r in book.rows[table]])


def _names_of_decisions(book: Book) -> dict[str, str]:
    """What a page calls a project, else its approved use: such a project has no other name."""
    names: dict[str, str] = {}
    for source_id in ("tutkiavustuksia", "elotori", "rrf"):
        for row in book.rows["records"]:
            if row["source_id"] == source_id and row["truth_id"]:
                names[row["truth_id"]] = row["shown"]["name"]
    return names


def _project(one: Project, as_of: date) -> dict[str, Any]:
    codes = [one.code] if one.code else []
    return {
        "truth_id": one.truth_id, "name": one.title(), "name_fi": one.title(),
        "name_sv": one.title(1) if one.names.has_sv else None,
        "name_en": one.title(2) if one.names.has_en else None,
        "brand": one.names.brand[0], "acronym": one.names.acronym, "language": "fi",
        "register": one.register, "family": one.family, "family_key": one.truth_id,
        "start_date": one.start, "end_date": one.end, "start_precision": one.precision,
        "end_precision": one.precision, "decision_date": one.decided_on,
        "status": one.status(as_of), "cancelled": one.cancelled,
        "codes": [*codes, *(case for case in one.cases if case.startswith("VN/"))],
        "related_codes": [one.related_tunnus] if one.related_tunnus else [],
        "lead": one.lead.key, "partners": [b.key for b in one.partners], "funder": one.funder.key,
        "maakunta_codes": one.regions_codes, "pilot_maakunta_codes": [], "towns": [],
        "instrument": one.instrument, "topic": one.topic.theme, "target_group": one.group.code,
        "is_guidance": one.topic.guidance,
    }  # fmt: skip


def _funding(one: Project) -> Iterator[dict[str, Any]]:
    for kind, value in (
        ("granted", one.granted),
        ("total_cost", one.total),
        ("own_funding", one.own),
    ):
        if value:
            yield {
                "truth_id": one.truth_id, "kind": kind, "recipient": one.lead.key,
                "amount": Decimal(value), "currency": "EUR", "decision_date": one.decided_on,
                "instrument": one.instrument, "counts": kind == "granted",
            }  # fmt: skip


def _body(one: Any) -> dict[str, Any]:
    return {
        "organisation": one.key, "organisation_type": one.kind, "name_fi": one.name,
        "name_sv": one.sv, "name_en": one.en, "brand": one.brand, "short": one.short,
        "former_name": one.former, "business_id": one.business_id,
    }  # fmt: skip
