"""Writes and reads `truth/*.parquet`: what exists, and which record shows what of it.

The pipeline never sees these files; tests and benchmarks compare with them. What does not
belong here: what is true (`world/`) and what is shown (the replicas).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from ingestion.sandbox.overlaps import true_overlaps
from ingestion.sandbox.world import Project, World
from ingestion.sandbox.world.mission import links
from ingestion.sandbox.world.model import euros

_MONEY = pa.decimal128(14, 2)
_TEXTS = pa.list_(pa.string())


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


_T, _B, _D = pa.string(), pa.bool_(), pa.date32()
SCHEMAS: dict[str, pa.Schema] = {
    "projects": _schema(
        truth_id=_T, name=_T, name_fi=_T, name_sv=_T, name_en=_T, brand=_T, acronym=_T,
        language=_T, register=_T, family=_T, family_key=_T, start_date=_D, end_date=_D,
        start_precision=_T, end_precision=_T, decision_date=_D, status=_T, cancelled=_B,
        codes=_TEXTS, related_codes=_TEXTS, lead=_T, partners=_TEXTS, funder=_T,
        maakunta_codes=_TEXTS, pilot_maakunta_codes=_TEXTS, towns=_TEXTS, programme=_T,
        priority=pa.int8(), instrument=_T, topic=_T, target_group=_T, is_guidance=_B,
    ),
    "funding": _schema(
        truth_id=_T, kind=_T, recipient=_T, amount=_MONEY, currency=_T, decision_date=_D,
        instrument=_T, counts=_B,
    ),
    "organisations": _schema(
        organisation=_T, organisation_type=_T, name_fi=_T, name_sv=_T, name_en=_T, brand=_T,
        short=_T, former_name=_T, renamed_on=_D, business_id=_T, maakunta_code=_T, town=_T,
    ),
    "relations": _schema(truth_id=_T, related_truth_id=_T, relation=_T),
    "project_overlaps": _schema(
        truth_id_a=_T, truth_id_b=_T, idea=_T, months=pa.int32(), other_words=_B,
        other_language=_B,
    ),
    "mission_links": _schema(truth_id=_T, subject_kind=_T, subject_id=_T, basis=_T),
    "records": _schema(
        source_id=_T, native_id=_T, kind=_T, part=_T, url=_T, truth_id=_T, makes_project=_B,
        damaged=_B, damage_step=_T, shown=_T,
    ),
    "releases": _schema(
        source_id=_T, native_id=_T, url=_T, title=_T, published_at=_T, language=_T,
        publisher_id=_T, category=_T, translation_of=_T, truth_ids=_TEXTS,
    ),
    "outputs": _schema(
        source_id=_T, native_id=_T, url=_T, output_type=_T, title=_T, truth_id=_T
    ),
    "traps": _schema(
        source_id=_T, native_id=_T, url=_T, text=_T, amount_cents=pa.int64(), currency=_T, why=_T
    ),
}  # fmt: skip
_LEDGER = ("records", "releases", "outputs", "traps")


def read_rows(folder: Path, table: str) -> list[dict[str, Any]]:
    """All lines of one table.

    Raises:
        FileNotFoundError: the folder holds no truth.
    """
    rows: list[dict[str, Any]] = pq.read_table(folder / f"{table}.parquet").to_pylist()
    return rows


class TruthWriter:
    """Writes the ledger's tables batch by batch; every table exists even without a line."""

    def __init__(self, folder: Path) -> None:
        self._writers = {
            table: pq.ParquetWriter(folder / f"{table}.parquet", SCHEMAS[table])
            for table in _LEDGER
        }

    def write(self, table: str, rows: list[dict[str, Any]]) -> None:
        """Append rows to one table."""
        if table == "records":
            for row in rows:
                row["shown"] = json.dumps(row["shown"], default=_plain, ensure_ascii=False)
        self._writers[table].write_table(pa.Table.from_pylist(rows, SCHEMAS[table]))

    def __enter__(self) -> TruthWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for writer in self._writers.values():
            writer.close()


