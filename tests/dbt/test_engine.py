"""The engine with the settings of the profile answers as SQL says."""

from __future__ import annotations

import duckdb
import yaml

from tests.dbt.warehouse import PROJECT

#: Rows of `l` without a partner in `k` whose `v` is null: 1 has none. `k` is an outer join itself.
_ANTI_JOIN = """
    with l as (select * from (values (1), (2)) as t (id)),
    r as (select * from (values (1, 10), (2, null)) as t (id, v)),
    k as (
        select r.id, case when l.id is null then coalesce(r.v, 1) else r.v end as v
        from r left join l on r.id = l.id
    ),
    alone as (
        select l.id, cast(null as int) as v
        from l left join k on l.id = k.id and k.v is null
        where k.id is null
    )
    select * from k union all select * from alone
"""
_RIGHT = [(1, 10), (1, None), (2, None)]


def _answer(settings: dict[str, str]) -> list[tuple[int, int | None]]:
    with duckdb.connect() as connection:
        for name, value in settings.items():
            connection.execute(f"set {name} = '{value}'")
        rows: list[tuple[int, int | None]] = connection.execute(_ANTI_JOIN).fetchall()
    return sorted(rows, key=lambda row: (row[0], row[1] is None))


def test_rows_without_a_partner_are_found() -> None:
    profile = yaml.safe_load((PROJECT / "profiles.yml").read_text(encoding="utf-8"))
    assert _answer(profile["elo"]["outputs"]["duckdb"]["settings"]) == _RIGHT


def test_the_setting_is_still_needed() -> None:
    """When this fails, the engine is mended: take `disabled_optimizers` out of the profile."""
    assert _answer({}) != _RIGHT
