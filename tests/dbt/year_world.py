"""A world that grows and changes night by night, at the level of what the state keeps.

It holds the values that are published and the facts they stand on, about as many a project as a
night of the sandbox publishes (70 values, 73 facts). Changes are chosen by a seed. What does not
belong here: the models and the state (`year.py`), assertions.
"""

# ruff: noqa: S608, S311  (table names are our own; a seed is no secret)
from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path

import duckdb

FIRST_DAY = date(2026, 1, 1)
#: Of all projects, those of which a value changes each night; and those that are new each night.
_CHANGED, _NEW = 0.005, 0.001
_FIGURES = 5
_STATUS = ("planned", "ongoing", "ended")

_TEXTS = {
    "name": "'Hanke ' || id || ' versio ' || version",
    "name_fi": "'Hanke ' || id || ' versio ' || version",
    "name_sv": "case when id % 3 = 0 then 'Projekt ' || id end",
    # a text of a summary's length that does not compress to nothing
    "summary": "list_aggregate(list_transform(range(12), lambda n: md5(id || '-' || version || n)),"
    " 'string_agg', ' ')",
    "status": "case version % 3 when 0 then 'planned' when 1 then 'ongoing' else 'ended' end",
    "start_date": "cast(date '2020-01-01' + cast(id % 2000 as integer) as varchar)",
    "end_date": "cast(date '2023-01-01' + cast(id % 2000 + version as integer) as varchar)",
    "start_precision": "'day'",
    "end_precision": "'day'",
    "lead_organisation_id": "'o-' || id % 997",
    "programme_id": "'programme-' || id % 7",
    "is_guidance": "case when id % 2 = 0 then 'true' else 'false' end",
    "guidance_evidence": "'ohjaus ' || id % 50",
}
_FIGURE = {
    "amount_kind": "'granted'",
    "currency": "'EUR'",
    "amount_qualifier": "'exact'",
    "is_annual": "'false'",
    "instrument": "'ESR+'",
    "funder_organisation_id": "'ely-' || id % 15",
    "recipient_organisation_id": "'o-' || id % 997",
    "counts_in_total": "case when figure = 1 then 'true' else 'false' end",
    "decision_date": "case when id % 4 = 0 then"
    " cast(date '2021-01-01' + cast(id % 1500 as integer) as varchar) end",
    "amount": "case when id % 50 = 7 then 'not_published'"
    " else cast(cast(1000 * id + 10 * figure + version as decimal(14, 2)) as varchar) end",
}


class YearWorld:
    """What is published, night by night.

    Attributes:
        number: of the night, 0 is the first.
    """

    def __init__(self, seed: int, projects: int) -> None:
        self.number = 0
        self._random = random.Random(seed)
        self._known = projects
        self._store = duckdb.connect()
        self._store.execute(
            "create table project as select range as id, 0 as version, true as is_there"
            f" from range({projects})"
        )

    @property
    def day(self) -> date:
        """The day that counts as today."""
        return FIRST_DAY + timedelta(days=self.number)

    def next(self) -> None:
        """Let a day go by: some projects change, some are new, seldom one goes or comes back."""
        self.number += 1
        changed = self._random.sample(range(self._known), max(1, round(self._known * _CHANGED)))
        self._store.execute(
            "update project set version = version + 1 where list_contains(?, id)", [changed]
        )
        new = max(1, round(self._known * _NEW))
        self._store.execute(
            "insert into project select range, 0, true from range(?::bigint, ?::bigint)",
            [self._known, self._known + new],
        )
        self._known += new
        gone = self._random.randrange(self._known)
        self._store.execute(
            "update project set is_there = not is_there"
            " where id = ? or (not is_there and ? % 5 = 0)",
            [gone, self.number],
        )

    def write(self, target: Path) -> None:
        """Tonight's published values as one Parquet file."""
        self._store.execute(f"copy ({_published()}) to '{target}' (format parquet)")


def _published() -> str:
    project = "'p-' || id"
    parts = [
        f"select 'project' as subject_type, {project} as subject_id, {project} as project_id,"
        f" '{name}' as property, '' as slot, {sql} as value from project where is_there"
        for name, sql in {"project_id": project, **_TEXTS}.items()
    ]
    parts += [
        f"select 'project', {project}, {project}, 'project_codes', code, code from (select id,"
        " unnest(['S' || (30000 + id)] || case when version > 0 then ['VN/' || version || '/2026']"
        " else [] end) as code from project where is_there)"
    ]
    figures = (
        f"(select id, version, unnest(range(1, {_FIGURES + 1})) as figure"
        " from project where is_there)"
    )
    parts += [
        f"select 'funding', 'f-' || id || '-' || figure, {project}, '{name}', '', {sql}"
        f" from {figures}"
        for name, sql in _FIGURE.items()
    ]
    return f"select * from ({' union all '.join(parts)}) where value is not null"