def write_world(world: World, folder: Path) -> None:
    """Write the tables that do not depend on any source."""
    _write(folder, "projects", (_project(p, world.as_of) for p in world.projects))
    _write(folder, "funding", (row for p in world.projects for row in _funding(p)))
    _write(folder, "relations", _relations(world))
    _write(folder, "project_overlaps", true_overlaps(world))
    _write(folder, "mission_links", (row for p in world.projects for row in links(p)))
    _write(
        folder,
        "organisations",
        (
            {
                "organisation": org.key,
                "organisation_type": org.kind,
                "name_fi": org.name_fi,
                "name_sv": org.name_sv,
                "name_en": org.name_en,
                "brand": org.brand,
                "short": org.short,
                "former_name": org.former,
                "renamed_on": org.renamed_on,
                "business_id": org.business_id,
                "maakunta_code": org.maakunta,
                "town": org.town,
            }
            for _, org in sorted(world.organisations().items())
        ),
    )


def _write(folder: Path, table: str, rows: Iterable[dict[str, Any]]) -> None:
    schema = SCHEMAS[table]
    with pq.ParquetWriter(folder / f"{table}.parquet", schema) as writer:
        batch: list[dict[str, Any]] = []
        for row in rows:
            batch.append(row)
            if len(batch) == 20_000:
                writer.write_table(pa.Table.from_pylist(batch, schema))
                batch = []
        writer.write_table(pa.Table.from_pylist(batch, schema))


def _project(project: Project, as_of: date) -> dict[str, Any]:
    codes = [code for code in (project.eura_code, project.tunnus) if code]
    return {
        "truth_id": project.truth_id, "name": project.name, "name_fi": project.name_fi,
        "name_sv": project.name_sv, "name_en": project.name_en, "brand": project.brand,
        "acronym": project.acronym, "language": project.language, "register": project.register,
        "family": project.family, "family_key": project.family_key,
        "start_date": project.start, "end_date": project.end,
        "start_precision": project.start_precision,
        "end_precision": project.end_precision if project.end else None,
        "decision_date": project.decided_on, "status": project.status_on(as_of),
        "cancelled": project.cancelled, "codes": [*codes, *project.cases],
        "related_codes": [project.related_tunnus] if project.related_tunnus else [],
        "lead": project.lead.key, "partners": [org.key for org in project.partners],
        "funder": project.funder.key, "maakunta_codes": list(project.regions),
        "pilot_maakunta_codes": list(project.pilots), "towns": list(project.towns),
        "programme": project.programme, "priority": project.priority,
        "instrument": project.instrument, "topic": project.topic,
        "target_group": project.group, "is_guidance": project.is_guidance,
    }  # fmt: skip


def _funding(project: Project) -> Iterator[dict[str, Any]]:
    if project.register == "government":
        return
    money = project.money
    kinds = (
        ("granted", money.granted), ("granted_eu_share", money.eu_share),
        ("realised", money.realised), ("planned_public", money.planned_public),
        ("realised_public", money.realised_public), ("own_funding", money.own_funding),
        ("total_cost", money.total_cost), ("applied", money.applied),
    )  # fmt: skip
    shares = [("partner_share", key, cents) for key, cents in money.shares]
    rows = [(kind, project.lead.key, cents) for kind, cents in kinds if cents is not None]
    for kind, recipient, cents in (*rows, *shares):
        yield {
            "truth_id": project.truth_id, "kind": kind, "recipient": recipient,
            "amount": euros(cents), "currency": "EUR", "decision_date": project.decided_on,
            "instrument": project.instrument, "counts": kind == "granted",
        }  # fmt: skip


def _relations(world: World) -> Iterator[dict[str, Any]]:
    """Relations of the families, and what a project that states a ministry's number is part of."""
    numbered = {project.tunnus: project.truth_id for project in world.projects if project.tunnus}
    for project in world.projects:
        related = [
            (world.projects[relation.other].truth_id, relation.relation)
            for relation in project.relations
            if relation.other < len(world.projects)
        ]
        if project.related_tunnus in numbered:
            related.append((numbered[project.related_tunnus], "part_of"))
        for truth_id, relation in dict.fromkeys(related):
            yield {
                "truth_id": project.truth_id, "related_truth_id": truth_id, "relation": relation,
            }  # fmt: skip


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"a ledger line cannot hold {type(value).__name__}")
